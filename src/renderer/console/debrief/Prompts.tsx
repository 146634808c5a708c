/** @file The charter's questions, by section: all optional, none scored. */
import { Button, Checkbox, Radio } from '@mantine/core'
import { memo } from 'react'
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

/** Of a charter that is not installed any more. */
export const noPack: PromptsPack = { contacts: [] }

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
            path={path}
            text={prompt.text}
            answer={prompt.answer}
            pack={pack}
            value={fields.textAt(path)}
            onChange={fields.onChange}
          />
        ) : (
          <TextFieldAt key={prompt.id} path={path} label={prompt.text} minRows={2} fields={fields} />
        )
      })}
    </section>
  ))

interface ChoiceFieldProps {
  path: string
  text: string
  answer: Extract<Prompt['answer'], { kind: 'choice' }>
  pack: PromptsPack
  value: string
  onChange: (path: string, choice: string) => void
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

/** What was chosen, in the order of the options; a choice that the charter has not any more stays as it was. */
export const chosenIn = (value: string, options: readonly string[]): string[] => {
  const chosen = value === '' ? [] : value.split('\n')
  return [...options.filter((one) => chosen.includes(one)), ...chosen.filter((one) => !options.includes(one))]
}

/** A question with ready answers. Not drawn anew with each key of a text. */
const ChoiceField = memo(({ path, text, answer, pack, value, onChange }: ChoiceFieldProps) => {
  const { options, mayBeSeveral = false, leadsTo = [] } = answer
  const { t } = useTranslation('debrief')
  const chosen = chosenIn(value, options)
  const targets = [...new Set(leadsTo.flatMap(({ option, to }) => (chosen.includes(option) ? [to] : [])))]
  const label = <span lang={pack.language}>{text}</span>
  const choose = (choice: string) => onChange(path, choice)
  const One = mayBeSeveral ? Checkbox : Radio
  const each = options.map((option) => (
    <One
      key={option}
      value={option}
      label={<span lang={pack.language}>{option}</span>}
      classNames={{ root: classes.option ?? '' }}
    />
  ))
  return (
    <>
      {mayBeSeveral ? (
        <Checkbox.Group
          label={label}
          description={t('prompts.several')}
          value={chosen}
          onChange={(next) => choose(chosenIn(next.join('\n'), options).join('\n'))}
        >
          <div className={classes.options}>{each}</div>
        </Checkbox.Group>
      ) : (
        <Radio.Group label={label} value={value} onChange={choose}>
          <div className={classes.options}>
            {each}
            {value === '' ? null : (
              <Button variant="subtle" onClick={() => choose('')}>
                {t('prompts.clear')}
              </Button>
            )}
          </div>
        </Radio.Group>
      )}
      {/* It is there before a choice, so that what comes is announced. */}
      <div role="status" className={classes.help}>
        {targets.map((to) => (
          <ChoiceHelp key={to} to={to} pack={pack} />
        ))}
      </div>
    </>
  )
})
