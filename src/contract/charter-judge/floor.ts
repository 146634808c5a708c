/** @file The floor as rules over data: what no charter pack may loosen (docs/promises.md). */
import type { z } from 'zod'
import { EXPORT_K_LEAST } from '../charter-settings'
import { type CharterPack, type ScriptTopic, textsOfCard } from '../charters'
import { type KeepingReader, keepingLanguages, keepingReader } from './keeping-words'

/** A pack below the floor: which rule, and what is wrong, in words a volunteer can pass on. */
export interface FloorBreach {
  /** `floor.recording`, `floor.stepOut`, ... */
  rule: string
  detail: string
}

/** A rule on the file as read, before its schema: a weaker value is named, not merely malformed. */
interface RawRule {
  rule: string
  setting: string
  isKept: (value: unknown) => boolean
  detail: string
}

const rawRules: readonly RawRule[] = [
  {
    rule: 'floor.recording',
    setting: 'recording',
    isKept: (value) => value === 'never',
    detail: 'A charter cannot allow recording.',
  },
  {
    rule: 'floor.attendance',
    setting: 'attendance',
    isKept: (value) => value === 'none',
    detail: 'A charter cannot ask for attendance.',
  },
  {
    rule: 'floor.retention',
    setting: 'debriefRetentionDays',
    isKept: (value) => typeof value !== 'number' || value <= 365,
    detail: 'Debriefs are kept for a year at most.',
  },
  {
    rule: 'floor.exportK',
    setting: 'exportK',
    isKept: (value) => typeof value !== 'number' || value >= EXPORT_K_LEAST,
    detail: 'A count about people below five never leaves.',
  },
]

/** A rule on a pack that has the right shape. */
interface PackRule {
  /** It reads words, of these languages only. */
  reads?: readonly string[]
  rule: string
  /** The part that the rule is about, for where nothing in it can be named more nearly. */
  part: string
  /** Places in the part that break it, where they can be named. */
  places?: (pack: CharterPack) => string[]
  isKept: (pack: CharterPack) => boolean
  detail: string
}

const covers = (topic: (typeof ScriptTopic.options)[number], detail: string): PackRule => ({
  rule: `floor.${topic}`,
  part: 'openingScript',
  isKept: (pack) => pack.openingScript.some((line) => line.topic === topic),
  detail,
})

const english = ['en']
const isEnglish = (pack: CharterPack): boolean => pack.language.startsWith('en')

/** Words of being sent away. English packs only: of other languages we know no word list that is right. */
const removalWords = /\b(remov(e|es|ed|ing|al)|kick(s|ed|ing)?|ban(s|ned|ning)?|expel(s|led|ling)?)\b/i

/** Words that promise a way to reach somebody. English packs only, as above. */
const promise = /\b(numbers?|(?:help|hot)?lines?)\b/i
/** The emergency number stands above every card, so that it may be spoken of. */
const emergencyNumber = /\bemergency numbers?\b/gi

/** Every text to be said or sent, by the thing that it stands in. */
const saidTexts = (pack: CharterPack): [path: string, texts: readonly string[]][] => [
  ...pack.crisisCards.map((card, at): [string, string[]] => [`crisisCards.${at}`, textsOfCard(card)]),
  ...pack.cannedMessages.map(({ text }, at): [string, string[]] => [`cannedMessages.${at}`, [text]]),
  ...pack.messageKits.map(({ text }, at): [string, string[]] => [`messageKits.${at}`, [text]]),
  ...pack.reasons.map(({ say }, at): [string, string[]] => [`reasons.${at}`, [say]]),
  ...pack.settings.ladder.value.map(({ say }, at): [string, string[]] => [
    `settings.ladder.value.${at}`,
    say === null ? [] : [say],
  ]),
  ...pack.conductCards.map(({ say, message }, at): [string, string[]] => [
    `conductCards.${at}`,
    [...say, message ?? []].flat(),
  ]),
  ['groupClosing', [...pack.groupClosing.say, pack.groupClosing.message, pack.groupClosing.sayToOne]],
]

