/** @file Settings: how the console looks, says times and locks on this computer, and ways to what is set elsewhere. */
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DeviceState } from '../../../../contract/device'
import {
  IDLE_LOCK_MINUTES,
  LANGUAGES,
  TEXT_SIZES,
  THEMES,
  TIME_STYLES,
} from '../../../../contract/preference-choices'
import type { Preferences } from '../../../../contract/preferences'
import type { Work } from '../../../../contract/vault'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { usePreferences } from '../../preferences'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { timeIn } from '../../ui/when'
import { registerWords } from '../../words'
import words from '../../words/en/settings.json'
import { openKeysDialog } from '../keys-dialog-state'
import { WorkChoice } from '../WorkChoice'
import { Choice } from './Choice'
import { DataFolder } from './DataFolder'
import classes from './settings.module.css'
import { usePreferencesChange } from './use-preferences-change'

registerWords('settings', words)

/** The page. */
export const SettingsPage = () => {
  const { t } = useTranslation('settings')
  const device = useQuery(queries.device.state.queryOptions())
  return (
    <Page title={t('title')} lead={t('lead')} width="narrow">
      <Answered asked={device}>{(state) => <Settings state={state} />}</Answered>
    </Page>
  )
}

const Settings = ({ state }: { state: DeviceState }) => {
  const { t } = useTranslation('settings')
  const preferences = usePreferences()
  const { change, error, reset } = usePreferencesChange()
  const [before, setBefore] = useState<Preferences | null>(null)
  const set = (next: Partial<Preferences>) => {
    setBefore(null)
    change(next)
  }
  return (
    <>
      <Trouble trouble={state.trouble} />
      <ProblemNotice error={error} />
      <OwnWork />
      <Language preferences={preferences} set={set} />
      <Look preferences={preferences} set={set} />
      <Section title={t('time.title')} isRegion>
        <TimeStyle preferences={preferences} set={set} />
      </Section>
      <Locking state={state} preferences={preferences} set={set} />
      <Elsewhere />
      <DataFolder state={state} />
      <Section title={t('about.sectionTitle')} isRegion>
        <div className={classes.acts}>
          <Button variant="default" component={Link} href="/about">
            {t('about.open')}
          </Button>
        </div>
      </Section>
      <div className={classes.acts}>
        <Button
          variant="default"
          loading={reset.isPending}
          onClick={() => reset.mutate(undefined, { onSuccess: () => setBefore(preferences) })}
        >
          {t('reset.act')}
        </Button>
      </div>
      {before === null ? null : (
        <Notice
          tone="plain"
          title={t('reset.title')}
          actions={
            <Button variant="default" onClick={() => set(before)}>
              {t('reset.undo')}
            </Button>
          }
        >
          {t('reset.body')}
        </Notice>
      )}
    </>
  )
}

const Trouble = ({ trouble }: Pick<DeviceState, 'trouble'>) => {
  const { t } = useTranslation('settings')
  if (trouble === null) return null
  return trouble.kind === 'setAside' ? (
    <Notice tone="wait" title={t('trouble.setAside.title')}>
      {t('trouble.setAside.body', { file: trouble.fileName })}
    </Notice>
  ) : (
    <Notice tone="wait" title={t('trouble.notStored.title')}>
      {t(`trouble.notStored.${trouble.reason}`)}
    </Notice>
  )
}

interface PartProps {
  preferences: Preferences
  set: (next: Partial<Preferences>) => void
}

/** What is on the screen. What is kept of what is not stays where it is. */
const OwnWork = () => {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const profile = useQuery(queries.vault.profile.queryOptions())
  const set = useMutation({
    mutationFn: (work: Work) => client.vault.setWork({ work }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.vault.key() }),
    onSettled: () => setChosen(null),
  })
  // Shown at once, until it is stored: a choice that springs back for a moment is made again.
  const [chosen, setChosen] = useState<Work | null>(null)
  return (
    <Section title={t('work.title')} isRegion>
      <WorkChoice
        work={chosen ?? profile.data?.work ?? 'facilitates'}
        isDisabled={profile.data === undefined}
        onChange={(work) => {
          setChosen(work)
          set.mutate(work)
        }}
      />
      <ProblemNotice error={set.error} />
    </Section>
  )
}

