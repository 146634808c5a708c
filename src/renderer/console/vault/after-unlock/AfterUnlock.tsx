/**
 * @file Between unlocking and the console: the question about the date, and what is wrong with the records. What
 * comes up later is said in a strip above the console, which keeps what is being typed.
 */
import { type ReactNode, useEffect, useState } from 'react'
import type { VaultStatus } from '../../../../contract/vault'
import { registerWords } from '../../words'
import words from '../../words/en/vault-pages.json'
import { DateQuestion } from './DateQuestion'
import { HoldScreen } from './HoldScreen'
import { VaultStrip } from './VaultStrip'

registerWords('vault', words)

/** `crisis`: the numbers, which stand on each of these screens. */
export interface AfterUnlockProps {
  status: Extract<VaultStatus, { state: 'unlocked' }>
  crisis: ReactNode
  children: ReactNode
}

/** Asks and says first, once for each unlock; then shows the console. */
export const AfterUnlock = ({ status, crisis, children }: AfterUnlockProps) => {
  const [hasSeenHold, setHasSeenHold] = useState(false)
  const [isInside, setIsInside] = useState(false)
  const { clock, hold } = status
  const isAsked = clock.kind === 'asks' && !isInside
  const isHeld = hold !== null && hold.kind !== 'gone' && !hasSeenHold && !isInside
  const isShown = !isAsked && !isHeld
  useEffect(() => {
    if (isShown) setIsInside(true)
  }, [isShown])

  if (clock.kind === 'asks' && isAsked) return <DateQuestion clock={clock} crisis={crisis} />
  if (hold !== null && isHeld) {
    return <HoldScreen hold={hold} crisis={crisis} onGoIn={() => setHasSeenHold(true)} />
  }
  return (
    <>
      <VaultStrip status={status} />
      {children}
    </>
  )
}
