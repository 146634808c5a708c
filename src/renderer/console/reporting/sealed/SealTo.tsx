/** @file Seals the report to somebody's key: whose, exactly what leaves, and the file. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { ShownRecipient } from '../../../../contract/recipients'
import type { Report } from '../../../../contract/reporting'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { ChooseKey, KeepKey, RemoveKey, useKeyName } from '../../recipients'
import { type SavedFile, saveAsFile } from '../../save-file'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { useWords } from '../words'
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
  const recipients = useQuery(queries.recipients.list.queryOptions())
  return (
    <Card label={t('sealTo.title')}>
      <h2>{t('sealTo.title')}</h2>
      <p className={classes.quiet}>{t('sealTo.lead')}</p>
      <Answered asked={recipients}>{(some) => <Inside {...props} recipients={some} />}</Answered>
      <KeepKey />
    </Card>
  )
}

const Inside = ({ report, pack, recipients }: SealToProps & { recipients: readonly ShownRecipient[] }) => {
  const { t, i18n } = useTranslation('reporting')
  const words = useWords()
  const [chosenId, setChosenId] = useState('')
  const [saved, setSaved] = useState<{ file: SavedFile; to: string } | null>(null)
  const chosen = recipients.find(({ id }) => id === chosenId)
  const nameOf = useKeyName()
  const text = reportText(report, { t: words, language: i18n.language, pack })
  const seal = useMutation({
    mutationFn: async (to: ShownRecipient) => {
      const { file, fileName } = await client.reporting.sealTo({
        reportId: report.id,
        recipientId: to.id,
        text,
      })
      return { file: saveAsFile(file, fileName, 'text/plain'), to: nameOf(to) }
    },
    onSuccess: setSaved,
  })
  return (
    <>
      <ChooseKey recipients={recipients} chosenId={chosenId} onChoose={setChosenId} />
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
