/** @file Search folding: what a person finds by typing it plainly. NFKC, case, accents, undecomposed letters. */
import { decoration, undecomposed, unseen } from './letters'

/**
 * A text as it is compared in a search: compatibility forms (NFKC), case and accents do not tell words apart,
 * nor do letters that are commonly typed as others (ss for a sharp s, i for a dotless one). Letters of other
 * scripts that only look alike stay apart: who types them means them.
 */
export const foldSearch = (text: string): string => {
  const bare = text.normalize('NFKD').replace(decoration, '').replace(unseen, '').toLowerCase()
  let folded = ''
  for (const letter of bare.normalize('NFKD').replace(decoration, ''))
    folded += letter === 'ς' ? 'σ' : (undecomposed.get(letter) ?? letter)
  return folded.normalize('NFC')
}

/**
 * Ways in which a folded word may be written in a text, for an index that folds case and accents but not all
 * of what `foldSearch` does. The word itself first, none twice.
 *
 * @param folded - by `foldSearch`.
 */
export const searchSpellings = (folded: string): string[] => [
  ...new Set([folded, ...[...undecomposed].map(([letter, plain]) => folded.replaceAll(plain, letter))]),
]
