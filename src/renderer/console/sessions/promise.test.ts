/** @file Tests of the promise's counts. */
import { describe, expect, it } from 'vitest'
import type { KeptKind } from '../../../contract/vault'
import { alsoHere, askingCount } from './promise'

const kind = (id: KeptKind['kind'], count: number, asking = 0): KeptKind => ({
  kind: id,
  count,
  keptSince: null,
  keptUntil: null,
  tables: [],
  columns: [],
  canForget: true,
  entries: Array.from({ length: count }, (_, index) => ({
    id: `${id}-${index}`,
    label: 'x',
    keptSince: '2026-11-21T00:00:00.000Z',
    keptUntil: null,
    isAskingToGo: index < asking,
  })),
})

describe('the promise', () => {
  it('names what is here in a fixed order, and neither profile nor settings', () => {
    const kinds = [
      kind('profile', 1),
      kind('reports', 1),
      kind('debriefs', 2),
      kind('settings', 3),
      kind('groups', 0),
    ]
    expect(alsoHere(kinds)).toEqual([
      { kind: 'debriefs', count: 2 },
      { kind: 'reports', count: 1 },
    ])
  })
  it('counts what asks to go', () => {
    expect(askingCount([kind('reports', 3, 2), kind('debriefs', 1)])).toBe(2)
    expect(askingCount([])).toBe(0)
  })
})
