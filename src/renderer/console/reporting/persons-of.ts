/** @file About which kinds of person a report is, as far as it says. Pure. */
import type { CharterPack } from '../../../contract/charters'
import { PersonCategory, type ReportBody } from '../../../contract/reporting'

/** The person's kind where it is said, else the kinds that the chosen rules of the charter speak of; may be empty. */
export const personsOf = (
  { person: { category }, duty: { triggerIds } }: Pick<ReportBody, 'person' | 'duty'>,
  pack: CharterPack | null,
): readonly PersonCategory[] => {
  const said = category.kind === 'known' ? PersonCategory.safeParse(category.value).data : undefined
  if (said !== undefined) return [said]
  const chosen = triggerIds.kind === 'known' ? triggerIds.value : []
  const triggers = (pack?.reportTriggers ?? []).filter(({ id }) => chosen.includes(id))
  return [...new Set(triggers.flatMap(({ persons = [] }) => persons))]
}
