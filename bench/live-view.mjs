/**
 * @file Benches of the live view in a real Chromium: its first paint, a press of Lock in a crowd, and the longest gap
 * between frames under a hostile room page. The room page's own port is used, so that what is sent is what a server's
 * script could send.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstStart } from '../tests/fixtures/steps.ts'
import { compare } from './pages.mjs'
import { startShell } from './shell.mjs'
import { median, quantile, row } from './statistics.mjs'

/** People in the crowded room, ourselves not among them. */
const CROWD = 500
const PRESSES = 20
/** A lock has two commands, two seconds apart: the next press comes after both. */
const BETWEEN_PRESSES_MS = 3200
/** A frame at 60 a second. */
const FRAME_MS = 16
/** How long frames are watched, in milliseconds, at rest and under load in turns. */
const WATCHED_MS = 6000
const WATCHES = 5
const DRILL = 'Start: Everyone is silent'

/** In every frame before its scripts: the room page's port is kept as it is first used, and polls are padded. */
const keepPort = (crowd) => {
  if (!/^http:\/\/r[^/]*\.localhost:/.test(location.href)) return
  const people = Array.from({ length: crowd }, (_, at) => ({
    id: `crowd${at}`,
    displayName: `Person ${at}`,
    role: 'participant',
    isAudioMuted: true,
  }))
  const post = Reflect.get(MessagePort.prototype, 'postMessage')
  MessagePort.prototype.postMessage = function (said, ...rest) {
    let words = said
    if (typeof said === 'string' && said.startsWith('{"kind":')) {
      window.benchPort = this
      const message = JSON.parse(said)
      if (message.kind === 'polled' && message.people) {
        words = JSON.stringify({ ...message, people: [...message.people, ...people] })
      }
    }
    Reflect.apply(post, this, [words, ...rest])
  }
  const say = (event) => Reflect.apply(post, window.benchPort, [JSON.stringify({ kind: 'event', event })])
  /** Everybody comes; then so many mutes and unmutes a second, spread over them, until it is stopped. */
  window.benchFlood = (perSecond) => {
    for (const { id, displayName } of people) say({ name: 'participantJoined', id, displayName })
    let at = 0
    let lastMs = performance.now()
    const timer = setInterval(() => {
      const nowMs = performance.now()
      const due = Math.min(perSecond, Math.round(((nowMs - lastMs) * perSecond) / 1000))
      lastMs = nowMs
      for (let sent = 0; sent < due; sent += 1) {
        at += 1
        const { id } = people[at % people.length]
        say({ name: 'participantMuted', id, isMuted: at % 3 !== 0, mediaType: 'audio' })
      }
    }, 10)
    return () => clearInterval(timer)
  }
  window.benchHuge = () => {
    const text = 'y'.repeat(20_000_000)
    Reflect.apply(post, window.benchPort, [text])
    window.parent.postMessage(text, '*')
  }
}

/** In the console before its scripts: when a command left, and when the key that asked for it was pressed. */
const notePresses = () => {
  window.benchPresses = []
  addEventListener(
    'keydown',
    (event) => {
      if (event.altKey && event.code === 'KeyL')
        window.benchPresses.push({ atMs: event.timeStamp, leftAtMs: null })
    },
    true,
  )
  const post = Reflect.get(MessagePort.prototype, 'postMessage')
  MessagePort.prototype.postMessage = function (...all) {
    Reflect.apply(post, this, all)
    const last = window.benchPresses.at(-1)
    if (last && last.leftAtMs === null && /"kind":"command"/.test(String(all[0])))
      last.leftAtMs = performance.now()
  }
}

/** Milliseconds from the press on Start until the second frame after the live view is there. */
const noteLiveView = () => {
  addEventListener(
    'click',
    (event) => {
      if (!(event.target.closest?.('button')?.ariaLabel ?? '').startsWith('Start: ')) return
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[data-people]')) return
        observer.disconnect()
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            window.benchLiveMs = performance.now() - event.timeStamp
          }),
        )
      })
      observer.observe(document, { childList: true, subtree: true })
    },
    true,
  )
}

