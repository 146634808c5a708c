/** @file What the vault itself answers about its content: health, the profile, what is kept, forgetting. */
import { setImmediate } from 'node:timers/promises'
import type { KeyBindings } from '../../contract/keys'
import type {
  ForgetReceipt,
  KeptKind,
  KeptKindId,
  KeptPage,
  ListId,
  Profile,
  Work,
} from '../../contract/vault'
import type { Clock } from '../host'
import { isDiskFull } from './contract-errors'
import { schemaGaps } from './database/live-schema'
import { forgetEntry } from './forget/forget'
import { listKept, listKeptPage, listLeftOut } from './kept/kept'
import { changeKeyBindings, changeProfile, readKeyBindings, readProfile } from './kept/profile'
import { EntryHeldError, type KeptKindDescriptor } from './kept-kind'
import { problemOf, VaultUnusableError } from './problems'
import { oneAtATime } from './unlock/one-at-a-time'
import type { Unlocked } from './unlock/unlocked'

/** Each throws `VaultLockedError` when the vault is locked. */
export interface VaultRecords {
  /** True when every page is as it was written and all of them fit. */
  isHealthy(): boolean
  profile(): Profile
  rename(displayName: string): Profile
  /** Notes that the recovery sheet in force is on paper. */
  confirmRecoverySheet(): Profile
  /** Notes that first start was gone through to its end. */
  finishFirstStart(): Profile
  /** What the person does. */
  setWork(work: Work): Profile
  /** The keys that the facilitator changed. */
  keyBindings(): KeyBindings
  changeKeyBindings(next: KeyBindings): KeyBindings
  kept(): KeptKind[]
  /** One page of a kind; `cursor` null: the first. */
  keptPage(kind: KeptKindId, cursor: string | null): KeptPage
  /** How many entries each of these lists leaves out because they cannot be read. */
  leftOut(of: readonly ListId[]): { list: ListId; count: number }[]
  /** @returns null when there is no such entry. @throws `EntryInUseError`. */
  forget(kind: KeptKindId, id: string): ForgetReceipt | null
  /** The same: it is gone at once, and the proof lets other work be done in between. Locked meanwhile, it is not proved. */
  forgetInSteps(kind: KeptKindId, id: string): Promise<ForgetReceipt | null>
  /** @returns false when there is no such entry, or its kind never asks. */
  keepLonger(kind: KeptKindId, id: string): boolean
  /** What is wrong between the live schema and the kinds, in words for tests; empty when all fits. */
  schemaGaps(): string[]
}

/**
 * The records of whichever vault is open at the time of the call.
 *
 * @param giveUpRoom - makes a little room on a full disk; false where there is none to make.
 */
export function recordsOf(
  requireUnlocked: () => Unlocked,
  allKinds: () => readonly KeptKindDescriptor[],
  clock: Clock,
  giveUpRoom: () => boolean,
): VaultRecords {
  const kindOf = (kind: KeptKindId) => allKinds().find((candidate) => candidate.kind === kind)
  const profile = (): Profile => {
    const row = readProfile(requireUnlocked().read())
    if (row === null) throw new VaultUnusableError('databaseDamaged')
    return row
  }
  const change = (part: Parameters<typeof changeProfile>[1]): Profile => {
    requireUnlocked().write((vault) => changeProfile(vault, part))
    return profile()
  }
  /** Gone when it returns; what is left to do is its proof. */
  const forgetNow = (kind: KeptKindId, id: string) => {
    const vault = requireUnlocked()
    const descriptor = kindOf(kind)
    if (descriptor === undefined) return null
    if (descriptor.isHeld?.(vault.read(), id)) throw new EntryHeldError()
    const forgetIt = () => forgetEntry({ ...vault, kinds: allKinds() }, descriptor, id, clock.now())
    try {
      return forgetIt()
    } catch (thrown) {
      // Nothing was changed. Deleting writes before it frees.
      if (!isDiskFull(thrown) || !giveUpRoom()) throw thrown
      return forgetIt()
    }
  }
  // Two proofs at once would each move the log under the other.
  const inTurn = oneAtATime()
  return {
    isHealthy() {
      const vault = requireUnlocked()
      try {
        return vault.isWhole()
      } catch (thrown) {
        if (problemOf(thrown) !== null) return false
        throw thrown
      }
    },
    profile,
    keyBindings: () => readKeyBindings(requireUnlocked().read()),
    changeKeyBindings(next) {
      requireUnlocked().write((vault) => changeKeyBindings(vault, next))
      return readKeyBindings(requireUnlocked().read())
    },
    rename: (displayName) => change({ displayName }),
    confirmRecoverySheet: () => change({ recoverySheetConfirmedAt: clock.now().toISOString() }),
    finishFirstStart: () => change({ firstStartDoneAt: clock.now().toISOString() }),
    setWork: (work) => change({ work }),
    kept() {
      const { reader, read, dueBefore } = requireUnlocked()
      return listKept(reader, read(), allKinds(), clock.now(), dueBefore())
    },
    keptPage(kind, cursor) {
      const { read, dueBefore } = requireUnlocked()
      const descriptor = kindOf(kind)
      if (descriptor === undefined) return { entries: [] }
      return listKeptPage(read(), descriptor, cursor, { now: clock.now(), dueBefore: dueBefore() })
    },
    leftOut(of) {
      const { read, forgotten } = requireUnlocked()
      const notes = of.includes('forgottenNotes') ? forgotten.unreadLines() : 0
      return [
        ...listLeftOut(read(), allKinds(), of, clock.now()),
        ...(notes > 0 ? [{ list: 'forgottenNotes' as const, count: notes }] : []),
      ]
    },
    forget(kind, id) {
      const proof = forgetNow(kind, id)
      for (;;) {
        const step = proof?.next()
        if (step === undefined) return null
        if (step.done === true) return step.value
      }
    },
    async forgetInSteps(kind, id) {
      const proof = forgetNow(kind, id)
      if (proof === null) return null
      return inTurn(async () => {
        for (;;) {
          await setImmediate()
          const step = proof.next()
          if (step.done === true) return step.value
        }
      })
    },
    keepLonger(kind, id) {
      const { write } = requireUnlocked()
      const descriptor = kindOf(kind)
      const now = clock.now()
      return write((vault) => descriptor?.keepLonger?.(vault, id, now) ?? false)
    },
    schemaGaps: () => schemaGaps(requireUnlocked().reader, allKinds()),
  }
}
