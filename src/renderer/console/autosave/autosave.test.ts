/** @file Nothing typed is lost: the autosave with a held clock, a server that fails, and any way of typing. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { flushAtStake, readAtStake, readUnstorable } from '../at-stake'
import {
  type AutosaveOptions,
  createAutosave,
  type Link,
  PAUSE_MS,
  RETRY_MAX_MS,
  WAIT_MAX_MS,
} from './autosave'

/** A server that keeps every version it was sent, and answers after a while. */
const server = () => {
  const state = {
    versions: [] as string[],
    createdCount: 0,
    onItsWayCount: 0,
    mostOnItsWay: 0,
    answerMs: 100,
    isDown: false,
    /** Stores, and loses the answer. */
    isAnswerLost: false,
    error: new Error('down') as Error & { code?: string },
  }
  const save = async (value: string, stored: { id: string } | null): Promise<{ id: string }> => {
    state.onItsWayCount += 1
    state.mostOnItsWay = Math.max(state.mostOnItsWay, state.onItsWayCount)
    try {
      await new Promise((resolve) => setTimeout(resolve, state.answerMs))
      if (state.isDown) throw state.error
      if (!stored) state.createdCount += 1
      state.versions.push(value)
      if (state.isAnswerLost) throw state.error
      return { id: 'it' }
    } finally {
      state.onItsWayCount -= 1
    }
  }
  return { state, save, newest: () => state.versions.at(-1) ?? '' }
}

const heldLink = () => {
  const listeners = new Set<() => void>()
  const held = { isUp: true }
  const link: Link = {
    isUp: () => held.isUp,
    onUp: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const comeUp = () => {
    held.isUp = true
    for (const listener of listeners) listener()
  }
  return { held, link, comeUp }
}

type Held = { path: string }
const ends: (() => void)[] = []
const start = (more: Partial<AutosaveOptions<string, { id: string }, Held>> = {}) => {
  const one = server()
  const link = heldLink()
  const autosave = createAutosave<string, { id: string }, Held>({
    value: '',
    stored: null,
    nothing: '',
    hasChanged: (before, after) => before !== after,
    prepare: (storable) => ({ storable, heldBack: [] }),
    save: one.save,
    link: link.link,
    describe: () => ['A sample'],
    ...more,
  })
  ends.push(autosave.end)
  return { ...one, ...link, autosave }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  expect(readAtStake()).toEqual([])
  vi.useRealTimers()
})

describe('typing', () => {
  it('is stored when it pauses', async () => {
    const { autosave, newest, state } = start()
    autosave.change('a')
    expect(autosave.snapshot().saving).toEqual({ kind: 'waiting' })
    await pass(PAUSE_MS - 1)
    expect(state.onItsWayCount).toBe(0)
    await pass(1)
    expect(autosave.snapshot().saving).toEqual({ kind: 'storing' })
    await pass(state.answerMs)
    expect(newest()).toBe('a')
    expect(autosave.snapshot()).toMatchObject({ saving: { kind: 'stored' }, stored: { id: 'it' } })
  })

  it('is stored while it goes on: never more than three seconds are missing', async () => {
    const { autosave, newest } = start()
    for (let second = 0; second < 35; second += 1) {
      for (let tenth = 0; tenth < 10; tenth += 1) {
        autosave.change(`${autosave.snapshot().value}x`)
        await pass(100)
      }
      expect(newest().length).toBeGreaterThanOrEqual(second * 10 + 10 - 30)
    }
  })

  it('in any rhythm is stored at the latest three seconds later, one save at a time, the newest last', async () => {
    const beat = fc.record({ waitMs: fc.nat(4000), answerMs: fc.nat(700) })
    await fc.assert(
      fc.asyncProperty(fc.array(beat, { maxLength: 40 }), async (beats) => {
        const { autosave, newest, state } = start()
        const typed: { text: string; atMs: number }[] = []
        const look = () => {
          const due = typed.filter(({ atMs }) => Date.now() - atMs > 3000).at(-1)
          if (due) expect(newest().length).toBeGreaterThanOrEqual(due.text.length)
        }
        for (const { waitMs, answerMs } of beats) {
          state.answerMs = answerMs
          const text = `${autosave.snapshot().value}x`
          autosave.change(text)
          typed.push({ text, atMs: Date.now() })
          for (let left = waitMs; left > 0; left -= 250) {
            await pass(Math.min(250, left))
            look()
          }
        }
        await pass(4000)
        expect(newest()).toBe(autosave.snapshot().value)
        expect(state.mostOnItsWay).toBeLessThanOrEqual(1)
        expect(state.createdCount).toBe(beats.length > 0 ? 1 : 0)
        expect(state.versions).toEqual([...state.versions].sort((a, b) => a.length - b.length))
        autosave.end()
      }),
      { numRuns: 60 },
    )
  })

  it('back to what was stored, while another version is on its way, stores that again', async () => {
    const { autosave, newest, state } = start({ value: 'a', stored: { answer: { id: 'it' }, value: 'a' } })
    autosave.change('ab')
    await pass(PAUSE_MS)
    expect(state.onItsWayCount).toBe(1)
    autosave.change('a')
    await pass(3000)
    expect(newest()).toBe('a')
    expect(autosave.isDone()).toBe(true)
  })

  it('and taking it back before it was stored stores nothing', async () => {
    const { autosave, state } = start()
    autosave.change('a')
    autosave.change('')
    await pass(10_000)
    expect(state.versions).toEqual([])
  })
})

