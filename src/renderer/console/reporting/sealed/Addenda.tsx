/** @file What was added to a sealed report, and the box to add to it, stored as one types. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ADDENDUM_MAX, type Addendum } from '../../../../contract/report-handing'
import type { Report } from '../../../../contract/reporting'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { Card } from '../../ui/Card'
import { GrowingText } from '../../ui/GrowingText'
import { zonedMomentOf } from '../../ui/when'
import { endAddendum, useAddendum } from './addendum-writing'
import classes from './sealed.module.css'

/** A sealed report, and what is told when something was added. */
export interface AddendaProps {
  report: Report
  addenda: readonly Addendum[]
  draft: string
  onChanged: (report: Report) => void
}

/** The card named "Added since". */
export const Addenda = ({ report, addenda, draft, onChanged }: AddendaProps) => {
  const { t, i18n } = useTranslation('reporting')
  const heading = useRef<HTMLHeadingElement>(null)
  // Made anew after each addition: what is written next begins empty.
  const [round, setRound] = useState(0)
  return (
    <Card label={t('addenda.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('addenda.title')}
      </h2>
      <p className={classes.quiet}>{t('addenda.lead')}</p>
      {addenda.length === 0 ? <p>{t('addenda.none')}</p> : null}
      {addenda.map(({ id, writtenAt, words }) => (
        <div key={id} className={classes.addition}>
          <p className={classes.quiet}>
            {t('addenda.one', { time: zonedMomentOf(writtenAt, i18n.language) })}
          </p>
          <p dir="auto">{words}</p>
        </div>
      ))}
      <AddendumBox
        key={round}
        report={report}
        start={round === 0 ? draft : ''}
        onAdded={(changed) => {
          endAddendum(report.id)
          setRound(round + 1)
          onChanged(changed)
          heading.current?.focus()
        }}
      />
    </Card>
  )
}

const AddendumBox = (props: { report: Report; start: string; onAdded: (report: Report) => void }) => {
  const { report, start, onAdded } = props
  const { t } = useTranslation('reporting')
  const { autosave, value, saving, heldBack } = useAddendum(report, start)
  const add = useMutation({
    mutationFn: async () => {
      await autosave.flush()
      return client.reporting.addAddendum({ reportId: report.id, words: autosave.snapshot().value })
    },
    onSuccess: onAdded,
  })
  const over = value.length - ADDENDUM_MAX
  const said = () => {
    if (heldBack.length > 0 || value.trim() === '') return ''
    return saving.kind === 'stored' ? t('addenda.kept') : t('addenda.soon')
  }
  return (
    <div className={classes.fields}>
      <GrowingText
        label={t('addenda.label')}
        description={t('addenda.help')}
        value={value}
        // What is typed while it is added would be in no addition.
        readOnly={add.isPending}
        error={over > 0 ? t('addenda.tooLong', { count: over }) : undefined}
        onChange={(event) => autosave.change(event.currentTarget.value)}
      />
      <p role="status" className={classes.quiet}>
        {said()}
      </p>
      {saving.kind === 'failed' ? <ProblemNotice error={saving.error} /> : null}
      <ProblemNotice error={add.error} title={t('addenda.failed')} />
      <div>
        <Button
          variant="default"
          disabled={value.trim() === '' || over > 0}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t('addenda.add')}
        </Button>
      </div>
    </div>
  )
}
