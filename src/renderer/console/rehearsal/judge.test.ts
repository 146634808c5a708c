/** @file Goals against what happened: only what came after its call counts, and what never came up is no fault. */
import { describe, expect, it } from 'vitest'
import type { DrillGoal } from '../../../contract/rehearsal'
import { judgeDrill } from './judge'

const said = { kept: 'kept', missed: 'missed' }
const done: DrillGoal = { kind: 'done', by: ['muted', 'quieted'], after: 'slur', ...said }
const avoided: DrillGoal = { kind: 'avoided', by: ['removed'], ...said }
const log = (...moments: [string, number][]) => moments.map(([moment, atMs]) => ({ moment, atMs }))
const judge = (goal: DrillGoal, ...moments: [string, number][]) =>
  judgeDrill({ goals: [goal] }, log(...moments), true)[0]

describe('a goal that asks for an act', () => {
  it('is kept by any of its acts after the call, timed from it', () => {
    expect(judge(done, ['slur', 1000], ['quieted', 4200])).toEqual({
      kind: 'kept',
      words: 'kept',
      elapsedMs: 3200,
    })
  })
  it('is missed where nothing, or only what came before the call, was done', () => {
    expect(judge(done, ['slur', 1000])).toEqual({ kind: 'missed', words: 'missed' })
    expect(judge(done, ['muted', 500], ['slur', 1000])).toEqual({ kind: 'missed', words: 'missed' })
  })
  it('did not come up where its call never came', () => {
    expect(judge(done, ['muted', 500])).toEqual({ kind: 'notReached' })
  })
  it('without a call counts at any time, untimed', () => {
    expect(judge({ ...done, after: null }, ['muted', 500])).toEqual({
      kind: 'kept',
      words: 'kept',
      elapsedMs: null,
    })
  })
})

describe('a goal that asks to leave something', () => {
  it('is kept until it is done', () => {
    expect(judge(avoided, ['slur', 1])).toEqual({ kind: 'kept', words: 'kept', elapsedMs: null })
    expect(judge(avoided, ['removed', 1])).toEqual({ kind: 'missed', words: 'missed' })
  })
  it('cannot be said of a drill that was left before its end, unless it was done by then', () => {
    const left = (...moments: [string, number][]) =>
      judgeDrill({ goals: [avoided] }, log(...moments), false)[0]
    expect(left(['slur', 1])).toEqual({ kind: 'leftEarly' })
    expect(left(['removed', 1])).toEqual({ kind: 'missed', words: 'missed' })
  })
})
