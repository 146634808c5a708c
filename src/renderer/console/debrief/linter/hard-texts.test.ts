/**
 * @file Texts that are hard for an expression: the cost of a check grows with their length, and not with its square.
 * Judged by how the same machine's work grows from a short text to one eight times as long, never by how long it takes.
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import type { HardTextNews } from '../../../../../tests/fixtures/linter/hard-texts'
import { lint, noNames } from './index'
import { shortenRuns } from './white-space'

const fixtures = join(import.meta.dirname, '../../../../../tests/fixtures')
/** A check that takes so many times the work of plain words will not end while anybody waits. */
const WORK_MAX = 100_000
/** How often the work of a check is looked at, in milliseconds. */
const LOOK_MS = 200

let thread: Worker | null = null
let looking: NodeJS.Timeout | undefined
afterEach(async () => {
  clearInterval(looking)
  await thread?.terminate()
})

/** This process's own work so far, in microseconds: what else runs on the machine is not in it. */
const workSoFar = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Runs a file of hard texts in a thread of its own. @throws Error with the text whose check does not end. */
const checkAll = (file: string): Promise<Extract<HardTextNews, { kind: 'ends' }>> =>
  new Promise((resolve, reject) => {
    const started = new Worker(join(fixtures, file), {
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', join(fixtures, 'ts-resolution.mjs')],
    })
    thread = started
    let plainWork = Number.POSITIVE_INFINITY
    let text = ''
    let workBefore = 0
    started.on('message', (news: HardTextNews) => {
      if (news.kind === 'ends') return resolve(news)
      if (news.kind === 'begins') plainWork = news.plainWork
      else text = news.text
      workBefore = workSoFar()
    })
    started.once('error', reject)
    looking = setInterval(() => {
      if (workSoFar() - workBefore > plainWork * WORK_MAX)
        reject(new Error(`The check of ${JSON.stringify(text)}… does not end: its cost explodes.`))
    }, LOOK_MS)
  })

describe('a hard text', () => {
  it('costs what its length costs', async () => {
    const { checked, steep } = await checkAll('linter/hard-texts.ts')
    expect(checked).toBeGreaterThan(400)
    expect(steep).toEqual([])
  })

  it('the control: a check that never ends is ended and named', async () => {
    await expect(checkAll('linter/endless-text.ts')).rejects.toThrow('The check of "aaaa"… does not end')
  })
})

describe('white space made short', () => {
  it.each([
    ['My number plate     \n   is ABC 123 now', 'ABC 123'],
    [`${' '.repeat(40)}Write to a@b.org`, 'a@b.org'],
    ['Call \t\t\t\t 303-555-0142 ------- or a@b.org', 'a@b.org'],
    ['His   \u00a0\u00a0\u00a0  zip        is        80302, I think', '80302'],
  ])('%j is found where it is written', (text, words) => {
    const found = lint(text, { names: noNames, phones: null, publicNumbers: [] }).map(({ start, end }) =>
      text.slice(start, end),
    )
    expect(found.some((one) => one.endsWith(words))).toBe(true)
  })
  it('leaves the text of which nothing is long as it is, and keeps the ends of lines', () => {
    const text = 'A line.\n\nAnother -- one.'
    expect(shortenRuns(text).text).toBe(text)
    expect(shortenRuns('a \n \n b').text).toBe('a\nb')
  })
})
