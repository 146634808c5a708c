/** @file Few lines at once, each in its turn, nobody who has gone, and in the end the room as it is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../../tests/fixtures/rounds'
import type { Person } from '../roster/person'
import { type DrawnRows, nextRows, noRows } from './drawn-rows'

const person = (ordinal: number): Person => ({
  id: `p${ordinal}`,
  ordinal,
  name: `Person ${ordinal}`,
  twin: null,
  role: 'participant',
  mute: 'unknown',
  raisedAtMs: null,
  isSelf: false,
})
const room = (size: number) => Array.from({ length: size }, (_, at) => person(at))
const whole = (drawn: DrawnRows): DrawnRows => {
  let now = drawn
  for (let turns = 0; !now.isWhole; turns += 1) {
    expect(turns).toBeLessThan(1000)
    now = nextRows(now, now.of, 7)
  }
  return now
}

describe('the lines of the list', () => {
  it('draws an evening’s room at once', () => {
    expect(nextRows(noRows, room(30))).toMatchObject({ rows: room(30), isWhole: true })
  })

  it('changes so many at once at most, in order, and in the end is the room, whatever happened', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ size: fc.nat(40), changes: fc.array(fc.nat(39)), goes: fc.array(fc.nat(39)) })),
        (evening) => {
          let drawn = noRows
          for (const { size, changes, goes } of evening) {
            const before = new Map(drawn.rows.map((one) => [one.id, one]))
            const here = room(size)
              .filter((_, at) => !goes.includes(at))
              .map((one) => before.get(one.id) ?? one)
              .map((one) => (changes.includes(one.ordinal) ? { ...one } : one))
            drawn = nextRows(drawn, here, 7)
            const ids = here.map(({ id }) => id)
            expect(drawn.rows.filter((one) => before.get(one.id) !== one).length).toBeLessThanOrEqual(7)
            // Nobody who has gone, and nobody twice or out of order.
            expect(drawn.rows.map(({ id }) => id)).toEqual(
              ids.filter((id) => drawn.rows.some((one) => one.id === id)),
            )
          }
          expect(whole(drawn).rows).toEqual(drawn.of)
        },
      ),
      { numRuns: rounds(200, 5000) },
    )
  })

  it('leaves nobody behind while everybody changes all the time', () => {
    let drawn = nextRows(noRows, room(50), 7)
    const first = new Set<Person>()
    for (let turn = 0; turn < 8; turn += 1) {
      const changed = drawn.of.map((one) => ({ ...one }))
      drawn = nextRows(drawn, changed, 7)
      for (const one of drawn.rows) if (changed.includes(one)) first.add(person(one.ordinal))
    }
    expect(new Set([...first].map(({ id }) => id)).size).toBe(50)
  })
})
