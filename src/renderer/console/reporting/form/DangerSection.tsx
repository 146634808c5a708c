/** @file Danger first. */
import { TextInput } from '@mantine/core'
import type { ReportBody } from '../../../../contract/reporting'
import { fieldId, fromLocalBox, toLocalBox } from '../body'
import type { SectionProps } from '../use-draft'
import { Section, TextField, useFieldWords, YesNoField } from './fields'
import classes from './fields.module.css'

/** Whether somebody is in danger now, and what was done about it. */
export const DangerSection = ({ body, change }: SectionProps) => {
  const { danger } = body
  const calledAt = useFieldWords('danger.calledAt')
  const set = (part: Partial<ReportBody['danger']>) =>
    change((old) => ({ ...old, danger: { ...old.danger, ...part } }))
  return (
    <Section id="danger">
      <YesNoField path="danger.answer" value={danger.answer} onChange={(answer) => set({ answer })} />
      <YesNoField
        path="danger.emergencyCalled"
        value={danger.emergencyCalled}
        onChange={(emergencyCalled) => set({ emergencyCalled })}
      />
      {danger.emergencyCalled === 'yes' ? (
        <>
          <div className={classes.pair}>
            <TextInput
              id={fieldId('danger.calledAt')}
              type="datetime-local"
              label={calledAt.label}
              value={toLocalBox(danger.calledAt)}
              onChange={(event) => set({ calledAt: fromLocalBox(event.currentTarget.value) })}
            />
            <TextField
              path="danger.service"
              value={danger.service}
              onChange={(service) => set({ service })}
            />
          </div>
          <TextField
            path="danger.incidentNumber"
            value={danger.incidentNumber}
            onChange={(incidentNumber) => set({ incidentNumber })}
          />
        </>
      ) : null}
    </Section>
  )
}
