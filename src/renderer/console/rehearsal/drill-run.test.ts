/** @file What a run remembers of the cards: those that were chosen, and that they were opened at all. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Drill } from '../../../contract/rehearsal'
import { createDrillRun, readFinishedDrill } from './drill-run'
import { judgeDrill } from './judge'

const drillOf = (id: string): Drill =>
  Drill.parse(
    JSON.parse(readFileSync(new URL(`../../../../resources/rehearsal/${id}.json`, import.meta.url), 'utf8')),
  )

const begin = (id: string) => {
  const clock = { nowMs: 0 }
  const run = createDrillRun({
    drill: drillOf(id),
    charterId: 'heartfelt',
    openRoomPage: () => Promise.reject(new Error('No room page is opened here')),
    nowMs: () => clock.nowMs,
  })
  const finish = () => {
    run.finish()
    return readFinishedDrill()?.log.map(({ moment }) => moment)
  }
  return { clock, run, finish }
}

it('is not taken for a card when the cards were merely opened', () => {
  const { run, finish } = begin('under-age')
  run.opened({ kind: 'cards' })
  expect(finish()).toEqual(['cards'])
})

it('leaves out a card that was only passed on the way through the list', () => {
  const { clock, run, finish } = begin('under-age')
  run.opened({ kind: 'cards' })
  for (const cardId of ['ending-life', 'frightened-at-home', 'under-age']) {
    clock.nowMs += 300
    run.opened({ kind: 'card', cardId })
  }
  clock.nowMs += 5000
  run.opened({ kind: 'card', cardId: 'silence' })
  expect(finish()).toEqual(['cards', 'card.under-age', 'card.silence'])
})

it('holds the opened cards to be enough only where the first of them is made for the moment', () => {
  const verdictOf = (id: string, calledBy: string) => {
    const { clock, run } = begin(id)
    run.hear({ name: 'hinted', title: 'rehearsal.step', description: calledBy })
    clock.nowMs += 2000
    run.opened({ kind: 'cards' })
    run.finish()
    return judgeDrill(drillOf(id), readFinishedDrill()?.log ?? [], true)[0]?.kind
  }
  expect(verdictOf('suicide-tonight', 'cry')).toBe('kept')
  expect(verdictOf('under-age', 'share')).toBe('missed')
  expect(verdictOf('silent-departure', 'gone')).toBe('missed')
})
