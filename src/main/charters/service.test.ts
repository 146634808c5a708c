/** @file Checks which charters are offered, and the one that new groups start with. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { openEvening } from '../../../tests/fixtures/evening'
import { charterReadingsKept, chosenCharterKept, createCharters } from './service'

const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('charters', () => {
  it('lists complete packs by name, without a vault', () => {
    const { charters, vault } = openEvening(
      packFolder([
        { ...soundPack(), id: 'b', name: 'Apple' },
        { ...soundPack(), id: 'a', name: 'Birch' },
        { ...soundPack(), id: 'c', isComplete: false },
      ]),
    )
    vault.lock()
    expect(charters.list()).toMatchObject({ charters: [{ id: 'b' }, { id: 'a' }], refused: [] })
    expect(charters.get('a').name).toBe('Birch')
    expect(() => charters.get('c')).toThrow(refuses('NOT_FOUND'))
    expect(() => charters.choose('a')).toThrow(expect.objectContaining({ name: 'VaultLockedError' }))
    expect(() => charters.chosen()).toThrow(expect.objectContaining({ name: 'VaultLockedError' }))
  })

  it('keeps one choice, the last', () => {
    const { charters } = openEvening()
    expect(charters.chosen()).toBeNull()
    expect(charters.choose('test-circle').name).toBe('Test circle')
    charters.choose('counting-circle')
    expect(charters.chosen()?.id).toBe('counting-circle')
    expect(() => charters.choose('nobody')).toThrow(refuses('NOT_FOUND'))
    expect(charters.chosen()?.id).toBe('counting-circle')
  })

  it('notes who read a charter and when, apart from whether it is complete, and can forget it', () => {
    const evening = openEvening()
    const { charters, vault } = evening
    expect(charters.readings('test-circle')).toEqual([])
    expect(() => charters.noteReading('nobody', 'organization', '2026-11-20')).toThrow(refuses('NOT_FOUND'))
    expect(() => charters.noteReading('test-circle', 'organization', '2026-11-24')).toThrow(
      refuses('IN_THE_FUTURE'),
    )
    charters.noteReading('test-circle', 'organization', '2026-11-20')
    charters.noteReading('test-circle', 'facilitator', '2026-11-21')
    charters.noteReading('test-circle', 'organization', '2026-11-19')
    expect(charters.readings('test-circle').toSorted((a, b) => (a.by < b.by ? -1 : 1))).toEqual([
      { by: 'facilitator', version: '2026-01-01', readOn: '2026-11-21' },
      { by: 'organization', version: '2026-01-01', readOn: '2026-11-19' },
    ])
    expect(charters.readings('counting-circle')).toEqual([])
    expect(charters.noteReading('test-circle', 'facilitator', null)).toHaveLength(1)
    const kept = charterReadingsKept(charters)
    const [entry] = kept.list(vault.read(), evening.clock.now())
    expect(entry).toMatchObject({ id: 'reading:organization:test-circle', label: 'Test circle' })
    expect(vault.write((open) => kept.forget(open, 'chosen-charter'))).toBeNull()
    expect(vault.write((open) => kept.forget(open, 'reading:somebody:test-circle'))).toBeNull()
    expect(vault.write((open) => kept.forget(open, entry?.id ?? ''))).toHaveLength(1)
    expect(charters.readings('test-circle')).toEqual([])
  })

  it('has no chosen one once its pack is gone, and can forget the choice', () => {
    const folder = packFolder()
    const evening = openEvening(folder)
    evening.charters.choose('test-circle')
    rmSync(join(folder, 'test-circle.json'))
    const later = createCharters({ ...evening, folder })
    expect(later.chosen()).toBeNull()
    const kept = chosenCharterKept(later)
    expect(kept.list(evening.vault.read(), evening.clock.now())).toMatchObject([{ label: 'test-circle' }])
    expect(evening.vault.write((vault) => kept.forget(vault, 'another'))).toBeNull()
    expect(evening.vault.write((vault) => kept.forget(vault, 'chosen-charter'))).toHaveLength(1)
    expect(evening.vault.write((vault) => kept.forget(vault, 'chosen-charter'))).toBeNull()
  })
})
