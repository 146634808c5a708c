/** @file Hand-off: seals what was chosen of a saved debrief to a lead's key, and notes that it left, never what. */
import type { CharterPack } from '../../contract/charters'
import { type DebriefContent, debriefRecord } from '../../contract/debrief'
import { AskBackRecord } from '../../contract/desk-files'
import {
  HAND_OFF_FORMAT,
  type HandOffDays,
  type HandOffId,
  HandOffNote,
  HandOffNumber,
  HandOffRecord,
  handOffNumberOf,
  type SealedFile,
} from '../../contract/hand-off'
import type { DebriefId } from '../../contract/primitives'
import { keyEnd } from '../../contract/recipients'
import type { ChartersService } from '../charters/service'
import type { Clock } from '../host'
import { instantAt } from '../last-instant'
import { localDayAfter } from '../local-day'
import { keptEntry, listOf, soundRows } from '../read-back'
import { foundRecipient, type OwnKeysService, recipientByEnd, sealTextTo } from '../recipients/service'
import { Refusal } from '../refusal'
import { shownRecord } from '../sealed-text'
import type { VaultAccess } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import {
  addHandOff,
  countEndedHandOffs,
  readHandOff,
  readHandOffRows,
  removeEndedHandOffs,
  removeHandOff,
} from './hand-off-store'
import { readDebrief } from './store'

const DAY_MS = 86_400_000
/** A note stays this long after the last day of its hand-off, in days: time to ask for it back. Our default. */
const NOTE_DAYS = 30

/** What was chosen of a debrief. */
export interface HandOffChosen {
  debriefId: DebriefId
  handOffId: HandOffId
  paths: readonly string[]
  days: HandOffDays
  hasReplyKey: boolean
}

/** What the router may ask of hand-offs. All throw `VaultLockedError`. */
export interface HandOffService {
  /** Newest first. */
  list(): HandOffNote[]
  /** @throws Refusal NOT_FOUND, NOT_SAVED, CHARTER_UNKNOWN, HAND_OFF_FORBIDDEN, NOT_AS_SHOWN */
  record(chosen: HandOffChosen): string
  /** @throws Refusal as `record`, and NO_KEY */
  seal(
    chosen: HandOffChosen & { recipientId: string; text: string },
  ): Promise<{ file: string; fileName: string; note: HandOffNote }>
  /** @throws Refusal NOT_FOUND, NOT_AS_SHOWN, NO_KEY */
  sealAskBack(asked: { number: HandOffNumber; text: string }): Promise<SealedFile>
}

