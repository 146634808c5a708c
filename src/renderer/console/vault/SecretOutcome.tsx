/** @file What came of trying a secret, in words, and how long to wait for the next try. */
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice'
import { useProblemWords } from '../words/problems'
import classes from './UnlockScreen.module.css'
import type { SecretAnswer } from './use-secret-try'
import type { WaitWords } from './waiting-words'

/** Answer and wait below a box for a passphrase or a recovery key. */
export const SecretOutcome = (props: {
  answer: SecretAnswer
  secretKind: 'passphrase' | 'recoveryKey'
  wait: WaitWords
}) => {
  const { t } = useTranslation('vault')
  return (
    <>
      <AnswerNotice answer={props.answer} secretKind={props.secretKind} />
      {props.wait.unit === 'over' ? null : (
        <p className={classes.wait} role="timer">
          {t(`unlock.wait.${props.wait.unit}`, { count: props.wait.count })}
        </p>
      )}
    </>
  )
}

const AnswerNotice = (props: { answer: SecretAnswer; secretKind: 'passphrase' | 'recoveryKey' }) => {
  const { t } = useTranslation('vault')
  const problemWords = useProblemWords()
  const { answer } = props
  switch (answer.kind) {
    case 'none':
    case 'empty':
      return null
    case 'unusable':
      return <Notice tone="problem" title={t(`trouble.${answer.problem}.title`)} />
    case 'wrong':
      return (
        <Notice tone="problem" title={t(`unlock.wrong.${props.secretKind}`)}>
          {t('unlock.wrong.body')}
        </Notice>
      )
    case 'mistyped':
      return (
        <Notice tone="wait" title={t('unlock.wrong.mistyped.title')}>
          {t('unlock.wrong.mistyped.body')}
        </Notice>
      )
    case 'tooSoon':
      return (
        <Notice tone="wait" title={t('unlock.tooSoon.title')}>
          {t('unlock.tooSoon.body')}
        </Notice>
      )
    case 'failed': {
      const { title, body } = problemWords(answer.error)
      return (
        <Notice tone="problem" title={title}>
          {body}
        </Notice>
      )
    }
  }
}
