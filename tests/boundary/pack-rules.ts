/** @file What a pack that ships keeps beyond the loader's rules, each answering with what breaks it. */
import type { CharterPack } from '../../src/contract/charters'

const placeholder = /\{[^{}]*\}?/g
/** What the console fills in, and only in the opening script. */
const filled = ['{displayName}', '{groupName}', '{contact}']

/** Placeholders that nobody would fill in: unknown ones, and any outside the opening script. */
export const unfilledPlaceholders = (pack: CharterPack): string[] => {
  const unknown = pack.openingScript.flatMap((line) =>
    (line.text.match(placeholder) ?? []).filter((found) => !filled.includes(found)),
  )
  const elsewhere = [
    pack.afterRemovalLine,
    ...pack.joiningWords.map(({ text }) => text),
    ...pack.reasons.map(({ say }) => say),
    ...pack.crisisCards.flatMap((card) => [...card.say, card.message ?? '']),
    ...pack.cannedMessages.map(({ text }) => text),
  ].flatMap((text) => text.match(placeholder) ?? [])
  return [...unknown, ...elsewhere]
}

/** Cards that hold a number: it comes from the region's resources, or it would outlive its check. */
export const numberedCards = (pack: CharterPack): string[] =>
  pack.crisisCards
    .filter((card) => [...card.say, card.message ?? ''].some((said) => /\d/.test(said)))
    .map((card) => card.id)

/** What a pack's opening words leave unsaid, or say without the means. */
export const openPromises = (pack: CharterPack): string[] => {
  const saysHow = pack.openingScript.some(
    (line) => line.topic === 'reachUsAfter' && line.text.includes('{contact}'),
  )
  const keepsPrivate = pack.openingScript.some((line) => line.topic === 'confidentiality')
  return [...(saysHow ? [] : ['reachUsAfter']), ...(keepsPrivate ? [] : ['confidentiality'])]
}
