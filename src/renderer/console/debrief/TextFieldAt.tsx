/** @file A text of the debrief by its place in the record, with what was found in it and whether it is stored. */
import type { HeldBack } from './debrief-writing'
import type { Findings } from './findings'
import type { Finding } from './linter'
import { WrittenField } from './WrittenField'

/** The debrief's fields, as its parts read and change them. */
export interface FieldsInUse {
  textAt: (path: string) => string
  /** The words that the findings were made from. */
  checkedAt: (path: string) => string
  open: Findings
  heldBack: readonly HeldBack[]
  maxCharacters: number
  onChange: (path: string, text: string) => void
  onBlur: () => void
  onLeaveIn: (path: string, finding: Finding) => void
}

const noFindings: readonly Finding[] = []

/** One text. */
export const TextFieldAt = (props: {
  path: string
  label: string
  help?: string | undefined
  minRows: number
  fields: FieldsInUse
}) => {
  const { path, label, help, minRows, fields } = props
  return (
    <WrittenField
      path={path}
      label={label}
      help={help}
      value={fields.textAt(path)}
      checkedText={fields.checkedAt(path)}
      findings={fields.open.get(path) ?? noFindings}
      heldBack={fields.heldBack.find((held) => held.path === path)?.kind ?? null}
      maxCharacters={fields.maxCharacters}
      minRows={minRows}
      onChange={fields.onChange}
      onBlur={fields.onBlur}
      onLeaveIn={fields.onLeaveIn}
    />
  )
}
