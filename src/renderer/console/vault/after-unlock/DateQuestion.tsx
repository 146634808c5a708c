/** @file "Is it ...?" A clock that ran ahead would let records go; one that ran back would date them wrongly. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClockTrust } from '../../../../contract/vault'
import { client } from '../../client'
import { Entry } from '../../Entry'
import { ProblemNotice } from '../../ProblemNotice'
import { momentOf } from '../../ui/when'
import { Crisis } from '../Crisis'
import classes from '../UnlockScreen.module.css'

type Asked = Extract<ClockTrust, { kind: 'asks' }>

/** The two answers. */
export const DateAnswers = ({ isPrimary = true }: { isPrimary?: boolean }) => {
  const { t } = useTranslation('vault')
  const answer = useMutation({ mutationFn: (isRight: boolean) => client.vault.answerDate({ isRight }) })
  return (
    <>
      <div className={classes.actions}>
        <Button
          variant={isPrimary ? 'filled' : 'default'}
          loading={answer.isPending && answer.variables}
          onClick={() => answer.mutate(true)}
        >
          {t('date.yes')}
        </Button>
        <Button
          variant="default"
          loading={answer.isPending && !answer.variables}
          onClick={() => answer.mutate(false)}
        >
          {t('date.no')}
        </Button>
      </div>
      <ProblemNotice error={answer.error} />
    </>
  )
}

/** The question in words, with the moment the clock shows. */
export const useDateQuestion = () => {
  const { t, i18n } = useTranslation('vault')
  return (clock: Asked): string => t('date.title', { moment: momentOf(clock.nowAt, i18n.language) })
}

/** The screen after unlocking, before anything else. */
export const DateQuestion = ({ clock, crisis }: { clock: Asked; crisis: ReactNode }) => {
  const { t, i18n } = useTranslation('vault')
  const question = useDateQuestion()
  const lastSeen = clock.lastSeenAt === null ? '' : momentOf(clock.lastSeenAt, i18n.language)
  return (
    <Entry
      title={question(clock)}
      lead={t(`date.${clock.reason}`, { lastSeen })}
      foot={<Crisis>{crisis}</Crisis>}
      isHeadingFocused
    >
      <div className={classes.form}>
        <dl className={classes.facts}>
          <div>
            <dt>{t('date.ifYes')}</dt>
            <dd>
              {clock.dueCount > 0 ? t('date.ifYesDue', { count: clock.dueCount }) : t('date.ifYesNone')}
            </dd>
          </div>
          <div>
            <dt>{t('date.ifNo')}</dt>
            <dd>{t('date.ifNoWords')}</dd>
          </div>
        </dl>
        <DateAnswers />
      </div>
    </Entry>
  )
}
