/** @file The log of who was given a report, and the form that adds to it. The log only grows. */
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../../contract/report-handing'
import { isTakenBy } from '../../../../contract/report-handing'
import type { Report } from '../../../../contract/reporting'
import { Answered } from '../../Answered'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { Row, Rows } from '../../ui/Rows'
import { momentOf } from '../../ui/when'
import { fromLocalBox } from '../local-time'
import { useWords } from '../words'
import { HandOverForm } from './HandOverForm'
import { sayHandOver, standingOf } from './receipt-facts'
import classes from './sealed.module.css'
import { callsOf, emptyHandOver, setTypedHandOver, typedHandOvers, useTypedHandOver } from './typed-hand-over'

/** A sealed report with its log, and what is told when something was noted. */
export interface HandOversProps {
  report: Report
  receipt: Receipt
  onChanged: (report: Report) => void
}

const pillOf = { isTaken: 'held', isTold: 'quiet', isOpen: 'wait' } as const

/** The card named "Given to". */
export const HandOvers = ({ report, receipt, onChanged }: HandOversProps) => {
  const { t, i18n } = useTranslation('reporting')
  const context = { t: useWords(), language: i18n.language }
  const asked = typedHandOvers.useAsked()
  const typed = useTypedHandOver(report.id)
  const [isNoted, setIsNoted] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { handOvers } = receipt
  const calls = callsOf(report.body)
  const timeOf = (box: string) => {
    const instant = fromLocalBox(box)
    return instant === null ? '' : momentOf(instant, i18n.language)
  }
  const close = () => {
    setTypedHandOver(report.id, null)
    heading.current?.focus()
  }
  return (
    <Card label={t('handOver.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('handOver.title')}
      </h2>
      <p className={classes.quiet}>{t('handOver.lead')}</p>
      <p role="status">
        {isNoted ? `${t('handOver.noted')} ` : ''}
        {handOvers.length === 0
          ? t('handOver.none')
          : t(handOvers.some(isTakenBy) ? 'handOver.taken' : 'handOver.notTaken')}
      </p>
      {handOvers.length === 0 ? null : (
        <Rows>
          {handOvers.map((handOver, at) => {
            const standing = standingOf(handOver)
            return (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows, so a line's place is its own.
                key={at}
                label={handOver.agency}
                said={sayHandOver(handOver, context)}
                aside={<Pill state={pillOf[standing]}>{t(`handOver.${standing}`)}</Pill>}
              />
            )
          })}
        </Rows>
      )}
      {asked.data === undefined ? (
        <Answered asked={asked}>{() => null}</Answered>
      ) : typed === null ? (
        <div className={classes.actions}>
          <Button
            variant="default"
            onClick={() => {
              setIsNoted(false)
              setTypedHandOver(report.id, emptyHandOver(new Date()))
            }}
          >
            {t('handOver.new')}
          </Button>
          {calls.map((call, at) => (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: the sealed report does not change.
              key={at}
              variant="subtle"
              onClick={() => {
                setIsNoted(false)
                setTypedHandOver(report.id, call)
              }}
            >
              {t('handOver.fromCall', { to: call.agency, time: timeOf(call.handedAt) })}
            </Button>
          ))}
        </div>
      ) : (
        <HandOverForm
          report={report}
          typed={typed}
          onClose={close}
          onNoted={(changed) => {
            setIsNoted(true)
            onChanged(changed)
            close()
          }}
        />
      )}
    </Card>
  )
}