/** Places with a text that promises a line and has no blank which could carry it. */
const emptyPromises = (pack: CharterPack): string[] =>
  saidTexts(pack).flatMap(([path, texts]) =>
    texts.some((text) => promise.test(text.replaceAll(emergencyNumber, '')) && !/\{\w+Lines\}/.test(text))
      ? [path]
      : [],
  )

/** Reasons of care that speak of sending somebody away. */
const sentAway = (pack: CharterPack): string[] =>
  pack.reasons.flatMap((reason, at) =>
    reason.kind === 'safety' && removalWords.test(`${reason.label} ${reason.say}`) ? [`reasons.${at}`] : [],
  )

/** What the lines of a topic say together. */
const saidOf = (pack: CharterPack, topic: z.infer<typeof ScriptTopic>): string =>
  pack.openingScript
    .filter((line) => line.topic === topic)
    .map(({ text }) => text)
    .join(' ')

/** The lines of a list that promise more than anybody keeps, said one after the other. */
const tooMuchIn = (reader: KeepingReader, part: string, texts: readonly string[], around: string): string[] =>
  texts.flatMap((text, at) => (reader.promisesTooMuch(text, around) ? [`${part}.${at}`] : []))

/** Places whose words promise secrecy without its limit, or what nobody could keep. */
const promisedTooMuch = (pack: CharterPack): string[] => {
  const reader = keepingReader(pack.language)
  if (reader === null) return []
  const list = (part: string, texts: readonly string[]) => tooMuchIn(reader, part, texts, texts.join(' '))
  return [
    ...list(
      'joiningWords',
      pack.joiningWords.map(({ text }) => text),
    ),
    ...list(
      'openingScript',
      pack.openingScript.map(({ text }) => text),
    ),
    ...list(
      'checklists.close',
      pack.checklists.close.map(({ text }) => text),
    ),
    ...saidTexts(pack).flatMap(([path, texts]) =>
      texts.some((text) => reader.promisesTooMuch(text, text)) ? [path] : [],
    ),
  ]
}

const packRules: readonly PackRule[] = [
  covers('whatIsKept', 'The opening script must say what is kept.'),
  covers('notRecordedByUs', 'The opening script must say that nothing is recorded by us.'),
  covers('stepOut', 'The opening script must say how to step out.'),
  covers('reachUsAfter', 'The opening script must say how to reach us after leaving.'),
  covers('lineDrops', "The opening script must say what happens if the facilitator's line drops."),
  {
    rule: 'floor.whatIsKeptWords',
    part: 'openingScript',
    reads: keepingLanguages,
    isKept: (pack) => keepingReader(pack.language)?.keepsOnlyOurs(saidOf(pack, 'whatIsKept')) ?? true,
    detail: 'What is kept must be said as it is: no list, no notes and nothing about anybody of the group.',
  },
  {
    rule: 'floor.notRecordedWords',
    part: 'openingScript',
    reads: keepingLanguages,
    isKept: (pack) => keepingReader(pack.language)?.saysNoRecording(saidOf(pack, 'notRecordedByUs')) ?? true,
    detail: 'The line about recording must say that we do not record.',
  },
  {
    rule: 'floor.promisesTooMuch',
    part: 'openingScript',
    reads: keepingLanguages,
    places: promisedTooMuch,
    isKept: (pack) => promisedTooMuch(pack).length === 0,
    detail:
      'Nobody may be promised secrecy without its limit, or what nobody can keep, such as that nobody could record.',
  },
  {
    rule: 'floor.firstLine',
    part: 'crisisCards',
    isKept: (pack) => pack.crisisCards[0]?.id === 'first-line',
    detail: 'The first crisis card must be the one with the id first-line.',
  },
  {
    rule: 'floor.lifeAtStake',
    part: 'crisisCards',
    isKept: (pack) => pack.crisisCards[0]?.isLifeAtStake === true,
    detail: 'The first crisis card must be about a life at stake, so that its steps lead.',
  },
  {
    rule: 'floor.firstLineWords',
    part: 'crisisCards',
    reads: english,
    // The same in every pack (docs/promises.md): stay, "are you safe this minute, where are you?".
    isKept: (pack) => {
      // Words with a blank may be left out; these must always be said.
      const said = pack.crisisCards[0]?.say.filter((words) => typeof words === 'string').join(' ') ?? ''
      return !isEnglish(pack) || (/\bsafe\b/i.test(said) && /\bwhere\b/i.test(said))
    },
    detail: 'The first crisis card must ask whether the person is safe this minute and where they are.',
  },
  {
    rule: 'floor.promisedLines',
    part: 'crisisCards',
    reads: english,
    places: emptyPromises,
    isKept: (pack) => !isEnglish(pack) || emptyPromises(pack).length === 0,
    detail: 'Words that promise a number or a line must have the blank for it, or promise nothing.',
  },
  {
    rule: 'floor.safetyReasons',
    part: 'reasons',
    isKept: (pack) => pack.reasons.some((reason) => reason.kind === 'safety'),
    detail: 'There must be a reason of the kind safety.',
  },
  {
    rule: 'floor.safetyNeverRemoves',
    part: 'reasons',
    reads: english,
    places: sentAway,
    isKept: (pack) => !isEnglish(pack) || sentAway(pack).length === 0,
    detail: 'A reason of the kind safety must not speak of removing anybody.',
  },
]

