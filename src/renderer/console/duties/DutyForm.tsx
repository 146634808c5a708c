/** @file The form of one duty. What was typed stays, whatever the answer is. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { type DutyDraft, DutyKind, type DutyRhythm, type OwnDuty } from '../../../contract/duties'
import type { TypedDuty } from '../../../contract/unfinished-forms'
import { client } from '../client'
import { holdsRoomName } from '../debrief'
import { ProblemNotice } from '../ProblemNotice'
import { UnfinishedLine } from '../UnfinishedLine'
import { Section } from '../ui/Section'
import { useEnterActs, useSaveKeys } from '../ui/save-keys'
import { type DutyProblem, kindOf, ofKind, readDuty } from './draft'
import classes from './duties.module.css'
import { changeForm, formKeyOf, type OpenForm, startOf, typedDuties } from './open-form'
import './words'

/** The form that is open. `onClose`: saved (with the duty), or left. */
export interface DutyFormProps {
  form: OpenForm
  onClose: (saved: OwnDuty | null) => void
}

const rhythms = ['once', 'days', 'months', 'hours'] as const satisfies readonly DutyRhythm['kind'][]

/** All fields of a duty, checked when saving, then live. Escape leaves it while nothing was typed. */
export const DutyForm = ({ form, onClose }: DutyFormProps) => {
  const { t } = useTranslation('duties')
  const { duty, dutyId } = form
  const held = typedDuties.useTyped(formKeyOf(form))
  const typed = held ?? startOf(form)
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const read = readDuty(typed)
  const set = (part: Partial<TypedDuty>) => changeForm((now) => ({ ...now, ...part }))
  const errorOf = (problem: DutyProblem) =>
    isChecked && !read.isGood && read.problems.has(problem) ? t(`form.bad.${problem}`) : undefined
  useEffect(() => place.current?.querySelector('select')?.focus(), [])
  const save = useMutation({
    /** The saved duty; null where its title holds a name of the room, and nothing is stored (promise 1). */
    mutationFn: async (draft: DutyDraft) =>
      (await holdsRoomName(draft.title)) ? null : client.duties.save({ dutyId, isNew: duty === null, draft }),
    onSuccess: (saved) => {
      if (saved) onClose(saved)
      else place.current?.querySelector<HTMLElement>('input')?.focus()
    },
  })
  const isNaming = save.data === null
  const trySave = () => {
    flushSync(() => setIsChecked(true))
    if (read.isGood) save.mutate(read.draft)
    else place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const act = save.isPending ? undefined : trySave
  const saveKeys = useSaveKeys(t('form.saveNamed'), act)
  useEnterActs(place, act)
  const number = (
    field: 'days' | 'months' | 'soonHours' | 'dueHours' | 'remindDays',
    problem: DutyProblem,
  ) => (
    <TextInput
      inputMode="numeric"
      maxLength={4}
      label={t(`form.${field}`)}
      value={typed[field]}
      error={errorOf(problem)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
  const day = (field: 'dueOn' | 'endsOn', label: 'dueOn' | 'from' | 'to', hint?: string) => (
    <TextInput
      type="date"
      label={t(`form.${label}`)}
      description={hint}
      value={typed[field]}
      error={errorOf(label)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
  const isAway = typed.kind === 'absence'
  return (
    <Section title={t(duty ? 'form.change' : 'form.new')} isRegion>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape, from any field of it. */}
      <div
        className={classes.fields}
        ref={place}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && held === null) onClose(null)
        }}
      >
        <UnfinishedLine forms={typedDuties} formKey={formKeyOf(form)} onDiscard={() => onClose(null)} />
        <NativeSelect
          label={t('form.kind')}
          value={typed.kind}
          data={DutyKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => {
            const kind = kindOf(event.currentTarget.value)
            changeForm((now) => (duty ? { ...now, kind } : ofKind(kind, now)))
          }}
        />
        <TextInput
          label={t('form.title')}
          description={t('form.titleHint')}
          value={typed.title}
          error={isNaming ? t('form.bad.name') : errorOf('title')}
          onChange={(event) => {
            if (isNaming) save.reset()
            set({ title: event.currentTarget.value })
          }}
        />
        {isAway ? (
          <div className={classes.pair}>
            {day('dueOn', 'from')}
            {day('endsOn', 'to')}
          </div>
        ) : (
          <div className={classes.pair}>
            <NativeSelect
              label={t('form.rhythm')}
              value={typed.rhythm}
              data={rhythms.map((value) => ({ value, label: t(`form.rhythms.${value}`) }))}
              onChange={({ currentTarget: { value } }) =>
                set({ rhythm: rhythms.find((one) => one === value) ?? 'once' })
              }
            />
            {typed.rhythm === 'days' ? number('days', 'days') : null}
            {typed.rhythm === 'months' ? number('months', 'months') : null}
            {typed.rhythm === 'hours' ? number('soonHours', 'hours') : null}
            {typed.rhythm === 'hours' ? number('dueHours', 'hours') : null}
          </div>
        )}
        {!isAway && typed.rhythm !== 'hours' ? day('dueOn', 'dueOn', t('form.dueOnHint')) : null}
        {typed.rhythm === 'hours' && !isAway ? null : number('remindDays', 'remindDays')}
        <ProblemNotice error={save.error} title={t('form.failed')} />
        <div className={classes.actions}>
          <Button loading={save.isPending} onClick={trySave} {...saveKeys}>
            {t('form.save')}
          </Button>
          <Button variant="default" onClick={() => onClose(null)}>
            {t('form.cancel')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
