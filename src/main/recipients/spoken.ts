/** @file A key as it is read aloud: eight words, the same on both sides of a phone. */
import { createHash } from 'node:crypto'
// The list of BIP 39: 2,048 English words of which no two begin with the same four letters. It never changes, else two people
// would read each other different words for one key; a test holds it to a sum.
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { SPOKEN_WORDS } from '../../contract/recipients'

/** Each word stands for so many bits: the list has 2,048. */
const WORD_BITS = 11n

/** What stands before the key in what is hashed: the words of a key are of nothing else. */
const CONTEXT = 'holdspace-key-words-1\n'

/**
 * The words of a public key: the first 88 bits of a SHA-256 over it. Whoever wants another key with the same words
 * would have to try some 2^88 of them.
 *
 * @param key - `age1…`.
 */
export const spokenWordsOf = (key: string): string[] => {
  const bits = BigInt(`0x${createHash('sha256').update(CONTEXT).update(key).digest('hex')}`)
  return Array.from({ length: SPOKEN_WORDS }, (_, index) => {
    const number = (bits >> (256n - WORD_BITS * BigInt(index + 1))) & ((1n << WORD_BITS) - 1n)
    return wordlist[Number(number)] ?? ''
  })
}
