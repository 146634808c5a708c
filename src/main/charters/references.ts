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
  ['cannedMessages', pack.cannedMessages],
  ['debriefPrompts', pack.debriefPrompts],
  ['reportTriggers', pack.reportTriggers],
  ['cancelReasons', pack.cancelReasons],
  ['values', pack.values],
]

/** The first broken reference of a pack in file order, or null when there is none. */
export const brokenReference = (pack: CharterPack): BrokenReference | null => {
  const clauseIds = new Set(pack.clauses.map((clause) => clause.id))
  const sourceBreach = (source: Source | undefined, where: string): BrokenReference | null =>
    source?.from === 'clause' && !clauseIds.has(source.clauseId)
      ? { where: `${where}.source`, detail: `It cites the clause ${source.clauseId}, which the pack lacks.` }
      : null

  for (const [name, { source }] of Object.entries(pack.settings)) {
    const breach = sourceBreach(source, `settings.${name}`)
    if (breach) return breach
  }
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
