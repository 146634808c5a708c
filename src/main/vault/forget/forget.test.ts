/** @file Forgetting: what is proved gone is gone from every decrypted page, and a trace left behind is found. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  createFixture,
  FIRST,
  notes,
  notesKind,
  notesVault,
} from '../../../../tests/migrations/notes-vault'
import { openReader, readDecryptedPages } from '../database/connections'
import { parseHeader } from '../header/header'
import { openHeader } from '../header/header-keys'
import { readRecoveryKey } from '../header/recovery-key'
import { EntryInUseError, type KeptKindDescriptor } from '../kept-kind'
import { NEEDLE_BYTES_MIN, needlesOf } from './residue'

/** The decrypted pages of a locked vault, free ones included, by its recovery key. */
async function pagesOf(dataDir: string, recoveryKey: string): Promise<Buffer> {
  const parsed = parseHeader(readFileSync(join(dataDir, 'vault.json')))
  const typed = readRecoveryKey(recoveryKey)
  if (parsed.kind !== 'header' || typed === null) throw new Error('The vault should open')
  const key = await openHeader(parsed.body, { kind: 'recoveryKey', key: typed })
  const connection = openReader(join(dataDir, 'vault.db'), key)
  try {
    return readDecryptedPages(connection)
  } finally {
    connection.close()
  }
}

async function vaultWithNotes(migrations = [FIRST]) {
  const made = notesVault(migrations)
  const recoveryKey = await createFixture(made)
  for (let index = 0; index < 30; index += 1)
    made.add(`other-note-${index}`, `what stays, part ${index} `.repeat(30))
  return { made, recoveryKey }
}

const long = Array.from({ length: 900 }, (_, index) => `canary${index}x${(index * 7919) % 1009}`).join(' ')

