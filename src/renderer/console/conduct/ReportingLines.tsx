/** @file The lines a report goes to, for the place and the kinds of person; and what to do where there is none. */
import { useTranslation } from 'react-i18next'
import type { PersonCategory } from '../../../contract/reporting'
import { placeName } from '../words/place-name'
import classes from './Crisis.module.css'
import { ResourceLine } from './CrisisResources'
import { channelWords } from './crisis-channels'
import type { PlaceHelp } from './place/use-place'
import { personsAtRisk, type ReportingLine, reportingLinesFor } from './reporting-lines'
import './words'

/** Whom a report is or may be about; empty: not said yet, so that the lines for everyone at risk are shown. */
export interface ReportingLinesProps {
  help: PlaceHelp
  persons: readonly PersonCategory[]
}

const useReportingWords = ({ help, persons }: ReportingLinesProps) => {
  const { t, i18n } = useTranslation('conduct')
  const found = reportingLinesFor(help.resources, persons.length === 0 ? personsAtRisk : persons)
  const list = (kinds: readonly PersonCategory[]) =>
    new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(
      kinds.map((kind) => t(`report.person.${kind}`)),
    )
  const about = ({ persons: served, takesReports }: ReportingLine) =>
    t(takesReports ? 'report.takes' : 'report.tellsWho', { persons: list(served) })
  const { region } = help.place
  const gap =
    found.without.length === 0
      ? null
      : region === null
        ? t('report.noPlace')
        : region === 'WORLD'
          ? t('report.noneAnywhere')
          : t('report.none', { persons: list(found.without), place: placeName(region, i18n.language) })
  return { lines: found.lines, about, gap, instead: t('report.instead') }
}

/** The list named "Lines to report to". */
export const ReportingLines = (props: ReportingLinesProps) => {
  const { t } = useTranslation('conduct')
  const { lines, about, gap, instead } = useReportingWords(props)
  return (
    <section aria-label={t('report.lines')}>
      <h3>{t('report.lines')}</h3>
      {lines.length > 0 ? (
        <ul className={classes.lines} aria-label={t('report.lines')}>
          {lines.map((line) => (
            <ResourceLine key={line.resource.id} resource={line.resource} about={about(line)} />
          ))}
        </ul>
      ) : null}
      {gap === null ? null : (
        <p className={classes.gap}>
          {gap} {instead}
        </p>
      )}
    </section>
  )
}

/** One line of a document: what it is, and its words. */
export interface ReportingRow {
  label: string
  value: string
}

/** The same for paper, in the screen's order; what there is no line for is a row of its own. */
export const useReportingRows = (props: ReportingLinesProps): readonly ReportingRow[] => {
  const { t } = useTranslation('conduct')
  const { lines, about, gap, instead } = useReportingWords(props)
  return [
    ...lines.map((line): ReportingRow => {
      const { name, channels, hours, status } = line.resource
      const ways = channels.map((channel) => {
        const { key, value, keyword } = channelWords(channel)
        const way = t(`crisis.channel.${key}`, { value, keyword })
        return channel.afterConnect
          ? `${way}, ${t('crisis.channel.then', { step: channel.afterConnect })}`
          : way
      })
      const checked = status === 'unverified' ? [t('crisis.unverified')] : []
      return { label: name, value: [about(line), ...ways, hours, ...checked].join('; ') }
    }),
    ...(gap === null ? [] : [{ label: t('report.noLine'), value: `${gap} ${instead}` }]),
  ]
}
