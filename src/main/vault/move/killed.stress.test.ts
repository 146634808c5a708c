/** @file A process that moves a data folder and is killed at random moments: each start has one whole vault, the noted one. */
import { mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runUntilKilled } from '../../../../tests/fixtures/killed-process'
import { rounds } from '../../../../tests/fixtures/rounds'
import { createFixture, notesVault } from '../../../../tests/migrations/notes-vault'
import { sumsOf } from './copy'
import { readNote } from './note'
import { settleFolder } from './settle'

/** About what one move takes on a quiet machine, in milliseconds, and as much again. */
const WITHIN_MS = 120

it('loses nothing, whenever it is killed', async () => {
  const made = notesVault()
  await createFixture(made)
  made.add('note-one-000001', 'a canary in the note, 4711')
  await made.vault.lock()
  const startDir = realpathSync(made.dataDir)
  const places = ['one', 'two'].map((name) => join(startDir, '..', name))
  for (const place of places) mkdirSync(place)
  const before = sumsOf(startDir)
  const found = new Set<string>()
  for (let round = 0; round < rounds(8, 300); round += 1) {
    await runUntilKilled(join(import.meta.dirname, 'moving-child.ts'), [startDir, ...places], WITHIN_MS, 2)
    const note = readNote(startDir)
    expect(sumsOf(note.at ?? startDir), 'as it was left').toEqual(before)
    const { dataDir } = settleFolder(startDir)
    expect(sumsOf(dataDir), 'after the next start').toEqual(before)
    const elsewhere = [startDir, ...places.map((place) => join(place, 'Holdspace'))].filter(
      (one) => one !== dataDir,
    )
    for (const folder of elsewhere) {
      expect(
        names(folder).filter((name) => /^vault\.(?!lock)/.test(name)),
        folder,
      ).toEqual([])
    }
    // Who was killed while a place was looked at has left an empty try there, which the next look removes.
    const left = places.flatMap(names).filter((name) => !name.startsWith('.holdspace-probe-'))
    expect(left.filter((name) => name !== 'Holdspace')).toEqual([])
    found.add(dataDir)
  }
  expect(found.size).toBeGreaterThan(0)
})

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
