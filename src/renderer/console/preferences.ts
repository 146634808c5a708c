/**
 * @file The preferences of this computer as the page has them: written on the page's own element by the shell before the
 * first paint (src/main/shell/loopback/look.ts), and changed there as the person changes them.
 */
import {
  IDLE_LOCK_MINUTES,
  LANGUAGES,
  MOTIONS,
  TEXT_SIZES,
  THEMES,
  TIME_STYLES,
  usualPreferences,
} from '../../contract/preference-choices'
import type { Preferences } from '../../contract/preferences'
import { createPageStore, usePageStore } from './page-store'

/** One of a list; the usual one where the page says something else, or nothing. */
const oneOf = <Choice extends string | number>(
  choices: readonly Choice[],
  said: string | undefined,
  usual: Choice,
): Choice => choices.find((choice) => String(choice) === said) ?? usual

const readElement = ({ dataset }: HTMLElement): Preferences => ({
  language: oneOf(LANGUAGES, dataset.language, usualPreferences.language),
  theme: oneOf(THEMES, dataset.theme, usualPreferences.theme),
  textSize: oneOf(TEXT_SIZES, dataset.textSize, usualPreferences.textSize),
  timeStyle: oneOf(TIME_STYLES, dataset.timeStyle, usualPreferences.timeStyle),
  motion: oneOf(MOTIONS, dataset.motion, usualPreferences.motion),
  idleLockMinutes: oneOf(IDLE_LOCK_MINUTES, dataset.idleLockMinutes, usualPreferences.idleLockMinutes),
  hasContentProtection: dataset.contentProtection !== 'off',
})

const preferences = createPageStore<Preferences>({
  name: 'console.preferences',
  initial: readElement(document.documentElement),
  outlivesLockBecause:
    'the lock screen looks as the rest does; it holds choices from short lists and no word',
})

/** The preferences now. */
export const readPreferences = (): Preferences => preferences.read()
/** The preferences now, as React state. */
export const usePreferences = (): Preferences => usePageStore(preferences)
/** Calls `listener` after each change, until the returned function is called. */
export const subscribePreferences = preferences.subscribe

/** Makes preferences act on this page: styles and times of day read them from the page's element. */
export const actOnPreferences = (next: Preferences): void => {
  const { dataset } = document.documentElement
  dataset.language = next.language
  dataset.theme = next.theme
  dataset.textSize = next.textSize
  dataset.timeStyle = next.timeStyle
  dataset.motion = next.motion
  preferences.set(next)
}
