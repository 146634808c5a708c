/** @file Checks that a charter pack points only at what it holds: clauses exist, no id is used twice. */
import type { Source } from '../../contract/charter-source'
import type { CharterPack } from '../../contract/charters'

/** A reference that leads nowhere, or an id used twice: the path in the file, and what is wrong. */
export interface BrokenReference {
  where: string
  detail: string
}

interface Listed {
  id: string
  source?: Source
}

/** Every list of things with ids, by its path in the file. */
const listsOf = (pack: CharterPack): [path: string, things: readonly Listed[]][] => [
  ['clauses', pack.clauses],
  ['joiningWords', pack.joiningWords],
  ['checklists.before', pack.checklists.before],
  ['checklists.hold', pack.checklists.hold],
  ['checklists.close', pack.checklists.close],
  ['openingScript', pack.openingScript],
  ['reasons', pack.reasons],
  ['crisisCards', pack.crisisCards],
  ['conductCards', pack.conductCards],
  ['cannedMessages', pack.cannedMessages],
  ['debriefPrompts', pack.debriefPrompts],
  ['reportTriggers', pack.reportTriggers],
  ['cancelReasons', pack.cancelReasons],
  ['contacts', pack.contacts],
  ['messageKits', pack.messageKits],
  ['onCancel', pack.onCancel],
  ['afterRemoval', pack.afterRemoval],
  ['ownDuties', pack.ownDuties ?? []],
  ['values', pack.values],
]

type SourceBreach = (source: Source | undefined, where: string) => BrokenReference | null

/** A red line that cites a clause the pack lacks, or a safety reason whose crisis card is not there. */
const brokenReason = (pack: CharterPack, sourceBreach: SourceBreach): BrokenReference | null => {
  for (const [place, reason] of pack.reasons.entries()) {
    if (reason.kind === 'conduct') {
      const breach = sourceBreach(reason.redLine ?? undefined, `reasons.${place}.redLine`)
      if (breach) return breach
    } else if (!pack.crisisCards.some(({ id }) => id === reason.cardId)) {
      const detail = `It leads to the crisis card ${reason.cardId}, which the pack lacks.`
      return { where: `reasons.${place}.cardId`, detail }
    }
  }
  return null
}

/** Both kinds of card are chosen from one list on the screen: no id may stand in both. */
const cardInBoth = (pack: CharterPack): BrokenReference | null => {
  const place = pack.conductCards.findIndex(({ id }) => pack.crisisCards.some((card) => card.id === id))
  return place < 0
    ? null
    : { where: `conductCards.${place}.id`, detail: 'A crisis card has the same id already.' }
}

/** The item without which the room does not open must be one that a person can tick. */
const requiredItem = (pack: CharterPack): BrokenReference | null => {
  const itemId = pack.settings.requiredItemId.value
  const isThere = pack.checklists.before.some(({ id, kind }) => id === itemId && kind.by === 'self')
  return itemId === null || isThere
    ? null
    : {
        where: 'settings.requiredItemId.value',
        detail: `The list before a session has no item ${itemId} to be ticked.`,
      }
}

/** An answer of the debrief that leads to whom one turns to, where the charter has nobody. */
const leadsToNobody = (pack: CharterPack): BrokenReference | null => {
  if (pack.contacts.length > 0) return null
  const place = pack.debriefPrompts.findIndex(
    ({ answer }) => answer.kind === 'choice' && answer.leadsTo?.some(({ to }) => to === 'contacts'),
  )
  return place < 0
    ? null
    : {
        where: `debriefPrompts.${place}.answer.leadsTo`,
        detail: 'An answer leads to whom one turns to, and the charter names nobody.',
      }
}

/** The first broken reference of a pack in file order, or null when there is none. */
export const brokenReference = (pack: CharterPack): BrokenReference | null => {
  const clauseIds = new Set(pack.clauses.map((clause) => clause.id))
  const sourceBreach: SourceBreach = (source, where) =>
    source?.from === 'clause' && !clauseIds.has(source.clauseId)
      ? { where: `${where}.source`, detail: `It cites the clause ${source.clauseId}, which the pack lacks.` }
      : null

  for (const [name, { source }] of Object.entries(pack.settings)) {
    const breach = sourceBreach(source, `settings.${name}`)
    if (breach) return breach
  }
  for (const [place, rung] of pack.settings.ladder.value.entries()) {
    const breach = sourceBreach(rung.source, `settings.ladder.value.${place}`)
    if (breach) return breach
  }
  const breachOfConduct =
    sourceBreach(pack.groupClosing.source, 'groupClosing') ??
    sourceBreach(pack.reportAdvice.source, 'reportAdvice') ??
    sourceBreach(pack.handOff?.source, 'handOff') ??
    brokenReason(pack, sourceBreach) ??
    requiredItem(pack) ??
    leadsToNobody(pack) ??
    cardInBoth(pack)
  if (breachOfConduct) return breachOfConduct
  for (const [path, things] of listsOf(pack)) {
    const seen = new Set<string>()
    for (const [place, thing] of things.entries()) {
      const where = `${path}.${place}`
      if (seen.has(thing.id)) return { where: `${where}.id`, detail: `The id ${thing.id} is used twice.` }
      seen.add(thing.id)
      const breach = sourceBreach(thing.source, where)
      if (breach) return breach
    }
  }
  return null
}
