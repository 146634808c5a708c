/**
 * @file How the console looks from its first paint on: the preferences, written on the page's own element by the shell,
 * so that the lock screen is never shown in another theme or size first.
 */
import type { Preferences } from '../../../contract/preferences'

/** The page's element as built. */
const BUILT = '<html lang="en">'

/**
 * Writes the preferences as `data-` attributes, where styles and the console's first script read them. Each is a word
 * from a closed list, a number or a boolean: nothing to escape.
 *
 * @throws when the page does not begin as it was built.
 */
export const setLook = (html: string, preferences: Preferences): string => {
  if (!html.includes(BUILT)) throw new Error('The console’s page has no element to carry its look.')
  const { language, theme, textSize, timeStyle, motion, idleLockMinutes, hasContentProtection } = preferences
  const attributes = [
    `data-language="${language}"`,
    `data-theme="${theme}"`,
    `data-text-size="${textSize}"`,
    `data-time-style="${timeStyle}"`,
    `data-motion="${motion}"`,
    `data-idle-lock-minutes="${idleLockMinutes}"`,
    `data-content-protection="${hasContentProtection ? 'on' : 'off'}"`,
    // What the theme's own script would write a moment later.
    ...(theme === 'system' ? [] : [`data-mantine-color-scheme="${theme}"`]),
  ]
  return html.replace(BUILT, `<html lang="en" ${attributes.join(' ')}>`)
}
