/** @file Those a report can be sealed to: a name of a role or an agency, and the public half of their key. */
import { randomUUID } from 'node:crypto'
import { armor, Encrypter } from 'age-encryption'
import { and, asc, eq } from 'drizzle-orm'
import { ReportRecipient } from '../../contract/report-handing'
import type { KeptPart } from '../kept-together'
import { soundRows } from '../read-back'
import { Refusal } from '../refusal'
import type { ReadVault, WriteVault } from '../vault/handles'
import { reportRecipients } from './tables'

/** All of them, by name and then by the day they were added. */
export const readRecipients = (vault: ReadVault): ReportRecipient[] =>
  soundRows(
    ReportRecipient,
    vault
      .select()
      .from(reportRecipients)
      .orderBy(asc(reportRecipients.name), asc(reportRecipients.addedAt), asc(reportRecipients.id))
      .all(),
  )

/** @throws Refusal NO_KEY */
const encrypterTo = (key: string): Encrypter => {
  const encrypter = new Encrypter()
  try {
    encrypter.addRecipient(key)
  } catch {
    throw Refusal.of('NO_KEY')
  }
  return encrypter
}

/**
 * Adds one. Another key under the same name is another recipient; the same key under the same name is there already.
 *
 * @throws Refusal NO_KEY
 */
export const addRecipient = (
  vault: WriteVault,
  { name, key }: Pick<ReportRecipient, 'name' | 'key'>,
  addedAt: string,
): void => {
  encrypterTo(key)
  const isThere = vault
    .select({ id: reportRecipients.id })
    .from(reportRecipients)
    .where(and(eq(reportRecipients.name, name), eq(reportRecipients.key, key)))
    .get()
  if (!isThere) vault.insert(reportRecipients).values({ id: randomUUID(), name, key, addedAt }).run()
}

/** Takes one out; null when there is none. */
export const removeRecipient = (vault: WriteVault, id: string): ReportRecipient | null =>
  vault.delete(reportRecipients).where(eq(reportRecipients.id, id)).returning().get() ?? null

/**
 * Seals a text to a key: an age file as text, which any tool that knows age opens.
 *
 * @throws Refusal NO_KEY
 */
export const sealTextTo = async (text: string, key: string): Promise<string> =>
  armor.encode(await encrypterTo(key).encrypt(text))

/** Their share of the settings on What is kept. */
export const recipientsKept = (): KeptPart => ({
  tables: ['report_recipients'],
  list: (vault) =>
    readRecipients(vault).map(({ id, name, addedAt }) => ({
      id,
      label: name,
      keptSince: addedAt,
      keptUntil: null,
      isAskingToGo: false,
    })),
  forget: (vault, id) => {
    const removed = removeRecipient(vault, id)
    return removed === null ? null : [id, removed.name, removed.key]
  },
  countDue: () => 0,
  enforceEnd: () => {},
})