const settingValue = (raw: unknown, setting: string): unknown => {
  const field = (from: unknown, key: string): unknown =>
    typeof from === 'object' && from !== null && Object.hasOwn(from, key) ? Reflect.get(from, key) : undefined
  return field(field(field(raw, 'settings'), setting), 'value')
}

/**
 * Checks the settings whose weaker values the schema does not even know, on the file as read.
 *
 * @param raw - the parsed JSON, of any shape. A setting that is missing is the schema's to refuse.
 */
export const rawFloorBreach = (raw: unknown): FloorBreach | null => {
  const broken = rawRules.find((rule) => {
    const value = settingValue(raw, rule.setting)
    return value !== undefined && !rule.isKept(value)
  })
  return broken ? { rule: broken.rule, detail: broken.detail } : null
}

/** A rule that a pack breaks, and the places in it where that is seen. */
export interface PlacedBreach extends FloorBreach {
  /** Paths in the pack; never empty. */
  places: readonly string[]
}

/** Every rule that a pack breaks, in their order. Texts may be of any length, so that a draft can be judged too. */
export const floorBreaches = (pack: CharterPack): PlacedBreach[] =>
  packRules.flatMap(({ rule, part, places, isKept, detail }) => {
    if (isKept(pack)) return []
    const named = places?.(pack) ?? []
    return [{ rule, detail, places: named.length > 0 ? named : [part] }]
  })

/**
 * Checks what needs the pack whole. Returns the first rule broken, or null.
 *
 * @param isTaken - it was judged when it was taken in. Rules that read words are guesses, and grow: what a newer app would
 * word otherwise takes no group's charter away.
 */
export const floorBreach = (pack: CharterPack, isTaken: boolean): FloorBreach | null => {
  const broken = packRules.find((rule) => !(isTaken && rule.reads !== undefined) && !rule.isKept(pack))
  return broken ? { rule: broken.rule, detail: broken.detail } : null
}

/** Names of all rules on a pack of the right shape: each has its words on the screen. */
export const floorRules: readonly string[] = packRules.map(({ rule }) => rule)

/** Rules that read words and cannot read those of this pack's language: for somebody who can to look at. */
export const rulesNotRead = (pack: CharterPack): string[] =>
  packRules.flatMap(({ rule, reads }) =>
    reads === undefined || reads.some((language) => pack.language.split('-')[0] === language) ? [] : [rule],
  )
