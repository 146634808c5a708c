/** @file What is kept: from the live schema, complete, and gone when its end date has come. */
import { describe, expect, it } from 'vitest'
import { createFixture, notesKind, notesVault } from '../../../../tests/migrations/notes-vault'

describe('what is kept', () => {
  it('is read from the live schema, with counts and dates', async () => {
    const made = notesVault()
    await createFixture(made)
    made.add('note-one-000001', 'first')
    made.clock.nowMs += 86_400_000
    made.add('note-two-000002', 'second')
    made.vault.access.write((handle) => handle.run('ALTER TABLE notes ADD COLUMN later text'))
    const [profile, kept] = made.vault.kept()
    expect(profile).toMatchObject({ kind: 'profile', count: 1, canForget: false, keptUntil: null })
    expect(kept).toMatchObject({
      kind: 'debriefs',
      count: 2,
      keptSince: '2026-11-21T20:00:00.000Z',
      keptUntil: '2026-12-22T20:00:00.000Z',
      tables: ['note_words', 'notes'],
    })
    expect(kept?.columns).toEqual([
      'note_words.text',
      'notes.seq',
      'notes.id',
      'notes.text',
      'notes.kept_since',
      'notes.later',
    ])
  })

  it('names tables that belong to no kind, to two, or to nothing', async () => {
    const made = notesVault()
    await createFixture(made)
    made.vault.access.write((handle) => handle.run('CREATE TABLE stray (name text)'))
    expect(made.vault.schemaGaps()).toEqual(['stray: no kind keeps it'])
    made.vault.close()
    const twice = { ...notesKind, kind: 'groups' as const, tables: ['notes', 'gone'] }
    const second = made.another([notesKind, twice])
    await made.unlock(second)
    expect(second.schemaGaps()).toEqual([
      'notes: kept by debriefs and groups',
      'stray: no kind keeps it',
      'gone: not in the schema',
    ])
  })

  it('enforces end dates at unlock, all or none', async () => {
    const made = notesVault()
    await createFixture(made)
    made.add('note-one-000001', 'old')
    made.clock.nowMs += 20 * 86_400_000
    made.add('note-two-000002', 'young')
    made.clock.nowMs += 11 * 86_400_000
    await made.vault.lock()
    const failing = made.another([
      notesKind,
      {
        ...notesKind,
        kind: 'groups',
        enforceEnd: () => {
          throw new Error('broken')
        },
      },
    ])
    await expect(made.unlock(failing)).rejects.toThrow('broken')
    made.clock.nowMs -= 11 * 86_400_000
    await made.unlock()
    expect(made.texts()).toEqual(['old', 'young'])
    await made.vault.lock()
    made.clock.nowMs += 11 * 86_400_000
    await made.unlock()
    expect(made.texts()).toEqual(['young'])
  })
})
