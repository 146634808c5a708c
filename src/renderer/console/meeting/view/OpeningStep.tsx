/**
 * @file The opening words: one line at a time, large, the next by one key, how many are left and roughly how long;
 * below them all lines, to be ticked in any order.
 */
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { Checklist, type Ticks } from '../../conduct'
import { useShownKey } from '../../ui/keys'
import { fillScript, type ScriptWords } from './fill-script'
import classes from './OpeningStep.module.css'
import rail from './Rail.module.css'
import { RoomKey } from './RoomKey'
import { minutesAloud } from './reading-time'

/** The charter's script, what fills it, and where it leads. */
export interface OpeningStepProps {
  pack: CharterPack
  filled: ScriptWords
  ticks: Ticks
  /** The live view is what is shown: only then does the key act. */
  isShown: boolean
  onHold: () => void
}

/** The line to say now: the first that is neither said nor left out, or one that was gone back to. */
export const OpeningStep = ({ pack, filled, ticks, isShown, onHold }: OpeningStepProps) => {
  const { t } = useTranslation('meeting')
  const key = useShownKey('Alt N')
  const [backId, setBackId] = useState<string | null>(null)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const next = useRef<HTMLButtonElement>(null)
  const hold = useRef<HTMLButtonElement>(null)
  const hadKeys = useRef(false)
  const lines = pack.openingScript.map(({ id, text }) => ({
    id,
    text: fillScript(text, filled),
    isTicked: ticks.isTicked('opening', id),
  }))
  const open = lines.filter(({ id, isTicked }) => !isTicked && !leftOut.has(id))
  const line = lines.find(({ id }) => id === backId) ?? open[0]
  const index = line ? lines.indexOf(line) : -1
  const after = open.filter(({ id }) => id !== line?.id)
  const minutes = minutesAloud([...(line ? [line] : []), ...after].map(({ text }) => text))

  const lineId = line?.id
  const say = (): void => {
    if (lineId === undefined) return
    setBackId(null)
    ticks.tick('opening', lineId, true)
  }
  const before = lines[(index < 0 ? lines.length : index) - 1]

  // The button is gone with the last line: whoever pressed it goes on from the way to holding.
  useEffect(() => {
    if (lineId === undefined && hadKeys.current) hold.current?.focus()
    hadKeys.current = document.activeElement === next.current && next.current !== null
  })

  return (
    <>
      <RoomKey code="KeyN" letter="N" does={t('opening.next')} act={isShown && line ? say : undefined} />
      <section className={classes.prompter} aria-label={t('opening.label')}>
        {line ? (
          <>
            <p className={rail.aside}>
              {t('opening.place', { number: index + 1, count: lines.length })}{' '}
              {t('opening.after', { count: after.length })} {t('opening.minutes', { count: minutes })}
            </p>
            <p role="status" className={classes.line} lang={pack.language}>
              {line.text}
            </p>
          </>
        ) : (
          <p role="status" className={classes.line}>
            {t('opening.allSaid')}
          </p>
        )}
        <div className={rail.actions}>
          {line ? (
            <Button
              ref={next}
              aria-keyshortcuts={key.aria}
              title={`${t('opening.next')} (${key.shown})`}
              onClick={say}
            >
              {t('opening.next')} <kbd className={classes.key}>{key.shown}</kbd>
            </Button>
          ) : null}
          {line && !line.isTicked ? (
            <Button
              variant="default"
              onClick={() => {
                setBackId(null)
                setLeftOut((now) => new Set(now).add(line.id))
              }}
            >
              {t('opening.leaveOut')}
            </Button>
          ) : null}
          {before ? (
            <Button variant="default" onClick={() => setBackId(before.id)}>
              {t('opening.back')}
            </Button>
          ) : null}
        </div>
      </section>
      <h3>{t('opening.all')}</h3>
      <Checklist
        language={pack.language}
        items={lines}
        onTick={(itemId, isTicked) => ticks.tick('opening', itemId, isTicked)}
      />
      <Button ref={hold} onClick={onHold} variant={line ? 'default' : 'filled'}>
        {t('rail.toHold')}
      </Button>
    </>
  )
}
