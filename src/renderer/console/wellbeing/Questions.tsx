/** @file The questions, each answered by a tap or left. A choice that says somebody is not well leads on at once. */
import { Radio } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type WellbeingQuestion, wellbeingQuestions } from '../../../contract/wellbeing'
import { announce } from '../announcer'
import { WhereToTurn } from './WhereToTurn'
import classes from './wellbeing.module.css'
import { type Choices, lastLeading, leadOf, questions, whereTo } from './where-to'
import './words'

/** What is chosen, and what happens when more is. */
export interface QuestionsProps {
  choices: Choices
  onChange: (choices: Choices) => void
}

/** The five, one below the other. Where to turn stands below the answer that asked for it last. */
export const Questions = ({ choices, onChange }: QuestionsProps) => {
  const { t } = useTranslation('wellbeing')
  const [touched, setTouched] = useState<WellbeingQuestion | null>(null)
  const to = whereTo(choices)
  const below =
    touched !== null && leadOf(touched, choices[touched]) !== null ? touched : lastLeading(choices)
  const help = useRef<HTMLDivElement>(null)
  // Below the last question it would stand out of sight, which is nowhere for who needs it.
  useEffect(() => {
    if (below !== null && to !== null) help.current?.scrollIntoView({ block: 'nearest' })
  }, [below, to])
  return (
    <div className={classes.questions}>
      {questions.map((question) => {
        const options: readonly string[] = wellbeingQuestions[question]
        return (
          <div key={question} className={classes.question}>
            <Radio.Group
              label={t(`ask.${question}.question`)}
              value={choices[question] ?? ''}
              onChange={(value) => {
                const choice = options.find((option) => option === value) ?? null
                const next = { ...choices, [question]: choice }
                if (leadOf(question, next[question]) !== null) announce(t('help.said'), 'polite')
                setTouched(question)
                onChange(next)
              }}
            >
              <div className={classes.options}>
                {options.map((option) => (
                  <Radio key={option} value={option} label={t(`ask.${question}.${option}`)} />
                ))}
              </div>
            </Radio.Group>
            {to !== null && below === question ? (
              <div ref={help}>
                <WhereToTurn to={to} />
              </div>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
