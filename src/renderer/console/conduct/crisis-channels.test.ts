/** @file Crisis resources told apart: emergency and its fallback, crisis lines before the others, ways in words. */
import { describe, expect, it } from 'vitest'
import { channelWords, crisisLinesOf, emergencyOf, numbersToCall } from './crisis-channels'
import { crisisResource } from './crisis-resource.fixture'

const all = [
  crisisResource({ id: 'directory', kind: 'directory' }),
  crisisResource({ id: 'report', kind: 'reportingLine', reportsFor: ['child'] }),
  crisisResource({ id: 'crisis' }),
  crisisResource({ id: '911', kind: 'emergency' }),
  crisisResource({ id: 'abuse', kind: 'abuse' }),
]

describe('crisis lines', () => {
  it('come before other support, and reporting lines are none', () => {
    expect(crisisLinesOf(all).map(({ id }) => id)).toEqual(['crisis', 'abuse', 'directory'])
  })
})

describe('the emergency number', () => {
  it('is the place’s own, a fallback that is told as one, or none', () => {
    expect(emergencyOf(all)).toMatchObject({ kind: 'ofPlace', resources: [{ id: '911' }] })
    const world = crisisResource({ id: 'world', kind: 'emergency', regions: ['WORLD'] })
    expect(emergencyOf([world])).toMatchObject({ kind: 'fallback', resources: [{ id: 'world' }] })
    expect(emergencyOf([crisisResource({ id: 'crisis' })])).toEqual({ kind: 'none' })
  })
  it('is one to call: a number for texting is not among them', () => {
    const byText = crisisResource({
      id: 'text',
      kind: 'emergency',
      channels: [{ kind: 'text', value: '999', keyword: 'register' }],
    })
    const byVoice = crisisResource({
      id: 'voice',
      kind: 'emergency',
      channels: ['999', '112', '999'].map((value) => ({ kind: 'call' as const, value })),
    })
    expect(numbersToCall([byText])).toEqual([])
    expect(numbersToCall([byText, byVoice])).toEqual(['999', '112'])
  })
})

describe('channelWords', () => {
  it('says a text with its keyword, and without', () => {
    expect(channelWords({ kind: 'text', value: '741741', keyword: 'HOME' })).toMatchObject({
      key: 'textKeyword',
    })
    expect(channelWords({ kind: 'text', value: '988' })).toMatchObject({ key: 'text', keyword: '' })
  })
})
