/** @file Recipients: those a file can be sealed to, each a role or an agency with the public half of their key. */
import { randomUUID } from 'node:crypto'
import { armor, Encrypter } from 'age-encryption'
import { and, asc, eq } from 'drizzle-orm'
import { keyEnd, SealRecipient, type ShownRecipient } from '../../contract/recipients'
import { THE_ONE } from '../../contract/unfinished-forms'
import type { Clock } from '../host'
import type { KeptPart } from '../kept-together'
import { instantAt } from '../last-instant'
import { keptEntry, listOf, soundRows } from '../read-back'
import { Refusal } from '../refusal'
import { dropForm } from '../unfinished/service'
import type { ReadVault, VaultAccess, WriteVault } from '../vault/handles'
import { spokenWordsOf } from './spoken'
import { recipients } from './tables'

export { createOwnKeys, type OpenedFile, type OwnKeysService, ownKeysKept } from './own-keys'

const recipientRows = (vault: ReadVault) =>
  vault
    .select()
    .from(recipients)
    .orderBy(asc(recipients.name), asc(recipients.addedAt), asc(recipients.id))
    .all()

/** All of them, by name and then by the day they were added. */
const readRecipients = (vault: ReadVault): SealRecipient[] => soundRows(SealRecipient, recipientRows(vault))

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
const addRecipient = (
  vault: WriteVault,
  { name, key }: Pick<SealRecipient, 'name' | 'key'>,
  addedAt: string,
): void => {
  encrypterTo(key)
  const isThere = vault
    .select({ id: recipients.id })
    .from(recipients)
    .where(and(eq(recipients.name, name), eq(recipients.key, key)))
    .get()
  if (!isThere) vault.insert(recipients).values({ id: randomUUID(), name, key, addedAt }).run()
}

/** Takes one out; null when there is none. */
const removeRecipient = (vault: WriteVault, id: string): SealRecipient | null =>
  vault.delete(recipients).where(eq(recipients.id, id)).returning().get() ?? null

/** A recipient by its id. @throws Refusal NOT_FOUND */
export const foundRecipient = (vault: ReadVault, recipientId: string): SealRecipient => {
  const recipient = readRecipients(vault).find(({ id }) => id === recipientId)
  if (!recipient) throw Refusal.of('NOT_FOUND')
  return recipient
}

/**
 * The recipient that a note remembers by name and the end of a key.
 *
 * @throws Refusal NO_KEY where it is not kept any more.
 */
export const recipientByEnd = (vault: ReadVault, name: string, end: string): SealRecipient => {
  const recipient = readRecipients(vault).find((one) => one.name === name && keyEnd(one) === end)
  if (!recipient) throw Refusal.of('NO_KEY')
  return recipient
}

/**
 * Seals a text to a key: an age file as text, which any tool that knows age opens.
 *
 * @throws Refusal NO_KEY
 */
export const sealTextTo = async (text: string, key: string): Promise<string> => {
  const encrypter = encrypterTo(key)
  try {
    return armor.encode(await encrypter.encrypt(text))
  } catch {
    // A key that is whole and no good: age finds it when it seals.
    throw Refusal.of('NO_KEY')
  }
}

/** What the router may ask of recipients. All throw `VaultLockedError`. */
export interface RecipientsService {
  list(): ShownRecipient[]
  /** @throws Refusal NO_KEY */
  add(recipient: Pick<SealRecipient, 'name' | 'key'>): ShownRecipient[]
  /** @throws Refusal NOT_FOUND */
  remove(recipientId: string): ShownRecipient[]
}

const shownRecipients = (vault: ReadVault): ShownRecipient[] =>
  readRecipients(vault).map((one) => ({ ...one, spoken: spokenWordsOf(one.key) }))

/** Makes the service. */
export const createRecipients = (needs: { vault: VaultAccess; clock: Clock }): RecipientsService => {
  const { vault: access, clock } = needs
  return {
    list: () => shownRecipients(access.read()),
    add: (recipient) =>
      access.write((vault) => {
        addRecipient(vault, recipient, instantAt(clock.now().getTime()))
        dropForm(vault, 'recipientKey', THE_ONE)
        return shownRecipients(vault)
      }),
    remove: (recipientId) =>
      access.write((vault) => {
        if (!removeRecipient(vault, recipientId)) throw Refusal.of('NOT_FOUND')
        return shownRecipients(vault)
      }),
  }
}

/** Their share of the settings on What is kept. */
export const recipientsKept = (): KeptPart => ({
  tables: ['report_recipients'],
  lists: [
    listOf('recipients', SealRecipient, (vault) =>
      recipientRows(vault).map((row) => ({ id: row.id, answered: row })),
    ),
  ],
  list: (vault) =>
    recipientRows(vault).map(({ id, name, addedAt }) =>
      keptEntry({ id, createdAt: addedAt }, () => ({
        id,
        label: name,
        keptSince: addedAt,
        keptUntil: null,
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const removed = removeRecipient(vault, id)
    return removed === null ? null : [id, removed.name, removed.key]
  },
  countDue: () => 0,
  enforceEnd: () => {},
})
