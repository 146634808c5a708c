/**
 * @file Region for all numbers, the person on call (a role and a number, never a member of a group), and apart from
 * it how everybody reaches the organization.
 */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CrisisSettings, GroupContact, OnCallContact, type Region } from '../../../contract/conduct'
import { THE_ONE, type TypedContacts } from '../../../contract/unfinished-forms'
import { Answered, bothAsked } from '../Answered'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { UnfinishedLine } from '../UnfinishedLine'
import { Notice } from '../ui/Notice'
import { useEnterActs } from '../ui/save-keys'
import classes from './OnCallForm.module.css'
import { PlaceSelect } from './place/PlaceSelect'
import { setTypedContacts, typedContacts, useTypedContacts } from './typed-contacts'
import './words'

/** Words on the buttons, and what follows. */
export interface OnCallFormProps {
  saveLabel: string
  onSaved: () => void
  cancelLabel: string
  onCancel: () => void
}

/** Loads what is kept, then shows the form. */
export const OnCallForm = (props: OnCallFormProps) => {
  const queryClient = useQueryClient()
  const settings = useQuery(queries.conduct.crisisSettings.queryOptions())
  const regions = useQuery(queries.conduct.crisisRegions.queryOptions())
  const typed = typedContacts.useAsked()
  if (!settings.data || !regions.data || !typed.data) {
    return (
      <Answered
        asked={bothAsked(bothAsked(settings, regions), typed)}
        insteadOfAnswer={
          <Button variant="subtle" onClick={props.onCancel}>
            {props.cancelLabel}
          </Button>
        }
      >
        {() => null}
      </Answered>
    )
  }
  const save = async (next: CrisisSettings & { region: Region }) => {
    await client.conduct.saveCrisisSettings(next)
    await queryClient.invalidateQueries({ queryKey: queries.conduct.key() })
    await queryClient.invalidateQueries({ queryKey: queries.vault.leftOut.key() })
  }
  return <CrisisSettingsForm {...props} settings={settings.data} known={regions.data} onSave={save} />
}

/** What is kept, the regions with resources, and how a choice is kept. */
export interface CrisisSettingsFormProps extends OnCallFormProps {
  settings: CrisisSettings
  known: readonly Region[]
  /** Rejects with an error of the contract where it could not be kept. */
  onSave: (next: CrisisSettings & { region: Region }) => Promise<void>
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/** Whether a text holds a telephone number, however either is written. */
const holdsNumber = (text: string, number: string): boolean => {
  const digits = digitsOf(number)
  // Shorter ones stand in other numbers by chance.
  return digits.length >= 5 && digitsOf(text).includes(digits)
}

/** The form. A region must be chosen; the contact may be left empty. */
export const CrisisSettingsForm = (props: CrisisSettingsFormProps) => {
  const { settings, known } = props
  const { t } = useTranslation('conduct')
  const kept: TypedContacts = {
    region: settings.region,
    role: settings.onCall?.role ?? '',
    number: settings.onCall?.number ?? '',
    contact: settings.groupContact ?? '',
  }
  const typed = useTypedContacts() ?? kept
  const { region, role, number, contact } = typed
  const set = (part: Partial<TypedContacts>) => setTypedContacts({ ...typed, ...part }, kept)
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const contactBox = useRef<HTMLInputElement>(null)
  const isEmpty = role.trim() === '' && number.trim() === ''
  const onCall = OnCallContact.safeParse({ role, number })
  const groupContact = contact.trim() === '' ? null : GroupContact.safeParse(contact).data
  const isGood = isEmpty || onCall.success
  const letGo = (then: () => void) => {
    setTypedContacts(null)
    then()
  }
  const save = useMutation({ mutationFn: props.onSave, onSuccess: () => letGo(props.onSaved) })
  const trySave = () => {
    setIsChecked(true)
    if (region === null) place.current?.querySelector('select')?.focus()
    else if (!isGood) place.current?.querySelector('input')?.focus()
    else if (groupContact === undefined) contactBox.current?.focus()
    else save.mutate({ region, onCall: onCall.data ?? null, groupContact })
  }
  useEnterActs(place, save.isPending ? undefined : trySave)
  return (
    <div className={classes.fields} ref={place}>
      <UnfinishedLine forms={typedContacts} formKey={THE_ONE} />
      <PlaceSelect
        label={t('inPlace.region')}
        description={t('inPlace.regionHint')}
        value={region}
        emptyLabel={t('inPlace.chooseRegion')}
        known={known}
        error={isChecked && region === null ? t('inPlace.regionNeeded') : undefined}
        onChange={(chosen) => set({ region: chosen })}
      />
      <TextInput
        label={t('inPlace.role')}
        description={t('inPlace.roleHint')}
        value={role}
        maxLength={60}
        error={isChecked && !isGood ? t('inPlace.bothNeeded') : undefined}
        onChange={(event) => set({ role: event.currentTarget.value })}
      />
      <TextInput
        label={t('inPlace.number')}
        inputMode="tel"
        value={number}
        maxLength={40}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      <TextInput
        ref={contactBox}
        label={t('inPlace.groupContact')}
        description={t('inPlace.groupContactHint')}
        value={contact}
        maxLength={120}
        error={isChecked && groupContact === undefined ? t('inPlace.groupContactBad') : undefined}
        onChange={(event) => set({ contact: event.currentTarget.value })}
      />
      {holdsNumber(contact, number) ? (
        <Notice tone="wait" title={t('inPlace.sameNumber')}>
          {t('inPlace.sameNumberBody')}
        </Notice>
      ) : null}
      <ProblemNotice error={save.error} title={t('inPlace.notSaved')} />
      <div className={classes.actions}>
        <Button loading={save.isPending} onClick={trySave}>
          {props.saveLabel}
        </Button>
        <Button variant="subtle" onClick={() => letGo(props.onCancel)}>
          {props.cancelLabel}
        </Button>
      </div>
    </div>
  )
}
