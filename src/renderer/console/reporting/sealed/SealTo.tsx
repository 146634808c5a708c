/** @file Seals the report to somebody's key: whose, exactly what leaves, and the file. */
import { Button, Radio } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { ReportRecipient } from '../../../../contract/report-handing'
import type { Report } from '../../../../contract/reporting'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { type SavedFile, saveAsFile } from '../../save-file'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { useWords } from '../words'
import { KeepKey } from './KeepKey'
import { keyEnd, twiceIn } from './key-words'
import { reportText } from './report-text'
import classes from './sealed.module.css'

/** A sealed report. */
export interface SealToProps {
  report: Report
  pack: CharterPack | null
}

/** The card named "Seal to somebody's key". */
export const SealTo = (props: SealToProps) => {
  const { t } = useTranslation('reporting')
  const recipients = useQuery(queries.reporting.recipients.queryOptions())
  return (
    <Card label={t('sealTo.title')}>
      <h2>{t('sealTo.title')}</h2>
      <p className={classes.quiet}>{t('sealTo.lead')}</p>
      <Answered asked={recipients}>{(some) => <Inside {...props} recipients={some} />}</Answered>
      <KeepKey />
    </Card>
  )
}

const Inside = ({ report, pack, recipients }: SealToProps & { recipients: readonly ReportRecipient[] }) => {
  const { t, i18n } = useTranslation('reporting')
  const words = useWords()
  const [chosenId, setChosenId] = useState('')
  const [saved, setSaved] = useState<{ file: SavedFile; to: string } | null>(null)
  const chosen = recipients.find(({ id }) => id === chosenId)
  const nameOf = (one: ReportRecipient) => t('sealTo.one', { name: one.name, end: keyEnd(one) })
  const text = reportText(report, { t: words, language: i18n.language, pack })
  const seal = useMutation({
    mutationFn: async (to: ReportRecipient) => {
      const { file, fileName } = await client.reporting.sealTo({
        reportId: report.id,
        recipientId: to.id,
        text,
      })
      return { file: saveAsFile(file, fileName, 'text/plain'), to: nameOf(to) }
    },
    onSuccess: setSaved,
  })
  if (recipients.length === 0) return <p>{t('sealTo.none')}</p>
  return (
    <>
      <Radio.Group label={t('sealTo.whose')} value={chosenId} onChange={setChosenId}>
        <div className={classes.fields}>
          {recipients.map((one) => (
            <Radio key={one.id} value={one.id} label={nameOf(one)} />
          ))}
        </div>
      </Radio.Group>
      {twiceIn(recipients).map((twice) => (
        <p key={JSON.stringify(twice)}>
          {twice.kind === 'sameName'
            ? t('sealTo.sameName', { name: twice.name })
            : t('sealTo.sameKey', {
                names: new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(twice.names),
              })}
        </p>
      ))}
      {chosen ? (
        <section aria-label={t('sealTo.preview', { bytes: byteCount(text) })} className={classes.part}>
          <h3>{t('sealTo.preview', { bytes: byteCount(text) })}</h3>
          <p className={classes.quiet}>{t('sealTo.previewLead')}</p>
          {/* Scrolls, so the keyboard must reach it. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
          <pre className={classes.preview} tabIndex={0} dir="auto">
            {text}
          </pre>
          <ProblemNotice error={seal.error} title={t('sealTo.failed')} />
          <div className={classes.actions}>
            <Button
              leftSection={<IconDownload size={20} aria-hidden />}
              loading={seal.isPending}
              onClick={() => seal.mutate(chosen)}
            >
              {t('sealTo.save')}
            </Button>
            <RemoveKey recipient={chosen} />
          </div>
        </section>
      ) : null}
      {saved ? (
        <Notice tone="plain" title={t('sealTo.saved', { name: saved.file.fileName })}>
          {t('sealTo.savedWhat', { bytes: saved.file.bytes, recipient: saved.to })}
        </Notice>
      ) : null}
    </>
  )
}

const byteCount = (text: string): number => new TextEncoder().encode(text).length

const RemoveKey = ({ recipient }: { recipient: ReportRecipient }) => {
  const { t } = useTranslation('reporting')
  const cache = useQueryClient()
  const remove = useMutation({
    mutationFn: () => client.reporting.removeRecipient({ recipientId: recipient.id }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.reporting.recipients.key() }),
  })
  return (
    <>
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('sealTo.remove', { name: recipient.name, end: keyEnd(recipient) })}
      </Button>
      <ProblemNotice error={remove.error} />
    </>
  )
}
