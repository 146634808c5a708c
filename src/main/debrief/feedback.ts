/** @file Feedback: answers to one's hand-offs, opened with one's own keys, kept as one's own, replied to. */
import { count, desc, eq } from 'drizzle-orm'
import { type DeskFileReason, ReplyRecord } from '../../contract/desk-files'
import { FEEDBACK_KEPT_DAYS, FeedbackNote, type OpenedFeedback } from '../../contract/feedback'
import { HandOffNumber, type SealedFile } from '../../contract/hand-off'
import { readDeskFile } from '../desk-file'
import { endedBy } from '../ended-by'
import { piecesOf, written } from '../forgetting-proof'
import type { Clock } from '../host'
import { instantAt } from '../last-instant'
import { keptEntry, listOf, readBack, soundRows } from '../read-back'
import { type OwnKeysService, sealTextTo } from '../recipients/service'
import { Refusal } from '../refusal'
import { shownRecord } from '../sealed-text'
import type { ReadVault, VaultAccess } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { readHandOff } from './hand-off-store'
import { feedbackNotes } from './tables'

const DAY_MS = 86_400_000

type Row = typeof feedbackNotes.$inferSelect

/** What the router may ask of answers to hand-offs. All throw `VaultLockedError`. */
export interface FeedbackService {
  /** Newest first. */
  list(): FeedbackNote[]
  open(file: string): Promise<OpenedFeedback>
  /** @throws Refusal NOT_FOUND */
  saveReply(number: HandOffNumber, words: string): FeedbackNote
  /** @throws Refusal NOT_FOUND, NO_KEY, NOT_AS_SHOWN */
  sealReply(number: HandOffNumber, text: string): Promise<SealedFile & { note: FeedbackNote }>
}

const rowOf = (vault: ReadVault, number: HandOffNumber): Row | undefined =>
  vault.select().from(feedbackNotes).where(eq(feedbackNotes.number, number)).get()

const rowsOf = (vault: ReadVault): Row[] =>
  vault.select().from(feedbackNotes).orderBy(desc(feedbackNotes.receivedAt), feedbackNotes.number).all()

const noteOf = ({ replyTo, ...row }: Row) => ({ ...row, takesReply: replyTo !== null })

/** Makes the service. */
export const createFeedback = (needs: {
  vault: VaultAccess
  clock: Clock
  ownKeys: Pick<OwnKeysService, 'open'>
}): FeedbackService => {
  const { vault: access, clock, ownKeys } = needs
  const isOver = ({ keptUntil }: Row): boolean => keptUntil <= access.dueBefore().toISOString()
  const found = (vault: ReadVault, number: HandOffNumber): Row => {
    const row = rowOf(vault, number)
    if (!row || isOver(row)) throw Refusal.of('NOT_FOUND')
    return row
  }
  const change = (number: HandOffNumber, part: Partial<Omit<Row, 'number'>>): FeedbackNote =>
    access.write((vault) => {
      found(vault, number)
      vault.update(feedbackNotes).set(part).where(eq(feedbackNotes.number, number)).run()
      return readBack(FeedbackNote, noteOf(found(vault, number)))
    })
  const refuse = (reason: DeskFileReason, number: HandOffNumber | null): OpenedFeedback => ({
    kind: 'refused',
    reason,
    number,
  })
  return {
    list: () =>
      soundRows(
        FeedbackNote,
        rowsOf(access.read())
          .filter((row) => !isOver(row))
          .map(noteOf),
      ),
    open: async (file) => {
      const opened = await ownKeys.open(file)
      if (opened.kind === 'refused') return refuse(opened.reason, null)
      const read = readDeskFile(opened.text)
      if (read.kind === 'refused') return read
      const { number, madeAt } = read.record
      if (read.kind !== 'feedback') return refuse('forDesk', number)
      const { parts, replyTo } = read.record
      return access.write((vault): OpenedFeedback => {
        const latestMs = Math.max(clock.now().getTime(), access.dueBefore().getTime())
        if (Date.parse(madeAt) > latestMs + DAY_MS) return refuse('badDate', number)
        const before = rowOf(vault, number)
        if (before) {
          if (before.madeAt === madeAt) return refuse('alreadyHere', number)
          // An older one may come late: the newest answer stands.
          if (before.madeAt > madeAt) return refuse('otherOfNumber', number)
        } else if (!readHandOff(vault, number)) {
          return refuse('noSuchHandOff', number)
        }
        const row: Row = {
          number,
          madeAt,
          receivedAt: instantAt(clock.now().getTime()),
          parts,
          replyTo,
          reply: before?.reply ?? '',
          repliedAt: before?.repliedAt ?? null,
          keptUntil: instantAt(latestMs + FEEDBACK_KEPT_DAYS * DAY_MS),
        }
        const note = readBack(FeedbackNote, noteOf(row))
        vault
          .insert(feedbackNotes)
          .values(row)
          .onConflictDoUpdate({ target: feedbackNotes.number, set: row })
          .run()
        return { kind: 'received', note }
      })
    },
    saveReply: (number, words) => change(number, { reply: words }),
    sealReply: async (number, text) => {
      const row = found(access.read(), number)
      if (row.replyTo === null) throw Refusal.of('NO_KEY')
      const { record } = shownRecord(ReplyRecord, text, clock.now())
      if (record.number !== number || record.words !== row.reply) throw Refusal.of('NOT_AS_SHOWN')
      const file = await sealTextTo(text, row.replyTo)
      const note = change(number, { repliedAt: instantAt(clock.now().getTime()) })
      return { file, fileName: `reply-${number}.txt.age`, note }
    },
  }
}

const ended = (now: Date) => endedBy(feedbackNotes.keptUntil, now.toISOString())

/** Answers to one's hand-offs, each a year. */
export const feedbackKept = (): KeptKindDescriptor => ({
  kind: 'feedback',
  tables: ['feedback_notes'],
  lists: [
    listOf('feedback', FeedbackNote, (vault) =>
      rowsOf(vault).map((row) => ({ id: row.number, answered: noteOf(row) })),
    ),
  ],
  canForget: true,
  list: (vault) =>
    rowsOf(vault).map((row) =>
      keptEntry({ id: row.number, createdAt: row.receivedAt }, () => ({
        id: row.number,
        label: row.number,
        keptSince: row.receivedAt,
        keptUntil: row.keptUntil,
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const number = HandOffNumber.safeParse(id)
    const row = number.success
      ? vault.delete(feedbackNotes).where(eq(feedbackNotes.number, number.data)).returning().get()
      : undefined
    if (!row) return null
    const texts = [...row.parts.map(({ words }) => written.inJson(words)), row.reply]
    return [`${row.number}${row.madeAt}${row.receivedAt}`, ...texts.flatMap(piecesOf)]
  },
  countDue: (vault, now) => vault.select({ n: count() }).from(feedbackNotes).where(ended(now)).get()?.n ?? 0,
  enforceEnd: (vault, now) => {
    vault.delete(feedbackNotes).where(ended(now)).run()
  },
})