/** Makes the service. */
export const createHandOff = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: Pick<ChartersService, 'get'>
  ownKeys: Pick<OwnKeysService, 'current'>
}): HandOffService => {
  const { vault: access, clock, charters, ownKeys } = needs

  const packOf = (charterId: string): CharterPack => {
    try {
      return charters.get(charterId)
    } catch (thrown) {
      if (thrown instanceof Refusal) throw Refusal.of('CHARTER_UNKNOWN')
      throw thrown
    }
  }

  const recordOf = (chosen: HandOffChosen, madeAt: string): HandOffRecord => {
    const { debriefId, handOffId, paths, days, hasReplyKey } = chosen
    const row = readDebrief(access.read(), debriefId)
    if (!row || row.keptUntil <= access.dueBefore().toISOString()) throw Refusal.of('NOT_FOUND')
    if (row.isDraft) throw Refusal.of('NOT_SAVED')
    const pack = packOf(row.charterId)
    const isAllowed = pack.settings.debrief.value !== 'off' && (pack.handOff?.isAllowed ?? true)
    if (!isAllowed) throw Refusal.of('HAND_OFF_FORBIDDEN')
    const asked = new Set(paths)
    const answers = debriefRecord
      .texts(debriefRecord.complete(row.content as DebriefContent))
      .filter(({ path, text }) => asked.has(path) && text.trim() !== '')
      .map(({ path, text }) => ({
        path,
        question: pack.debriefPrompts.find(({ id }) => path === `answers.${id}`)?.text ?? null,
        words: text,
      }))
    if (answers.length !== asked.size) throw Refusal.of('NOT_AS_SHOWN')
    const replyTo = hasReplyKey ? ownKeys.current() : null
    if (hasReplyKey && replyTo === null) throw Refusal.of('NO_OWN_KEY')
    return {
      holdspaceHandOff: HAND_OFF_FORMAT,
      number: handOffNumberOf(handOffId),
      madeAt,
      expiresOn: localDayAfter(madeAt, days),
      charter: { id: pack.id, version: pack.version },
      answers,
      replyTo,
    }
  }

  return {
    list: () => {
      const dueBefore = access.dueBefore().toISOString()
      return soundRows(HandOffNote, readHandOffRows(access.read())).filter(
        ({ keptUntil }) => keptUntil > dueBefore,
      )
    },
    record: (chosen) => JSON.stringify(recordOf(chosen, instantAt(clock.now().getTime()))),
    seal: async ({ recipientId, text, ...chosen }) => {
      const shown = shownRecord(HandOffRecord, text, clock.now())
      const record = recordOf(chosen, shown.record.madeAt)
      if (JSON.stringify(record) !== shown.line) throw Refusal.of('NOT_AS_SHOWN')
      const recipient = foundRecipient(access.read(), recipientId)
      const file = await sealTextTo(text, recipient.key)
      const { number, madeAt, expiresOn } = record
      const note = access.write((vault) => {
        const before = readHandOff(vault, number)
        // Sent again because the answer was lost: it left once. A number is never of two people's files.
        if (before && before.keyEnd !== keyEnd(recipient)) throw Refusal.of('NOT_AS_SHOWN')
        return (
          before ??
          addHandOff(vault, {
            number,
            madeAt,
            recipient: recipient.name,
            keyEnd: keyEnd(recipient),
            expiresOn,
            keptUntil: instantAt(Date.parse(expiresOn) + (NOTE_DAYS + 1) * DAY_MS),
          })
        )
      })
      return { file, fileName: `handoff-${number}.txt.age`, note }
    },
    sealAskBack: async ({ number, text }) => {
      const vault = access.read()
      const note = readHandOff(vault, number)
      if (!note || note.keptUntil <= access.dueBefore().toISOString()) throw Refusal.of('NOT_FOUND')
      if (shownRecord(AskBackRecord, text, clock.now()).record.number !== number)
        throw Refusal.of('NOT_AS_SHOWN')
      const file = await sealTextTo(text, recipientByEnd(vault, note.recipient, note.keyEnd).key)
      return { file, fileName: `askback-${number}.txt.age` }
    },
  }
}

/** Notes of hand-offs, each until thirty days after the last day of its hand-off. */
export const handOffsKept = (): KeptKindDescriptor => ({
  kind: 'handOffs',
  tables: ['hand_offs'],
  lists: [
    listOf('handOffs', HandOffNote, (vault) =>
      readHandOffRows(vault).map((row) => ({ id: row.number, answered: row })),
    ),
  ],
  canForget: true,
  list: (vault) =>
    readHandOffRows(vault).map((row) =>
      keptEntry({ id: row.number, createdAt: row.madeAt }, () => ({
        id: row.number,
        label: `${row.number}, ${row.recipient}`,
        keptSince: row.madeAt,
        keptUntil: row.keptUntil,
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const number = HandOffNumber.safeParse(id)
    const row = number.success ? removeHandOff(vault, number.data) : undefined
    // The role may stand with its key too; only its sequence in the row is the note's own.
    return row ? [row.number, `${row.number}${row.madeAt}${row.recipient}`] : null
  },
  countDue: (vault, now) => countEndedHandOffs(vault, now.toISOString()),
  enforceEnd: (vault, now) => removeEndedHandOffs(vault, now.toISOString()),
})
