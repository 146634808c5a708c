/** @file The desk's tables: reads and writes. */
import { and, count, desc, eq, isNotNull, or } from 'drizzle-orm'
import type { HandOffNumber } from '../../contract/hand-off'
import { endedBy } from '../ended-by'
import type { ReadVault, WriteVault } from '../vault/handles'
import { lessons, receivedHandOffs } from './tables'

/** A hand-off as it is stored. */
export type ReceivedRow = typeof receivedHandOffs.$inferSelect
/** A lesson card as it is stored. */
export type LessonRow = typeof lessons.$inferSelect

/** All, newest first. */
export const readReceivedRows = (vault: ReadVault): ReceivedRow[] =>
  vault
    .select()
    .from(receivedHandOffs)
    .orderBy(desc(receivedHandOffs.receivedAt), receivedHandOffs.number)
    .all()

/** The one of a number; undefined where there is none. */
export const readReceived = (vault: ReadVault, number: HandOffNumber): ReceivedRow | undefined =>
  vault.select().from(receivedHandOffs).where(eq(receivedHandOffs.number, number)).get()

/** How many there are. */
export const countReceived = (vault: ReadVault): number =>
  vault.select({ n: count() }).from(receivedHandOffs).get()?.n ?? 0

/** Adds one. */
export const addReceived = (vault: WriteVault, row: typeof receivedHandOffs.$inferInsert): void => {
  vault.insert(receivedHandOffs).values(row).run()
}

/** Changes something of one. */
export const changeReceived = (
  vault: WriteVault,
  number: HandOffNumber,
  change: Partial<Omit<ReceivedRow, 'number'>>,
): void => {
  vault.update(receivedHandOffs).set(change).where(eq(receivedHandOffs.number, number)).run()
}

/** What is left when the words of a hand-off go. */
export const emptied = {
  answers: null,
  replyTo: null,
  themes: [],
  feedback: [],
  reply: null,
} satisfies Partial<ReceivedRow>

/** Removes one and gives it back; undefined where there was none. */
export const removeReceived = (vault: WriteVault, number: HandOffNumber): ReceivedRow | undefined =>
  vault.delete(receivedHandOffs).where(eq(receivedHandOffs.number, number)).returning().get()

const hasWordsPast = (at: string) =>
  and(isNotNull(receivedHandOffs.answers), endedBy(receivedHandOffs.endsAt, at))

/** How many have words whose end has come, or a number whose end has. */
export const countEndedReceived = (vault: ReadVault, at: string, numbersAt: string): number =>
  vault
    .select({ n: count() })
    .from(receivedHandOffs)
    .where(or(hasWordsPast(at), endedBy(receivedHandOffs.endsAt, numbersAt)))
    .get()?.n ?? 0

/** Empties those whose end has come, and removes those of which the number ends too. */
export const endReceived = (vault: WriteVault, at: string, numbersAt: string): void => {
  vault.update(receivedHandOffs).set(emptied).where(hasWordsPast(at)).run()
  vault.delete(receivedHandOffs).where(endedBy(receivedHandOffs.endsAt, numbersAt)).run()
}

/** All cards, last changed first. */
export const readLessonRows = (vault: ReadVault): LessonRow[] =>
  vault.select().from(lessons).orderBy(desc(lessons.changedAt), lessons.id).all()

/** A card; undefined where there is none. */
export const readLesson = (vault: ReadVault, id: string): LessonRow | undefined =>
  vault.select().from(lessons).where(eq(lessons.id, id)).get()

/** Whether there is a card of this id. */
export const isLessonThere = (vault: ReadVault, id: string): boolean => readLesson(vault, id) !== undefined

/** Adds a card, or puts it in the place of the one with its id. */
export const putLesson = (vault: WriteVault, row: LessonRow): void => {
  vault.insert(lessons).values(row).onConflictDoUpdate({ target: lessons.id, set: row }).run()
}

/** Removes a card and gives it back; undefined where there was none. */
export const removeLesson = (vault: WriteVault, id: string): LessonRow | undefined =>
  vault.delete(lessons).where(eq(lessons.id, id)).returning().get()

/** How many cards end at an instant or before. */
export const countEndedLessons = (vault: ReadVault, at: string): number =>
  vault.select({ n: count() }).from(lessons).where(endedBy(lessons.keptUntil, at)).get()?.n ?? 0

/** Removes those. */
export const removeEndedLessons = (vault: WriteVault, at: string): void => {
  vault.delete(lessons).where(endedBy(lessons.keptUntil, at)).run()
}
