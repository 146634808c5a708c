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
const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/**
 * Settles overlaps: every room name that blocks stays, and what only warns gives way to it where it
 * lies inside; of overlapping others a room name stays before a shape, then the longer one stays, of equal ones
 * the one first in `FINDING_KINDS`.
 *
 * @returns findings by their place in the text.
 */
export const settleOverlaps = (findings: readonly Finding[]): Finding[] => {
  const isShape = ({ kind }: Finding) => (kind === 'roomName' ? 0 : 1)
  const byWeight = [...findings].sort(
    (a, b) =>
      isShape(a) - isShape(b) ||
      b.end - b.start - (a.end - a.start) ||
      (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0),
  )
  const kept: Finding[] = []
  for (const finding of byWeight) {
    const rivals = kept.filter((other) => other.severity === finding.severity)
    if (!rivals.some((rival) => overlaps(rival, finding))) kept.push(finding)
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end)
}
