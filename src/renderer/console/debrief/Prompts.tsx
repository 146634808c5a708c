/** @file The charter's questions, by section: all optional, none scored. */
import { Button, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { DebriefPrompt } from '../../../contract/charters'
import type { Finding } from './linter'
import classes from './Prompts.module.css'
import { WrittenField } from './WrittenField'
import { type Content, type FieldId, type Findings, textOf } from './writing'

/** A question of the pack. */
export type Prompt = z.infer<typeof DebriefPrompt>

/** Questions, answers and handlers. */
export interface PromptsProps {
  prompts: readonly Prompt[]
  content: Content
  checked: Content
  open: Findings
  maxCharacters: number
  onChange: (field: FieldId, text: string) => void
  onBlur: () => void
  onKeep: (field: FieldId, finding: Finding) => void
}

/** Sections in the pack's order. */
export const sectionsOf = (prompts: readonly Prompt[]): [string, Prompt[]][] => {
  const sections = new Map<string, Prompt[]>()
  for (const prompt of prompts) {
    const list = sections.get(prompt.section)
    if (list) list.push(prompt)
    else sections.set(prompt.section, [prompt])
  }
  return [...sections]
}

/** The questions. */
export const Prompts = ({
  prompts,
  content,
  checked,
  open,
  maxCharacters,
  onChange,
  onBlur,
  onKeep,
}: PromptsProps) =>
  sectionsOf(prompts).map(([section, list]) => (
    <section key={section} className={classes.section} aria-label={section}>
      <h3>{section}</h3>
      {list.map((prompt) => {
        const field: FieldId = `answer:${prompt.id}`
        const value = textOf(content, field)
        return prompt.answer.kind === 'choice' ? (
          <ChoiceField
            key={prompt.id}
            label={prompt.text}
            options={prompt.answer.options}
            value={value}
            onChange={(choice) => onChange(field, choice)}
          />
        ) : (
          <WrittenField
            key={prompt.id}
            label={prompt.text}
            value={value}
            checkedText={textOf(checked, field)}
            findings={open.get(field) ?? []}
            maxCharacters={maxCharacters}
            minRows={2}
            onChange={(text) => onChange(field, text)}
            onBlur={onBlur}
            onKeep={(finding) => onKeep(field, finding)}
          />
        )
      })}
    </section>
  ))

interface ChoiceFieldProps {
  label: string
  options: readonly string[]
  value: string
  onChange: (choice: string) => void
}

const ChoiceField = ({ label, options, value, onChange }: ChoiceFieldProps) => {
  const { t } = useTranslation('debrief')
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <div className={classes.options}>
        {options.map((option) => (
          <Radio key={option} value={option} label={option} classNames={{ root: classes.option }} />
        ))}
        {value === '' ? null : (
          <Button variant="subtle" onClick={() => onChange('')}>
            {t('prompts.clear')}
          </Button>
        )}
      </div>
    </Radio.Group>
  )
}
