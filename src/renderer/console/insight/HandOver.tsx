/** @file The export itself: as a file or on paper, made of the answer that was noted as having left. */
import { Button, Radio } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Numbers } from '../../../contract/insight'
import { ProblemNotice } from '../ProblemNotice'
import { type SavedFile, saveAsFile } from '../save-file'
import { Notice } from '../ui/Notice'
import { type ExportWords, exportCsv, exportFileName, exportJson } from './export-text'
import classes from './Preview.module.css'
import { PrintedReport } from './PrintedReport'

const formats = ['csv', 'json', 'paper'] as const
type Format = (typeof formats)[number]

/** What was handed over last. */
type Left = { kind: 'file'; file: SavedFile; count: number } | { kind: 'paper'; count: number }

/** What may leave, and how it is known to have left. */
export interface HandOverProps {
  words: ExportWords
  /** The numbers as they are noted as having left. */
  take: () => Promise<Numbers>
  /** Said after it was handed over: where that is noted. */
  noted: string
}

/** Chooses a format and exports. */
export const HandOver = ({ words, take, noted }: HandOverProps) => {
  const { t } = useTranslation('insight')
  const whose = words.bundles === undefined ? 'numbers' : 'organization'
  const [format, setFormat] = useState<Format>('csv')
  const [left, setLeft] = useState<Left | null>(null)
  const [printed, setPrinted] = useState<ExportWords | null>(null)
  // The page goes when the printer has it: nothing is printed later that was not noted.
  useEffect(() => {
    const clear = () => setPrinted(null)
    addEventListener('afterprint', clear)
    return () => removeEventListener('afterprint', clear)
  }, [])

  const give = (numbers: Numbers) => {
    const of = { ...words, numbers }
    const count = numbers.measures.length
    switch (format) {
      case 'csv':
        return setLeft({
          kind: 'file',
          file: saveAsFile(exportCsv(of), exportFileName(numbers, 'csv', whose), 'text/csv'),
          count,
        })
      case 'json':
        return setLeft({
          kind: 'file',
          file: saveAsFile(exportJson(of), exportFileName(numbers, 'json', whose), 'application/json'),
          count,
        })
      case 'paper':
        flushSync(() => setPrinted(of))
        window.print()
        return setLeft({ kind: 'paper', count })
    }
  }
  const release = useMutation({ mutationFn: take, onSuccess: give })
  return (
    <>
      <div className={classes.send}>
        <Radio.Group
          label={t('send.format')}
          value={format}
          onChange={(value) => setFormat(formats.find((one) => one === value) ?? 'csv')}
        >
          <div className={classes.formats}>
            {formats.map((one) => (
              <Radio key={one} value={one} label={t(`send.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <Button
          leftSection={<IconDownload size={20} aria-hidden />}
          loading={release.isPending}
          onClick={() => release.mutate()}
        >
          {t('send.export')}
        </Button>
      </div>
      {release.error ? <ProblemNotice error={release.error} /> : null}
      {left ? (
        <Notice
          tone="plain"
          title={left.kind === 'file' ? t('send.handed', { name: left.file.fileName }) : t('send.printed')}
        >
          {left.kind === 'file'
            ? t('send.what', { count: left.count, bytes: left.file.bytes })
            : t('send.whatPrinted', { count: left.count })}{' '}
          {noted}
        </Notice>
      ) : null}
      {printed ? <PrintedReport words={printed} /> : null}
    </>
  )
}
