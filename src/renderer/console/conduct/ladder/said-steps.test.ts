/** @file Which step was said to whom: where it begins, what counts as said, and that nothing of it stays. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type RungKind, RungKind as RungKinds } from '../../../../contract/charter-conduct'
import { readPageStores, wipePageStores } from '../../page-store'
import {
  dropBoxedStep,
  forgetSaidSteps,
  type MessageState,
  nextRung,
  noteMessageLeft,
  putStepIntoBox,
  readSaidSteps,
  type StepAsked,
  toggleSaidAloud,
  wasSaid,
} from './said-steps'

const source = { from: 'ourDefault', why: 'A test.' } as const
const step = (personId: string, rung: RungKind | null = 'remind', words = 'Please wait.'): StepAsked => ({
  personId,
  reasonId: 'talking-over',
  rung,
  words,
})
const never = () => false
const hows = () => readSaidSteps().map(({ personId, how }) => `${personId} ${how.kind}`)

beforeEach(forgetSaidSteps)

/** Any ladder the schema takes. */
const ladders = fc
  .subarray(
    RungKinds.options.filter((kind) => kind !== 'remove'),
    { minLength: 1 },
  )
  .chain((kinds) => fc.shuffledSubarray(kinds, { minLength: kinds.length }))
  .map((kinds) => [...kinds, 'remove' as const].map((kind) => ({ kind, say: null, source })))

describe('the step to begin with', () => {
  it('is removal only for a red line, or once the step before it was said', () => {
    fc.assert(
      fc.property(ladders, fc.subarray([...RungKinds.options]), fc.boolean(), (ladder, said, isRed) => {
        const next = nextRung(ladder, { redLine: isRed ? source : null }, said)
        expect(ladder.map(({ kind }) => kind)).toContain(next)
        if (isRed) expect(next).toBe('remove')
        else if (next === 'remove')
          expect(said.includes('remove') || said.includes(ladder.at(-2)?.kind ?? 'remove')).toBe(true)
        else expect(said).not.toContain(next)
      }),
    )
  })

  it('is the mildest where nothing was said', () => {
    fc.assert(
      fc.property(ladders, (ladder) => {
        expect(nextRung(ladder, { redLine: null }, [])).toBe(ladder[0]?.kind)
      }),
    )
  })
})

describe('what was said', () => {
  it('is in the box first, then in the message that left, with what became of that', () => {
    putStepIntoBox(step('wren'))
    expect(hows()).toEqual(['wren inBox'])
    noteMessageLeft('wren', 7, never)
    const [written] = readSaidSteps()
    expect(written?.how).toEqual({ kind: 'written', messageKey: 7 })
    const saidIf = (state: MessageState | null) => written && wasSaid(written, () => state)
    expect(saidIf({ kind: 'sent', sentAtMs: 1 })).toBe(true)
    for (const state of [null, { kind: 'sending' }, { kind: 'notSent' }] as const)
      expect(saidIf(state)).toBe(false)
  })

  it('is not what stood in a box that was emptied, nor what somebody else was written', () => {
    putStepIntoBox(step('wren'))
    noteMessageLeft('oak', 1, never)
    dropBoxedStep('oak')
    expect(hows()).toEqual(['wren inBox'])
    dropBoxedStep('wren')
    noteMessageLeft('wren', 2, never)
    expect(hows()).toEqual([])
  })

  it('is in another attempt when the first was not sent, and not in a later message of other words', () => {
    putStepIntoBox(step('wren'))
    noteMessageLeft('wren', 1, never)
    noteMessageLeft('wren', 2, never)
    expect(readSaidSteps()[0]?.how).toEqual({ kind: 'written', messageKey: 2 })
    noteMessageLeft('wren', 3, () => true)
    expect(readSaidSteps()[0]?.how).toEqual({ kind: 'written', messageKey: 2 })
  })

  it('stands once in a box, whatever was put there before', () => {
    putStepIntoBox(step('wren'))
    putStepIntoBox(step('oak'))
    putStepIntoBox(step('wren', 'warn'))
    expect(readSaidSteps().map(({ personId, rung }) => `${personId} ${rung}`)).toEqual([
      'oak remind',
      'wren warn',
    ])
  })

  it('aloud is taken back by the same press', () => {
    toggleSaidAloud(step('wren'), 5)
    toggleSaidAloud(step('oak'), 6)
    expect(hows()).toEqual(['wren aloud', 'oak aloud'])
    toggleSaidAloud(step('wren'), 7)
    expect(hows()).toEqual(['oak aloud'])
  })

  it('goes at lock and at close, whatever was said', () => {
    const acts = fc.constantFrom('box', 'aloud', 'left', 'drop')
    fc.assert(
      fc.property(fc.array(fc.tuple(acts, fc.constantFrom('wren', 'oak'))), fc.boolean(), (done, isLock) => {
        for (const [what, who] of done) {
          if (what === 'box') putStepIntoBox(step(who))
          else if (what === 'aloud') toggleSaidAloud(step(who), 1)
          else if (what === 'left') noteMessageLeft(who, 1, never)
          else dropBoxedStep(who)
        }
        if (isLock) wipePageStores()
        else forgetSaidSteps()
        expect(readSaidSteps()).toEqual([])
      }),
    )
    expect(readPageStores().find(({ name }) => name === 'conduct.saidSteps')?.outlivesLockBecause).toBeNull()
  })
})
