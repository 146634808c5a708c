/** @file What the identifier linter can find in a text, and how findings that overlap are settled. */

/** Kinds of identifier, in the order in which equal places are settled. */
export const FINDING_KINDS = [
  'roomName',
  'email',
  'url',
  'handle',
  'dateOfBirth',
  'ageOver89',
  'address',
  'phone',
  'idNumber',
  'exactDate',
  'age',
  'properName',
] as const
/** One kind. Only a `roomName` can stop a save; the others ask. */
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Why a word is taken for a name of the room though it is not written like one. */
export type Likeness = 'misspelt' | 'shortForm' | 'initials' | 'otherScript' | 'ordinaryWord'

/** A place in a text. `start` and `end` are UTF-16 offsets, `end` exclusive, never inside a code point. */
export interface Finding {
  kind: FindingKind
  start: number
  end: number
  /** `blocks`: reword it before the text can be kept. `warns`: reword it, or keep it on purpose. */
  severity: 'blocks' | 'warns'
  /** For a room name that only warns: what makes it likely. */
  likeness?: Likeness
}

/** A place without its kind. */
export type Span = Pick<Finding, 'start' | 'end'>

/** How hard a kind is. Room names as they are known block; a likeness or a shape is a guess and warns. */
export const severityOf = (kind: FindingKind): Finding['severity'] =>
  kind === 'roomName' ? 'blocks' : 'warns'

const rank = new Map<FindingKind, number>(FINDING_KINDS.map((kind, at) => [kind, at]))
const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end
/** Names that block, likenesses and shapes are three questions: an answer to one is none to another. */
const question = ({ kind, severity }: Finding) => (kind === 'roomName' ? severity : 'shape')

/**
 * Settles overlaps: a finding goes only where it lies within another of its own sort (names that block, likenesses,
 * shapes), whose rewording takes it along. Of equal places the one first in `FINDING_KINDS` stays. Whatever blocks or
 * warns about a sign of the text still does.
 *
 * @returns findings by their place in the text.
 */
export const settleOverlaps = (findings: readonly Finding[]): Finding[] => {
  const byWeight = [...findings].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0),
  )
  const kept = new Map<string, Finding[]>()
  for (const finding of byWeight) {
    const rivals = kept.get(question(finding)) ?? []
    if (!rivals.some((rival) => isWithin(finding, rival))) kept.set(question(finding), [...rivals, finding])
  }
  return [...kept.values()].flat().sort((a, b) => a.start - b.start || a.end - b.end)
}
