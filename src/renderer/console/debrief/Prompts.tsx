/** @file The charter's questions, by section: all optional, none scored. */
import { Button, Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { CharterPack, ChoiceTarget, DebriefPrompt } from '../../../contract/charters'
import { Contacts } from '../charters'
import { CrisisLines, OnCall, useOnCall, usePlaceHelp } from '../conduct'
import classes from './Prompts.module.css'
import { type FieldsInUse, TextFieldAt } from './TextFieldAt'

/** A question of the pack. */
export type Prompt = z.infer<typeof DebriefPrompt>

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

/** What of a charter the questions need. */
export type PromptsPack = Pick<CharterPack, 'contacts'> & Partial<Pick<CharterPack, 'language'>>

/** The questions. */
export const Prompts = ({
  prompts,
  pack,
  fields,
}: {
  prompts: readonly Prompt[]
  pack: PromptsPack
  fields: FieldsInUse
}) =>
  sectionsOf(prompts).map(([section, list]) => (
    <section key={section} className={classes.section} aria-label={section}>
      <h3 lang={pack.language}>{section}</h3>
      {list.map((prompt) => {
        const path = `answers.${prompt.id}`
        return prompt.answer.kind === 'choice' ? (
          <ChoiceField
            key={prompt.id}
            label={<span lang={pack.language}>{prompt.text}</span>}
            options={prompt.answer.options}
            leadsTo={prompt.answer.leadsTo ?? []}
            pack={pack}
            value={fields.textAt(path)}
            onChange={(choice) => fields.onChange(path, choice)}
          />
        ) : (
          <TextFieldAt key={prompt.id} path={path} label={prompt.text} minRows={2} fields={fields} />
        )
      })}
    </section>
  ))

interface ChoiceFieldProps {
  label: ReactNode
  options: readonly string[]
  pack: PromptsPack
  leadsTo: NonNullable<Extract<Prompt['answer'], { kind: 'choice' }>['leadsTo']>
  value: string
  onChange: (choice: string) => void
}

/** What a choice leads to, where the pack says so. */
const ChoiceHelp = ({ to, pack }: { to: ChoiceTarget; pack: PromptsPack }) => {
  const onCall = useOnCall()
  const help = usePlaceHelp(null)
  switch (to) {
    case 'onCall':
      return <OnCall onCall={onCall} />
    case 'crisisLines':
      return <CrisisLines help={help} />
    case 'contacts':
      return <Contacts pack={pack} />
  }
}

const ChoiceField = ({ label, options, leadsTo, pack, value, onChange }: ChoiceFieldProps) => {
  const { t } = useTranslation('debrief')
  const target = leadsTo.find(({ option }) => option === value)?.to
  return (
    <>
      <Radio.Group label={label} value={value} onChange={onChange}>
        <div className={classes.options}>
          {options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={<span lang={pack.language}>{option}</span>}
              classNames={{ root: classes.option }}
            />
          ))}
          {value === '' ? null : (
            <Button variant="subtle" onClick={() => onChange('')}>
              {t('prompts.clear')}
            </Button>
          )}
        </div>
      </Radio.Group>
      {/* It is there before a choice, so that what comes is announced. */}
      <div role="status" className={classes.help}>
        {target === undefined ? null : <ChoiceHelp to={target} pack={pack} />}
      </div>
    </>
  )
}