/** The longest gap between two frames while watched, in milliseconds. */
const longestGapMs = (page) =>
  page.evaluate(
    (watchedMs) =>
      new Promise((resolve) => {
        const beganMs = performance.now()
        let lastMs = beganMs
        let longestMs = 0
        const look = (nowMs) => {
          longestMs = Math.max(longestMs, nowMs - lastMs)
          lastMs = nowMs
          if (nowMs - beganMs < watchedMs) requestAnimationFrame(look)
          else resolve(longestMs)
        }
        requestAnimationFrame(look)
      }),
    WATCHED_MS,
  )

const roomFrame = (page) => page.frames().find((frame) => /^http:\/\/r[^/]*\.localhost:/.test(frame.url()))

/** The rows; opens a shell and a vault of its own. `openEmpty` opens the empty page once. */
export const liveViewRows = async (browser, openEmpty, rounds) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'holdspace-bench-'))
  const shell = await startShell(dataDir)
  let url = shell.url
  const open = async (...scripts) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    for (const [script, argument] of scripts) await page.addInitScript(script, argument)
    await page.goto(url)
    return {
      page,
      close: async () => {
        const token = await page.evaluate(() => window.name.replace('holdspace:', ''))
        url = `${new URL(url).origin}/#${token}`
        await context.close()
      },
    }
  }
  const toDrills = async (page) => {
    await page.getByRole('button', { name: 'Drills' }).click()
    await page.getByRole('button', { name: DRILL }).waitFor()
  }

  try {
    const first = await open()
    await firstStart(first.page, { displayName: 'Bench' })
    await first.close()

    const paint = await compare(rounds, openEmpty, async () => {
      const { page, close } = await open([noteLiveView])
      await toDrills(page)
      await page.getByRole('button', { name: DRILL }).click()
      await page.waitForFunction(() => window.benchLiveMs !== undefined)
      const elapsedMs = await page.evaluate(() => window.benchLiveMs)
      await close()
      return { elapsedMs }
    })

    const { page, close } = await open([keepPort, CROWD], [notePresses])
    await toDrills(page)
    await page.getByRole('button', { name: DRILL }).click()
    await page.getByRole('list', { name: 'People in the room' }).getByRole('listitem').nth(4).waitFor()
    const room = roomFrame(page)

    const gaps = { rest: [], load: [] }
    for (let watch = 0; watch < WATCHES; watch += 1) {
      gaps.rest.push(await longestGapMs(page))
      await room.evaluate(() => {
        window.benchStop = window.benchFlood(10_000)
        window.benchHugeTimer = setInterval(() => window.benchHuge(), 2000)
      })
      gaps.load.push(await longestGapMs(page))
      await room.evaluate(() => {
        window.benchStop()
        clearInterval(window.benchHugeTimer)
      })
      // What was sent is worked off before the next watch.
      await page.waitForTimeout(4000)
    }

    await room.evaluate(() => {
      window.benchStop = window.benchFlood(1000)
    })
    await page.getByRole('list', { name: 'People in the room' }).getByRole('listitem').nth(CROWD).waitFor()
    for (let press = 0; press < PRESSES; press += 1) {
      await page.keyboard.press('Alt+L')
      await page.waitForTimeout(BETWEEN_PRESSES_MS)
    }
    const presses = await page.evaluate(() => window.benchPresses)
    await close()
    const lost = PRESSES - presses.length
    const unanswered = presses.filter(({ leftAtMs }) => leftAtMs === null).length
    const pressMs = presses.flatMap(({ atMs, leftAtMs }) => (leftAtMs === null ? [] : [leftAtMs - atMs]))

    return [
      row(
        'live view, press to second frame, vs empty Mantine page',
        'ms',
        paint.emptyMs,
        paint.measuredMs,
        2,
      ),
      row(
        `press of Lock to its command leaving, ${CROWD} people, 1,000 events a second, p95, vs a frame (${lost} presses lost, ${unanswered} without a command)`,
        'ms',
        FRAME_MS,
        quantile(pressMs, 0.95),
        1,
      ),
      row(
        'longest gap between frames, 10,000 events a second and 20 MB messages, vs at rest',
        'ms',
        median(gaps.rest),
        median(gaps.load),
        2,
      ),
    ]
  } finally {
    await shell.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
