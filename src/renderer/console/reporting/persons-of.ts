/** @file About which kinds of person a report is, as far as it says. Pure. */
import type { CharterPack } from '../../../contract/charters'
import type { PersonCategory, ReportBody } from '../../../contract/reporting'

/** The person's kind where it is said, else the kinds that the chosen rules of the charter speak of; may be empty. */
export const personsOf = (
  { person, triggerIds }: Pick<ReportBody, 'person' | 'triggerIds'>,
  pack: CharterPack | null,
): readonly PersonCategory[] =>
  person.category.is === 'known'
    ? [person.category.value]
    : [
        ...new Set(
          (pack?.reportTriggers ?? []).flatMap(({ id, persons = [] }) =>
            triggerIds.includes(id) ? persons : [],
          ),
        ),
      ]
