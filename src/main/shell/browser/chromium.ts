/** @file Finds a browser of the Chromium family, and recognises one by what it says of itself. */
import { existsSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { delimiter, join } from 'node:path'
import { Launcher } from 'chrome-launcher'

/** Names on the PATH that chrome-launcher does not look for. */
const otherNames = [
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))

/**
 * Absolute path of a Chromium-family browser, or null. `HOLDSPACE_CHROMIUM` overrides the search; a path there
 * that does not exist counts as "none", never as another browser.
 */
export const findChromium = (): string | null => {
  const chosen = process.env.HOLDSPACE_CHROMIUM
  if (chosen) return existsSync(chosen) ? chosen : null
  try {
    const [found] = Launcher.getInstallations()
    if (found) return found
  } catch {
    // It throws where it finds none.
  }
  for (const name of otherNames) {
    const found = onPath(name)
    if (found) return found
  }
  return null
}

/**
 * True when the browser says it is of the Chromium family. Only there were the room page's walls measured
 * (docs/decisions/0005-loopback-origins.md), so a live room opens nowhere else.
 */
export const isChromium = (headers: IncomingHttpHeaders): boolean => {
  const brands = headers['sec-ch-ua']
  if (typeof brands === 'string' && /"Chromium"/.test(brands)) return true
  return /\b(?:Chrome|Chromium|HeadlessChrome)\/\d+/.test(headers['user-agent'] ?? '')
}
