/** @file The console's own address in Electron, and origins as this app compares them: parsed, never by prefix. */

/** Scheme of the console. Only this app answers it. */
export const CONSOLE_SCHEME = 'holdspace'
/** Origin of the console as pages and Electron show it. */
export const CONSOLE_ORIGIN = `${CONSOLE_SCHEME}://console`
/** The one page of the console. */
export const CONSOLE_URL = `${CONSOLE_ORIGIN}/`

/**
 * The origin of an address, or null. Node calls the origin of our scheme opaque, Chromium does not: it is put
 * together here.
 */
export const originOf = (address: string | undefined): string | null => {
  if (address === undefined) return null
  try {
    const url = new URL(address)
    if (url.protocol === `${CONSOLE_SCHEME}:`) return `${CONSOLE_SCHEME}://${url.host}`
    return url.origin === 'null' ? null : url.origin
  } catch {
    return null
  }
}

/** True for the console's page itself, whatever its fragment. */
export const isConsoleUrl = (address: string): boolean => address.split('#', 1)[0] === CONSOLE_URL
