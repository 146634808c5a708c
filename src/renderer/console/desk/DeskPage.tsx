/** @file The desk: a file is opened, hand-offs are listed with where they stand, and the key is given to facilitators. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ReceivedListed, ReceivedStatus } from '../../../contract/desk'
import { Answered } from '../Answered'
import { client } from '../client'
import { EntryLink, EntryList } from '../EntryList'
import { LeftOut } from '../LeftOut'
import { OpenSealedFile } from '../OpenSealedFile'
import { queries } from '../queries'
import { OwnKey } from '../recipients'
import { Page } from '../ui/Page'
import { Pill, type PillState } from '../ui/Pill'
import { Section } from '../ui/Section'
import { calendarDayOf, dayOf } from '../ui/when'
import './words'

const shapes: Record<ReceivedStatus, PillState> = {
  new: 'wait',
  read: 'sent',
  answered: 'held',
  replied: 'held',
  askedBack: 'quiet',
  past: 'quiet',
}

/** Where a hand-off stands, in a word and a shape. */
export const StatusPill = ({ status }: { status: ReceivedStatus }) => {
  const { t } = useTranslation('desk')
  return <Pill state={shapes[status]}>{t(`status.${status}`)}</Pill>
}

/** The page. */
export const DeskPage = () => {
  const { t } = useTranslation('desk')
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  const received = useQuery(queries.desk.list.queryOptions())
  const [said, setSaid] = useState<string | null>(null)
  return (
    <Page title={t('title')} lead={t('lead')} width="narrow">
      <Section title={t('inbox.title')} lead={t('inbox.lead')} isRegion>
        <OpenSealedFile
          label={t('inbox.open')}
          open={(file) => client.desk.open({ file })}
          onOpened={({ kind, number }) => {
            void cache.invalidateQueries({ queryKey: queries.desk.key() })
            if (kind === 'askedBack') setSaid(t('inbox.askedBack', { number }))
            else navigate(`/desk/${number}`)
          }}
        />
        {said === null ? null : <p role="status">{said}</p>}
        <LeftOut of={['received']} />
        <Answered
          asked={received}
          empty={{ isEmpty: (all) => all.length === 0, shown: <p>{t('inbox.empty')}</p> }}
        >
          {(all) => (
            <EntryList label={t('inbox.title')}>
              {all.map((one) => (
                <ReceivedEntry key={one.number} received={one} />
              ))}
            </EntryList>
          )}
        </Answered>
      </Section>
      <OwnKey lead={t('key.lead')} />
    </Page>
  )
}

const ReceivedEntry = ({ received }: { received: ReceivedListed }) => {
  const { number, status, receivedAt, expiresOn, themes } = received
  const { t, i18n } = useTranslation('desk')
  return (
    <EntryLink href={`/desk/${number}`} aside={<StatusPill status={status} />}>
      <span>{number}</span>
      <span>
        {t('inbox.entry', {
          day: dayOf(receivedAt, i18n.language),
          until: calendarDayOf(expiresOn, i18n.language),
        })}
      </span>
      {themes.length > 0 ? <span>{themes.map((theme) => t(`theme.${theme}`)).join(', ')}</span> : null}
    </EntryLink>
  )
}
