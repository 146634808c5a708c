/** @file The region's crisis numbers and the on-call contact, to be checked in calm before a session. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisResource } from '../../../../contract/conduct'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { useProblemWords } from '../../words/problems'
import { regionWords } from '../../words/region-name'
import { crisisResourcesQuery, crisisSettingsQuery } from './crisis-queries'
import { OnCallForm } from './OnCallForm'
import classes from './prepare.module.css'

/** Emergency first, then crisis lines, then the rest, as the pack orders them within. */
const kindOrder: readonly CrisisResource['kind'][] = [
  'emergency',
  'crisis',
  'emotionalSupport',
  'abuse',
  'reportingLine',
  'directory',
]

/** Numbers in place, and the contact to be changed in place. */
export const CrisisInPlace = () => {
  const { t, i18n } = useTranslation('sessions')
  const problemWords = useProblemWords()
  const regionName = (code: string) => regionWords(code, i18n.language, t('crisis.regions.WORLD'))
  const [isChanging, setIsChanging] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const settings = useQuery(crisisSettingsQuery)
  const region = settings.data?.region ?? ''
  const resources = useQuery({ ...crisisResourcesQuery(region), enabled: settings.data !== undefined })
  const failed = [settings, resources].find(({ isError }) => isError)
  const close = () => {
    setIsChanging(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  const sorted = kindOrder.flatMap((kind) => (resources.data ?? []).filter((one) => one.kind === kind))
  const onCall = settings.data?.onCall ?? null

  return (
    <Card label={t('crisis.title')}>
      <div>
        <h2>{t('crisis.title')}</h2>
        {settings.data ? <p className={classes.quiet}>{regionName(region)}</p> : null}
      </div>
      {failed ? (
        <Notice tone="problem" title={t('crisis.failed')}>
          {problemWords(failed.error).body}
        </Notice>
      ) : null}
      {sorted.some(({ lastVerified }) => lastVerified === null) ? <p>{t('crisis.unverified')}</p> : null}
      <ul className={classes.resources}>
        {sorted.map((resource) => (
          <Resource key={resource.id} resource={resource} />
        ))}
      </ul>
      <p className={classes.onCall}>
        {onCall ? t('crisis.onCall', { role: onCall.role, number: onCall.number }) : t('crisis.noOnCall')}
      </p>
      {isChanging ? (
        <OnCallForm
          saveLabel={t('crisis.save')}
          onSaved={close}
          cancelLabel={t('crisis.cancel')}
          onCancel={close}
        />
      ) : (
        <div>
          <Button ref={opener} variant="default" onClick={() => setIsChanging(true)}>
            {t('crisis.change')}
          </Button>
        </div>
      )}
    </Card>
  )
}

const Resource = ({ resource }: { resource: CrisisResource }) => {
  const { t, i18n } = useTranslation('sessions')
  const checked =
    resource.lastVerified === null
      ? ''
      : t('crisis.verified', {
          date: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
            new Date(`${resource.lastVerified}T00:00:00.000Z`),
          ),
        })
  return (
    <li className={classes.resource}>
      <p className={classes.name}>{resource.name}</p>
      <ul className={classes.channels}>
        {resource.channels.map((channel) => (
          <li key={`${channel.kind} ${channel.value} ${channel.keyword} ${channel.afterConnect}`}>
            {t(`crisis.kinds.${channel.kind}`)} <span className={classes.number}>{channel.value}</span>{' '}
            {channel.keyword ? t('crisis.keyword', { keyword: channel.keyword }) : null}{' '}
            {channel.afterConnect ? t('crisis.afterConnect', { afterConnect: channel.afterConnect }) : null}
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>
        {resource.hours}. {checked}
      </p>
    </li>
  )
}
