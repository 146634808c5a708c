/** @file What two versions of a charter differ in, part by part, in their own words. Pure. */
import type { SettingName } from '../../../../contract/charter-settings'
import type { CharterPack } from '../../../../contract/charters'

/** Parts that are told in another way, or not at all: what a file is by, and what stands for itself below. */
type Aside =
  | 'format'
  | 'id'
  | 'version'
  | 'isComplete'
  | 'settings'
  | 'checklists'
  | 'reportCopy'
  // What a version says of itself stands above the differences.
  | 'takesEffectOn'
  | 'changeNotes'
/** A part of a charter that holds things with words; each has its name under `parts`. */
export type WordedPart = Exclude<keyof CharterPack, Aside> | keyof CharterPack['checklists'] | 'ladder'
/** A part that says whether something may be done; left out of a charter, it may. */
export type PermissionPart = 'handOff' | 'reportCopy'

/** One difference. Words are null where there was or is nothing; equal where only how it acts or is sourced changed. */
export type Difference =
  | { kind: 'words'; part: WordedPart; before: string | null; after: string | null }
  | { kind: 'setting'; name: SettingName; before: CharterPack['settings']; after: CharterPack['settings'] }
  /** Null: the charter says nothing of it. */
  | { kind: 'permission'; part: PermissionPart; before: boolean | null; after: boolean | null }
  /** The same things, in another order. */
  | { kind: 'order'; part: WordedPart }

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

const one = (id: WordedPart, value: unknown): Thing[] => [thing(id, value)]

/** The things of each part, in the order in which the parts are told. */
const thingsOf: { readonly [P in WordedPart]: (pack: CharterPack) => Thing[] } = {
  name: ({ name }) => one('name', name),
  organization: ({ organization }) => one('organization', organization),
  about: ({ about }) => one('about', about),
  jurisdiction: ({ jurisdiction }) => one('jurisdiction', jurisdiction),
  language: ({ language }) => one('language', language),
  isTextDated: ({ isTextDated }) => one('isTextDated', isTextDated),
  clauses: ({ clauses }) => things(clauses),
  values: ({ values }) => things(values),
  joiningWords: ({ joiningWords }) => things(joiningWords),
  before: ({ checklists }) => things(checklists.before),
  openingScript: ({ openingScript }) => things(openingScript),
  hold: ({ checklists }) => things(checklists.hold),
  close: ({ checklists }) => things(checklists.close),
  ladder: ({ settings }) => settings.ladder.value.map((rung) => thing(rung.kind, rung)),
  reasons: ({ reasons }) => things(reasons),
  afterRemoval: ({ afterRemoval }) => things(afterRemoval),
  afterRemovalLine: ({ afterRemovalLine }) => one('afterRemovalLine', afterRemovalLine),
  crisisCards: ({ crisisCards }) => things(crisisCards),
  conductCards: ({ conductCards }) => things(conductCards),
  groupClosing: ({ groupClosing }) => one('groupClosing', groupClosing),
  cannedMessages: ({ cannedMessages }) => things(cannedMessages),
  messageKits: ({ messageKits }) => things(messageKits),
  onCancel: ({ onCancel }) => things(onCancel),
  cancelReasons: ({ cancelReasons }) => things(cancelReasons),
  contacts: ({ contacts }) => things(contacts),
  ownDuties: ({ ownDuties }) => things(ownDuties ?? []),
  feedbackParts: ({ feedbackParts }) => things(feedbackParts ?? []),
  debriefPrompts: ({ debriefPrompts }) => things(debriefPrompts),
  reportTriggers: ({ reportTriggers }) => things(reportTriggers),
  reportAdvice: ({ reportAdvice }) => one('reportAdvice', reportAdvice),
  handOff: ({ handOff }) =>
    handOff === undefined ? [] : one('handOff', { text: handOff.text, source: handOff.source }),
}
const parts = Object.keys(thingsOf) as WordedPart[]

const ofPart = (part: WordedPart, before: readonly Thing[], after: readonly Thing[]): Difference[] => {
  const was = new Map(before.map((one) => [one.id, one]))
  const is = new Map(after.map((one) => [one.id, one]))
  const stayed = (list: readonly Thing[], other: ReadonlyMap<string, Thing>) =>
    list.flatMap(({ id }) => (other.has(id) ? [id] : [])).join()
  return [
    ...after.flatMap((one): Difference[] => {
      const old = was.get(one.id)
      if (old?.whole === one.whole) return []
      return [{ kind: 'words', part, before: old?.words ?? null, after: one.words }]
    }),
    ...before.flatMap((one): Difference[] =>
      is.has(one.id) ? [] : [{ kind: 'words', part, before: one.words, after: null }],
    ),
    ...(stayed(before, is) === stayed(after, was) ? [] : [{ kind: 'order' as const, part }]),
  ]
}

/** A setting as it is compared: the words of the steps before removal stand among the parts. */
const settingOf = ({ settings }: CharterPack, name: SettingName): unknown =>
  name === 'ladder'
    ? { ...settings.ladder, value: settings.ladder.value.map(({ kind }) => kind) }
    : settings[name]

const handing = ({ handOff }: CharterPack) => handOff?.isAllowed ?? null
const copy = ({ reportCopy }: CharterPack) => reportCopy?.mayBeShredded ?? null

/** What may be done. The words about handing on stand among the parts; the copy of a report has none. */
const permissions = (before: CharterPack, after: CharterPack): Difference[] => [
  ...(handing(before) === handing(after)
    ? []
    : [
        {
          kind: 'permission' as const,
          part: 'handOff' as const,
          before: handing(before),
          after: handing(after),
        },
      ]),
  ...(JSON.stringify(before.reportCopy) === JSON.stringify(after.reportCopy)
    ? []
    : [
        {
          kind: 'permission' as const,
          part: 'reportCopy' as const,
          before: copy(before),
          after: copy(after),
        },
      ]),
]

/** Every difference: settings and what may be done first, then what is new, changed, gone or moved, part by part. */
export const differencesOf = (before: CharterPack, after: CharterPack): readonly Difference[] => {
  const names = Object.keys(after.settings) as SettingName[]
  const settings = names.flatMap((name): Difference[] => {
    const isSame = JSON.stringify(settingOf(after, name)) === JSON.stringify(settingOf(before, name))
    return isSame ? [] : [{ kind: 'setting', name, before: before.settings, after: after.settings }]
  })
  return [
    ...settings,
    ...permissions(before, after),
    ...parts.flatMap((part) => ofPart(part, thingsOf[part](before), thingsOf[part](after))),
  ]
}