describe('a clock that is put back while words wait', () => {
  const putBack = () => vi.setSystemTime(Date.now() - 3_600_000)

  it('holds no word back from steady typing', async () => {
    const { autosave, newest } = start()
    autosave.change('x')
    putBack()
    for (let tenth = 0; tenth < 40; tenth += 1) {
      await pass(100)
      autosave.change(`${autosave.snapshot().value}x`)
    }
    expect(newest().length).toBeGreaterThanOrEqual(10)
  })

  it('puts off no second try', async () => {
    const { autosave, newest, state } = start()
    state.isDown = true
    autosave.change('x')
    await pass(PAUSE_MS + state.answerMs)
    expect(autosave.snapshot().saving.kind).toBe('failed')
    state.isDown = false
    putBack()
    autosave.change('xy')
    await pass(RETRY_MAX_MS + state.answerMs)
    expect(newest()).toBe('xy')
  })
})

describe('a save that fails', () => {
  it('is tried again, later each time, and never given up', async () => {
    const { autosave, newest, state } = start()
    state.isDown = true
    autosave.change('a')
    await pass(PAUSE_MS + state.answerMs)
    expect(autosave.snapshot().saving).toMatchObject({
      kind: 'failed',
      isTriedAgain: true,
      error: state.error,
    })
    autosave.change('ab')
    await pass(300_000)
    expect(autosave.snapshot().saving).toMatchObject({ kind: 'failed' })
    state.isDown = false
    await pass(RETRY_MAX_MS + state.answerMs)
    expect(newest()).toBe('ab')
    expect(autosave.snapshot().saving).toEqual({ kind: 'stored' })
  })

  it('is tried at once when the link is back', async () => {
    const { autosave, newest, state, comeUp } = start()
    state.isDown = true
    autosave.change('a')
    await pass(120_000)
    state.isDown = false
    comeUp()
    await pass(state.answerMs)
    expect(newest()).toBe('a')
  })

  it('without an answer is tried again; the entry is still created by one id', async () => {
    const ids = new Set<string | null>()
    const { autosave, newest, state, save } = start()
    const lasting = start({
      save: (value, stored) => {
        ids.add(stored?.id ?? null)
        return save(value, stored)
      },
    })
    autosave.end()
    state.answerMs = 1_000_000
    lasting.autosave.change('a')
    await pass(15_000)
    expect(lasting.autosave.snapshot().saving.kind).not.toBe('stored')
    state.answerMs = 10
    await pass(60_000)
    expect(newest()).toBe('a')
    expect([...ids]).toEqual([null])
    expect(lasting.autosave.isDone()).toBe(true)
  })

  it('for good waits for a person', async () => {
    const { autosave, state } = start({ isLasting: () => true })
    state.isDown = true
    autosave.change('a')
    await pass(600_000)
    expect(autosave.snapshot().saving).toMatchObject({ kind: 'failed', isTriedAgain: false })
    state.isDown = false
    const flushed = autosave.flush()
    await pass(state.answerMs)
    await flushed
    expect(autosave.isDone()).toBe(true)
  })
})

