/** @file One of a few, as radios beside each other. */
import { Radio } from '@mantine/core'
import classes from './settings.module.css'

/** A question and its answers. */
export interface ChoiceProps<Value extends string> {
  label: string
  choices: readonly Value[]
  value: Value
  wordsOf: (choice: Value) => string
  onChange: (next: Value) => void
}

/** Chosen by arrow or click; it acts at once. */
export const Choice = <Value extends string>({
  label,
  choices,
  value,
  wordsOf,
  onChange,
}: ChoiceProps<Value>) => (
  <Radio.Group
    label={label}
    value={value}
    onChange={(chosen) => {
      const next = choices.find((choice) => choice === chosen)
      if (next !== undefined) onChange(next)
    }}
  >
    <div className={classes.choices}>
      {choices.map((choice) => (
        <Radio key={choice} value={choice} label={wordsOf(choice)} />
      ))}
    </div>
  </Radio.Group>
)
