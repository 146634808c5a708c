/** @file Tests of the list of what waits to be forgotten. */
import { describe, expect, it } from 'vitest'
import { entryKey, type Forgetting, withoutWaiting } from './forgetting'

describe('what waits to be forgotten', () => {
  it('tells the same id of two kinds apart', () => {
    expect(entryKey('groups', 'a')).not.toBe(entryKey('sessions', 'a'))
  })
  it('takes one out and leaves the others and their outcomes', () => {
    const now: Forgetting = {
      waiting: ['groups a', 'sessions a'],
      outcomes: [{ id: 1, kind: 'groups', result: 'failed', error: null }],
    }
    expect(withoutWaiting(now, 'groups a')).toEqual({ waiting: ['sessions a'], outcomes: now.outcomes })
    expect(withoutWaiting(now, 'groups b')).toEqual(now)
  })
})
