/** @file A section of the form: its heading, and its questions as far as they are asked. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { Answer } from '../../../../contract/field-answer'
import type { Question } from '../../../../contract/report-questions'
import { type Answers, holds } from '../../../../contract/report-reading'
import { Contacts } from '../../charters'
import { sectionId } from '../field-address'
import classes from './fields.module.css'
import { QuestionField } from './QuestionField'

/** A section of the list of questions, and the report it is shown with. */
export interface FormSectionProps {
  id: string
  questions: Readonly<Record<string, Question>>
  body: Answers
  pack: CharterPack | null
  ownRole: string
  /** The same function each time: a question is drawn again when its own answer changes, not with each key. */
  onAnswer: (section: string, name: string, answer: Answer<unknown>) => void
}

interface AskedProps extends Pick<FormSectionProps, 'pack' | 'ownRole' | 'onAnswer'> {
  section: string
  name: string
  question: Question
  /** Its own answer, as it stands in the section. */
  own: unknown
}

/** A form has a hundred questions, and a key changes one. */
const Asked = memo(({ section, name, question, own, pack, ownRole, onAnswer }: AskedProps) => (
  <QuestionField
    path={`${section}.${name}`}
    name={name}
    holder={{ [name]: own }}
    question={question}
    pack={pack}
    ownRole={ownRole}
    onChange={(answer) => onAnswer(section, name, answer)}
  />
))

/** The section. */
export const FormSection = ({ id, questions, body, pack, ownRole, onAnswer }: FormSectionProps) => {
  const { t, i18n } = useTranslation('reporting')
  return (
    <section className={classes.section} aria-labelledby={sectionId(id)}>
      <div>
        <h2 id={sectionId(id)} tabIndex={-1}>
          {t(`sections.${id}`)}
        </h2>
        {i18n.exists(`reporting:sectionLeads.${id}`) ? (
          <p className={classes.lead}>{t(`sectionLeads.${id}`)}</p>
        ) : null}
      </div>
      {id === 'consult' && pack && pack.contacts.length > 0 ? <Contacts pack={pack} /> : null}
      {Object.entries(questions).map(([name, question]) =>
        holds(question.shown, body) ? (
          <Asked
            key={name}
            section={id}
            name={name}
            question={question}
            own={body[id]?.[name]}
            pack={pack}
            ownRole={ownRole}
            onAnswer={onAnswer}
          />
        ) : null,
      )}
    </section>
  )
}
