/** @file Where a rule comes from: a clause of the text, or no clause and why it is there all the same. */
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../../../contract/charter-source'
import { useClausePlace } from '../../words/clause-place'
import { useComposer } from './composer-context'
import { useErrorAt } from './FieldProblems'
import type { FieldProps } from './plain-fields'
import { asLine, clauseInList } from './said-lines'
import { useFieldWords } from './words'

const NO_CLAUSE = ''

/** A list of the clauses, and a line for the reason where none of them says it. */
export const SourceField = ({ path, value, onChange }: FieldProps<Source>) => {
  const { t } = useTranslation('composer')
  const { pack } = useComposer()
  const words = useFieldWords()
  const placeOf = useClausePlace()
  const [isTouched, setIsTouched] = useState(false)
  const [why, setWhy] = useState(value.from === 'ourDefault' ? value.why : '')
  const error = useErrorAt([path, `${path}.clauseId`], true)
  const whyError = useErrorAt([`${path}.why`], isTouched)
  return (
    <>
      <NativeSelect
        label={words.label(path)}
        value={value.from === 'clause' ? value.clauseId : NO_CLAUSE}
        error={error}
        data={[
          { value: NO_CLAUSE, label: t('noClause') },
          ...pack.clauses.map((clause) => ({
            value: clause.id,
            label:
              clauseInList(
                clause.line === undefined && clause.reference === undefined ? '' : placeOf(clause),
                clause.text,
              ) ?? t('noWords'),
          })),
        ]}
        onChange={({ currentTarget: { value: clauseId } }) =>
          onChange(clauseId === NO_CLAUSE ? { from: 'ourDefault', why } : { from: 'clause', clauseId })
        }
      />
      {value.from === 'ourDefault' ? (
        <TextInput
          label={t('why')}
          value={value.why}
          error={whyError}
          onBlur={() => setIsTouched(true)}
          onChange={({ currentTarget }) => {
            const next = asLine(currentTarget.value)
            setWhy(next)
            onChange({ from: 'ourDefault', why: next })
          }}
        />
      ) : null}
    </>
  )
}
