/** @file A sealed report as text, exactly as it leaves when it is sealed to a key. Pure. */
import { numberOf, sealedLines } from '../../../../contract/report-handing'
import type { Report } from '../../../../contract/reporting'
import { zonedMomentOf } from '../../ui/when'
import { type PrintContext, printSections } from '../print-rows'

/**
 * The report in words, then the sealed record and the additions, a line each, of which their hashes are.
 *
 * @returns empty for a draft.
 */
export const reportText = (report: Report, context: PrintContext): string => {
  const { t, language, pack } = context
  const { seal } = report
  if (seal === null) return ''
  const number = numberOf(report.id)
  const sections = printSections(report.body, context).flatMap(({ title, rows }) => [
    '',
    title.toUpperCase(),
    ...rows.map(({ label, value, isProse }) => (isProse ? `${label}:\n${value}` : `${label}: ${value}`)),
  ])
  const added = seal.addenda.flatMap(({ writtenAt, words }) => [
    '',
    t('addenda.one', { time: zonedMomentOf(writtenAt, language) }),
    words,
  ])
  return [
    t('print.title'),
    t('print.under', {
      organization: pack?.organization ?? report.charterId,
      version: report.charterVersion,
    }),
    t('document.number', { number }),
    t('document.sealedAt', { time: zonedMomentOf(seal.sealedAt, language) }),
    t('document.hash', { sha256: seal.sha256 }),
    ...sections,
    '',
    t('addenda.title').toUpperCase(),
    ...(added.length === 0 ? [t('addenda.none')] : added),
    '',
    t('document.follows'),
    sealedLines(number, seal),
  ].join('\n')
}
