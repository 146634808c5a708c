/** @file What an id points to, chosen by its words: a crisis card, a point of a list, an answer. */
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { valueAt } from './at-path'
import { useComposer } from './composer-context'
import { useErrorAt } from './FieldProblems'
import type { ReferenceTo } from './form-of'
import type { FieldProps } from './plain-fields'
import { useFieldWords } from './words'

/** The list. One that points to nothing says so. */
export const ReferenceField = (props: FieldProps<string> & { to: ReferenceTo }) => {
  const { path, value, onChange, to } = props
  const { t } = useTranslation('composer')
  const { pack } = useComposer()
  const words = useFieldWords()
  const error = useErrorAt([path], true)
  const known = (): { value: string; label: string }[] => {
    switch (to) {
      case 'crisisCards':
        return pack.crisisCards.map(({ id, title }) => ({ value: id, label: title }))
      case 'before':
        return pack.checklists.before
          .filter(({ kind }) => kind.by === 'self')
          .map(({ id, text }) => ({ value: id, label: text }))
      case 'answers': {
        // `debriefPrompts.2.answer.leadsTo.0.option` is one of `debriefPrompts.2.answer.options`.
        const options = valueAt(pack, `${path.replace(/\.leadsTo\..*$/, '')}.options`)
        return Array.isArray(options)
          ? options.map((one) => ({ value: String(one), label: String(one) }))
          : []
      }
    }
  }
  const data = known()
  const isThere = data.some((one) => one.value === value)
  return (
    <NativeSelect
      label={words.label(path)}
      description={words.hint(path)}
      value={isThere ? value : ''}
      error={error}
      data={[...(isThere ? [] : [{ value: '', label: t('choose') }]), ...data]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
