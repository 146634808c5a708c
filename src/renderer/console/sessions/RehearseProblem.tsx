/** @file Why a rehearsal could not begin: said on the page one is on, until it begins or is put away. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ProblemNotice'
import { usePageStore } from '../page-store'
import { rehearseProblem, useRehearse } from './use-rehearse'
import './words'

/** The notice, with another try. */
export const RehearseProblem = () => {
  const { t } = useTranslation('sessions')
  const problem = usePageStore(rehearseProblem)
  const rehearse = useRehearse()
  if (problem === null) return null
  return (
    <ProblemNotice
      error={problem.error}
      title={t('rehearse.failed')}
      actions={
        <>
          <Button onClick={rehearse}>{t('app:tryAgain')}</Button>
          <Button variant="default" onClick={() => rehearseProblem.set(null)}>
            {t('app:close')}
          </Button>
        </>
      }
    />
  )
}
