/**
 * @file One walk past every screen, on which each is looked at in every way: light and dark against WCAG, what moves, what its
 * controls and stores would remember, 320 px, and the same in Spanish and in a language that nobody reads, a third longer, accented,
 * from right to left.
 */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { freshFolder, startShell } from '../fixtures/shell-process'
import { isLive, type Screen, screens, tour } from '../fixtures/tour'
import { movements, smallTargets, violations } from './accessible-looks'
import { expectForgetful } from './forgetful-controls'
import { isNobodys, notMirrored, PSEUDO, systemReads, wordsOfNobody } from './language-looks'
import { lostAt, NARROW } from './lost-at-width'

/** As wide as the smallest laptop, and tall enough that what stays at the foot of a page leaves room above it. */
const SMALL = { width: 1024, height: 900 }

/** Contrast, names and roles, movement and targets. Ends in the dark, where what may move moves. */
const expectAccessible = async (screen: Screen, at: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await at.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await violations(at, screen, colorScheme), `${screen}, ${colorScheme}`).toEqual([])
  }
  expect.soft(await movements(at, 0), `what moves on ${screen} though nothing should`).toEqual([])
  await at.emulateMedia({ reducedMotion: 'no-preference' })
  expect.soft(await movements(at, 150), `what moves long on ${screen}`).toEqual([])
  if (isLive(screen)) expect.soft(await smallTargets(at), `targets of ${screen}`).toEqual([])
}

/** Nothing is cut or scrolls sideways in any language. The widths go with the languages there and back: each change costs. */
const expectToFit = async (screen: Screen, at: Page): Promise<void> => {
  const before = at.viewportSize()
  const expectNothingLost = async (locale: string, size: { width: number; height: number }) => {
    await at.setViewportSize(size)
    expect.soft(await lostAt(at), `${screen}, ${locale}, ${size.width} px wide`).toEqual([])
  }
  await expectNothingLost('en-US', NARROW)
  await systemReads(at, 'es-MX')
  await expectNothingLost('es-MX', NARROW)
  await expectNothingLost('es-MX', SMALL)
  await systemReads(at, PSEUDO)
  await expectNothingLost(PSEUDO, SMALL)
  await expectNothingLost(PSEUDO, NARROW)
  if (before) await at.setViewportSize(before)
  expect.soft(await notMirrored(at), `what is not mirrored on ${screen}`).toEqual([])
  // About lists packages by their own names.
  const own = screen === 'about' ? [] : (await wordsOfNobody(at)).filter(isNobodys)
  expect.soft(own, `words of nobody on ${screen}`).toEqual([])
  await systemReads(at, 'en-US')
}

test('every screen: accessible, forgetful, narrow, in longer words and mirrored', async ({ page }) => {
  const folder = await freshFolder()
  const shell = await startShell({ dataDir: folder.path })
  const seen: Screen[] = []
  let controlCount = 0
  try {
    await tour(page, shell, async (screen, at) => {
      seen.push(screen)
      controlCount += await expectForgetful(at, screen)
      await expectAccessible(screen, at)
      await expectToFit(screen, at)
    })
  } finally {
    await shell.stop()
    await folder.forget()
  }
  expect(seen).toEqual([...screens])
  expect(controlCount).toBeGreaterThan(100)
})
