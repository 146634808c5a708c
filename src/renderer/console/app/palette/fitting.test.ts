/** @file What was typed, and which act it may stand for: never one of several, never a letter or two. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actsFitting, typedFor } from './fitting'

const acts = [
  'Tonight',
  'Groups',
  'Debrief',
  'New group',
  'New debrief',
  'Lock the room',
  'Lock console',
  'Quiet the room',
  'Pause the room',
  'End for everyone',
  'Café Ärger',
].map((called) => ({ called }))
const fits = (typed: string) => actsFitting(acts, typed).map(({ called }) => called)
const means = (typed: string) => typedFor(acts, typed)?.called ?? null

describe('acts that fit what was typed', () => {
  it.each([
    ['', acts.map(({ called }) => called)],
    ['  ', acts.map(({ called }) => called)],
    ['lock', ['Lock the room', 'Lock console']],
    ['ROOM lock', ['Lock the room']],
    ['ock', []],
    ['gr', ['Groups', 'New group']],
    ['cafe arger', ['Café Ärger']],
    ['cafe\u0301', ['Café Ärger']],
    ['quiet-the_room!', ['Quiet the room']],
    ['!!!', []],
    ['нет', []],
    ['.*', []],
    ['constructor', []],
  ])('%j', (typed, names) => expect(fits(typed)).toEqual(names))

  it.each([
    ['', null],
    ['q', null],
    ['qu', null],
    ['qui', 'Quiet the room'],
    ['lock', null],
    ['lock t', 'Lock the room'],
    ['lock c', 'Lock console'],
    ['room', null],
    ['debrief', 'Debrief'],
    ['debr', null],
    ['e n', null],
    ['everyone', 'End for everyone'],
    ['nothing of it', null],
  ])('%j stands for %j', (typed, name) => expect(means(typed)).toBe(name))

  it('stands for an act only where no other fits, or by its whole name, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom(...acts.map(({ called }) => called.slice(0, 6)))),
        (typed) => {
          const act = typedFor(acts, typed)
          if (act === null) return
          const isWhole = act.called.toLowerCase() === typed.trim().toLowerCase()
          expect(isWhole || fits(typed).length === 1).toBe(true)
          expect(fits(typed)).toContain(act.called)
        },
      ),
    )
  })
})
