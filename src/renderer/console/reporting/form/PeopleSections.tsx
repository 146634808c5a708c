/** @file People alleged to have caused harm, and others who may be at risk. */
import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReportBody } from '../../../../contract/reporting'
import { fieldId } from '../body'
import type { SectionProps } from '../use-draft'
import { KnownTextField, Section, TextField, YesNoField } from './fields'
import classes from './fields.module.css'
import { replaceAt, without } from './rows'

/** Longest lists that the contract takes. */
const ALLEGED_MAX = 10
const OTHERS_MAX = 20

/** Who is alleged to have caused harm. */
export const AllegedSection = ({ body, change }: SectionProps) => {
  const { t } = useTranslation('reporting')
  const { alleged } = body
  const set = (part: Partial<ReportBody['alleged']>) =>
    change((old) => ({ ...old, alleged: { ...old.alleged, ...part } }))
  return (
    <Section id="alleged">
      <div id={fieldId('alleged')} className={classes.group}>
        <Checkbox
          label={t('alleged.isUnknown')}
          checked={alleged.isUnknown}
          onChange={(event) => set({ isUnknown: event.currentTarget.checked })}
        />
        <ul className={classes.rows}>
          {alleged.people.map((accused, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by.
            <li key={at} className={classes.row}>
              <KnownTextField
                path={`alleged.people.${at}.name`}
                value={accused.name}
                onChange={(name) => set({ people: replaceAt(alleged.people, at, { ...accused, name }) })}
              />
              <YesNoField
                path={`alleged.people.${at}.isCaretaker`}
                value={accused.isCaretaker}
                onChange={(isCaretaker) =>
                  set({ people: replaceAt(alleged.people, at, { ...accused, isCaretaker }) })
                }
              />
              <div>
                <Button variant="default" onClick={() => set({ people: without(alleged.people, at) })}>
                  {t('rows.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <div>
          <Button
            variant="default"
            disabled={alleged.people.length >= ALLEGED_MAX}
            onClick={() =>
              set({ people: [...alleged.people, { name: { is: 'unanswered' }, isCaretaker: null }] })
            }
          >
            {t('alleged.add')}
          </Button>
        </div>
      </div>
    </Section>
  )
}

/** Others at risk; the list may stay empty. */
export const OthersSection = ({ body, change }: SectionProps) => {
  const { t } = useTranslation('reporting')
  const others = body.othersAtRisk
  const set = (othersAtRisk: ReportBody['othersAtRisk']) => change((old) => ({ ...old, othersAtRisk }))
  return (
    <Section id="others">
      <ul className={classes.rows}>
        {others.map((other, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by.
          <li key={at} className={classes.row}>
            <TextField
              path={`othersAtRisk.${at}.category`}
              value={other.category}
              onChange={(category) => set(replaceAt(others, at, { ...other, category }))}
            />
            <TextField
              path={`othersAtRisk.${at}.detail`}
              value={other.detail}
              rows={2}
              onChange={(detail) => set(replaceAt(others, at, { ...other, detail }))}
            />
            <div>
              <Button variant="default" onClick={() => set(without(others, at))}>
                {t('rows.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="default"
          disabled={others.length >= OTHERS_MAX}
          onClick={() => set([...others, { category: '', detail: '' }])}
        >
          {t('others.add')}
        </Button>
      </div>
    </Section>
  )
}
