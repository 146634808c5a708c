/** @file A knock after a removal is looked at twice, under whatever name it comes. */
import { describe, expect, it } from 'vitest'
import { cautionOf } from './knock-caution'

const removal = { name: 'Anon 4', removedAtMs: 1000, isWelcomeBack: false }

describe('a knock', () => {
  it('is like any other where nobody was removed', () => {
    expect(cautionOf({ name: 'Sol', knockedAtMs: 2000 }, [])).toBeNull()
  })
  it('after a removal is marked, whatever its name', () => {
    expect(cautionOf({ name: 'Sol', knockedAtMs: 2000 }, [removal])).toBe('removedBefore')
  })
  it('from before the removal is not somebody who was inside then', () => {
    expect(cautionOf({ name: 'Sol', knockedAtMs: 999 }, [removal])).toBeNull()
  })
  it('by the same name says so, also when it only looks the same', () => {
    expect(cautionOf({ name: 'anon 4', knockedAtMs: 2000 }, [removal])).toBe('wasRemoved')
    expect(cautionOf({ name: 'An0n 4', knockedAtMs: 2000 }, [removal])).toBe('wasRemoved')
  })
  it('of somebody who may come back is welcome, and the others are not marked by it', () => {
    const welcome = [{ ...removal, isWelcomeBack: true }]
    expect(cautionOf({ name: 'Anon 4', knockedAtMs: 2000 }, welcome)).toBe('welcomeBack')
    expect(cautionOf({ name: 'Sol', knockedAtMs: 2000 }, welcome)).toBeNull()
  })
  it('by a name of two who were removed is marked by the one who may not come back', () => {
    const both = [removal, { ...removal, isWelcomeBack: true }]
    expect(cautionOf({ name: 'Anon 4', knockedAtMs: 2000 }, both)).toBe('wasRemoved')
  })
})
