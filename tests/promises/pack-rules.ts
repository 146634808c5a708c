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

/** Words to one person about what they shared, that promise it stays, without the limit that the opening words have. */
export const limitlessPromises = (pack: CharterPack): string[] =>
  [
    ...pack.crisisCards.flatMap(textsOfCard),
    ...pack.conductCards.flatMap(textsOfConductCard),
    ...pack.cannedMessages.map(({ text }) => text),
  ].filter(
    (text) =>
      /\b(stays|remains|kept) (here|in (this|the) group|(among|between) us)\b|\bconfidential\b/i.test(text) &&
      !/\blimits?\b/i.test(text),
  )

/** Every text that is said or sent to people, by where it stands. */
const wordsToPeople = (pack: CharterPack): { where: string; text: string }[] => [
  ...pack.joiningWords.map(({ id, text }) => ({ where: `joiningWords.${id}`, text })),
  ...pack.openingScript.map(({ id, text }) => ({ where: `openingScript.${id}`, text })),
  ...pack.cannedMessages.map(({ id, text }) => ({ where: `cannedMessages.${id}`, text })),
  ...pack.messageKits.map(({ id, text }) => ({ where: `messageKits.${id}`, text })),
  ...pack.reasons.map(({ id, say }) => ({ where: `reasons.${id}`, text: say })),
  ...pack.settings.ladder.value.flatMap(({ kind, say }) =>
    say === null ? [] : [{ where: `ladder.${kind}`, text: say }],
  ),
  ...pack.crisisCards.flatMap((card) =>
    textsOfCard(card).map((text) => ({ where: `crisisCards.${card.id}`, text })),
  ),
  ...pack.conductCards.flatMap((card) =>
    textsOfConductCard(card).map((text) => ({ where: `conductCards.${card.id}`, text })),
  ),
  ...[...pack.groupClosing.say, pack.groupClosing.message, pack.groupClosing.sayToOne].map((text) => ({
    where: 'groupClosing',
    text,
  })),
  { where: 'afterRemovalLine', text: pack.afterRemovalLine },
]

/** A promise in words, and where the console or the facilitator can keep it. */
interface Promised {
  promise: RegExp
  isKept: (pack: CharterPack, where: string) => boolean
}

const cardOf = (pack: CharterPack, where: string) =>
  pack.crisisCards.find(({ id }) => where === `crisisCards.${id}`)
/** Somebody of the organization can be told: the charter has such a role, or names none and the one on call is noted. */
const hasSomebody = (pack: CharterPack) =>
  pack.contacts.length === 0 || pack.contacts.some(({ role }) => role !== 'platform')

const promised: readonly Promised[] = [
  { promise: /\b(telling|tell) (my|our) organi[sz]ation/i, isKept: hasSomebody },
  { promise: /\b(my|our) lead\b/i, isKept: (pack) => pack.contacts.some(({ role }) => role === 'lead') },
  {
    promise: /\b(my|our) (clinical )?supervisor/i,
    isKept: (pack) => pack.contacts.some(({ role }) => role === 'supervisor'),
  },
  {
    promise: /\bleads on safeguarding|safeguarding policy/i,
    isKept: (pack) => pack.contacts.some(({ role }) => role === 'safeguarding'),
  },
  { promise: /\bstaff\b/i, isKept: (pack) => pack.contacts.some(({ role }) => role === 'staff') },
  // Nobody here speaks for others: what an organization does for a person is its own to promise.
  {
    promise: /\b(organi[sz]ation|member of staff|staff|team|platform) (will|is there|are there)\b/i,
    isKept: () => false,
  },
  // The console has no telephone numbers, no addresses and no second room.
  {
    promise:
      /\bI(?:'ll| will)? (phone|ring|text|e-?mail|visit) you\b|\bwe will (phone|ring|text|e-?mail) you\b/i,
    isKept: () => false,
  },
  { promise: /\b(break-?out|separate room|another room|room for two)\b/i, isKept: () => false },
  {
    promise: /\bspeak (with you )?(in private|for a moment, just the two of us)|\btwo of us speak\b/i,
    isKept: () => false,
  },
  // A list that the console has no field for is no list.
  { promise: /\bknow (that )?you (have come|came|were here)\b/i, isKept: () => false },
  {
    promise: /\b(send|write) (it|them) to you in private\b/i,
    isKept: (pack, where) => {
      const card = cardOf(pack, where)
      return (
        card !== undefined &&
        [card.message ?? [], card.messageOnceSafe ?? []].flat().some((said) => typeof said !== 'string')
      )
    },
  },
  {
    promise: /\bI will find out who they are\b/i,
    isKept: (pack, where) => cardOf(pack, where)?.leadsToReport === true,
  },
  // What is said before a step is taken does not say that another was: reasons go with the mildest one.
  {
    promise: /\bI am (taking you out|asking you to leave)\b/i,
    isKept: (_, where) => where === 'ladder.remove',
  },
  // Nobody hears from us about those who sit beside them.
  { promise: /\bsome (people )?(here|of us) (are|have)\b/i, isKept: () => false },
]

/** Words that promise what neither the console nor the charter's own people can keep, by where they stand. */
export const unkeptPromises = (pack: CharterPack): string[] =>
  wordsToPeople(pack).flatMap(({ where, text }) =>
    promised.some(({ promise, isKept }) => promise.test(text) && !isKept(pack, where))
      ? [`${where}: ${text}`]
      : [],
  )

/** Answers after which there is nothing more to show. Any other leads to somebody, or to a line. */
const restful: ReadonlySet<string> = new Set([
  'Settled',
  'Stirred up',
  'Drained',
  'Numb',
  'Light',
  'A bit of everything',
  'Nothing, I can start',
  'A short break',
  'To stop here for today',
  'No',
  'A little',
  'Yes',
  'Mostly',
  'I would rather not say',
  'I do not need one',
  'Good',
  'Strained',
  'I gave more time than I wanted',
  'I came close',
  'Yes, once',
  'I held back',
  'I took too much room',
  'It was not needed',
  'Too late',
  'I did not dare to',
  'I came close to its edge',
  'Not always',
  'I did not say it',
  'Another facilitator',
  'Another volunteer',
  'A friend or family',
  'Professional support',
])

/** Answers of the debrief that ask for somebody and lead nowhere, by prompt. Which value one leans on asks for nobody. */
export const deadEnds = (pack: CharterPack): string[] =>
  pack.debriefPrompts.flatMap(({ id, answer }) =>
    answer.kind === 'text' || id === 'peer-value'
      ? []
      : answer.options
          .filter((option) => !restful.has(option) && !answer.leadsTo?.some((led) => led.option === option))
          .map((option) => `${id}: ${option}`),
  )

/** What a pack's opening words leave unsaid, or say without the means. */
export const openPromises = (pack: CharterPack): string[] => {
  const saysHow = pack.openingScript.some(
    (line) => line.topic === 'reachUsAfter' && line.text.includes('{contact}'),
  )
  const keepsPrivate = pack.openingScript.some((line) => line.topic === 'confidentiality')
  return [...(saysHow ? [] : ['reachUsAfter']), ...(keepsPrivate ? [] : ['confidentiality'])]
}
