/** @file Asking for a hand-off back: a message to copy, or a file that the lead's desk honours. Nothing is sent. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AskBackRecord } from '../../../../contract/desk-files'
import type { HandOffNote } from '../../../../contract/hand-off'
import { Copy } from '../../Copy'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { saveAsFile } from '../../save-file'
import { dayOf } from '../../ui/when'
import classes from './hand-off.module.css'
import './words'

/** The buttons of one hand-off. */
export const AskBack = ({ note: { number, madeAt } }: { note: HandOffNote }) => {
  const { t, i18n } = useTranslation('debrief')
  const words = () => t('handOff.askBackWords', { number, day: dayOf(madeAt, i18n.language) })
  const seal = useMutation({
    mutationFn: async () => {
      const record: AskBackRecord = { holdspaceAskBack: 1, number, madeAt: new Date().toISOString() }
      const text = [words(), '', t('handOff.file.follows'), JSON.stringify(record), ''].join('\n')
      const { file, fileName } = await client.debrief.handOff.sealAskBack({ number, text })
      return saveAsFile(file, fileName, 'text/plain')
    },
  })
  return (
    <>
      <div className={classes.actions}>
        <Copy
          label={t('handOff.askBack', { number })}
          copiedWords={t('handOff.askBackCopied')}
          dialogTitle={t('handOff.askBackTitle')}
          failedWords={t('handOff.askBackFailed')}
          getText={() => Promise.resolve(words())}
        />
        <Button variant="default" loading={seal.isPending} onClick={() => seal.mutate()}>
          {t('handOff.askBackFile', { number })}
        </Button>
      </div>
      <ProblemNotice error={seal.error} />
      {seal.data ? <p role="status">{t('handOff.askBackSaved', { name: seal.data.fileName })}</p> : null}
    </>
  )
}
