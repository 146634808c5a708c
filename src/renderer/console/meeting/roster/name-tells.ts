/**
 * @file Whether a display name may tell more of somebody than they meant: an e-mail address, a telephone number, a first
 * and a last name. A guess, for a kind private line and nothing else: nobody is kept out or shown to others by it.
 */

/** What it may tell. */
export type NameTells = 'email' | 'phone' | 'fullName'

/** Fewer digits are a year, a number in a list, or a favourite. */
const PHONE_DIGITS_MIN = 7
/** More words are a sentence. */
const WORDS_MAX = 4

const email =
  /[^\s@]+\s*(?:@|[[({]\s*at\s*[\])}]|\s+at\s+)\s*[^\s@]+\s*(?:\.|[[({]\s*dot\s*[\])}]|\s+dot\s+)\s*\p{L}{2,}/iu
/** How one is spoken to, and what goes before a family name: neither makes a name whole, nor less so. */
const titles = /^(?:mr|mrs|ms|mx|miss|dr|prof|sr|sra|srta|rev|herr|frau|jr)\.?$/iu
const particles =
  /^(?:de|del|della|der|den|di|da|do|dos|das|du|la|le|van|von|zu|bin|ben|ibn|al|el|ter|y|e)$/iu
/** Words that say what somebody is to the group, or that no name is given. */
const roles =
  /^(?:the|a|an|my|your|our|anon|anonymous|guest|user|someone|somebody|phone|iphone|ipad|android|galaxy|laptop|tablet|pc|mac|new|old|just|and|or|of|in|on|at|with|no|not|is|am|i|me)$/iu
const word = /^\p{L}[\p{L}\p{M}]*(?:[-'’.]\p{L}[\p{L}\p{M}]*)*\.?$/u
const lowerFirst = /^\p{Ll}/u
const letters = /\p{L}/gu

const isFullName = (name: string): boolean => {
  // Pronouns and the like stand in brackets or after a bar.
  const plain = name
    .replace(/[([{|/].*$/u, '')
    .replace(/[^\p{L}\p{M}\p{N}\s.'’-]/gu, ' ')
    .trim()
  const words = plain.split(/\s+/u).filter((one) => one !== '' && !titles.test(one))
  const names = words.filter((one) => !particles.test(one))
  return (
    words.length <= WORDS_MAX &&
    names.length >= 2 &&
    names.every((one) => word.test(one) && !lowerFirst.test(one) && !roles.test(one)) &&
    // A letter alone is an initial: "River K" keeps the rest to themselves.
    names.filter((one) => (one.match(letters)?.length ?? 0) >= 2).length >= 2
  )
}

/**
 * What a display name may tell.
 *
 * @param name - as shown, or as it came.
 * @returns the plainest thing first; null where nothing is seen. A family name written small, or in a script without
 * spaces, is not seen.
 */
export const nameTells = (name: string): NameTells | null => {
  const text = name.normalize('NFKC')
  if (email.test(text)) return 'email'
  if ((text.match(/\p{Nd}/gu)?.length ?? 0) >= PHONE_DIGITS_MIN) return 'phone'
  return isFullName(text) ? 'fullName' : null
}
