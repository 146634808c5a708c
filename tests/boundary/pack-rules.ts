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
    ...pack.ladder.map(({ say }) => say),
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

/** Promises of the floor that a pack states and leaves open to change, or says without the means. */
export const openPromises = (pack: CharterPack): string[] => {
  const { recording, attendance } = pack.settings
  const saysHow = pack.openingScript.some(
    (line) => line.topic === 'reachUsAfter' && line.text.includes('{contact}'),
  )
  const keepsPrivate = pack.openingScript.some((line) => line.topic === 'confidentiality')
  return [
    ...(recording.isLocked ? [] : ['recording']),
    ...(attendance.isLocked ? [] : ['attendance']),
    ...(saysHow ? [] : ['reachUsAfter']),
    ...(keepsPrivate || pack.settings.confidentialityScript.value === 'recommended'
      ? []
      : ['confidentiality']),
  ]
}
