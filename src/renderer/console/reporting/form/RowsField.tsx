/** @file A list of rows with the same questions, such as people; "unknown" sets the rows aside. */
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contract/field-answer'
import type { Question, ReportRow, RowKind } from '../../../../contract/report-questions'
import { RepeatedRows } from '../../ui/RepeatedRows'
import { wordsKey } from '../field-address'
import { setAsideOf, unanswered } from '../field-answers'
import { type FieldProps, ListUnknown } from './choices'
import { useField } from './field-words'
import classes from './fields.module.css'

/** A new row with what stands in it at first: the moment, the facilitator's role. */
const startedRow = (question: Question<'rows'>, ownRole: string): ReportRow => {
  const row = question.newRow()
  const starts = Object.entries(question.items).flatMap(([item, { startsAs }]) =>
    startsAs === null
      ? []
      : [
          [
            item,
            { kind: 'known', value: startsAs === 'now' ? new Date().toISOString() : ownRole, setAside: null },
          ],
        ],
  )
  return { ...row, ...Object.fromEntries(starts) }
}

/** One question of one row. */
export interface RowItem {
  path: string
  name: string
  holder: ReportRow
  question: Question<RowKind>
  onChange: (answer: Answer<unknown>) => void
}

/** A list's answer, its questions, and how one of them is shown. */
export interface RowsFieldProps extends FieldProps<ReportRow[]> {
  question: Question<'rows'>
  ownRole: string
  renderItem: (item: RowItem) => ReactNode
}

/** The list. */
export const RowsField = ({ path, answer, question, ownRole, renderItem, onChange }: RowsFieldProps) => {
  const { t } = useTranslation('reporting')
  const { id, label } = useField(path)
  const rows = answer.kind === 'known' ? answer.value : []
  const aside = answer.kind === 'unknown' ? (setAsideOf(answer) ?? []) : []
  const set = (next: ReportRow[]) =>
    // To add somebody is to know somebody: what "unknown" set aside comes back.
    onChange(next.length === 0 ? unanswered : { kind: 'known', value: [...aside, ...next], setAside: null })
  return (
    <div id={id} className={classes.group}>
      <ListUnknown
        path={path}
        label={label}
        answer={answer}
        canBeUnknown={question.canBeUnknown}
        say={(value) => (value.length === 0 ? '' : t('setAside.rows', { count: value.length }))}
        onChange={onChange}
      />
      <RepeatedRows
        rows={rows}
        maxCount={question.maxCount}
        newRow={() => startedRow(question, ownRole)}
        words={{
          add: t(`add.${wordsKey(path)}`),
          remove: t('rows.remove'),
          removed: t('rows.removed'),
          undo: t('undo'),
        }}
        onChange={set}
        render={(row) =>
          Object.entries(question.items).map(([name, asked]) => (
            <Fragment key={name}>
              {renderItem({
                path: `${path}.${row.rowId}.${name}`,
                name,
                holder: row,
                question: asked,
                onChange: (cell) => {
                  const changed = Object.assign({ ...row }, { [name]: cell })
                  set(rows.map((one) => (one.rowId === row.rowId ? changed : one)))
                },
              })}
            </Fragment>
          ))
        }
      />
    </div>
  )
}
