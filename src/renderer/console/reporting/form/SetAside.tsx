/** @file What "unknown" set aside: said quietly beside the field, with the way back, and with the way out. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contract/field-answer'
import { UndoInPlace } from '../../ui/UndoInPlace'
import { setAsideOf, withSetAside } from '../field-answers'
import classes from './fields.module.css'

/** A field's answer, and how what it set aside is put back. */
export interface SetAsideProps<T> {
  label: string
  answer: Answer<T>
  /** What is set aside, in words. */
  say: (value: T) => string
  onPutBack: () => void
  onChange: (answer: Answer<T>) => void
}

const wordsFor = (answer: Answer<unknown>): string => {
  if (answer.kind !== 'unknown') return 'setAside.answered'
  return answer.instead ? 'setAside.instead' : 'setAside.unknown'
}

/** The line; nothing where nothing is set aside. Letting go of it can be taken back for ten seconds. */
export const SetAside = <T,>({ label, answer, say, onPutBack, onChange }: SetAsideProps<T>) => {
  const { t } = useTranslation('reporting')
  const [letGo, setLetGo] = useState<{ value: T } | null>(null)
  const aside = setAsideOf(answer)
  const said = aside === null ? '' : say(aside).trim()
  if (letGo && said === '') {
    return (
      <UndoInPlace
        said={t('setAside.gone')}
        undoLabel={t('undo')}
        onUndo={() => {
          onChange(withSetAside(answer, letGo.value))
          setLetGo(null)
        }}
        onOver={() => setLetGo(null)}
      />
    )
  }
  if (aside === null || said === '') return null
  return (
    <div className={classes.aside}>
      <p role="status">{t(wordsFor(answer))}</p>
      <p className={classes.asideWords}>{said}</p>
      <div className={classes.asideActions}>
        <Button variant="default" aria-label={t('setAside.putBackOf', { field: label })} onClick={onPutBack}>
          {t('setAside.putBack')}
        </Button>
        <Button
          variant="subtle"
          aria-label={t('setAside.letGoOf', { field: label })}
          onClick={() => {
            setLetGo({ value: aside })
            onChange(withSetAside(answer, null))
          }}
        >
          {t('setAside.letGo')}
        </Button>
      </div>
    </div>
  )
}
