/** @file The packs that ship promise only what somebody keeps, and leave nobody who answers without a way on. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CharterPack } from '../../src/contract/charters'
import { shippedPack } from '../fixtures/charter-pack'
import { deadEnds, limitlessPromises, unkeptPromises } from './pack-rules'

const ids = readdirSync(join(import.meta.dirname, '../../resources/charters'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'))

describe.each(ids)('charter %s', (id) => {
  it('promises nothing that nobody keeps, and leaves no answer of the debrief without a way on', () => {
    const pack = shippedPack(id)
    expect(limitlessPromises(pack)).toEqual([])
    expect(unkeptPromises(pack)).toEqual([])
    expect(deadEnds(pack)).toEqual([])
  })
})

describe('the rules bite on', () => {
  it.each<[string, (pack: CharterPack) => void, (pack: CharterPack) => readonly string[]]>([
    [
      'a promise without its limit',
      (p) => p.conductCards[0]?.say.push('What you shared stays in this group.'),
      limitlessPromises,
    ],
    ...[
      'A member of staff will talk with you.',
      'The organization is there for you.',
      'I will phone you tomorrow.',
      'We will go to a separate room, you and I.',
      'I am telling my lead volunteer.',
      'I am taking you out of the group.',
      'Some here are not safe from that elsewhere.',
    ].map((text): [string, (pack: CharterPack) => void, typeof unkeptPromises] => [
      `a promise that nobody keeps: ${text}`,
      (p) => p.conductCards[0]?.say.push(text),
      unkeptPromises,
    ]),
    [
      'an answer that leads nowhere',
      (p) => {
        for (const { answer } of p.debriefPrompts) if (answer.kind === 'choice') delete answer.leadsTo
      },
      deadEnds,
    ],
  ])('%s', (_, plant, rule) => {
    const pack = structuredClone(shippedPack('heartfelt'))
    expect(rule(pack)).toEqual([])
    plant(pack)
    expect(rule(pack)).not.toEqual([])
  })
})
