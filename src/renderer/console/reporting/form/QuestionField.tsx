/** @file A question of the report as a field of the form, by its kind. */
import type { CharterPack } from '../../../../contract/charters'
import type { Answer } from '../../../../contract/field-answer'
import type { Question } from '../../../../contract/report-questions'
import { answerIn } from '../../../../contract/report-reading'
import { OneOfField, SomeOfField, TickField, YesNoField } from './choices'
import { PlaceField, TriggersField } from './DutyFields'
import { AgeField, MomentField, OccurredField } from './dates'
import { RowsField } from './RowsField'
import { WordsField } from './WordsField'

/** A question, the answers it stands among, and what some kinds need to be shown. */
export interface QuestionFieldProps {
  path: string
  name: string
  /** Answers of the section or the row. */
  holder: Readonly<Record<string, unknown>> | undefined
  question: Question
  pack: CharterPack | null
  /** The facilitator's role, as it stands in a new row. */
  ownRole: string
  onChange: (answer: Answer<unknown>) => void
}

/** The field. */
export const QuestionField = (props: QuestionFieldProps) => {
  const { path, name, holder, question, pack, ownRole, onChange } = props
  switch (question.kind) {
    case 'yesNo':
      return <YesNoField path={path} answer={answerIn(holder, name, question)} onChange={onChange} />
    case 'choice':
      return (
        <OneOfField
          path={path}
          answer={answerIn(holder, name, question)}
          options={question.options}
          wordsOf={question.wordsOf}
          canBeUnknown={question.canBeUnknown}
          onChange={onChange}
        />
      )
    case 'choices':
      return (
        <SomeOfField
          path={path}
          answer={answerIn(holder, name, question)}
          options={question.options}
          wordsOf={question.wordsOf}
          canBeUnknown={question.canBeUnknown}
          onChange={onChange}
        />
      )
    case 'tick':
      return <TickField path={path} answer={answerIn(holder, name, question)} onChange={onChange} />
    case 'words':
      return (
        <WordsField
          path={path}
          answer={answerIn(holder, name, question)}
          rows={question.rows}
          canBeUnknown={question.canBeUnknown}
          canBeNothing={question.canBeNothing}
          onChange={onChange}
        />
      )
    case 'moment':
      return <MomentField path={path} answer={answerIn(holder, name, question)} onChange={onChange} />
    case 'age':
      return <AgeField path={path} answer={answerIn(holder, name, question)} onChange={onChange} />
    case 'occurred':
      return <OccurredField path={path} answer={answerIn(holder, name, question)} onChange={onChange} />
    case 'place':
      return <PlaceField path={path} answer={answerIn(holder, name, question)} onChange={onChange} />
    case 'triggers':
      return (
        <TriggersField
          path={path}
          answer={answerIn(holder, name, question)}
          pack={pack}
          onChange={onChange}
        />
      )
    case 'rows':
      return (
        <RowsField
          path={path}
          answer={answerIn(holder, name, question)}
          question={question}
          ownRole={ownRole}
          renderItem={(item) => <QuestionField {...item} pack={pack} ownRole={ownRole} />}
          onChange={onChange}
        />
      )
  }
}
