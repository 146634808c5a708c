/** @file Writing that was left: it goes on being stored, is taken up again, and never outlives a lock. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { flushAtStake, readAtStake } from '../at-stake'
import { wipePageStores } from '../page-store'
import { createAutosave } from './autosave'
import { createOpenWritings, type Writing } from './open-writings'

const kept = { versions: [] as string[], isDown: false }
interface Note extends Writing {
  autosave: ReturnType<typeof makeAutosave>
  endedCount: number
}
const makeAutosave = () =>
  createAutosave<string, { id: string }, { path: string }>({
    value: '',
    stored: null,
    nothing: '',
    hasChanged: (before, after) => before !== after,
    prepare: (value) => ({ storable: value, heldBack: [] }),
    save: async (value) => {
      if (kept.isDown) throw new Error('down')
      kept.versions.push(value)
      return { id: 'it' }
    },
    link: { isUp: () => true, onUp: () => () => {} },
    describe: () => ['A note'],
  })
const make = (): Note => {
  const note: Note = {
    autosave: makeAutosave(),
    endedCount: 0,
    end: () => {
      note.endedCount += 1
    },
  }
  return note
}
const notes = createOpenWritings<Note>('test.openNotes')

beforeEach(() => {
  vi.useFakeTimers()
  kept.versions = []
  kept.isDown = false
})
afterEach(() => {
  wipePageStores()
  vi.useRealTimers()
})

describe('writing that was left', () => {
  it('is stored at once and goes', async () => {
    const note = notes.open('a', make)
    const leave = notes.show('a')
    note.autosave.change('words')
    leave()
    await vi.advanceTimersByTimeAsync(0)
    expect(kept.versions).toEqual(['words'])
    expect(notes.find('a')).toBeUndefined()
    expect(note.endedCount).toBe(1)
  })

  it('that was not changed goes at once', () => {
    notes.open('a', make)
    notes.show('a')()
    expect(notes.find('a')).toBeUndefined()
  })

  it('and cannot be stored stays, is taken up again, and goes on trying on any page', async () => {
    kept.isDown = true
    const note = notes.open('a', make)
    const leave = notes.show('a')
    note.autosave.change('words')
    leave()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(notes.open('a', make)).toBe(note)
    expect(readAtStake()).toEqual(['words'])
    notes.show('a')()
    kept.isDown = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.versions).toEqual(['words'])
    expect(notes.find('a')).toBeUndefined()
    expect(await flushAtStake()).toEqual([])
  })

  it('is not stored when it is discarded', async () => {
    const note = notes.open('a', make)
    const leave = notes.show('a')
    note.autosave.change('words')
    notes.discard('a')
    leave()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.versions).toEqual([])
    expect(readAtStake()).toEqual([])
  })

  it('is gone at the lock, with its timers', async () => {
    kept.isDown = true
    const note = notes.open('a', make)
    notes.show('a')
    note.autosave.change('words')
    wipePageStores()
    kept.isDown = false
    await vi.advanceTimersByTimeAsync(600_000)
    expect(notes.find('a')).toBeUndefined()
    expect(note.endedCount).toBe(1)
    expect(kept.versions).toEqual([])
    expect(readAtStake()).toEqual([])
  })
})