describe('what may not be stored', () => {
  // A capital is held back: what is stored is the small letters.
  const options: Partial<AutosaveOptions<string, { id: string }, Held>> = {
    prepare: (value) => ({
      storable: value.replaceAll(/\p{Lu}/gu, ''),
      heldBack: /\p{Lu}/u.test(value) ? [{ path: 'capitals' }] : [],
    }),
  }
  it('does not hold back the rest, and stays at stake', async () => {
    const { autosave, newest } = start(options)
    autosave.change('aBc')
    await pass(3000)
    expect(newest()).toBe('ac')
    expect(autosave.snapshot()).toMatchObject({
      saving: { kind: 'stored' },
      heldBack: [{ path: 'capitals' }],
    })
    expect(autosave.isDone()).toBe(false)
    expect(readUnstorable()).toEqual(['words'])
    autosave.change('abc')
    await pass(3000)
    expect(newest()).toBe('abc')
    expect(autosave.snapshot().heldBack).toEqual([])
    expect(readAtStake()).toEqual([])
  })

  it('is not sent again and again', async () => {
    const { autosave, state } = start(options)
    autosave.change('aB')
    await pass(600_000)
    expect(state.versions).toEqual(['a'])
    await autosave.flush()
    expect(state.versions).toEqual(['a'])
  })

  it('is stored when the check knows better', async () => {
    let isStrict = true
    const { autosave, newest } = start({
      prepare: (value) =>
        isStrict ? { storable: '', heldBack: [{ path: 'all' }] } : { storable: value, heldBack: [] },
    })
    autosave.change('a')
    await pass(10_000)
    isStrict = false
    autosave.recheck()
    await pass(3000)
    expect(newest()).toBe('a')
  })

  it('half a word is left out only while the typing goes on', async () => {
    const { autosave, state, newest } = start({
      prepare: (value, _, occasion) => ({
        storable: occasion === 'typing' ? value.slice(0, -1) : value,
        heldBack: [],
      }),
    })
    for (let at = 0; at < 30; at += 1) {
      autosave.change(`${autosave.snapshot().value}x`)
      await pass(100)
    }
    expect(state.versions.length).toBeGreaterThan(0)
    for (const version of state.versions) expect(version).toMatch(/^x+$/)
    expect(newest()).not.toBe(autosave.snapshot().value)
    await pass(PAUSE_MS + state.answerMs)
    expect(newest()).toBe(autosave.snapshot().value)
  })
})

describe('leaving', () => {
  it('stores the newest at once, after the save that is on its way', async () => {
    const { autosave, newest, state } = start()
    autosave.change('a')
    await pass(PAUSE_MS)
    autosave.change('ab')
    const flushed = flushAtStake()
    await pass(2 * state.answerMs)
    expect(await flushed).toEqual([])
    expect(newest()).toBe('ab')
    expect(state.mostOnItsWay).toBe(1)
  })

  it('does not wait when the page goes', () => {
    const { autosave, state } = start()
    autosave.change('a')
    void autosave.flush({ isLastChance: true })
    expect(state.onItsWayCount).toBe(1)
    autosave.change('ab')
    void autosave.flush({ isLastChance: true })
    expect(state.onItsWayCount).toBe(2)
  })

  it('need not ask for words that will be stored, and must for those that will not', async () => {
    const { autosave, state } = start()
    autosave.change('a')
    expect(readAtStake()).toEqual(['words'])
    expect(readUnstorable()).toEqual([])
    state.isDown = true
    await pass(PAUSE_MS + state.answerMs)
    expect(readUnstorable()).toEqual(['words'])
  })

  it('must ask while the link is down', () => {
    const one = heldLink()
    const { autosave } = start({ link: one.link })
    autosave.change('a')
    one.held.isUp = false
    expect(readUnstorable()).toEqual(['words'])
  })

  it('ends it: nothing is stored afterwards, and nothing is at stake', async () => {
    const { autosave, state } = start()
    autosave.change('a')
    autosave.end()
    await pass(60_000)
    expect(state.versions).toEqual([])
    expect(readAtStake()).toEqual([])
  })

  it('WAIT_MAX_MS and a call are under three seconds', () => {
    expect(WAIT_MAX_MS).toBeLessThan(3000)
  })
})
