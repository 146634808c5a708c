/** @file The person's own keys: made, replaced, kept in the vault, and the one place that opens a file with them. */
import { randomUUID } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { and, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { OwnKey, REPLACED_KEY_DAYS } from '../../contract/own-keys'
import { type AgeRecipient, keyEnd } from '../../contract/recipients'
import { endedBy } from '../ended-by'
import type { Clock } from '../host'
import { instantAt } from '../last-instant'
import { keptEntry, listOf, soundRows } from '../read-back'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess, WriteVault } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { type OpenedFile, openSealed } from './open-sealed'
import { spokenWordsOf } from './spoken'
import { ownKeys } from './tables'

export type { OpenedFile } from './open-sealed'

const DAY_MS = 86_400_000

type KeyRow = typeof ownKeys.$inferSelect

/** The one in use first, then those that were replaced, newest first. */
const readKeyRows = (vault: ReadVault): KeyRow[] =>
  vault
    .select()
    .from(ownKeys)
    .orderBy(sql`${ownKeys.replacedAt} IS NOT NULL`, desc(ownKeys.replacedAt), ownKeys.id)
    .all()

/** Without the secret half, which no answer carries. */
const shown = ({ id, key, madeAt, replacedAt, keptUntil }: KeyRow): OwnKey => ({
  id,
  key,
  spoken: spokenWordsOf(key),
  madeAt,
  replacedAt,
  keptUntil,
})

/** What the router, and core for other domains, may ask of one's own keys. All throw `VaultLockedError`. */
export interface OwnKeysService {
  /** The one in use first, then those that were replaced. */
  list(): OwnKey[]
  /**
   * Makes a key in the place of the one in use, which then opens files for `REPLACED_KEY_DAYS` more.
   *
   * @param replacesId - the one in use; null for none.
   * @throws Refusal NOT_AS_SHOWN
   */
  make(replacesId: string | null): Promise<OwnKey[]>
  /** The public half of the key in use; null where none was made. */
  current(): AgeRecipient | null
  /**
   * Opens a file that was sealed to one of the keys. Keeps nothing. What is inside is somebody else's text: parse it.
   *
   * @param file - an age file in its armor, and what stands around it in a message.
   */
  open(file: string): Promise<OpenedFile>
}

/** Makes the service. */
export const createOwnKeys = (needs: { vault: VaultAccess; clock: Clock }): OwnKeysService => {
  const { vault: access, clock } = needs
  /** Those that have not ended: one that has opens nothing, also while its row waits to be removed. */
  const keyRows = (): KeyRow[] => {
    const dueBefore = access.dueBefore().toISOString()
    return readKeyRows(access.read()).filter(({ keptUntil }) => keptUntil === null || keptUntil > dueBefore)
  }
  const list = (): OwnKey[] => soundRows(OwnKey, keyRows().map(shown))
  return {
    list,
    make: async (replacesId) => {
      access.read()
      const secret = await generateX25519Identity()
      const key = await identityToRecipient(secret)
      const nowMs = clock.now().getTime()
      const madeAt = instantAt(nowMs)
      access.write((vault) => {
        const inUse = vault.select({ id: ownKeys.id }).from(ownKeys).where(isNull(ownKeys.replacedAt)).get()
        if ((inUse?.id ?? null) !== replacesId) throw Refusal.of('NOT_AS_SHOWN')
        // On a clock that ran back, counted from the latest instant known, or it would have ended already.
        const fromMs = Math.max(nowMs, access.dueBefore().getTime())
        vault
          .update(ownKeys)
          .set({ replacedAt: madeAt, keptUntil: instantAt(fromMs + REPLACED_KEY_DAYS * DAY_MS) })
          .where(isNull(ownKeys.replacedAt))
          .run()
        vault
          .insert(ownKeys)
          .values({ id: randomUUID(), secret, key, madeAt, replacedAt: null, keptUntil: null })
          .run()
      })
      return list()
    },
    current: () => list().find(({ replacedAt }) => replacedAt === null)?.key ?? null,
    open: (file) => openSealed(file, keyRows()),
  }
}

const ended = (now: Date) => and(isNotNull(ownKeys.keptUntil), endedBy(ownKeys.keptUntil, now.toISOString()))

/** One's own keys: the one in use until it is destroyed, one that was replaced until its end. */
export const ownKeysKept = (): KeptKindDescriptor => ({
  kind: 'ownKeys',
  tables: ['own_keys'],
  lists: [
    listOf('ownKeys', OwnKey, (vault) =>
      readKeyRows(vault).map((row) => ({ id: row.id, answered: shown(row) })),
    ),
  ],
  canForget: true,
  list: (vault) =>
    readKeyRows(vault).map((row) =>
      keptEntry({ id: row.id, createdAt: row.madeAt }, () => ({
        id: row.id,
        label: `age1…${keyEnd(row)}`,
        keptSince: row.madeAt,
        keptUntil: row.keptUntil,
        isAskingToGo: false,
      })),
    ),
  // The public half may stand elsewhere, with those whom a file can be sealed to: the secret half alone proves it.
  forget: (vault, id) => {
    const row = vault.delete(ownKeys).where(eq(ownKeys.id, id)).returning().get()
    return row ? [row.id, row.secret] : null
  },
  countDue: (vault, now) => vault.select({ n: count() }).from(ownKeys).where(ended(now)).get()?.n ?? 0,
  enforceEnd: (vault: WriteVault, now) => {
    vault.delete(ownKeys).where(ended(now)).run()
  },
})
