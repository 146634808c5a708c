/** @file A box whose words the identifier linter looks at, with what it found under it, for pages of other domains. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Looked } from '../checked-writing'
import { GrowingText } from '../ui/GrowingText'
import { registerWords } from '../words'
import words from '../words/en/debrief.json'
import classes from './CheckedText.module.css'
import { FindingList } from './FindingList'
import { keyOf } from './findings'
import { readLintContext, subscribeLintContext, useLintSources } from './lint-context'
import { type Finding, lint } from './linter'

registerWords('debrief', words)

/** The box, and who is told what the linter says of each text. */
export interface CheckedTextProps {
  id: string
  label: string
  description?: string
  value: string
  /** Longest text, in UTF-16 units. */
  maxLength: number
  minRows?: number
  isReadOnly?: boolean
  onChange: (value: string) => void
  onLook: (looked: Looked) => void
}

/** The box. What was kept in it on purpose is not asked about again as long as the page is open. */
export const CheckedText = (props: CheckedTextProps) => {
  const {
    id,
    label,
    description,
    value,
    maxLength,
    minRows = 2,
    isReadOnly = false,
    onChange,
    onLook,
  } = props
  const { t } = useTranslation('debrief')
  useLintSources()
  const context = useSyncExternalStore(subscribeLintContext, readLintContext)
  const [leftIn, setLeftIn] = useState<ReadonlySet<string>>(new Set())
  const findings = useMemo(
    () =>
      lint(value, context).filter((one) => one.severity === 'blocks' || !leftIn.has(keyOf(id, one, value))),
    [value, context, leftIn, id],
  )
  const state = findings.some(({ severity }) => severity === 'blocks')
    ? 'blocks'
    : findings.length > 0
      ? 'asks'
      : 'clean'
  useEffect(() => onLook({ text: value, state }))
  const over = value.length - maxLength
  const leaveIn = (finding: Finding) => setLeftIn((before) => new Set([...before, keyOf(id, finding, value)]))
  return (
    <div className={classes.field}>
      <GrowingText
        label={label}
        description={description}
        value={value}
        minRows={minRows}
        readOnly={isReadOnly}
        error={over > 0 ? t('app:saving.tooLong') : undefined}
        aria-details={findings.length > 0 ? `${id}-findings` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <FindingList
        id={`${id}-findings`}
        fieldLabel={label}
        text={value}
        findings={findings}
        onLeaveIn={leaveIn}
        onReword={(finding, said) =>
          onChange(value.slice(0, finding.start) + said + value.slice(finding.end))
        }
      />
    </div>
  )
}