describe('forgetting', () => {
  it('leaves nothing of a short or a long entry in any page', async () => {
    const { made, recoveryKey } = await vaultWithNotes()
    made.add('note-to-go-00001', long)
    made.add('note-to-go-00002', 'a canary in a single line')
    for (const id of ['note-to-go-00001', 'note-to-go-00002']) {
      const receipt = made.vault.forget('debriefs', id)
      expect(receipt).toMatchObject({ forgotten: 1, isVerified: true })
      expect(receipt?.searchedBytes).toBeGreaterThan(4096 * 10)
    }
    expect(made.texts()).toHaveLength(30)
    const wal = join(made.dataDir, 'vault.db-wal')
    expect(readFileSync(wal).length).toBe(0)
    await made.vault.lock()
    expect(readdirSync(made.dataDir)).toHaveLength(7)
    const pages = await pagesOf(made.dataDir, recoveryKey)
    expect(pages.includes('what stays, part 7')).toBe(true)
    expect(pages.includes('canary')).toBe(false)
    expect(pages.includes('note-to-go')).toBe(false)
  })

  it('leaves nothing in any page either of what reached its end date', async () => {
    const { made, recoveryKey } = await vaultWithNotes()
    made.clock.nowMs -= 86_400_000
    made.add('note-to-go-00001', long)
    made.clock.nowMs += 31 * 86_400_000 - 3_600_000
    await made.vault.lock()
    await made.unlock()
    expect(made.texts()).toHaveLength(30)
    await made.vault.lock()
    const pages = await pagesOf(made.dataDir, recoveryKey)
    expect(pages.includes('canary')).toBe(false)
    expect(pages.includes('note-to-go')).toBe(false)
  })

  it('the search itself finds a canary that is there', async () => {
    const { made, recoveryKey } = await vaultWithNotes()
    made.add('note-to-stay-0001', long)
    await made.vault.lock()
    const pages = await pagesOf(made.dataDir, recoveryKey)
    expect(needlesOf([long]).some((needle) => pages.includes(needle))).toBe(true)
  })

  it('is proved although another entry holds the very same words', async () => {
    const { made } = await vaultWithNotes()
    made.add('note-to-go-00001', 'the same words said twice')
    made.add('note-to-stay-001', 'the same words said twice')
    expect(made.vault.forget('debriefs', 'note-to-go-00001')).toMatchObject({ isVerified: true })
    expect(made.texts().at(-1)).toBe('the same words said twice')
  })

  it('is proved although its words are those of the schema', async () => {
    const { made } = await vaultWithNotes()
    made.add('note-to-go-00001', 'kept_since')
    expect(made.vault.forget('debriefs', 'note-to-go-00001')).toMatchObject({ isVerified: true })
  })

  it('heals and proves pages in which SQLite left the text behind', async () => {
    const { made, recoveryKey } = await vaultWithNotes()
    const careless: KeptKindDescriptor = {
      ...notesKind,
      forget: (vault, id) => {
        vault.run('PRAGMA secure_delete = OFF')
        return notesKind.forget(vault, id)
      },
    }
    const text = `left lying in a free page ${long}`
    made.add('note-to-go-00001', text)
    await made.vault.lock()
    const second = made.another([careless])
    await made.unlock(second)
    expect(second.forget('debriefs', 'note-to-go-00001')).toMatchObject({ isVerified: true })
    await second.lock()
    expect((await pagesOf(made.dataDir, recoveryKey)).includes('left lying')).toBe(false)
  })

  it('is not called proved when a copy of the entry was forgotten about', async () => {
    const { made } = await vaultWithNotes()
    made.vault.access.write((handle) => handle.run('CREATE TABLE drafts (note_id text, words text)'))
    await made.vault.lock()
    const kind = { ...notesKind, tables: [...notesKind.tables, 'drafts'] }
    for (const link of ['note-to-go-00001', null]) {
      const vault = made.another([kind])
      await made.unlock(vault)
      vault.access.write((handle) => {
        handle
          .insert(notes)
          .values({ id: 'note-to-go-00001', text: 'said only once here', keptSince: 'x' })
          .run()
        handle.run('DELETE FROM drafts')
        handle.run(sql`INSERT INTO drafts VALUES (${link}, ${'said only once here'})`)
      })
      expect(vault.forget('debriefs', 'note-to-go-00001')).toMatchObject({ isVerified: false })
      vault.close()
    }
  })

  it('is not called proved when a search table holds a copy of its own', async () => {
    const { made } = await vaultWithNotes()
    made.vault.access.write((handle) => {
      handle.run('CREATE VIRTUAL TABLE copies USING fts5(text)')
      handle.run("INSERT INTO copies(copies, rank) VALUES ('secure-delete', 1)")
      handle.run("INSERT INTO copies(text) VALUES ('said only once here')")
    })
    made.add('note-to-go-00001', 'said only once here')
    expect(made.vault.forget('debriefs', 'note-to-go-00001')).toMatchObject({ isVerified: false })
  })

  it('is not called proved while the search table keeps deleted words', async () => {
    const forgetful = { ...FIRST, sql: FIRST.sql.replace("'secure-delete', 1", "'secure-delete', 0") }
    const { made } = await vaultWithNotes([forgetful])
    made.add('note-to-go-00001', 'a canary in a single line')
    expect(made.vault.forget('debriefs', 'note-to-go-00001')).toMatchObject({ isVerified: false })
  })

  it('changes nothing for an unknown entry, a kind that stays, or an entry in use', async () => {
    const { made } = await vaultWithNotes()
    const before = bytesOf(made.dataDir)
    expect(made.vault.forget('debriefs', 'no-such-note')).toBeNull()
    expect(made.vault.forget('profile', 'profile')).toBeNull()
    await made.vault.lock()
    const busy: KeptKindDescriptor = {
      ...notesKind,
      forget: (vault) => {
        vault.delete(notes).where(eq(notes.seq, 1)).run()
        throw new EntryInUseError()
      },
    }
    const second = made.another([busy])
    await made.unlock(second)
    expect(() => second.forget('debriefs', 'other-note-1')).toThrow(EntryInUseError)
    await second.lock()
    await made.unlock()
    expect(made.texts()).toHaveLength(30)
    expect(Object.keys(before)).toContain('vault.db')
  })
})

describe('needles', () => {
  it('hold a whole page of any text, wherever the text was cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (length, where) => {
          const text = Buffer.alloc(length, 0)
          for (let at = 0; at < length; at += 1)
            text[at] = 0x61 + ((at * 31 + (at >> 8) * 17 + (at >> 4)) % 26)
          const start = Math.round(where * Math.max(0, length - 4000))
          const page = text.subarray(start, start + 4000)
          expect(needlesOf([text.toString('latin1')]).some((needle) => page.includes(needle))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leave out what is too short to mean anything', () => {
    expect(needlesOf(['1234567', '', 'ab'])).toEqual([])
    expect(needlesOf(['x'.repeat(NEEDLE_BYTES_MIN)]).length).toBeGreaterThan(0)
    const spellings = needlesOf(['a "quoted" word']).map((needle) => needle.toString('utf8'))
    expect(spellings).toContain('a \\"quoted\\" word')
  })
})
