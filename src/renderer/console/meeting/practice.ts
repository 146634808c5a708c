/**
 * @file What a drill puts in a session's place: its room, its passwords, and who is told what happens. Nothing of it
 * reaches the vault.
 */
import { useSyncExternalStore } from 'react'
import type { CharterPack } from '../../../contract/charters'
import type { RoomTicket } from '../../../contract/meeting'
import type { MeetingEvent } from '../../../contract/room-protocol'
import type { PasswordKeeper } from './guard/passwords'

/** Something the facilitator opened in the console, which the meeting cannot see. `cards`: at no card of its own. */
export type Opened = { kind: 'cards' } | { kind: 'card'; cardId: string } | { kind: 'report' }

/** Where a practice stands. */
export interface PracticeState {
  /** What there was to practise is over. */
  isOver: boolean
  /** A report was started: in a drill none is made. */
  hasReported: boolean
}

/** What a guide waits for while the room is open. */
export type GuidedAct = 'open' | 'lock' | 'admit' | 'quiet' | 'cards' | 'close'

/** Where a guide stands: the act that it waits for, and which of its steps that is, from 1. */
export interface GuidedAt {
  act: GuidedAct
  number: number
  of: number
}

/** Leads through the room, one act at a time. */
export interface Guide {
  at: () => GuidedAt
  subscribe: (listener: () => void) => () => void
  /** Goes on without the act that is waited for; the room's close is never skipped. */
  skip: () => void
  /** Nothing is waited for any more. The room is left next. */
  leave: () => void
}

/** A drill, as the live room sees it. */
export interface Practice {
  title: string
  /** What it practises, in a sentence. */
  practises: string
  /** Who leads through it; null: nobody, one acts as one sees fit. */
  guide: Guide | null
  /** Readies a room page; later calls come back into the same drill. Rejects with the contract's errors. */
  openRoomPage(): Promise<RoomTicket>
  /** Hears what the meeting says. */
  hear(event: MeetingEvent): void
  opened(what: Opened): void
  state: () => PracticeState
  subscribe: (listener: () => void) => () => void
  /**
   * The room is left.
   *
   * @returns the address of the page that says how it went.
   */
  finish(): string
}

/** Where it stands, as React state. */
export const usePractice = ({ subscribe, state }: Practice): PracticeState =>
  useSyncExternalStore(subscribe, state)

/** Where a guide stands, as React state. */
export const useGuide = ({ subscribe, at }: Guide): GuidedAt => useSyncExternalStore(subscribe, at)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const PASSWORD_LENGTH = 24

/** Passwords for a room of pretend guests: made here, in memory, and kept nowhere. */
export const practicePasswords = (): PasswordKeeper => {
  let kept: string | null = null
  return {
    read: async () => kept,
    make: async () => {
      const bytes = crypto.getRandomValues(new Uint8Array(PASSWORD_LENGTH))
      kept = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('')
      return kept
    },
    clear: async () => {
      kept = null
    },
  }
}

/** A charter as a drill acts by it: what is done there is counted nowhere. */
export const withoutCounters = (pack: CharterPack): CharterPack => ({
  ...pack,
  settings: { ...pack.settings, interventions: { ...pack.settings.interventions, value: 'none' } },
})
