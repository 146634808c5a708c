/** @file One kind of record: what it is, how many, since and until when, and its entries, each to be forgotten. */

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { KeptEntry, KeptKind, KeptKindId } from '../../../../contract/vault'
import { ProblemNotice } from '../../ProblemNotice'
import { Card } from '../../ui/Card'
import { Row, Rows } from '../../ui/Rows'
import { CharterInUse } from './CharterInUse'
import { useEntryLabel } from './entry-label'
import { entryKey, type useForgetting } from './forgetting'
import { charterOf, useLeavesGroups } from './groups-under'
import classes from './kept.module.css'
import { MoreEntries, useMoreEntries } from './MoreEntries'
import { Rename } from './Rename'

type ForgettingHandle = ReturnType<typeof useForgetting>

/** Dates are shown as days, in the machine's own zone: they are facts about this computer. */
const useDay = () => {
  const { i18n } = useTranslation('vault')
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  return (instant: string) => format.format(new Date(instant))
}

/** The card of a kind. */
export const KindCard = ({ kind, forgetting }: { kind: KeptKind; forgetting: ForgettingHandle }) => {
  const { t } = useTranslation('vault')
  const day = useDay()
  const [isOpen, setIsOpen] = useState(false)
  const listId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const waiting = new Set(forgetting.state.waiting)
  const more = useMoreEntries(kind, isOpen)
  const isWaiting = ({ id }: KeptEntry) => waiting.has(entryKey(kind.kind, id))
  const entries = more.entries.filter((entry) => !isWaiting(entry))
  const count = Math.max(0, kind.count - more.entries.filter(isWaiting).length)
  const nextEndAt = kind.nextEndAt ?? kind.keptUntil
  const name = t(`kept.kinds.${kind.kind}.name`)
  const spans = [
    kind.keptSince === null ? null : t('kept.since', { date: day(kind.keptSince) }),
    nextEndAt !== null
      ? t(asksFirst(kind.kind) ? 'kept.asksFrom' : 'kept.untilFrom', { date: day(nextEndAt) })
      : kind.canForget
        ? t('kept.noEnd')
        : null,
  ].filter((words) => words !== null)

  const forget = (entry: KeptEntry) => {
    forgetting.forget(kind.kind, entry)
    // The row and its button are gone: the keyboard goes to the card's heading.
    heading.current?.focus()
  }
  return (
    <Card label={name}>
      <div className={classes.head}>
        <h2 ref={heading} tabIndex={-1} className={classes.heading}>
          {name}
        </h2>
        <p className={classes.count}>{count === 0 ? t('kept.nothing') : t('kept.count', { count })}</p>
      </div>
      <p className={classes.quiet}>
        {t(`kept.kinds.${kind.kind}.what`)} {t(`kept.kinds.${kind.kind}.why`)}
      </p>
      {count > 0 ? <p>{sentence(spans.join(', '))}</p> : null}
      {kind.kind === 'profile' ? <Rename /> : null}
      {entries.length > 0 ? (
        <div className={`${classes.actions} no-print`}>
          <Button
            variant="default"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-label={t(isOpen ? 'kept.hideOf' : 'kept.showOf', { kind: name })}
            onClick={() => setIsOpen((now) => !now)}
          >
            {t(isOpen ? 'kept.hide' : 'kept.show')}
          </Button>
        </div>
      ) : null}
      <Rows id={listId} isHidden={!isOpen || entries.length === 0}>
        {isOpen
          ? entries.map((entry) => (
              <Entry
                key={entry.id}
                hasQuestion={asksFirst(kind.kind)}
                entry={entry}
                onForget={kind.canForget ? () => forget(entry) : undefined}
              />
            ))
          : null}
      </Rows>
      {isOpen ? <MoreEntries more={more} shownCount={entries.length} count={count} name={name} /> : null}
    </Card>
  )
}

/** Capital at the start, full stop at the end. */
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** What belongs to a report is never removed silently: its end date asks (promise 4). */
const asksFirst = (kind: KeptKindId): boolean => ['reports', 'receipts', 'decisions'].includes(kind)

interface EntryProps {
  hasQuestion: boolean
  entry: KeptEntry
  onForget: (() => void) | undefined
}

const Entry = ({ entry, hasQuestion, onForget }: EntryProps) => {
  const { t } = useTranslation('vault')
  const day = useDay()
  const labelOf = useEntryLabel()
  const labelId = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const [isAsking, setIsAsking] = useState(false)
  const leavesGroups = useLeavesGroups()
  const charterId = charterOf(entry)
  const look = useMutation({
    mutationFn: leavesGroups,
    onSuccess: (doesLeave) => (doesLeave ? setIsAsking(true) : onForget?.()),
  })
  const keep = () => {
    flushSync(() => setIsAsking(false))
    opener.current?.focus()
  }
  const spans = [
    t('kept.since', { date: day(entry.keptSince) }),
    entry.keptUntil !== null
      ? t(hasQuestion ? 'kept.asksOn' : 'kept.until', { date: day(entry.keptUntil) })
      : onForget
        ? t('kept.noEnd')
        : null,
  ].filter((words) => words !== null)
  return (
    <>
      <Row
        label={labelOf(entry)}
        labelId={labelId}
        said={sentence(spans.join(', '))}
        aside={
          onForget && !isAsking ? (
            <Button
              ref={opener}
              variant="default"
              className="no-print"
              aria-describedby={labelId}
              loading={look.isPending}
              onClick={charterId === null ? onForget : () => look.mutate(charterId)}
            >
              {t('kept.forget')}
            </Button>
          ) : null
        }
      />
      {look.error === null ? null : (
        <li>
          <ProblemNotice error={look.error} />
        </li>
      )}
      {isAsking && charterId !== null && onForget ? (
        <li className="no-print">
          <CharterInUse charterId={charterId} onForget={onForget} onKeep={keep} />
        </li>
      ) : null}
    </>
  )
}
