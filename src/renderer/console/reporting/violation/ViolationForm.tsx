/** @file One draft for a platform: what happened, one message where the charter has it, and copying it out. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../contract/charter-settings'
import type { Violation } from '../../../../contract/report-violations'
import { Copy } from '../../Copy'
import { CheckedText } from '../../debrief'
import { SavingWords } from '../../SavingWords'
import { Card } from '../../ui/Card'
import { dayOf } from '../../ui/when'
import classes from '../sealed/sealed.module.css'
import { useViolation, violationMax } from './violation-writing'

interface ViolationFormProps {
  draft: Violation
  isStored: boolean
  /** Null: the charter is not here any more, or asks for none. */
  evidence: Evidence | null
  onClose: () => void
}

/** The card named after what it is for. */
export const ViolationForm = ({ draft, isStored, evidence, onClose }: ViolationFormProps) => {
  const { t, i18n } = useTranslation('reporting')
  const { autosave, value, saving, heldBack, look, isClean } = useViolation(draft, isStored)
  const [happened = '', message = ''] = value
  const hasMessage = evidence?.kind === 'oneMessage' || message !== ''
  const change = (place: number) => (next: string) =>
    autosave.change(value.map((text, at) => (at === place ? next : text)))
  const isFit = value.every((text, place) => text.length <= violationMax(place))
  const isWritten = value.some((text) => text.trim() !== '')
  return (
    <Card label={t('violation.form')}>
      <h3>{t('violation.form')}</h3>
      <p className={classes.quiet}>
        {t('violation.noName')} {t('violation.until', { day: dayOf(draft.keptUntil, i18n.language) })}
      </p>
      <CheckedText
        id={`violation-happened-${draft.id}`}
        label={t('violation.happened')}
        description={t('violation.happenedHelp')}
        value={happened}
        maxLength={violationMax(0)}
        minRows={4}
        onChange={change(0)}
        onLook={(looked) => look(0, looked)}
      />
      {hasMessage ? (
        <CheckedText
          id={`violation-message-${draft.id}`}
          label={t('violation.message')}
          description={t('violation.messageHelp')}
          value={message}
          maxLength={violationMax(1)}
          onChange={change(1)}
          onLook={(looked) => look(1, looked)}
        />
      ) : null}
      {isWritten ? <SavingWords saving={saving} heldBack={heldBack} /> : null}
      <div className={classes.actions}>
        {isWritten && isClean && isFit ? (
          <Copy
            label={t('violation.copy')}
            copiedWords={t('violation.copied')}
            dialogTitle={t('violation.form')}
            failedWords={t('violation.notCopied')}
            getText={async () =>
              violationText([happened, message], [t('violation.happened'), t('violation.message')])
            }
          />
        ) : null}
        <Button
          variant="default"
          onClick={() => {
            void autosave.flush()
            onClose()
          }}
        >
          {t('violation.close')}
        </Button>
      </div>
      {isWritten && !isClean ? <p className={classes.quiet}>{t('violation.answerFirst')}</p> : null}
    </Card>
  )
}

/** As it is put into the platform's own form: each part under its heading. */
const violationText = (texts: readonly string[], headings: readonly string[]): string =>
  texts.flatMap((text, place) => (text.trim() === '' ? [] : [`${headings[place]}\n${text}`])).join('\n\n')
