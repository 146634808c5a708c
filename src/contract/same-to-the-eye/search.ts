/** @file Search folding: what a person finds by typing it plainly. NFKC, case, accents, undecomposed letters. */
import { decoration, undecomposed, unseen, unspaced } from './letters'

/** What is folded already but for its case, as most texts are. */
const plain = /^\p{ASCII}*$/u
const notDecomposed = new RegExp(`[ς${[...undecomposed.keys()].join('')}]`, 'gu')

/**
 * A text as it is compared in a search: compatibility forms (NFKC), case and accents do not tell words apart,
 * nor do letters that are commonly typed as others (ss for a sharp s, i for a dotless one). Letters of other
 * scripts that only look alike stay apart: who types them means them.
 */
export const foldSearch = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(decoration, '')
        .replace(unseen, '')
        .toLowerCase()
        .normalize('NFKD')
        .replace(decoration, '')
        .replace(notDecomposed, (letter) => undecomposed.get(letter) ?? 'σ')
        .normalize('NFC')

/** Where a letter of a script without spaces meets something else that is written. */
const edges = new RegExp(`(?<=${unspaced.source})(?=\\S)|(?<=\\S)(?=${unspaced.source})`, 'gu')

/**
 * A text as an index of words holds it and is asked for it: folded, and each letter of a script without spaces a word of
 * its own, so that what begins inside is found as several in a row. What is stored by it is found by it: to change it, or
 * the folding, takes a migration that writes the stored words anew.
 */
export const searchWords = (text: string): string => foldSearch(text).replace(edges, ' ')
