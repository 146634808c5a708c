/** @file Tests that every finding has a state and words, and that none of them blocks. */
import { describe, expect, it } from 'vitest'
import { AutoCheck } from '../../../../contract/charters'
import { ServerCheck } from '../../../../contract/meeting'
import words from '../../words/en/sessions.json'
import { autoWords, type Findings, foundAmong } from './auto-results'

const at = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (now, part) => (typeof now === 'object' && now !== null ? Reflect.get(now, part) : undefined),
      words,
    )
const checking: Findings = {
  isRehearsal: false,
  server: { kind: 'checking' },
  microphone: 'checking',
  camera: 'checking',
  vault: 'checking',
}

describe('checks', () => {
  it('say nothing while they look', () => {
    for (const check of AutoCheck.options) {
      expect(autoWords(check, checking)).toEqual({ state: 'checking', key: null })
    }
  })
  it('have words for everything a server may answer, and pass only when it answers', () => {
    for (const result of ServerCheck.shape.result.options) {
      for (const isRehearsal of [true, false]) {
        const server = { kind: 'answered', check: { result, elapsedMs: 120 } } as const
        const { state, key } = autoWords('serverAnswers', { ...checking, isRehearsal, server })
        expect(state).toBe(result === 'answers' ? 'good' : 'warns')
        expect(typeof at(key ?? ''), key ?? '').toBe('string')
      }
    }
    expect(autoWords('serverAnswers', { ...checking, server: { kind: 'unknown' } }).state).toBe('warns')
  })
  it('have words for every device and vault finding', () => {
    for (const found of ['found', 'none', 'unknown'] as const) {
      for (const isRehearsal of [true, false]) {
        for (const check of ['microphone', 'camera'] as const) {
          const { state, key } = autoWords(check, { ...checking, isRehearsal, [check]: found })
          expect(state).toBe(found === 'found' ? 'good' : 'warns')
          expect(typeof at(key ?? ''), key ?? '').toBe('string')
        }
      }
    }
    for (const vault of ['good', 'bad', 'unknown'] as const) {
      const { state, key } = autoWords('vaultHealthy', { ...checking, vault })
      expect(state).toBe(vault === 'good' ? 'good' : 'warns')
      expect(typeof at(key ?? '')).toBe('string')
    }
  })
  it('find a device by its kind alone', () => {
    expect(foundAmong([{ kind: 'audiooutput' }, { kind: 'audioinput' }], 'audioinput')).toBe('found')
    expect(foundAmong([{ kind: 'audiooutput' }], 'audioinput')).toBe('none')
    expect(foundAmong(null, 'videoinput')).toBe('unknown')
  })
})
