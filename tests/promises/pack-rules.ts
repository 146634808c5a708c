/** @file What a pack that ships keeps beyond the loader's rules, each answering with what breaks it. */
import { ClosingBlank } from '../../src/contract/charter-conduct'
import { type CharterPack, LineBlank, ScriptBlank, textsOfCard } from '../../src/contract/charters'

const placeholder = /\{[^{}]*\}?/g
const inBraces = (blanks: readonly string[]) => blanks.map((blank) => `{${blank}}`)
/** Placeholders of a text besides these. */
const besides = (text: string, blanks: readonly string[]): string[] =>
  (text.match(placeholder) ?? []).filter((found) => !inBraces(blanks).includes(found))

/** Placeholders that nobody would fill in: unknown ones, and any outside the opening script and the cards. */
export const unfilledPlaceholders = (pack: CharterPack): string[] => {
  const unknown = [
    ...pack.openingScript.flatMap(({ text }) => besides(text, ScriptBlank.options)),
    ...pack.crisisCards.flatMap(textsOfCard).flatMap((text) => besides(text, LineBlank.options)),
  ]
  const elsewhere = [
    pack.afterRemovalLine,
    ...pack.joiningWords.map(({ text }) => text),
    ...pack.reasons.map(({ say }) => say),
    ...pack.cannedMessages.map(({ text }) => text),
    ...pack.settings.ladder.value.flatMap(({ say }) => say ?? []),
    ...pack.conductCards.flatMap(textsOfConductCard),
    pack.groupClosing.sayToOne,
  ].flatMap((text) => text.match(placeholder) ?? [])
  const closing = [...pack.groupClosing.say, pack.groupClosing.message].flatMap((text) =>
    besides(text, ClosingBlank.options),
  )
  return [...unknown, ...elsewhere, ...closing]
}

const textsOfConductCard = ({ say, message }: CharterPack['conductCards'][number]): string[] => [
  ...say,
  ...(message === null ? [] : [message]),
]

/** Cards that hold a number: it comes from the region's resources, or it would outlive its check. */
export const numberedCards = (pack: CharterPack): string[] =>
  [
    ...pack.crisisCards.map((card) => ({ id: card.id, texts: textsOfCard(card) })),
    ...pack.conductCards.map((card) => ({ id: card.id, texts: textsOfConductCard(card) })),
  ].flatMap(({ id, texts }) => (texts.some((said) => /\d/.test(said)) ? [id] : []))

/** What a pack's opening words leave unsaid, or say without the means. */
export const openPromises = (pack: CharterPack): string[] => {
  const saysHow = pack.openingScript.some(
    (line) => line.topic === 'reachUsAfter' && line.text.includes('{contact}'),
  )
  const keepsPrivate = pack.openingScript.some((line) => line.topic === 'confidentiality')
  return [...(saysHow ? [] : ['reachUsAfter']), ...(keepsPrivate ? [] : ['confidentiality'])]
}
