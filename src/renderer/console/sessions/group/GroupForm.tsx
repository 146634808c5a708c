/** @file The form of a group. What was typed stays, whatever the answer is. */

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { tightened } from '../../../../contract/charter-tightening'
import type { CharterSummary } from '../../../../contract/charters'
import type { Group, GroupDraft } from '../../../../contract/sessions'
import { NOT_YET, type TypedGroup } from '../../../../contract/unfinished-forms'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { UnfinishedLine } from '../../UnfinishedLine'
import { Notice } from '../../ui/Notice'
import { useEnterActs, useSaveKeys } from '../../ui/save-keys'
import { FromCalendar } from '../calendar/FromCalendar'
import { packOptions } from '../queries'
import classes from '../sessions.module.css'
import { type FieldProblems, filledFrom, readGroup, zoneChoices } from './draft'
import { SecondServerFields } from './SecondServerFields'
import { ServerFields } from './ServerFields'
import { StricterFields } from './StricterFields'
import { typedGroups } from './typed-groups'

/** A kept group or null for a new one, the form it starts with, and the charters to choose from. */
export interface GroupFormProps {
  group: Group | null
  initial: TypedGroup
  charters: readonly CharterSummary[]
}

/** All fields of a group, checked when saving, then live. */
export const GroupForm = ({ group, initial, charters }: GroupFormProps) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const key = group?.id ?? NOT_YET
  const typed = typedGroups.useTyped(key) ?? initial
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const pack = useQuery(packOptions(typed.charterId))
  const settings = pack.data && tightened(pack.data.settings, typed.tightened)
  const needsApproval = settings?.needsApprovedServer.value ?? false
  const minimum = settings?.registrationsMinimum.value ?? null
  const read = readGroup(typed, needsApproval)
  const problems: FieldProblems = isChecked && !read.isGood ? read.problems : {}
  const zones = useMemo(
    () => zoneChoices(initial.timeZone, typed.timeZone),
    [initial.timeZone, typed.timeZone],
  )
  const change = (how: (now: TypedGroup) => TypedGroup) =>
    typedGroups.hold(key, how(typedGroups.read(key) ?? initial), initial)
  const set = (part: Partial<TypedGroup>) => change((now) => ({ ...now, ...part }))
  const leave = () => {
    typedGroups.hold(key, null)
    // A first or further group is prepared from home; a changed one was reached from the list.
    navigate(group ? '/groups' : '/')
  }
  const errorOf = (field: keyof TypedGroup) => {
    const key = problems[field]
    return key === undefined ? undefined : t(`group.${key}`)
  }

  const save = useMutation({
    mutationFn: (draft: GroupDraft) =>
      group
        ? client.sessions.updateGroup({ ...draft, groupId: group.id })
        : client.sessions.createGroup(draft),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.sessions.key() })
      await queryClient.invalidateQueries({ queryKey: queries.vault.key() })
      leave()
    },
  })
  const trySave = () => {
    flushSync(() => setIsChecked(true))
    if (read.isGood) save.mutate(read.draft)
    else place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  // Twice would be two groups.
  const act = save.isPending ? undefined : trySave
  const saveKeys = useSaveKeys(t('group.saveNamed'), act)
  useEnterActs(place, act)

  return (
    <div className={classes.fields} ref={place}>
      <UnfinishedLine forms={typedGroups} formKey={key} onDiscard={() => setIsChecked(false)} />
      {group ? null : (
        <FromCalendar
          ownZone={initial.timeZone}
          onFill={(entry) => change((now) => filledFrom(entry, now))}
        />
      )}
      <TextInput
        label={t('group.name')}
        description={t('group.nameHint')}
        value={typed.name}
        maxLength={80}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {charters.length > 0 ? (
        <NativeSelect
          label={t('group.charter')}
          value={typed.charterId}
          data={[
            // Forgotten since: a list without it would show another one as if it were chosen.
            ...(charters.some(({ id }) => id === typed.charterId)
              ? []
              : [{ value: typed.charterId, label: t('group.charterGone') }]),
            ...charters.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={errorOf('charterId')}
          onChange={(event) => set({ charterId: event.currentTarget.value })}
        />
      ) : (
        <Notice tone="wait" title={t('group.noCharter')} />
      )}
      <ServerFields typed={typed} onChange={set} needsApproval={needsApproval} errorOf={errorOf} />
      <SecondServerFields typed={typed} onChange={set} needsApproval={needsApproval} errorOf={errorOf} />
      <fieldset className={classes.fieldset}>
        <legend>{t('group.time.legend')}</legend>
        <div className={classes.pair}>
          <NativeSelect
            label={t('group.time.weekday')}
            value={typed.weekday}
            data={['1', '2', '3', '4', '5', '6', '7'].map((value) => ({
              value,
              label: t(`weekdays.${value}`),
            }))}
            error={errorOf('weekday')}
            onChange={(event) => set({ weekday: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('group.time.startsAt')}
            value={typed.startsAtLocal}
            error={errorOf('startsAtLocal')}
            onChange={(event) => set({ startsAtLocal: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('group.time.zone')}
            value={typed.timeZone}
            data={zones}
            error={errorOf('timeZone')}
            onChange={(event) => set({ timeZone: event.currentTarget.value })}
          />
          <TextInput
            inputMode="numeric"
            label={t('group.time.minutes')}
            value={typed.plannedMinutes}
            maxLength={4}
            error={errorOf('plannedMinutes')}
            onChange={(event) => set({ plannedMinutes: event.currentTarget.value })}
          />
        </div>
      </fieldset>
      {pack.data ? (
        <StricterFields
          pack={pack.data}
          value={typed.tightened}
          onChange={(value) => set({ tightened: value })}
        />
      ) : null}
      <TextInput
        inputMode="numeric"
        label={t('group.registered')}
        description={
          minimum === null ? t('group.registeredHint') : t('group.registeredNeeded', { count: minimum })
        }
        value={typed.registeredCount}
        maxLength={6}
        error={errorOf('registeredCount')}
        onChange={(event) => set({ registeredCount: event.currentTarget.value })}
      />
      {isChecked && !read.isGood ? <Notice tone="wait" title={t('group.fix')} /> : null}
      <ProblemNotice error={save.error} title={t('group.failed')} more={t('group.kept')} />
      <div className={classes.actions}>
        <Button loading={save.isPending} onClick={trySave} {...saveKeys}>
          {t('group.save')}
        </Button>
        <Button variant="subtle" onClick={leave}>
          {t('group.leave')}
        </Button>
      </div>
    </div>
  )
}
