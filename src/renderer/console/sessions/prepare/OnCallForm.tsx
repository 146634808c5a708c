/** @file Region for crisis numbers and the person on call: a role and a number, never a member of a group. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CrisisSettings, OnCallContact } from '../../../../contract/conduct'
import { client } from '../../client'
import { Notice } from '../../ui/Notice'
import { useProblemWords } from '../../words/problems'
import { regionWords } from '../../words/region-name'
import classes from '../sessions.module.css'
import { crisisRegionsQuery, crisisSettingsQuery } from './crisis-queries'
import '../words'

/** Words on the buttons, and what follows. */
export interface OnCallFormProps {
  saveLabel: string
  onSaved: () => void
  cancelLabel: string
  onCancel: () => void
}

/** Loads what is kept, then shows the form. */
export const OnCallForm = (props: OnCallFormProps) => {
  const { t: tApp } = useTranslation('app')
  const problemWords = useProblemWords()
  const settings = useQuery(crisisSettingsQuery)
  const regions = useQuery(crisisRegionsQuery)
  const failed = [settings, regions].find(({ isError }) => isError)
  if (failed) {
    const { title, body } = problemWords(failed.error)
    return (
      <Notice
        tone="problem"
        title={title}
        actions={
          <>
            <Button
              variant="default"
              onClick={() => {
                void settings.refetch()
                void regions.refetch()
              }}
            >
              {tApp('tryAgain')}
            </Button>
            <Button variant="subtle" onClick={props.onCancel}>
              {props.cancelLabel}
            </Button>
          </>
        }
      >
        {body}
      </Notice>
    )
  }
  if (!settings.data || !regions.data) return <p role="status">{tApp('loading')}</p>
  return <Form {...props} settings={settings.data} regions={regions.data} />
}

const Form = (props: OnCallFormProps & { settings: CrisisSettings; regions: string[] }) => {
  const { settings, regions } = props
  const { t, i18n } = useTranslation('sessions')
  const problemWords = useProblemWords()
  const regionName = (code: string) => regionWords(code, i18n.language, t('crisis.regions.WORLD'))
  const queryClient = useQueryClient()
  const [region, setRegion] = useState(settings.region)
  const [role, setRole] = useState(settings.onCall?.role ?? '')
  const [number, setNumber] = useState(settings.onCall?.number ?? '')
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const isEmpty = role.trim() === '' && number.trim() === ''
  const onCall = OnCallContact.safeParse({ role, number })
  const isGood = isEmpty || onCall.success
  const choices = regions.includes(region) || region === '' ? regions : [region, ...regions]
  const save = useMutation({
    mutationFn: (next: CrisisSettings) => client.conduct.saveCrisisSettings(next),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['conduct'] })
      props.onSaved()
    },
  })
  const trySave = () => {
    setIsChecked(true)
    if (isEmpty) save.mutate({ region, onCall: null })
    else if (onCall.success) save.mutate({ region, onCall: onCall.data })
    else place.current?.querySelector<HTMLInputElement>('input')?.focus()
  }
  const problem = save.isError ? problemWords(save.error) : null
  return (
    <div className={classes.fields} ref={place}>
      <NativeSelect
        label={t('crisis.region')}
        value={region}
        data={choices.map((value) => ({ value, label: regionName(value) }))}
        onChange={(event) => setRegion(event.currentTarget.value)}
      />
      <TextInput
        label={t('crisis.role')}
        description={t('crisis.roleHint')}
        value={role}
        maxLength={60}
        error={isChecked && !isGood ? t('crisis.bothNeeded') : undefined}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <TextInput
        label={t('crisis.number')}
        inputMode="tel"
        value={number}
        maxLength={40}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      {problem ? (
        <Notice tone="problem" title={t('crisis.notSaved')}>
          {problem.title}. {problem.body}
        </Notice>
      ) : null}
      <div className={classes.actions}>
        <Button loading={save.isPending} onClick={trySave}>
          {props.saveLabel}
        </Button>
        <Button variant="subtle" onClick={props.onCancel}>
          {props.cancelLabel}
        </Button>
      </div>
    </div>
  )
}
