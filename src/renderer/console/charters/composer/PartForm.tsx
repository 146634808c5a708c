/** @file One part of the composer: its fields, one below the other. */
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SettingName } from '../../../../contract/charter-settings'
import { tightenedNames } from '../../../../contract/charter-tightening'
import classes from './composer.module.css'
import { useComposer } from './composer-context'
import { Field } from './Field'
import { FieldProblems } from './FieldProblems'
import { fieldsOfPart, type PlacedField, settingAt } from './part-fields'
import type { ComposerPart } from './parts'
import { SourceField } from './SourceField'
import { useFieldWords } from './words'

/** The form of a part. */
export const PartForm = ({ part }: { part: ComposerPart }) => (
  <div className={classes.form}>
    {fieldsOfPart(part).map((placed) => (
      <PlacedPart key={placed.path} {...placed} />
    ))}
  </div>
)

const PlacedPart = ({ path, field }: PlacedField) => {
  const words = useFieldWords()
  const setting = settingAt(path)
  if (setting !== null) return <SettingPart name={setting} path={path} field={field} />
  // What has several fields of its own stands together under its name.
  return field.kind === 'group' || (field.kind === 'maybe' && field.inner.kind === 'group') ? (
    <section className={classes.list} aria-label={words.label(path)}>
      <h3>{words.label(path)}</h3>
      <FieldProblems paths={[path]} />
      <Field path={path} field={field} />
    </section>
  ) : (
    <Field path={path} field={field} />
  )
}

/** A setting: its value, whether a group may be stricter, and where it comes from. */
const SettingPart = ({ name, path, field }: PlacedField & { name: SettingName }) => {
  const { t } = useTranslation('composer')
  const { pack, change } = useComposer()
  const { isLocked, source } = pack.settings[name]
  const canLock = tightenedNames.some((one) => one === name)
  return (
    <div className={classes.setting}>
      <Field path={path} field={field} />
      {canLock ? (
        <Checkbox
          label={t('isLocked')}
          checked={isLocked}
          onChange={({ currentTarget: { checked } }) => change(`settings.${name}.isLocked`, checked)}
        />
      ) : null}
      <SourceField
        path={`settings.${name}.source`}
        value={source}
        onChange={(next) => change(`settings.${name}.source`, next)}
      />
    </div>
  )
}
