/** @file The parts of the composer, in the order in which one writes: each with the fields of the charter that it has. */
import { CharterPack } from '../../../../contract/charters'

/** Each part's fields, as paths. A test holds them against the schema: none is missing, none is twice. */
export const composerParts = {
  about: ['name', 'organization', 'about', 'jurisdiction', 'language'],
  clauses: ['clauses', 'values'],
  invitation: ['joiningWords'],
  opening: ['openingScript'],
  lists: ['checklists.before', 'checklists.hold', 'checklists.close'],
  steps: ['settings.ladder', 'reasons', 'afterRemovalLine', 'afterRemoval'],
  cards: ['crisisCards', 'conductCards', 'groupClosing'],
  messages: ['cannedMessages', 'messageKits', 'onCancel', 'cancelReasons'],
  people: ['contacts', 'ownDuties'],
  afterwards: ['debriefPrompts', 'handOff', 'feedbackParts'],
  reports: ['reportTriggers', 'reportAdvice', 'reportCopy'],
  settings: Object.keys(CharterPack.shape.settings.shape)
    .filter((name) => name !== 'ladder')
    .map((name) => `settings.${name}`),
  changes: ['changeNotes', 'takesEffectOn'],
} as const satisfies Record<string, readonly string[]>

/** Name of a part. */
export type ComposerPart = keyof typeof composerParts

/** Pages of the composer: its parts, what it will look like, and going out. */
export const composerPages = [
  ...(Object.keys(composerParts) as ComposerPart[]),
  'preview',
  'publish',
] as const
export type ComposerPageName = (typeof composerPages)[number]

/** What of a charter nobody types: made when a draft is published. */
export const madeAtPublishing: readonly string[] = ['format', 'id', 'version', 'isTextDated', 'isComplete']

/** The part in which a path is typed. */
export const partOf = (path: string): ComposerPart => {
  const parts = Object.entries(composerParts) as [ComposerPart, readonly string[]][]
  const found = parts.find(([, paths]) => paths.some((one) => path === one || path.startsWith(`${one}.`)))
  return found?.[0] ?? 'about'
}

/** Where the steps before removal stand: a list of which each kind is there once at most. */
export const LADDER_PATH = ['settings', 'ladder', 'value'].join('.')
