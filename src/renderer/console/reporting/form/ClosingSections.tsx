/** @file What was done already, who reports, and the sign-off. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReportBody } from '../../../../contract/reporting'
import { fieldId, fromLocalBox, toLocalBox } from '../body'
import type { SectionProps } from '../use-draft'
import { KnownTextField, Section, TextField, YesNoField } from './fields'
import classes from './fields.module.css'
import { replaceAt, without } from './rows'

const ACTIONS_MAX = 40

/** Actions taken; the list may stay empty. */
export const ActionsSection = ({ body, change }: SectionProps) => {
  const { t } = useTranslation('reporting')
  const { actions } = body
  const set = (next: ReportBody['actions']) => change((old) => ({ ...old, actions: next }))
  const ownRole = body.reporter.role.is === 'known' ? body.reporter.role.value : t('actions.ownRole')
  return (
    <Section id="actions">
      <ul className={classes.rows}>
        {actions.map((action, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by.
          <li key={at} className={classes.row}>
            <TextField
              path={`actions.${at}.what`}
              value={action.what}
              rows={2}
              onChange={(what) => set(replaceAt(actions, at, { ...action, what }))}
            />
            <div className={classes.pair}>
              <TextInput
                type="datetime-local"
                label={t('fields.actions_at')}
                value={toLocalBox(action.at)}
                onChange={(event) => {
                  const instant = fromLocalBox(event.currentTarget.value)
                  if (instant) set(replaceAt(actions, at, { ...action, at: instant }))
                }}
              />
              <TextField
                path={`actions.${at}.by`}
                value={action.by}
                onChange={(by) => set(replaceAt(actions, at, { ...action, by }))}
              />
            </div>
            <div>
              <Button variant="default" onClick={() => set(without(actions, at))}>
                {t('rows.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="default"
          disabled={actions.length >= ACTIONS_MAX}
          onClick={() => set([...actions, { at: new Date().toISOString(), what: '', by: ownRole }])}
        >
          {t('actions.add')}
        </Button>
      </div>
    </Section>
  )
}

/** Who reports. */
export const ReporterSection = ({ body, change }: SectionProps) => {
  const { reporter } = body
  const set = (part: Partial<ReportBody['reporter']>) =>
    change((old) => ({ ...old, reporter: { ...old.reporter, ...part } }))
  return (
    <Section id="reporter">
      <KnownTextField path="reporter.name" value={reporter.name} onChange={(name) => set({ name })} />
      <KnownTextField path="reporter.role" value={reporter.role} onChange={(role) => set({ role })} />
      <KnownTextField
        path="reporter.organization"
        value={reporter.organization}
        onChange={(organization) => set({ organization })}
      />
      <KnownTextField
        path="reporter.contact"
        value={reporter.contact}
        onChange={(contact) => set({ contact })}
      />
      <KnownTextField
        path="reporter.relationshipToPerson"
        value={reporter.relationshipToPerson}
        onChange={(relationshipToPerson) => set({ relationshipToPerson })}
      />
      <YesNoField
        path="reporter.firsthandKnowledge"
        value={reporter.firsthandKnowledge}
        onChange={(firsthandKnowledge) => set({ firsthandKnowledge })}
      />
    </Section>
  )
}

/** Facts apart from opinion, read back, signed. */
export const SignOffSection = ({ body, change }: SectionProps) => {
  const { t } = useTranslation('reporting')
  const { attestation } = body
  const set = (part: Partial<ReportBody['attestation']>) =>
    change((old) => ({ ...old, attestation: { ...old.attestation, ...part } }))
  return (
    <Section id="signOff">
      <Checkbox
        id={fieldId('attestation.factsSeparated')}
        label={t('fields.attestation_factsSeparated')}
        checked={attestation.factsSeparated}
        onChange={(event) => set({ factsSeparated: event.currentTarget.checked })}
      />
      <Checkbox
        id={fieldId('attestation.readBack')}
        label={t('fields.attestation_readBack')}
        checked={attestation.readBack}
        onChange={(event) => set({ readBack: event.currentTarget.checked })}
      />
      <TextField
        path="attestation.signedName"
        value={attestation.signedName}
        onChange={(signedName) => set({ signedName })}
      />
    </Section>
  )
}
