/** @file One thing of a list: its words and what can be done with it, and its fields where it is open. */
import { Button } from '@mantine/core'
import { type ComponentType, type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './composer.module.css'
import { problemsUnder, useComposer } from './composer-context'
import { FieldProblems } from './FieldProblems'
import type { FormField } from './form-of'

/** A thing of a list. `isFixed`: it stays, and where it is. */
export interface ThingRowProps {
  path: string
  field: FormField
  /** Shows a part by its form. */
  As: ComponentType<{ path: string; field: FormField }>
  /** Its place, from 1. */
  number: number
  words: string
  isOpen: boolean
  isFixed: boolean
  canAdd: boolean
  mayMove: { up: boolean; down: boolean }
  onOpen: (isOpen: boolean) => void
  onMove: (by: -1 | 1, control: string) => void
  onRemove: () => void
  onAddNext: () => void
}

/** Alt with an arrow moves it, from any of its controls; Control and Enter adds the next one after it. */
export const ThingRow = (props: ThingRowProps) => {
  const {
    path,
    field,
    As,
    number,
    words,
    isOpen,
    isFixed,
    canAdd,
    mayMove,
    onOpen,
    onMove,
    onRemove,
    onAddNext,
  } = props
  const { t } = useTranslation('composer')
  const { problems } = useComposer()
  const wordsId = useId()
  const count = problemsUnder(problems, path).length
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && (event.code === 'ArrowUp' || event.code === 'ArrowDown')) {
      event.preventDefault()
      event.stopPropagation()
      onMove(event.code === 'ArrowUp' ? -1 : 1, 'open')
    } else if ((event.ctrlKey || event.metaKey) && event.code === 'Enter' && canAdd) {
      event.preventDefault()
      event.stopPropagation()
      onAddNext()
    } else if (event.code === 'Escape' && isOpen) {
      event.stopPropagation()
      onOpen(false)
    }
  }
  const act = (name: string, label: string, onClick: () => void, isOff = false) => (
    <Button
      variant="subtle"
      size="compact-md"
      data-act={name}
      aria-describedby={wordsId}
      aria-disabled={isOff}
      data-disabled={isOff}
      onClick={() => {
        if (!isOff) onClick()
      }}
    >
      {label}
    </Button>
  )
  return (
    // The keys are those of the controls inside, gathered.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className={classes.thing} data-open={isOpen} onKeyDown={onKeyDown}>
      <div className={classes.thingHead}>
        <p id={wordsId} className={classes.thingWords}>
          <span className={classes.number}>{number}.</span> {words === '' ? t('noWords') : words}
          {count > 0 && !isOpen ? (
            <span className={classes.count}> {t('problemCount', { count })}</span>
          ) : null}
        </p>
        <div className={classes.acts}>
          <Button
            variant="subtle"
            size="compact-md"
            data-act="open"
            aria-expanded={isOpen}
            aria-describedby={wordsId}
            onClick={() => onOpen(!isOpen)}
          >
            {t(isOpen ? 'fold' : 'change')}
          </Button>
          {isFixed ? null : (
            <>
              {act('up', t('up'), () => onMove(-1, 'up'), !mayMove.up)}
              {act('down', t('down'), () => onMove(1, 'down'), !mayMove.down)}
              {act('remove', t('remove'), onRemove)}
            </>
          )}
        </div>
      </div>
      {isOpen ? (
        <div className={classes.fields}>
          <FieldProblems paths={[path, `${path}.id`]} />
          <As path={path} field={field} />
        </div>
      ) : null}
    </div>
  )
}
