/** @file Page stores: none is left out when the console locks. */
import { describe, expect, it } from 'vitest'
import { createPageStore, readPageStores, wipePageStores } from './page-store'

describe('page stores', () => {
  it('tell whoever listens of each change, and of no other', () => {
    const store = createPageStore({ name: 'test.told', initial: 1 })
    let toldCount = 0
    const stop = store.subscribe(() => {
      toldCount += 1
    })
    store.set(1)
    store.set(2)
    store.update((now) => now + 1)
    stop()
    store.set(9)
    expect([store.read(), toldCount]).toEqual([9, 2])
  })

  it('are wiped at lock, all but those with a reason', () => {
    let wipeCount = 0
    const wiped = createPageStore<string | null>({
      name: 'test.wiped',
      initial: null,
      onWipe: () => {
        wipeCount += 1
      },
    })
    const stays = createPageStore({
      name: 'test.stays',
      initial: 0,
      outlivesLockBecause: 'it counts in a test',
    })
    wiped.set('a name')
    stays.set(3)
    wipePageStores()
    expect([wiped.read(), stays.read(), wipeCount]).toEqual([null, 3, 1])
  })

  it('have names of their own', () => {
    createPageStore({ name: 'test.twice', initial: 0 })
    expect(() => createPageStore({ name: 'test.twice', initial: 0 })).toThrow('two page stores')
    expect(readPageStores().filter(({ name }) => name === 'test.twice')).toHaveLength(1)
  })
})
