/**
 * @file A passphrase as the vault takes it, whatever keyboard it was typed on and wherever it was copied from: RFC 8265,
 * OpaqueString, and what people do not see: spaces too many, the shape of quotation marks and dashes, unseen marks.
 */
import { unseen } from './letters'

/** Every space that is not the plain one (RFC 8265 section 4.2.2: mapped to U+0020). */
const otherSpaces = /(?! )\p{Zs}/gu
/** Quotation marks and dashes that phones and word processors put in place of the plain ones. */
const single = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a]/gu
const double = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu

/**
 * The OpaqueString of RFC 8265: other spaces become a plain one, then NFC. Case and width stay: they are part
 * of the secret. Characters that the profile disallows are left in, for vaults that were made with them.
 */
export const opaquePassphrase = (typed: string): string => typed.replace(otherSpaces, ' ').normalize('NFC')

/** Marks that come along when something is copied, and that no letter needs; joiners are not among them. */
const copied = /[\u00ad\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]|\ufe0e|\ufe0f/gu

/** What a passphrase was taken as before unseen marks were left out. */
const canonicalBefore = (typed: string): string =>
  opaquePassphrase(typed)
    .replace(single, "'")
    .replace(double, '"')
    .replace(dashes, '-')
    .replace(/\.{3}|\u2026/gu, '...')
    .trim()

/** Signs that other keyboards have for the same: accents beside a letter, wide and Hebrew ones, a bullet of a dash. */
const otherSingle = /[\u0060\u00b4\u05f3\uff07]/gu
const otherDouble = /[\u05f4\u301d-\u301f\uff02]/gu
const otherDashes = /[\u05be\u2043]/gu

/** What a passphrase was taken as before two hyphens were one dash, as word processors write them. */
const canonicalWithRuns = (typed: string): string =>
  canonicalBefore(typed.replace(copied, '').replace(/\s+/gu, ' '))

/**
 * What a new passphrase is taken as: an OpaqueString with one space between words and none at its ends, with plain quotes
 * and dashes, a run of dashes being one, without marks that nobody sees.
 */
export const canonicalPassphrase = (typed: string): string =>
  canonicalWithRuns(typed)
    .replace(otherSingle, "'")
    .replace(otherDouble, '"')
    .replace(otherDashes, '-')
    .replace(/-{2,}/gu, '-')

/**
 * What may have been meant by what was typed, most likely first, none twice: the form of new vaults; then, for vaults
 * made before it, the forms of theirs.
 *
 * @returns one to five spellings.
 */
export const passphraseSpellings = (typed: string): string[] => [
  ...new Set([
    canonicalPassphrase(typed),
    canonicalWithRuns(typed),
    canonicalBefore(typed),
    opaquePassphrase(typed),
    typed.normalize('NFC'),
  ]),
]

/**
 * The length that counts, in code points: a run of spaces is one, and what nobody sees is none, so that
 * fifteen spaces are not fifteen characters (NIST SP 800-63B-4 counts code points of the normalized string).
 */
export const passphraseLength = (typed: string): number =>
  Array.from(canonicalPassphrase(typed.replace(unseen, '')).replace(/\s+/gu, ' ')).length
