/** @file Words to say, one sentence a line; and where a line has a blank, what is said instead. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisWords } from '../../../../contract/charters'
import { GrowingText } from '../../ui/GrowingText'
import classes from './composer.module.css'
import { problemsUnder, useComposer } from './composer-context'
import { useErrorAt } from './FieldProblems'
import type { FieldProps } from './plain-fields'
import { useDraftProblemWords } from './problem-words'
import { asLine, crisisWordsOf, linesOf, textOf } from './said-lines'
import { useFieldWords } from './words'

interface TypedLinesProps {
  path: string
  lines: readonly string[]
  onChange: (lines: string[]) => void
}

/** The box. What was typed stays as it was typed, an empty line too, while it says the same. */
const TypedLines = ({ path, lines, onChange }: TypedLinesProps) => {
  const { t } = useTranslation('composer')
  const words = useFieldWords()
  const { problems } = useComposer()
  const wordsOf = useDraftProblemWords()
  const [typed, setTyped] = useState(() => lines.join('\n'))
  const [isTouched, setIsTouched] = useState(false)
  const shown = linesOf(typed).join('\n') === lines.join('\n') ? typed : lines.join('\n')
  const own = useErrorAt([path], isTouched)
  const ofLines = problemsUnder(problems, path).flatMap((problem) => {
    const at = /^\d+/.exec(problem.where.slice(path.length + 1))?.[0]
    return at === undefined || problem.where.endsWith('.otherwise')
      ? []
      : [t('lineProblem', { number: Number(at) + 1, problem: wordsOf(problem) })]
  })
  const said = [own, ...ofLines].filter((one) => one !== undefined)
  return (
    <GrowingText
      label={words.label(path)}
      description={words.hint(path) ?? t('oneALine')}
      value={shown}
      minRows={3}
      error={said.length > 0 ? said.join(' ') : undefined}
      onBlur={() => setIsTouched(true)}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        onChange(linesOf(value))
      }}
    />
  )
}

/** Plain words. */
export const LinesField = ({ path, value, onChange }: FieldProps<readonly string[]>) => (
  <TypedLines path={path} lines={value} onChange={onChange} />
)

const asList = (value: string | readonly CrisisWords[]): readonly CrisisWords[] =>
  typeof value === 'string' ? [value] : value

/** Words of a crisis card. `isMessage`: one line without a blank is a text by itself. */
export const CrisisWordsField = (
  props: FieldProps<string | readonly CrisisWords[]> & { isMessage: boolean },
) => {
  const { path, value, onChange, isMessage } = props
  const { t } = useTranslation('composer')
  const all = asList(value)
  const give = (next: readonly CrisisWords[]) => {
    const [only] = next
    onChange(isMessage && next.length === 1 && typeof only === 'string' ? only : next)
  }
  return (
    <>
      <TypedLines path={path} lines={all.map(textOf)} onChange={(lines) => give(crisisWordsOf(lines, all))} />
      {all.map((said, at) =>
        typeof said === 'string' ? null : (
          <Instead
            // Lines have no names: it is the place that counts.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            path={`${path}.${at}.otherwise`}
            number={at + 1}
            text={said.text}
            value={said.otherwise}
            onChange={(otherwise) =>
              give(all.map((one, place) => (place === at ? { text: said.text, otherwise } : one)))
            }
          />
        ),
      )}
      <p className={classes.quiet}>{t('blanks')}</p>
    </>
  )
}

interface InsteadProps {
  path: string
  number: number
  text: string
  value: string | null
  onChange: (next: string | null) => void
}

const Instead = ({ path, number, text, value, onChange }: InsteadProps) => {
  const { t } = useTranslation('composer')
  const error = useErrorAt([path], true)
  return (
    <TextInput
      label={t('instead', { number })}
      description={t('insteadHint', { text })}
      value={value ?? ''}
      error={error}
      onChange={({ currentTarget }) => {
        const next = asLine(currentTarget.value)
        onChange(next.trim() === '' ? null : next)
      }}
    />
  )
}