const Language = ({ preferences, set }: PartProps) => {
  const { t } = useTranslation('settings')
  return (
    <Section title={t('language.title')} isRegion>
      <Choice
        label={t('language.words')}
        choices={LANGUAGES}
        value={preferences.language}
        wordsOf={(choice) => t(`language.choices.${choice}`)}
        onChange={(language) => set({ language })}
      />
      <p className={classes.help}>{t('language.help')}</p>
    </Section>
  )
}

const Look = ({ preferences, set }: PartProps) => {
  const { t } = useTranslation('settings')
  return (
    <Section title={t('look.title')} isRegion>
      <div className={classes.fields}>
        <Choice
          label={t('look.theme')}
          choices={THEMES}
          value={preferences.theme}
          wordsOf={(choice) => t(`look.themes.${choice}`)}
          onChange={(theme) => set({ theme })}
        />
        <div>
          <Choice
            label={t('look.textSize')}
            choices={TEXT_SIZES}
            value={preferences.textSize}
            wordsOf={(choice) => t(`look.textSizes.${choice}`)}
            onChange={(textSize) => set({ textSize })}
          />
          <p className={classes.help}>{t('look.zoom')}</p>
        </div>
        <Checkbox
          label={t('look.motion')}
          description={t('look.motionHelp')}
          checked={preferences.motion === 'none'}
          onChange={(event) => set({ motion: event.currentTarget.checked ? 'none' : 'system' })}
        />
      </div>
    </Section>
  )
}

/** An evening's hour, in which the two ways of saying it differ. */
const EXAMPLE = new Date(2026, 0, 1, 19, 4)

const TimeStyle = ({ preferences, set }: PartProps) => {
  const { t, i18n } = useTranslation('settings')
  return (
    <Choice
      label={t('time.style')}
      choices={TIME_STYLES}
      value={preferences.timeStyle}
      wordsOf={(choice) =>
        t(`time.styles.${choice}`, { example: timeIn(choice, EXAMPLE.getTime(), i18n.language) })
      }
      onChange={(timeStyle) => set({ timeStyle })}
    />
  )
}

const Locking = ({ state, preferences, set }: PartProps & { state: DeviceState }) => {
  const { t } = useTranslation('settings')
  const reach = state.contentProtection
  return (
    <Section title={t('lock.title')} isRegion>
      <div className={classes.fields}>
        <NativeSelect
          className={classes.narrow}
          label={t('lock.idle')}
          description={t('lock.idleHelp')}
          value={preferences.idleLockMinutes}
          data={IDLE_LOCK_MINUTES.map((minutes) => ({
            value: String(minutes),
            label: t('lock.minutes', { count: minutes }),
          }))}
          onChange={(event) => {
            const next = IDLE_LOCK_MINUTES.find((minutes) => String(minutes) === event.currentTarget.value)
            if (next !== undefined) set({ idleLockMinutes: next })
          }}
        />
        {reach === 'acts' ? (
          <Checkbox
            label={t('lock.protection')}
            description={t('lock.protectionHelp.acts')}
            checked={preferences.hasContentProtection}
            onChange={(event) => set({ hasContentProtection: event.currentTarget.checked })}
          />
        ) : (
          // No control that only looks alive.
          <div>
            <p>{t('lock.protection')}</p>
            <p className={classes.help}>{t(`lock.protectionHelp.${reach}`)}</p>
          </div>
        )}
      </div>
    </Section>
  )
}

const Elsewhere = () => {
  const { t } = useTranslation('settings')
  return (
    <>
      <Section title={t('keys.title')} lead={t('keys.body')} isRegion>
        <div className={classes.acts}>
          <Button variant="default" onClick={openKeysDialog}>
            {t('keys.open')}
          </Button>
        </div>
      </Section>
      <Section title={t('vault.title')} isRegion>
        <div className={classes.acts}>
          {(
            [
              ['passphrase', '/passphrase'],
              ['sheet', '/recovery'],
              ['backup', '/backup'],
              ['kept', '/kept'],
            ] as const
          ).map(([word, href]) => (
            <Button key={word} variant="default" component={Link} href={href}>
              {t(`vault.${word}`)}
            </Button>
          ))}
        </div>
      </Section>
    </>
  )
}
