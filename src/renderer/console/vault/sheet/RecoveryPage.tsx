/** @file The recovery sheet: whether it is on paper, and how another one is made. */

import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { registerWords } from '../../words'
import words from '../../words/en/vault-pages.json'
import { TestSheet } from '../secrets/TestSheet'
import { NewSheet } from './NewSheet'

registerWords('vault', words)

/** The page. */
export const RecoveryPage = () => {
  const { t } = useTranslation('vault')
  const profile = useQuery(queries.vault.profile.queryOptions())
  const [isSheetShown, setIsSheetShown] = useState(false)
  const [doneCount, setDoneCount] = useState(0)
  const finish = () => {
    setIsSheetShown(false)
    setDoneCount((now) => now + 1)
  }
  return (
    <Page title={t('recovery.title')} lead={t('recovery.lead')} width="narrow">
      {isSheetShown ? null : (
        <Answered asked={profile}>
          {({ recoverySheetConfirmedAt }) => <Confirmed at={recoverySheetConfirmedAt} />}
        </Answered>
      )}
      {isSheetShown ? null : (
        <Section title={t('testSheet.title')} isRegion>
          <TestSheet key={doneCount} />
        </Section>
      )}
      <Section {...(isSheetShown ? {} : { title: t('newSheet.title') })} isRegion>
        {/* Counted: once a sheet is on paper the form is there again, empty. */}
        <NewSheet key={doneCount} onMade={() => setIsSheetShown(true)} onDone={finish} />
      </Section>
    </Page>
  )
}

const Confirmed = ({ at }: { at: string | null }) => {
  const { t, i18n } = useTranslation('vault')
  const cache = useQueryClient()
  const confirm = useMutation({
    mutationFn: () => client.vault.confirmRecoverySheet(),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.vault.key() }),
  })
  if (at !== null) {
    const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date(at))
    return <p role="status">{t('recovery.confirmed', { date })}</p>
  }
  return (
    <>
      <Notice
        tone="wait"
        title={t('recovery.notConfirmed.title')}
        actions={
          <Button variant="default" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('recovery.notConfirmed.have')}
          </Button>
        }
      >
        {t('recovery.notConfirmed.body')}
      </Notice>
      <ProblemNotice error={confirm.error} />
    </>
  )
}
