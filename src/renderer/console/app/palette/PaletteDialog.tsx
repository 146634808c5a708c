/**
 * @file The search itself: a box, and the acts that fit. Enter does what is marked, and only the arrow keys or a name
 * that fits nothing else mark; a click does what is clicked. What was typed is gone as it closes.
 */
import { Button, TextInput } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { announce } from '../../announcer'
import { type ActInUse, useActsInUse } from '../../ui/keys'
import { useLeaveQuestion } from '../leaving/leaving'
import { actsFitting, typedFor } from './fitting'
import classes from './Palette.module.css'
import { closePalette } from './palette-state'
import './words'

/** Gives the keyboard back to what had it. Never into a frame: the meeting gets it from a person's own press only. */
const giveBack = (opener: Element | null): void => {
  const isOurs = opener instanceof HTMLElement && !(opener instanceof HTMLIFrameElement)
  if (isOurs && opener.isConnected && opener !== document.body) opener.focus({ preventScroll: true })
}

/** Mounted while it is open. */
export const PaletteDialog = () => {
  const { t } = useTranslation('palette')
  const [opener] = useState(() => document.activeElement)
  const [[store]] = useState(() => {
    const made = createSpotlight()
    made[1].open()
    return made
  })
  useGoneWhereAsked()
  useEffect(
    () => () => {
      // Unless a question stands, which has the keyboard.
      if (document.querySelector('[aria-modal="true"]') === null) giveBack(opener)
    },
    [opener],
  )

  return (
    <Spotlight.Root
      store={store}
      // Its own key would be taken from a person's text box, and on a Mac by two modifiers.
      shortcut={null}
      onSpotlightClose={closePalette}
      returnFocus={false}
      closeOnActionTrigger={false}
      title={t('title')}
      size={560}
      centered={false}
      yOffset={64}
      zIndex={200}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0 }}
      classNames={{
        header: classes.header,
        body: classes.body,
        content: classes.content,
      }}
    >
      <Search />
    </Spotlight.Root>
  )
}

/** A question that stands over everything has the screen to itself. */
const useGoneWhereAsked = (): void => {
  const isAsked = useLeaveQuestion() !== null
  useEffect(() => {
    if (isAsked) closePalette()
  }, [isAsked])
}

const Search = () => {
  const { t } = useTranslation('palette')
  const id = useId()
  const inUse = useActsInUse()
  // What has a key is what a person is most often after, the acts of an open room among it.
  const acts = [
    ...inUse.filter(({ keys }) => keys.length > 0),
    ...inUse.filter(({ keys }) => keys.length === 0),
  ]
  const [typed, setTyped] = useState('')
  const [markedName, setMarkedName] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const fitting = actsFitting(acts, typed)
  // What went from the page while it was marked is not replaced by its neighbour.
  const at = fitting.findIndex(({ called }) => called === markedName)
  const marked = fitting[at]
  useEffect(() => {
    if (at >= 0) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const run = (act: ActInUse): void => {
    const { called } = act
    if (act.isHeld) setSaid(t('heldOnly', { called, key: act.keys.join(', ') }))
    else if (!act.isPossible) setSaid(t('notNow', { called }))
    else {
      // Closed first, so that what it does meets the page, and the keyboard, as they were.
      flushSync(closePalette)
      if (!act.run()) announce(t('notNow', { called }))
      else if (act.isShownOnly) announce(t('shownOnly', { called }))
    }
  }
  const mark = (index: number): void => {
    setSaid(null)
    setMarkedName(fitting.at(index % Math.max(fitting.length, 1))?.called ?? null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return
    if (event.key === 'ArrowDown') mark(at + 1)
    else if (event.key === 'ArrowUp') mark(at === -1 ? -1 : at - 1)
    else if (event.key !== 'Enter') return
    // Held down from what opened it, Enter does nothing.
    else if (!event.repeat) {
      if (marked) run(marked)
      else setSaid(t('mark'))
    }
    event.preventDefault()
  }
  const count = fitting.length
  const news =
    count === 0 ? t('none') : marked ? t('marked', { count, called: marked.called }) : t('count', { count })
  return (
    <>
      <p className={classes.lead}>{t('lead')}</p>
      <TextInput
        data-autofocus
        label={t('box')}
        role="combobox"
        aria-expanded={count > 0}
        aria-controls={count > 0 ? `${id}-list` : undefined}
        aria-activedescendant={marked ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          setSaid(null)
          setMarkedName(typedFor(acts, value)?.called ?? null)
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={classes.news}>
        {said ?? news}
      </p>
      {count > 0 ? (
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('list')} className={classes.list}>
          {fitting.map((act, index) => (
            <Option
              key={act.called}
              id={`${id}-${index}`}
              act={act}
              isMarked={act === marked}
              onRun={() => run(act)}
            />
          ))}
        </div>
      ) : null}
      <Button variant="default" className={classes.close} onClick={closePalette}>
        {t('app:close')}
      </Button>
    </>
  )
}

interface OptionProps {
  id: string
  act: ActInUse
  isMarked: boolean
  onRun: () => void
}

const Option = ({ id, act, isMarked, onRun }: OptionProps) => {
  const { t } = useTranslation('palette')
  const why = act.isHeld ? t('heldShort') : act.isPossible ? null : t('notNowShort')
  const note = why ?? (act.isShownOnly ? t('shownOnlyShort') : null)
  return (
    <Spotlight.Action
      renderRoot={(props) => <button {...props} id={id} />}
      type="button"
      role="option"
      aria-selected={isMarked}
      aria-disabled={why !== null}
      data-selected={isMarked || undefined}
      className={classes.act}
      onClick={onRun}
    >
      <span className={classes.called}>{act.called}</span>
      {/* The spaces part the words where they are read aloud. */}
      {note === null ? null : <span className={classes.why}> {note}</span>}
      {act.keys.map((key) => (
        <span key={key}>
          {' '}
          <kbd>{key}</kbd>
        </span>
      ))}
    </Spotlight.Action>
  )
}
