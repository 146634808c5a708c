/** @file Notes that a report was given to somebody: a role or an agency, never a name of the report. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HandOverMethod, HandOverOutcome, Recipient } from '../../../../contract/report-handing'
import { hasNameOf } from '../../../../contract/report-names'
import type { Report } from '../../../../contract/reporting'
import type { TypedHandOver } from '../../../../contract/unfinished-forms'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { UnfinishedLine } from '../../UnfinishedLine'
import { Notice } from '../../ui/Notice'
import { zoneOf } from '../../ui/when'
import { BOX_MAX, fromLocalBox } from '../local-time'
import classes from './sealed.module.css'
import {
  AGENCY_MAX,
  type HandOverProblems,
  REFERENCE_MAX,
  readHandOver,
  setTypedHandOver,
  typedHandOvers,
} from './typed-hand-over'

/** The form as typed, and what follows from it. */
export interface HandOverFormProps {
  report: Report
  typed: TypedHandOver
  onNoted: (report: Report) => void
  onClose: () => void
}

const limits: Partial<Record<keyof TypedHandOver, number>> = { agency: AGENCY_MAX, reference: REFERENCE_MAX }

/** The form. */
export const HandOverForm = ({ report, typed, onNoted, onClose }: HandOverFormProps) => {
  const { t, i18n } = useTranslation('reporting')
  const [problems, setProblems] = useState<HandOverProblems>({})
  const [isSaidNoName, setIsSaidNoName] = useState(false)
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const form = useRef<HTMLFieldSetElement>(null)
  const note = useMutation(queries.reporting.noteHandOver.mutationOptions({ onSuccess: onNoted }))
  const hasName = [typed.agency, typed.reference].some((line) => hasNameOf(report.body, line))
  const instant = fromLocalBox(typed.handedAt)

  const set = (part: Partial<TypedHandOver>) => {
    setTypedHandOver(report.id, { ...typed, ...part })
    // What was said of other words does not hold for these.
    if ('agency' in part || 'reference' in part) setIsSaidNoName(false)
    setProblems((now) => {
      const left = { ...now }
      for (const name of Object.keys(part)) Reflect.deleteProperty(left, name)
      return left
    })
  }
  const submit = () => {
    const read = readHandOver(typed)
    setProblems(read.problems ?? {})
    if (read.handOver === null) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    note.mutate({ reportId: report.id, handOver: read.handOver, isSaidNoName: hasName && isSaidNoName })
  }
  const errorOf = (name: keyof TypedHandOver) => {
    const problem = problems[name]
    return problem === undefined ? undefined : t(`handOver.${problem}`, { count: limits[name] ?? 0 })
  }
  const choice = (name: 'recipient' | 'method' | 'outcome', options: readonly string[]) => (
    <NativeSelect
      {...(name === 'recipient' ? { ref: first } : {})}
      label={t(`handOver.${name}`)}
      error={errorOf(name)}
      value={typed[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      data={[
        { value: '', label: t('handOver.choose') },
        ...options.map((value) => ({ value, label: t(`${name}.${value}`) })),
      ]}
    />
  )
  return (
    <fieldset ref={form} className={classes.fields} aria-label={t('handOver.new')}>
      <UnfinishedLine forms={typedHandOvers} formKey={report.id} onDiscard={onClose} />
      {choice('recipient', Recipient.options)}
      <TextInput
        label={t('handOver.agency')}
        description={t('handOver.agencyHelp')}
        error={errorOf('agency')}
        value={typed.agency}
        onChange={(event) => set({ agency: event.currentTarget.value })}
      />
      {choice('method', HandOverMethod.options)}
      <TextInput
        type="datetime-local"
        max={BOX_MAX}
        label={t('handOver.handedAt')}
        description={instant === null ? undefined : t('event.zone', { zone: zoneOf(instant, i18n.language) })}
        error={errorOf('handedAt')}
        value={typed.handedAt}
        onChange={(event) => set({ handedAt: event.currentTarget.value })}
      />
      {choice('outcome', HandOverOutcome.options)}
      <TextInput
        label={t('handOver.reference')}
        description={t('handOver.referenceHelp')}
        error={errorOf('reference')}
        value={typed.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      {hasName ? (
        <Notice tone="wait" title={t('handOver.nameTitle')}>
          <p>{t('handOver.nameBody')}</p>
          <Checkbox
            label={t('handOver.noName')}
            checked={isSaidNoName}
            onChange={(event) => setIsSaidNoName(event.currentTarget.checked)}
          />
        </Notice>
      ) : null}
      <ProblemNotice error={note.error} title={t('handOver.failed')} />
      <p className={classes.quiet}>{t('handOver.here')}</p>
      <div className={classes.actions}>
        <Button loading={note.isPending} onClick={submit}>
          {t('handOver.note')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('handOver.close')}
        </Button>
      </div>
    </fieldset>
  )
}
