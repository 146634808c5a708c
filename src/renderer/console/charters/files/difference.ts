/** @file What two versions of a charter differ in, part by part, in their own words. Pure. */
import type { SettingName } from '../../../../contract/charter-settings'
import type { CharterPack } from '../../../../contract/charters'

/** Parts of a charter that hold things with words; each has its name under `parts`. */
export const wordedParts = [
  'clauses',
  'values',
  'joiningWords',
  'before',
  'openingScript',
  'hold',
  'close',
  'ladder',
  'reasons',
  'afterRemoval',
  'crisisCards',
  'conductCards',
  'groupClosing',
  'cannedMessages',
  'messageKits',
  'onCancel',
  'cancelReasons',
  'contacts',
  'debriefPrompts',
  'reportTriggers',
  'reportAdvice',
  'handOff',
  'afterRemovalLine',
  'about',
] as const
export type WordedPart = (typeof wordedParts)[number]

/** One difference. Words are null where there was or is nothing; equal where only how it acts or is sourced changed. */
export type Difference =
  | { kind: 'words'; part: WordedPart; before: string | null; after: string | null }
  | { kind: 'setting'; name: SettingName; before: CharterPack['settings']; after: CharterPack['settings'] }

interface Thing {
  id: string
  words: string
  /** All of it, to see whether anything at all changed. */
  whole: string
}

/** Fields whose texts are the words of a thing, in the order of reading. */
const worded = [
  'reference',
  'title',
  'label',
  'section',
  'text',
  'meaning',
  'turnTo',
  'say',
  'message',
  'messageOnceSafe',
  'sayToOne',
  'options',
  'answer',
  'charterSays',
  'lawNote',
  'cite',
  'otherwise',
] as const

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return worded.flatMap((field) => wordsIn(Reflect.get(value, field)))
}

const thing = (id: string, value: unknown): Thing => ({
  id,
  words: wordsIn(value).join(' '),
  whole: JSON.stringify(value),
})
const things = (list: readonly { id: string }[]): Thing[] => list.map((one) => thing(one.id, one))

const thingsOf = (pack: CharterPack, part: WordedPart): Thing[] => {
  switch (part) {
    case 'before':
    case 'hold':
    case 'close':
      return things(pack.checklists[part])
    case 'ladder':
      return pack.settings.ladder.value.map((rung) => thing(rung.kind, rung))
    case 'handOff':
      return pack.handOff === undefined ? [] : [thing(part, pack.handOff)]
    case 'groupClosing':
    case 'reportAdvice':
    case 'afterRemovalLine':
    case 'about':
      return [thing(part, pack[part])]
    default:
      return things(pack[part])
  }
}

const ofPart = (part: WordedPart, before: readonly Thing[], after: readonly Thing[]): Difference[] => {
  const was = new Map(before.map((one) => [one.id, one]))
  const is = new Map(after.map((one) => [one.id, one]))
  return [
    ...after.flatMap((one): Difference[] => {
      const old = was.get(one.id)
      if (old?.whole === one.whole) return []
      return [{ kind: 'words', part, before: old?.words ?? null, after: one.words }]
    }),
    ...before.flatMap((one): Difference[] =>
      is.has(one.id) ? [] : [{ kind: 'words', part, before: one.words, after: null }],
    ),
  ]
}

/** A setting as it is compared: the words of the steps before removal stand among the parts. */
const settingOf = ({ settings }: CharterPack, name: SettingName): unknown =>
  name === 'ladder'
    ? { ...settings.ladder, value: settings.ladder.value.map(({ kind }) => kind) }
    : settings[name]

/** Every difference: settings first, then what is new or changed and what is gone, part by part. */
export const differencesOf = (before: CharterPack, after: CharterPack): readonly Difference[] => {
  const names = Object.keys(after.settings) as SettingName[]
  const settings = names.flatMap((name): Difference[] => {
    const isSame = JSON.stringify(settingOf(after, name)) === JSON.stringify(settingOf(before, name))
    return isSame ? [] : [{ kind: 'setting', name, before: before.settings, after: after.settings }]
  })
  return [
    ...settings,
    ...wordedParts.flatMap((part) => ofPart(part, thingsOf(before, part), thingsOf(after, part))),
  ]
}
