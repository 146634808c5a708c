/** @file Checks that a charter pack points only at what it holds: clauses exist, no id is used twice. */
import type { Source } from '../charter-source'
import type { CharterPack } from '../charters'

/** Ways in which a reference leads nowhere, or an id is no name. */
export type ReferenceTrouble =
  | 'clauseGone'
  | 'idTwice'
  | 'cardGone'
  | 'cardInBoth'
  | 'requiredItemGone'
  | 'nobodyToTurnTo'

/** A reference that leads nowhere, or an id used twice: the path in the file, and what is wrong. */
export interface BrokenReference {
  trouble: ReferenceTrouble
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
  ['feedbackParts', pack.feedbackParts ?? []],
  ['values', pack.values],
  ['changeNotes', pack.changeNotes ?? []],
]

type Sourced = [path: string, source: Source | undefined | null]

/** Everything that says where it comes from, besides the lists. */
const sourcesOf = (pack: CharterPack): Sourced[] => [
  ...Object.entries(pack.settings).map(([name, { source }]): Sourced => [`settings.${name}`, source]),
  ...pack.settings.ladder.value.map(({ source }, at): Sourced => [`settings.ladder.value.${at}`, source]),
  ['groupClosing', pack.groupClosing.source],
  ['reportAdvice', pack.reportAdvice.source],
  ['handOff', pack.handOff?.source],
  ...pack.reasons.map(
    (reason, at): Sourced => [`reasons.${at}.redLine`, reason.kind === 'conduct' ? reason.redLine : null],
  ),
]

/** Safety reasons whose crisis card is not there. */
const cardsGone = (pack: CharterPack): BrokenReference[] =>
  pack.reasons.flatMap((reason, at) => {
    if (reason.kind === 'conduct' || pack.crisisCards.some(({ id }) => id === reason.cardId)) return []
    const detail = `It leads to the crisis card ${reason.cardId}, which the pack lacks.`
    return [{ trouble: 'cardGone' as const, where: `reasons.${at}.cardId`, detail }]
  })

/** Both kinds of card are chosen from one list on the screen: no id may stand in both. */
const cardsInBoth = (pack: CharterPack): BrokenReference[] =>
  pack.conductCards.flatMap(({ id }, at) => {
    if (!pack.crisisCards.some((card) => card.id === id)) return []
    const detail = 'A crisis card has the same id already.'
    return [{ trouble: 'cardInBoth' as const, where: `conductCards.${at}.id`, detail }]
  })

/** The item without which the room does not open must be one that a person can tick. */
const requiredItemGone = (pack: CharterPack): BrokenReference[] => {
  const itemId = pack.settings.requiredItemId.value
  const isThere = pack.checklists.before.some(({ id, kind }) => id === itemId && kind.by === 'self')
  if (itemId === null || isThere) return []
  const detail = `The list before a session has no item ${itemId} to be ticked.`
  return [{ trouble: 'requiredItemGone', where: 'settings.requiredItemId.value', detail }]
}

/** Answers of the debrief that lead to whom one turns to, where the charter has nobody. */
const leadingToNobody = (pack: CharterPack): BrokenReference[] =>
  pack.debriefPrompts.flatMap(({ answer }, at) => {
    const isLeading = answer.kind === 'choice' && answer.leadsTo?.some(({ to }) => to === 'contacts')
    if (!isLeading || pack.contacts.length > 0) return []
    const detail = 'An answer leads to whom one turns to, and the charter names nobody.'
    return [{ trouble: 'nobodyToTurnTo' as const, where: `debriefPrompts.${at}.answer.leadsTo`, detail }]
  })

/** Every broken reference of a pack: what stands by itself first, then list by list. */
export const brokenReferences = (pack: CharterPack): BrokenReference[] => {
  const clauseIds = new Set(pack.clauses.map((clause) => clause.id))
  const sourceBreach = ([where, source]: Sourced): BrokenReference[] =>
    source?.from === 'clause' && !clauseIds.has(source.clauseId)
      ? [
          {
            trouble: 'clauseGone',
            where: `${where}.source`,
            detail: `It cites the clause ${source.clauseId}, which the pack lacks.`,
          },
        ]
      : []
  const inLists = listsOf(pack).flatMap(([path, things]) => {
    const seen = new Set<string>()
    return things.flatMap((thing, at): BrokenReference[] => {
      const where = `${path}.${at}`
      const isTwice = seen.has(thing.id)
      seen.add(thing.id)
      return isTwice
        ? [{ trouble: 'idTwice', where: `${where}.id`, detail: `The id ${thing.id} is used twice.` }]
        : sourceBreach([where, thing.source])
    })
  })
  return [
    ...sourcesOf(pack).flatMap(sourceBreach),
    ...cardsGone(pack),
    ...requiredItemGone(pack),
    ...leadingToNobody(pack),
    ...cardsInBoth(pack),
    ...inLists,
  ]
}

/** The first broken reference of a pack, or null when there is none. */
export const brokenReference = (pack: CharterPack): BrokenReference | null =>
  brokenReferences(pack)[0] ?? null
