/** @file What a group decides more strictly than its charter. Locked settings are said to be so; nothing can loosen. */
import { Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CharterSettings, LockMoment } from '../../../../contract/charter-settings'
import { isStricter, type Tightening, tightened } from '../../../../contract/charter-tightening'
import type { CharterPack } from '../../../../contract/charters'
import classes from '../sessions.module.css'

/** Moments offered, latest first: those that are no stricter than the charter's are not. */
const moments = [
  { kind: 'grace', minutes: 30 },
  { kind: 'grace', minutes: 15 },
  { kind: 'grace', minutes: 5 },
  { kind: 'atStart' },
] as const satisfies readonly LockMoment[]

/** What may be ticked, as the charter has it, and the value that a tick asks for. */
const ticksOf = (settings: CharterSettings) =>
  [
    { name: 'muteOnEntry', now: settings.muteOnEntry.value, strict: true },
    { name: 'stepOutCheck', now: settings.stepOutCheck.value, strict: true },
    { name: 'invitesUnheard', now: settings.invitesUnheard.value, strict: false },
    { name: 'needsApprovedServer', now: settings.needsApprovedServer.value, strict: true },
  ] as const

/** Most registrations that can be asked for, as the contract has it. */
const REGISTRATIONS_MAX = 500

const nameOf = (moment: LockMoment): string =>
  moment.kind === 'grace' ? `grace-${moment.minutes}` : moment.kind

/** The charter, what was decided so far, and where a change goes. */
export interface StricterFieldsProps {
  pack: CharterPack
  value: Tightening
  onChange: (value: Tightening) => void
}

/** A setting that is as strict as it can be is not offered. */
export const StricterFields = ({ pack, value, onChange }: StricterFieldsProps) => {
  const { t } = useTranslation('sessions')
  const { settings } = pack
  const held = tightened(settings, value)
  const momentWords = (moment: LockMoment): string =>
    moment.kind === 'grace'
      ? t('stricter.lock.grace', { count: moment.minutes })
      : t(`stricter.lock.${moment.kind}`)
  const offered = moments.filter((moment) => isStricter.lock(moment, settings.lock.value))
  const without = (name: keyof Tightening): Tightening => {
    const { [name]: _dropped, ...rest } = value
    return rest
  }
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('stricter.legend')}</legend>
      <p className={classes.quiet}>{t('stricter.lead', { name: pack.name })}</p>
      {settings.lock.isLocked ? (
        <p>{t('stricter.lock.locked', { moment: momentWords(settings.lock.value) })}</p>
      ) : offered.length > 0 ? (
        <NativeSelect
          label={t('stricter.lock.label')}
          value={nameOf(held.lock.value)}
          onChange={({ currentTarget: { value: name } }) => {
            const moment = offered.find((one) => nameOf(one) === name)
            onChange(moment ? { ...value, lock: moment } : without('lock'))
          }}
          data={[
            {
              value: nameOf(settings.lock.value),
              label: t('stricter.asCharter', { value: momentWords(settings.lock.value) }),
            },
            ...[
              ...offered,
              // One decided before, which is not among those offered.
              ...(value.lock && isStricter.lock(value.lock, settings.lock.value) ? [value.lock] : []),
            ]
              .filter((moment, at, all) => all.findIndex((one) => nameOf(one) === nameOf(moment)) === at)
              .map((moment) => ({ value: nameOf(moment), label: momentWords(moment) })),
          ]}
        />
      ) : null}
      {ticksOf(settings).map(({ name, now, strict }) =>
        settings[name].isLocked || now === strict ? null : (
          <Checkbox
            key={name}
            label={t(`stricter.${name}`)}
            checked={held[name].value === strict}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? { ...value, [name]: strict } : without(name))
            }
          />
        ),
      )}
      {settings.registrationsMinimum.isLocked ? null : (
        <NumberInput
          label={t('stricter.registrationsMinimum.label')}
          description={t('stricter.registrationsMinimum.hint', {
            count: settings.registrationsMinimum.value ?? 0,
          })}
          min={(settings.registrationsMinimum.value ?? 0) + 1}
          max={REGISTRATIONS_MAX}
          allowDecimal={false}
          allowNegative={false}
          value={
            held.registrationsMinimum.value === settings.registrationsMinimum.value
              ? ''
              : (held.registrationsMinimum.value ?? '')
          }
          onChange={(typed) => {
            const next = typeof typed === 'number' ? typed : Number.NaN
            onChange(
              next <= REGISTRATIONS_MAX &&
                isStricter.registrationsMinimum(next, settings.registrationsMinimum.value)
                ? { ...value, registrationsMinimum: next }
                : without('registrationsMinimum'),
            )
          }}
        />
      )}
    </fieldset>
  )
}
