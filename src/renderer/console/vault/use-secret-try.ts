/** @file Trying a secret: what is typed, the answer to it, and the growing wait after a wrong one. */
import { useEffect, useRef, useState } from 'react'
import type { VaultProblem } from '../../../contract/vault-words'
import { codeOf } from '../words/problems'
import { waitWords } from './waiting-words'

/** What came of the last try. */
export type SecretAnswer =
  | { kind: 'none' }
  | { kind: 'empty' }
  | { kind: 'wrong' }
  | { kind: 'mistyped' }
  | { kind: 'tooSoon' }
  | { kind: 'unusable'; problem: VaultProblem }
  | { kind: 'failed'; error: unknown }

/**
 * A refusal as the contract has it, with the instant of the next try where it names one. What reads it comes with the
 * first refusal: the first paint carries no parser.
 */
const refusalOf = async (error: unknown): Promise<{ answer: SecretAnswer; nextTryAt: string | null }> => {
  const data: unknown = Reflect.get(Object(error), 'data')
  const failed = { answer: { kind: 'failed', error } as const, nextTryAt: null }
  const words = await import('../../../contract/vault-words').catch(() => null)
  if (words === null) return failed
  const { WRONG_SECRET, TOO_SOON, VAULT_UNUSABLE } = words.unlockErrors
  switch (codeOf(error)) {
    case 'WRONG_SECRET': {
      const wrong = WRONG_SECRET.data.safeParse(data).data
      return wrong
        ? { answer: { kind: wrong.isMistyped ? 'mistyped' : 'wrong' }, nextTryAt: wrong.nextTryAt }
        : failed
    }
    case 'TOO_SOON': {
      const soon = TOO_SOON.data.safeParse(data).data
      return soon ? { answer: { kind: 'tooSoon' }, nextTryAt: soon.nextTryAt } : failed
    }
    case 'VAULT_UNUSABLE': {
      const unusable = VAULT_UNUSABLE.data.safeParse(data).data
      return unusable ? { answer: { kind: 'unusable', problem: unusable.problem }, nextTryAt: null } : failed
    }
    default:
      return failed
  }
}

/**
 * One box for a secret.
 *
 * @param send - asks main; rejects as the contract says.
 * @param nextTryAt - earliest instant of the next try as the vault's status has it; null when at once.
 */
export const useSecretTry = <T>(
  send: (secret: string) => Promise<T>,
  { nextTryAt = null, onTaken }: { nextTryAt?: string | null; onTaken?: (result: T) => void } = {},
) => {
  const [secret, setSecret] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  // A second Enter comes before anything is drawn anew.
  const isTrying = useRef(false)
  const [answer, setAnswer] = useState<SecretAnswer>({ kind: 'none' })
  const [told, setTold] = useState<string | null>(null)
  /** Around the box, which gets the keyboard back after a refusal. */
  const place = useRef<HTMLDivElement>(null)
  const wait = useWait(later(nextTryAt, told))
  const isWaiting = wait.unit !== 'over'

  const focusBox = () => {
    const box = place.current?.querySelector('input')
    box?.focus()
    box?.select()
  }
  const attempt = async (): Promise<void> => {
    if (isTrying.current || isWaiting) return
    if (secret === '') {
      setAnswer({ kind: 'empty' })
      focusBox()
      return
    }
    isTrying.current = true
    setIsBusy(true)
    setAnswer({ kind: 'none' })
    try {
      const result = await send(secret)
      setSecret('')
      onTaken?.(result)
    } catch (error) {
      const refused = await refusalOf(error)
      if (refused.nextTryAt !== null) setTold(refused.nextTryAt)
      setAnswer(refused.answer)
      focusBox()
    } finally {
      isTrying.current = false
      setIsBusy(false)
    }
  }
  return {
    secret,
    setSecret,
    isBusy,
    answer,
    wait,
    isWaiting,
    place,
    attempt,
    /** Empties the box and the answer. */
    clear: () => {
      setSecret('')
      setAnswer({ kind: 'none' })
      focusBox()
    },
    /** Puts the answer away. */
    putAway: () => setAnswer({ kind: 'none' }),
  }
}

/** The later of two instants in ISO form; null when there is neither. ISO instants sort as text. */
const later = (one: string | null, other: string | null) =>
  one === null || (other !== null && other > one) ? other : one

/** The wait in words, renewed each second while it lasts: what is left of it is no matter of the clock that is shown. */
const useWait = (untilAt: string | null) => {
  const asked = () => ({
    untilAt,
    endsMs: untilAt === null ? null : performance.now() + Date.parse(untilAt) - Date.now(),
  })
  const [counted, setCounted] = useState(asked)
  const [nowMs, setNowMs] = useState(() => performance.now())
  if (counted.untilAt !== untilAt) {
    setCounted(asked())
    setNowMs(performance.now())
  }
  const { endsMs } = counted
  const isOver = endsMs === null || nowMs >= endsMs
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNowMs(performance.now()), 500)
    return () => clearInterval(timer)
  }, [isOver])
  return waitWords(endsMs, nowMs)
}
