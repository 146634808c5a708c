/** @file The region's numbers and the on-call contact, to be checked in calm before a session. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CrisisResource } from '../../../contract/conduct'
import { LeftOut } from '../LeftOut'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import { calendarDayOf } from '../ui/when'
import { placeName } from '../words/place-name'
import { useProblemWords } from '../words/problems'
import classes from './CrisisInPlace.module.css'
import { OnCallForm } from './OnCallForm'
import { typedContacts, useTypedContacts } from './typed-contacts'
import './words'

/** Emergency first, then crisis lines, then the rest, as the pack orders them within. */
const kindOrder: readonly CrisisResource['kind'][] = [
  'emergency',
  'crisis',
  'emotionalSupport',
  'abuse',
  'reportingLine',
  'directory',
]

/** Numbers in place, and region and contact to be changed in place. */
export const CrisisInPlace = () => {
  const { t, i18n } = useTranslation('conduct')
  const problemWords = useProblemWords()
  // What was typed before another page was looked at, or the console was locked, is here again. Where it cannot be asked
  // for, the form says so once it is opened.
  typedContacts.useAsked()
  const hasTyped = useTypedContacts() !== null
  const [isChanging, setIsChanging] = useState(hasTyped)
  useEffect(() => {
    if (hasTyped) setIsChanging(true)
  }, [hasTyped])
  const opener = useRef<HTMLButtonElement>(null)
  const settings = useQuery(queries.conduct.crisisSettings.queryOptions())
  const region = settings.data?.region ?? null
  const resources = useQuery(
    queries.conduct.crisisResources.queryOptions({
      input: { region },
      enabled: settings.data !== undefined,
    }),
  )
  const failed = [settings, resources].find(({ isError }) => isError)
  const close = () => {
    // The form is gone before the keyboard goes back to what opened it.
    flushSync(() => setIsChanging(false))
    opener.current?.focus()
  }
  const sorted = kindOrder.flatMap((kind) => (resources.data ?? []).filter((one) => one.kind === kind))
  const onCall = settings.data?.onCall ?? null
  const isChosen = region !== null

  return (
    <Card label={t('inPlace.title')}>
      <div>
        <h2>{t('inPlace.title')}</h2>
        {isChosen ? <p className={classes.quiet}>{placeName(region, i18n.language)}</p> : null}
      </div>
      {failed ? (
        <Notice tone="problem" title={t('inPlace.failed')}>
          {problemWords(failed.error).body}
        </Notice>
      ) : null}
      <LeftOut of={['contacts']} />
      {settings.data && !isChosen ? <p className={classes.onCall}>{t('inPlace.noRegion')}</p> : null}
      {sorted.some(({ lastVerified }) => lastVerified === null) ? <p>{t('inPlace.unverified')}</p> : null}
      <ul className={classes.resources}>
        {sorted.map((resource) => (
          <Resource key={resource.id} resource={resource} />
        ))}
      </ul>
      <p className={classes.onCall}>
        {onCall ? t('inPlace.onCall', { role: onCall.role, number: onCall.number }) : t('inPlace.noOnCall')}
      </p>
      <p>
        {settings.data?.groupContact
          ? t('inPlace.groupContactIs', { contact: settings.data.groupContact })
          : t('inPlace.noGroupContact')}
      </p>
      {isChanging ? (
        <OnCallForm
          saveLabel={t('inPlace.save')}
          onSaved={close}
          cancelLabel={t('inPlace.cancel')}
          onCancel={close}
        />
      ) : (
        <div>
          <Button ref={opener} variant={isChosen ? 'default' : 'filled'} onClick={() => setIsChanging(true)}>
            {isChosen || !settings.data ? t('inPlace.change') : t('inPlace.choose')}
          </Button>
        </div>
      )}
    </Card>
  )
}

const Resource = ({ resource }: { resource: CrisisResource }) => {
  const { t, i18n } = useTranslation('conduct')
  const { lastVerified, reportsFor = [] } = resource
  const persons = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(
    reportsFor.map((person) => t(`report.person.${person}`)),
  )
  return (
    <li className={classes.resource}>
      <p className={classes.name}>{resource.name}</p>
      {reportsFor.length > 0 ? (
        <p>{t(resource.kind === 'reportingLine' ? 'report.takes' : 'report.tellsWho', { persons })}</p>
      ) : null}
      <ul className={classes.channels}>
        {resource.channels.map((channel) => (
          <li key={`${channel.kind} ${channel.value} ${channel.keyword} ${channel.afterConnect}`}>
            {t(`inPlace.kinds.${channel.kind}`)} <span className={classes.number}>{channel.value}</span>{' '}
            {channel.keyword ? t('inPlace.keyword', { keyword: channel.keyword }) : null}{' '}
            {channel.afterConnect ? t('inPlace.afterConnect', { afterConnect: channel.afterConnect }) : null}
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>
        {resource.hours}.{' '}
        {lastVerified === null
          ? t('inPlace.notChecked')
          : t('inPlace.verified', { date: calendarDayOf(lastVerified, i18n.language) })}
      </p>
      <Sources resource={resource} />
    </li>
  )
}

/** Where the number is from, and when: a page of somebody else is said to be one. */
const Sources = ({ resource }: { resource: CrisisResource }) => {
  const { t, i18n } = useTranslation('conduct')
  const publishers = resource.source.map(({ publisher, isOperator, pageDate, readOn }) => {
    const named = isOperator ? publisher : t('inPlace.notOperator', { publisher })
    const dated =
      pageDate === null
        ? named
        : t('inPlace.dated', { publisher: named, day: calendarDayOf(pageDate, i18n.language) })
    return readOn === undefined
      ? dated
      : `${dated}, ${t('inPlace.readOn', { day: calendarDayOf(readOn, i18n.language) })}`
  })
  return <p className={classes.quiet}>{t('inPlace.source', { publishers: publishers.join('; ') })}</p>
}
