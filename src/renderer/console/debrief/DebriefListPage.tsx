/** @file All debriefs, newest first, and their search. */

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPencilPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type DebriefListed, DebriefTag } from '../../../contract/debrief'
import { EntryLink, EntryList } from '../EntryList'
import { LeftOut } from '../LeftOut'
import { NEW_DEBRIEF_PATH, newDebriefCharter } from '../new-debrief'
import { ProblemNotice } from '../ProblemNotice'
import { usePendingRemovals } from '../pending-removals'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { Pill } from '../ui/Pill'
import { dayOf, timeOf } from '../ui/when'
import { WellbeingOffer } from '../WellbeingOffer'
import { registerWords } from '../words'
import words from '../words/en/debrief.json'
import classes from './DebriefListPage.module.css'
import { Answers } from './hand-off/Answers'
import { HandedOn } from './hand-off/HandedOn'
import { NeedDebrief } from './NeedDebrief'
import { useDebriefCharters } from './use-debrief-charters'
import { debriefWritings } from './writings'

registerWords('debrief', words)

const LIMIT = 200
const SEARCH_AFTER_MS = 150
const DAY_MS = 86_400_000

/** Days back to which the list can be narrowed; null: all there are. */
const PERIODS = { all: null, month: 31, quarter: 92, year: 366 } as const
type PeriodName = keyof typeof PERIODS
const isPeriod = (name: string): name is PeriodName => name in PERIODS
const periodNames = Object.keys(PERIODS).filter(isPeriod)

/** The beginning of the day so many days ago. */
const sinceDays = (days: number): string => {
  const day = new Date(Date.now() - days * DAY_MS)
  day.setHours(0, 0, 0, 0)
  return day.toISOString()
}

/** Searches a moment after typing. What was found before stays until the next answer. */
const useSearch = () => {
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  const [period, setPeriod] = useState<PeriodName>('all')
  const [tag, setTag] = useState<DebriefTag | null>(null)
  const days = PERIODS[period]
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim().slice(0, 200)), SEARCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const result = useQuery({
    ...queries.debrief.list.queryOptions({
      input: { query, limit: LIMIT, since: days === null ? null : sinceDays(days), tag },
    }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const isNarrowed = period !== 'all' || tag !== null
  return { typed, setTyped, period, setPeriod, tag, setTag, isNarrowed, isSearch: query !== '', result }
}

/** One for each charter a group has that knows debriefs, the chosen one first. */
const NewDebrief = () => {
  const { t } = useTranslation('debrief')
  const { charters, isOff } = useDebriefCharters()
  if (isOff) return <p>{t('list.off')}</p>
  const [first, ...others] = charters
  return (
    <>
      <Button
        component={Link}
        href={NEW_DEBRIEF_PATH}
        onClick={() => newDebriefCharter.set(first?.id ?? null)}
        leftSection={<IconPencilPlus size={20} aria-hidden />}
      >
        {t('list.new')}
      </Button>
      {others.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          component={Link}
          href={NEW_DEBRIEF_PATH}
          onClick={() => newDebriefCharter.set(id)}
        >
          {t('list.newUnder', { name })}
        </Button>
      ))}
    </>
  )
}

/** The list. */
export const DebriefListPage = () => {
  const { t } = useTranslation('debrief')
  const { typed, setTyped, period, setPeriod, tag, setTag, isNarrowed, isSearch, result } = useSearch()
  const pendingRemovals = usePendingRemovals()
  const { data, error, refetch } = result
  const laidAside = debriefWritings.useLaidAside()
  const hasUnstoredNew = [...laidAside.values()].some(({ autosave }) => autosave.snapshot().stored === null)
  const entries = data?.entries.filter((entry) => !pendingRemovals.has(entry.id)) ?? []
  const isEmpty = data !== undefined && !isSearch && !isNarrowed && entries.length === 0
  // Until it is known whether there are any, it has no place: it would move from under a press.
  const isAtTop = data === undefined ? error !== null : !isEmpty

  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={isAtTop ? <NewDebrief /> : undefined}>
      {hasUnstoredNew ? (
        <Card tone="asks" label={t('list.unstoredTitle')}>
          <h2>{t('list.unstoredTitle')}</h2>
          <p>{t('list.unstored')}</p>
          <div>
            <Button component={Link} href="/debrief/new">
              {t('list.continue')}
            </Button>
          </div>
        </Card>
      ) : null}
      <NeedDebrief />
      <ProblemNotice
        error={error}
        actions={<Button onClick={() => void refetch()}>{t('app:tryAgain')}</Button>}
      />
      <LeftOut of={['debriefs', 'handOffs', 'feedback']} />
      {isEmpty && typed === '' ? (
        <EmptyState title={t('list.emptyTitle')} action={<NewDebrief />}>
          <p>{t('list.empty')}</p>
        </EmptyState>
      ) : (
        <div className={classes.narrowing}>
          <TextInput
            className={classes.search}
            label={t('list.search')}
            value={typed}
            maxLength={200}
            leftSection={<IconSearch size={20} aria-hidden />}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('list.period.label')}
            value={period}
            data={periodNames.map((name) => ({ value: name, label: t(`list.period.${name}`) }))}
            onChange={({ currentTarget }) => {
              if (isPeriod(currentTarget.value)) setPeriod(currentTarget.value)
            }}
          />
          <NativeSelect
            label={t('tags.title')}
            value={tag ?? ''}
            data={[
              { value: '', label: t('tags.all') },
              ...DebriefTag.options.map((one) => ({ value: one, label: t(`tags.of.${one}`) })),
            ]}
            onChange={({ currentTarget }) => setTag(DebriefTag.safeParse(currentTarget.value).data ?? null)}
          />
        </div>
      )}
      {data && !isEmpty ? (
        <>
          <p className={classes.count} role="status">
            {isSearch
              ? t('list.found', { count: data.totalCount })
              : t('list.count', { count: data.totalCount })}{' '}
            {data.totalCount > data.entries.length ? t('list.newest', { count: data.entries.length }) : ''}
          </p>
          <EntryList label={t('list.title')}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} isUnstored={laidAside.has(entry.id)} />
            ))}
          </EntryList>
        </>
      ) : null}
      <HandedOn />
      <Answers />
      <WellbeingOffer />
    </Page>
  )
}

const Entry = ({ entry, isUnstored }: { entry: DebriefListed; isUnstored: boolean }) => {
  const { t, i18n } = useTranslation('debrief')
  return (
    <EntryLink href={entry.isUnreadable ? '/kept' : `/debrief/${entry.id}`}>
      <span className={classes.head}>
        <time dateTime={entry.createdAt} className={classes.day}>
          {dayOf(entry.createdAt, i18n.language)}, {timeOf(entry.createdAt, i18n.language)}
        </time>
        {isUnstored ? (
          <Pill state="wait">{t('list.notSaved')}</Pill>
        ) : entry.isDraft ? (
          <Pill state="sent">{t('list.draft')}</Pill>
        ) : null}
      </span>
      <span className={classes.excerpt}>
        {entry.isUnreadable ? t('list.unreadable') : <bdi>{entry.excerpt || t('list.noWords')}</bdi>}
      </span>
      <span className={classes.until}>
        {t('list.keptUntil', { day: dayOf(entry.keptUntil, i18n.language) })}
      </span>
    </EntryLink>
  )
}
