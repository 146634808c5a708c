/** @file One's own quarter as a bundle for whoever leads: everything that is in it, whose key, and the sealed file. */
import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleContent, Quarter } from '../../../contract/numbers-bundle'
import type { SentBundle } from '../../../contract/roll-up'
import { Answered, bothAsked } from '../Answered'
import { LeftOut } from '../LeftOut'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { ChooseKey, KeepKey } from '../recipients'
import { saveAsFile } from '../save-file'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import { dayOf } from '../ui/when'
import { ExactText } from './Preview'
import classes from './Preview.module.css'
import { periodName } from './period-words'

/** The bundle of a quarter; for another period, a line that says so. */
export const SendBundle = ({ quarter }: { quarter: Quarter | null }) => {
  const { t } = useTranslation('insight')
  return (
    <Card label={t('bundle.title')}>
      <details className={classes.exact}>
        <summary>{t('bundle.title')}</summary>
        <div className={classes.inside}>
          <p className={classes.quiet}>{t('bundle.lead')}</p>
          {quarter === null ? <p>{t('bundle.onlyQuarters')}</p> : <OfQuarter quarter={quarter} />}
        </div>
      </details>
    </Card>
  )
}

const OfQuarter = ({ quarter }: { quarter: Quarter }) => {
  const content = useQuery(queries.insight.rollUp.preview.queryOptions({ input: quarter }))
  const sent = useQuery(queries.insight.rollUp.sent.queryOptions())
  return (
    <Answered asked={bothAsked(content, sent)}>
      {([bundle, before]) => (
        <>
          <Holds bundle={bundle} />
          <Seal key={`${quarter.year} ${quarter.quarter}`} quarter={quarter} />
          <LeftOut of={['bundlesSent']} />
          <SentBefore sent={before} />
        </>
      )}
    </Answered>
  )
}

const Holds = ({ bundle }: { bundle: BundleContent }) => {
  const { t } = useTranslation('insight')
  const count = bundle.months.reduce((sum, { planned }) => sum + planned, 0)
  return (
    <>
      <p>{t('bundle.holds', { count })}</p>
      <p className={classes.quiet}>{t('bundle.groups')}</p>
      <p>{bundle.counts.length > 0 ? t('bundle.counts') : t('bundle.noCounts')}</p>
      <ExactText title={t('bundle.exact')} text={JSON.stringify(bundle, null, 2)} />
    </>
  )
}

const Seal = ({ quarter }: { quarter: Quarter }) => {
  const { t } = useTranslation('insight')
  const cache = useQueryClient()
  const [recipientId, setRecipientId] = useState('')
  const recipients = useQuery(queries.recipients.list.queryOptions())
  const seal = useMutation(
    queries.insight.rollUp.seal.mutationOptions({
      onSuccess: async ({ file, fileName }) => {
        saveAsFile(file, fileName, 'text/plain')
        await Promise.all([
          cache.invalidateQueries({ queryKey: queries.insight.rollUp.sent.key() }),
          cache.invalidateQueries({ queryKey: queries.vault.key() }),
        ])
      },
    }),
  )
  return (
    <Answered asked={recipients}>
      {(keys) => {
        const isChosen = keys.some(({ id }) => id === recipientId)
        return (
          <>
            <ChooseKey recipients={keys} chosenId={recipientId} onChoose={setRecipientId} />
            <KeepKey />
            <div>
              <Button
                leftSection={<IconLock size={20} aria-hidden />}
                loading={seal.isPending}
                disabled={!isChosen}
                onClick={() => seal.mutate({ period: quarter, recipientId })}
              >
                {t('bundle.seal')}
              </Button>
            </div>
            <ProblemNotice error={seal.error} />
            {seal.data ? (
              <Notice tone="plain" title={t('bundle.made', { name: seal.data.fileName })}>
                {t('bundle.number', { number: seal.data.note.number })}
              </Notice>
            ) : null}
          </>
        )
      }}
    </Answered>
  )
}

const SentBefore = ({ sent }: { sent: readonly SentBundle[] }) => {
  const { t, i18n } = useTranslation('insight')
  if (sent.length === 0) return null
  return (
    <div>
      <h3>{t('bundle.sent')}</h3>
      <ul>
        {sent.map(({ number, period, recipient, madeAt }) => (
          <li key={number}>
            {t('bundle.sentOne', {
              number,
              period: periodName({ kind: 'quarter', ...period }, t, i18n.language),
              recipient,
              day: dayOf(madeAt, i18n.language),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
