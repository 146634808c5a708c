/**
 * @file A language that nobody reads: English made longer, accented, and run from right to left, as Chromium's and Android's
 * `ar-XB` does it. A system that says it reads `ar-XB` gets it; it is never offered. What it cannot turn, clip or miss, a
 * longer language will not break either.
 */

const PLAIN = 'acdeginosuyACEINOSU'
const ACCENTED = 'åçðéĝîñöšûýÅÇÉÎÑÖŠÛ'
const VOWELS = /[aeiou]/

/** Accented, every third vowel twice (about as much longer as German or Spanish), and turned. */
export const pseudoText = (text: string): string => {
  let vowelCount = 0
  const longer = text.replace(/[A-Za-z]/g, (letter) => {
    const at = PLAIN.indexOf(letter)
    const accented = at < 0 ? letter : ACCENTED.charAt(at)
    if (!VOWELS.test(letter)) return accented
    vowelCount += 1
    return vowelCount % 3 === 1 ? accented + accented : accented
  })
  return `\u202e${longer}\u202c`
}
