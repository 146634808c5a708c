/** @file A text box with what was found in it below. */
import { memo, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { readRoomNames, subscribeRoomNames } from '../meeting'
import { GrowingText } from '../ui/GrowingText'
import { useUndo } from '../ui/undo'
import type { HeldBack } from './debrief-writing'
import { FindingList } from './FindingList'
import { isStillThere } from './findings'
import type { Finding } from './linter'
import classes from './WrittenField.module.css'

/** A text box of the debrief. */
export interface WrittenFieldProps {
  /** Its place in the record. */
  path: string
  label: string
  help?: string | undefined
  value: string
  /** The text the findings were made from: the value, up to a moment ago. */
  checkedText: string
  findings: readonly Finding[]
  /** Why it is not stored as it is; null when it is, or will be in a moment. */
  heldBack: HeldBack['kind'] | null
  maxCharacters: number
  minRows: number
  onChange: (path: string, text: string) => void
  onBlur: () => void
  onLeaveIn: (path: string, finding: Finding) => void
}

/** One field: label, text, count when it matters, findings. Drawn anew where something of it has changed: a key does that to one. */
export const WrittenField = memo((props: WrittenFieldProps) => {
  const { t } = useTranslation('debrief')
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const { path, value, maxCharacters, findings, heldBack } = props
  const undo = useUndo()
  const latest = useRef(value)
  latest.current = value
  const left = maxCharacters - value.length
  const findingsId = `${id}-findings`
  const countId = `${id}-count`
  const heldBackId = `${id}-held-back`
  const isCounted = left <= maxCharacters / 4

  const show = (finding: Finding) => {
    const area = box.current
    if (!area) return
    area.focus()
    area.setSelectionRange(finding.start, finding.end)
  }

  const reword = (finding: Finding, words: string) => {
    const { start, end } = finding
    // Typed on since it was checked, the place may be another one. The list is about to say what stands there now.
    if (!isStillThere(finding, props.checkedText, value)) return
    // Once the room's names are gone, nothing would tell that this is one of them: it goes with them.
    let before: string | null = value.slice(start, end)
    const stopFollowing = subscribeRoomNames(() => {
      before = null
    })
    const placeEnd = start + words.length
    const reworded = `${value.slice(0, start)}${words}`
    props.onChange(path, `${reworded}${value.slice(end)}`)
    box.current?.focus()
    // The box's own undo knows nothing of what was not typed.
    undo.offer({
      said: t('findings.reworded', { words }),
      commit: stopFollowing,
      undo: () => {
        // Names that a sleeping laptop kept past their end go when they are asked for.
        readRoomNames()
        stopFollowing()
        const now = latest.current
        if (!box.current || before === null || now.slice(0, placeEnd) !== reworded) return
        props.onChange(path, `${now.slice(0, start)}${before}${now.slice(placeEnd)}`)
        box.current.focus()
      },
    })
  }

  return (
    <div className={classes.field}>
      <GrowingText
        ref={box}
        label={props.label}
        description={props.help}
        minRows={props.minRows}
        value={value}
        error={left < 0 || (heldBack !== null && heldBack !== 'likeName')}
        aria-describedby={
          [heldBack ? heldBackId : '', findings.length > 0 ? findingsId : '', isCounted ? countId : '']
            .join(' ')
            .trim() || undefined
        }
        onChange={(event) => props.onChange(path, event.currentTarget.value)}
        onBlur={props.onBlur}
      />
      {isCounted ? (
        <p id={countId} className={classes.count} data-over={left < 0}>
          {left < 0 ? t('field.over', { count: -left }) : t('field.left', { count: left })}
        </p>
      ) : null}
      {heldBack ? (
        <p id={heldBackId} className={classes.heldBack}>
          {t(`field.notStored.${heldBack}`)}
        </p>
      ) : null}
      <FindingList
        id={findingsId}
        fieldLabel={props.label}
        text={props.checkedText}
        findings={findings}
        onShow={show}
        onLeaveIn={(finding) => props.onLeaveIn(path, finding)}
        onReword={reword}
      />
    </div>
  )
})
