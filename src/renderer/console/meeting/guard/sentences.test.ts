/** @file The table of what the screen may say: the same in the docs, and every sentence has words. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import en from '../../words/en/meeting.json'
import { sayPause, sentences } from './sentences'

const words = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      en,
    )

const tableInDocs = async (): Promise<readonly string[]> => {
  const text = await readFile(join(import.meta.dirname, '../../../../../docs/room-guard.md'), 'utf8')
  const [, after = ''] = text.split('| sentence | proved by | ended by |\n|---|---|---|\n')
  const [rows = ''] = after.split('\n\n')
  return rows.split('\n')
}

it('stands in docs/room-guard.md row by row', async () => {
  const rows = Object.entries(sentences).map(([key, { provedBy, endedBy }]) => {
    const proofs = provedBy.map((group) => group.join('; ')).join(' — or ')
    return `| ${String(words(key))} | ${proofs} | ${endedBy.join('; ')} |`
  })
  expect(await tableInDocs()).toEqual(rows)
})

it('has words for every sentence', () => {
  for (const key of Object.keys(sentences)) expect(typeof words(key), key).toBe('string')
})

it('says of no pause that it is whole while a part of it was freed, or never asked for', () => {
  const confirmed = { kind: 'confirmed', sentAtMs: 1, proof: 'lobbyShown' } as const
  const whole = {
    pause: { kind: 'paused', pausedAtMs: 1, isKnown: true, floor: [] },
    lock: { wish: 'locked', status: confirmed, isLobbyShownOn: true },
    quiet: { wish: 'quiet', status: confirmed },
    cameras: { wish: 'quiet', status: confirmed },
  } as const
  expect(sayPause(whole)).toBe('status.pause.confirmed')
  const sent = { kind: 'sent', sentAtMs: 1 } as const
  for (const status of [confirmed, sent, { kind: 'sending' } as const, { kind: 'idle' } as const]) {
    for (const freed of [
      { quiet: { wish: 'released', status } },
      { cameras: { wish: 'released', status } },
      { quiet: { wish: 'none', status } },
      { cameras: { wish: 'none', status } },
      { lock: { wish: 'unlocked', status, isLobbyShownOn: false } },
      { lock: { wish: 'none', status, isLobbyShownOn: null } },
      { lock: { wish: 'unknown', status, isLobbyShownOn: null } },
    ] as const) {
      expect(sayPause({ ...whole, ...freed }), JSON.stringify(freed)).toBe('status.pause.partly')
    }
  }
  const notSent = { kind: 'notSent', why: 'refused' } as const
  expect(
    sayPause({
      ...whole,
      quiet: { wish: 'released', status: confirmed },
      cameras: { wish: 'quiet', status: notSent },
    }),
  ).toBe('status.pause.notSent')
})
