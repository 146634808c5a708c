/** @file Opens a file that was sealed to one's own key; where it is not taken in, says why, and that nothing was lost. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DeskFileReason } from '../../contract/desk-files'
import { SEALED_FILE_MAX } from '../../contract/own-keys'
import { ProblemNotice } from './ProblemNotice'
import { Notice } from './ui/Notice'
import { OpenFile } from './ui/OpenFile'
import { registerWords } from './words'
import words from './words/en/desk.json'

registerWords('desk', words)

/** Why it is not taken in. `number`: of the hand-off that it is about, where that is known. */
export interface RefusedFile {
  kind: 'refused'
  reason: DeskFileReason
  number: string | null
  /** The path of a key that stands twice. */
  where?: string | undefined
}

/** The button, what is asked of the main process, and who is told what was taken in. */
export interface OpenSealedFileProps<T extends { kind: string }> {
  label: string
  open: (file: string) => Promise<T | RefusedFile>
  onOpened: (opened: T) => void
}

const isRefused = (opened: { kind: string }): opened is RefusedFile => opened.kind === 'refused'

/** The button, and what came of the last file. */
export const OpenSealedFile = <T extends { kind: string }>(props: OpenSealedFileProps<T>) => {
  const { label, open, onOpened } = props
  const { t } = useTranslation('desk')
  const opening = useMutation({
    mutationFn: async (file: File): Promise<T | RefusedFile> => {
      // What is larger is not even read.
      if (file.size > SEALED_FILE_MAX) return { kind: 'refused', reason: 'tooLarge', number: null }
      return open(await file.text())
    },
    onSuccess: (opened) => {
      if (!isRefused(opened)) onOpened(opened)
    },
  })
  const { data } = opening
  return (
    <>
      <div>
        <OpenFile
          label={label}
          accept=".age,.txt"
          isBusy={opening.isPending}
          onFile={(file) => opening.mutate(file)}
        />
      </div>
      <ProblemNotice error={opening.error} title={t('file.failed')} />
      {data && isRefused(data) ? (
        <Notice key={opening.submittedAt} tone="problem" title={t('file.refused')}>
          <p>{t(`file.reason.${data.reason}`, { where: data.where })}</p>
          {data.number === null ? null : <p>{t('file.number', { number: data.number })}</p>}
          <p>{t('file.kept')}</p>
        </Notice>
      ) : null}
    </>
  )
}
