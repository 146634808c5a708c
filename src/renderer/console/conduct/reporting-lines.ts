/** @file Which lines a report about a kind of person goes to in a place, and for whom none is known. Pure. */
import type { CrisisResource } from '../../../contract/conduct'
import type { PersonCategory } from '../../../contract/reporting'

/** Kinds of person at risk about whom reports are made. */
export const personsAtRisk = [
  'child',
  'olderAdult',
  'adultIdd',
  'adultDisability',
  'adultAtRiskOther',
] as const satisfies readonly PersonCategory[]

/** A line with those of the asked kinds it is for. */
export interface ReportingLine {
  resource: CrisisResource
  persons: readonly PersonCategory[]
  /** False: it tells who takes the report, and takes none itself. */
  takesReports: boolean
}

/** Lines in the resources' order, those that take reports first; `without`: kinds for whom there is none. */
export interface ReportingLines {
  lines: readonly ReportingLine[]
  without: readonly PersonCategory[]
}

/**
 * The lines to report to.
 *
 * @param resources - a place's, nearest first.
 * @param persons - kinds of person the report is or may be about; each is in a line or in `without`.
 */
export const reportingLinesFor = (
  resources: readonly CrisisResource[],
  persons: readonly PersonCategory[],
): ReportingLines => {
  const lines = resources.flatMap((resource): ReportingLine[] => {
    const served = persons.filter((person) => resource.reportsFor?.includes(person))
    return served.length === 0
      ? []
      : [{ resource, persons: served, takesReports: resource.kind === 'reportingLine' }]
  })
  return {
    lines: [
      ...lines.filter(({ takesReports }) => takesReports),
      ...lines.filter(({ takesReports }) => !takesReports),
    ],
    // Where only advice is known, there still is no line that takes the report.
    without: persons.filter(
      (person) => !lines.some((line) => line.takesReports && line.persons.includes(person)),
    ),
  }
}
