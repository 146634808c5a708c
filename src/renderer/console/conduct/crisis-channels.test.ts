/** @file Crisis resources: emergency apart, crisis lines before the others, in words. */
import { describe, expect, it } from 'vitest'
import type { CrisisResource } from '../../../contract/conduct'
import { channelWords, splitResources } from './crisis-channels'

const resource = (id: string, kind: CrisisResource['kind']): CrisisResource => ({
  id,
  name: id,
  regions: ['US'],
  kind,
  audience: ['anyone'],
  channels: [{ kind: 'call', value: '1' }],
  hours: 'always',
  source: [],
  lastVerified: null,
  status: 'unverified',
})

describe('splitResources', () => {
  it('puts crisis lines before other support, and leaves reporting lines to the report', () => {
    const { emergency, lines } = splitResources([
      resource('directory', 'directory'),
      resource('report', 'reportingLine'),
      resource('crisis', 'crisis'),
      resource('911', 'emergency'),
      resource('abuse', 'abuse'),
    ])
    expect(emergency.map(({ id }) => id)).toEqual(['911'])
    expect(lines.map(({ id }) => id)).toEqual(['crisis', 'abuse', 'directory'])
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
