/** @file Sleep and the system's lock lock the vault, after storing, and never under a live room. */
import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import type { AtStakeKind } from '../../../contract/leaving'
import { lockWithSystem } from './system-lock'

const open = (lost: readonly AtStakeKind[] | null, hasLiveRoom: () => boolean = () => false) => {
  const system = new EventEmitter()
  const order: string[] = []
  lockWithSystem({
    system,
    hasLiveRoom,
    storePage: async () => {
      order.push('stored')
      return lost
    },
    lock: async () => {
      order.push('locked')
    },
  })
  return { system, order }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

it.each(['suspend', 'lock-screen'])(
  '%s: stores, then locks; a rehearsal stays open behind it',
  async (event) => {
    const { system, order } = open(['rehearsal'])
    system.emit(event)
    await settled()
    expect(order).toEqual(['stored', 'locked'])
  },
)

it.each([
  ['words that cannot be stored', ['words']],
  ['a sheet that is shown once', ['recoverySheet']],
  ['a page that does not answer', null],
] as const)('does not lock over %s', async (_, lost) => {
  const { system, order } = open(lost)
  system.emit('lock-screen')
  await settled()
  expect(order).toEqual(['stored'])
})

it('does nothing under a live room, nor under one that opened while the page stored', async () => {
  const first = open([], () => true)
  first.system.emit('suspend')
  await settled()
  expect(first.order).toEqual([])
  const hasLiveRoom = vi.fn(() => true).mockReturnValueOnce(false)
  const second = open([], hasLiveRoom)
  second.system.emit('suspend')
  await settled()
  expect(second.order).toEqual(['stored'])
})
