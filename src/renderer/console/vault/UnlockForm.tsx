/** @file Unlocking by passphrase or recovery key, with the growing wait in words. */
import { Button } from '@mantine/core'
import { safe } from '@orpc/client'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultProblem } from '../../../contract/vault'
import { client } from '../client'
import { Notice } from '../ui/Notice'
import { PassphraseField } from '../ui/PassphraseField'
import { useProblemWords } from '../words/problems'
import classes from './UnlockScreen.module.css'
import { VaultTrouble } from './VaultTrouble'
import { waitWords } from './waiting-words'

type SecretKind = 'passphrase' | 'recoveryKey'
type Answer =
  | { kind: 'none' }
  | { kind: 'empty' }
  | { kind: 'wrong'; secretKind: SecretKind }
  | { kind: 'mistyped' }
  | { kind: 'tooSoon' }
  | { kind: 'unusable'; problem: VaultProblem }
  | { kind: 'failed'; error: unknown }

/** The unlock form. `nextTryAt`: earliest instant of the next try as the status has it, null when at once. */
export const UnlockForm = ({ nextTryAt }: { nextTryAt: string | null }) => {
  const { t } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const [secretKind, setSecretKind] = useState<SecretKind>('passphrase')
  const [secret, setSecret] = useState('')
  const [isOpening, setIsOpening] = useState(false)
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' })
  const [told, setTold] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const wait = useWait(later(nextTryAt, told))
  const isWaiting = wait.unit !== 'over'

  const focusBox = () => {
    const box = place.current?.querySelector('input')
    box?.focus()
    box?.select()
  }
  const unlock = async () => {
    if (isOpening || isWaiting) return
    if (secret === '') {
      setAnswer({ kind: 'empty' })
      focusBox()
      return
    }
    setIsOpening(true)
    setAnswer({ kind: 'none' })
    const { error, isDefined } = await safe(client.vault.unlock({ secretKind, secret }))
    setIsOpening(false)
    if (!error) {
      setSecret('')
      return
    }
    if (!isDefined) setAnswer({ kind: 'failed', error })
    else if (error.code === 'VAULT_UNUSABLE') setAnswer({ kind: 'unusable', problem: error.data.problem })
    else {
      setTold(error.data.nextTryAt)
      if (error.code === 'TOO_SOON') setAnswer({ kind: 'tooSoon' })
      else setAnswer(error.data.isMistyped ? { kind: 'mistyped' } : { kind: 'wrong', secretKind })
    }
    focusBox()
  }
  const switchKind = () => {
    setSecretKind((now) => (now === 'passphrase' ? 'recoveryKey' : 'passphrase'))
    setSecret('')
    setAnswer({ kind: 'none' })
    focusBox()
  }

  if (answer.kind === 'unusable') {
    return (
      <>
        <Notice tone="problem" title={t(`trouble.${answer.problem}.title`)} />
        <VaultTrouble
          problem={answer.problem}
          hasPreviousCopy={false}
          onTryAgain={() => setAnswer({ kind: 'none' })}
        />
      </>
    )
  }
  return (
    <div className={classes.form} ref={place}>
      <PassphraseField
        label={t(`unlock.${secretKind}`)}
        description={secretKind === 'recoveryKey' ? t('unlock.recoveryHint') : undefined}
        value={secret}
        onChange={setSecret}
        onEnter={() => void unlock()}
        isAutoFocused
        showLabel={tApp('show')}
        error={answer.kind === 'empty' ? t(`unlock.empty.${secretKind}`) : undefined}
      />
      <Outcome answer={answer} />
      {isWaiting ? (
        <p className={classes.wait} role="timer">
          {t(`unlock.wait.${wait.unit}`, { count: wait.count })}
        </p>
      ) : null}
      <div className={classes.actions}>
        <Button
          size="md"
          loading={isOpening}
          {...(isWaiting ? { 'aria-disabled': true, 'data-disabled': true } : {})}
          onClick={() => void unlock()}
        >
          {t('unlock.unlock')}
        </Button>
        <Button variant="subtle" onClick={switchKind}>
          {t(secretKind === 'passphrase' ? 'unlock.useRecovery' : 'unlock.usePassphrase')}
        </Button>
      </div>
      <span role="status">{isOpening ? t('unlock.opening') : null}</span>
    </div>
  )
}

const Outcome = ({ answer }: { answer: Answer }) => {
  const { t } = useTranslation('vault')
  const problemWords = useProblemWords()
  switch (answer.kind) {
    case 'none':
    case 'empty':
    case 'unusable':
      return null
    case 'wrong':
      return (
        <Notice tone="problem" title={t(`unlock.wrong.${answer.secretKind}`)}>
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

/** The later of two instants in ISO form; null when there is neither. ISO instants sort as text. */
const later = (one: string | null, other: string | null) =>
  one === null || (other !== null && other > one) ? other : one

/** The wait in words, renewed each second while it lasts. */
const useWait = (untilAt: string | null) => {
  const untilMs = untilAt === null ? null : Date.parse(untilAt)
  const [nowMs, setNowMs] = useState(() => Date.now())
  const isOver = untilMs === null || nowMs >= untilMs
  useEffect(() => {
    if (untilMs === null) return
    setNowMs(Date.now())
    if (isOver && Date.now() >= untilMs) return
    const timer = setInterval(() => setNowMs(Date.now()), 500)
    return () => clearInterval(timer)
  }, [untilMs, isOver])
  return waitWords(untilMs, nowMs)
}
