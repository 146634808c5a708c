/** @file The files of an export, to the byte. Pure. */
import type { TFunction } from 'i18next'
import Papa from 'papaparse'
import { partsOfVersion } from '../../../contract/charter-version'
import { type Measure, measureId, type Numbers, periodKey } from '../../../contract/insight'
import {
  GROUPS_MIN,
  NUMBERS_EXPORT_FORMAT,
  type NumbersExport,
  ROUNDED_TO,
  SHARE_MAX,
} from '../../../contract/numbers-export'
import { measureName, type PacksById } from './measure-words'
import { periodDays } from './period-words'

/** What a spreadsheet would run, in the letters of East Asian keyboards too. */
const RUN_BY_SPREADSHEETS = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u
/** The same in the middle of a cell, for one that parts cells by another sign than the file and does not see its quotes. */
const RUN_AFTER_ANOTHER_SIGN = /([,;|][\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu

/**
 * What ends a line or a cell, and what a spreadsheet leaves out: what comes after it would begin a cell. The words of others'
 * charters may have it.
 */
const NO_PART_OF_A_LINE = /[\p{Cc}\u2028\u2029]+/gu

/** Without it Excel takes the file for the letters of its own country. */
const BYTE_ORDER_MARK = '\ufeff'

/** Words on screen keep names apart with invisible marks; a file has none. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '')

/** How files write for a reader: a spreadsheet expects semicolons where numbers have a decimal comma. */
const signsOf = (language: string): { delimiter: string; decimal: string } => {
  const decimal =
    new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  return decimal === ',' ? { delimiter: ';', decimal } : { delimiter: ',', decimal: '.' }
}

/** Charters whose counts are in the numbers, with their rule. */
const chartersIn = (numbers: Numbers, packs: PacksById): NumbersExport['rule']['charters'] =>
  [...packs.values()]
    .filter(({ id }) =>
      numbers.measures.some((measure) =>
        measure.about === 'acts' ? measure.charterId === id : measure.reason?.charterId === id,
      ),
    )
    .map(({ id, name, version, settings }) => ({
      id,
      name,
      // By its day alone: the shape of the file is published.
      version: partsOfVersion(version).day,
      smallestCount: settings.exportK.value,
    }))

/** What a file is made of: the numbers, the charters' words, the catalogue's and their language. */
export interface ExportWords {
  numbers: Numbers
  packs: PacksById
  t: TFunction<'insight'>
  language: string
  /** Of an organization, counted from so many facilitators' bundles; left out for one's own numbers. */
  bundles?: number
}

/** The method in plain words, a sentence a line: the same on screen, in the file and on paper. */
export const methodLines = ({ numbers, packs, t, bundles }: ExportWords): string[] => {
  const { from, to } = periodDays(numbers.period)
  const hasActs = numbers.measures.some(({ about }) => about === 'acts')
  return [
    ...(bundles === undefined
      ? [
          t('method.period', { from, to, zones: numbers.timeZones.join(', ') }),
          t('method.own'),
          t(numbers.healthReasons === 'folded' ? 'method.healthFolded' : 'method.healthNamed'),
        ]
      : [t('method.periodOfAll', { from, to }), t('method.organization', { count: bundles })]),
    ...(hasActs
      ? [
          ...chartersIn(numbers, packs)
            .filter(({ id }) =>
              numbers.measures.some((measure) => measure.about === 'acts' && measure.charterId === id),
            )
            .map(({ name, version, smallestCount }) =>
              t('method.smallest', { charter: name, version, count: smallestCount }),
            ),
          t('method.groups', { count: GROUPS_MIN, share: SHARE_MAX * 100 }),
          t('method.rounded', { base: ROUNDED_TO }),
          t('method.hidden'),
        ]
      : [t('method.noActs')]),
  ].map(plain)
}

/**
 * CSV as RFC 4180 has it, with a mark that says it is UTF-8: CRLF after every line, a line for each row; a cell that a
 * spreadsheet would run begins with a quote mark, by whichever sign it parts them. The table comes first, the method
 * after an empty line.
 */
export const exportCsv = (words: ExportWords): string => {
  const { numbers, packs, t, language } = words
  const { delimiter, decimal } = signsOf(language)
  const number = (measure: Measure): string =>
    measure.value === null ? t('preview.hidden') : String(measure.value).replace('.', decimal)
  const header = [t('csv.period'), t('csv.id'), t('csv.what'), t('csv.unit'), t('csv.number')]
  const rows = numbers.measures.map((measure) => [
    periodKey(numbers.period),
    measureId(measure),
    plain(measureName(measure, packs, t)),
    t(`unit.${measure.unit}`),
    number(measure),
  ])
  const notes = [[t('csv.method')], ...methodLines(words).map((line) => [line])]
  const unrun = (cell: string): string =>
    cell.replace(NO_PART_OF_A_LINE, ' ').replace(RUN_AFTER_ANOTHER_SIGN, "$1'")
  const cells = [header, ...rows, [''], ...notes].map((row) => row.map(unrun))
  const text = Papa.unparse(cells, {
    delimiter,
    newline: '\r\n',
    escapeFormulae: RUN_BY_SPREADSHEETS,
  })
  return `${BYTE_ORDER_MARK}${text}\r\n`
}

/** The same as JSON, keys always in this order; a hidden number is null. */
export const exportJson = ({ numbers, packs, t, language, bundles }: ExportWords): string => {
  const file = {
    format: NUMBERS_EXPORT_FORMAT,
    kind: 'holdspace-numbers',
    language,
    ...(bundles === undefined ? {} : { bundles }),
    period: { key: periodKey(numbers.period), ...periodDays(numbers.period) },
    timeZones: numbers.timeZones,
    healthReasons: numbers.healthReasons,
    rule: {
      roundedTo: ROUNDED_TO,
      groupsMin: GROUPS_MIN,
      shareMax: SHARE_MAX,
      charters: chartersIn(numbers, packs),
    },
    measures: numbers.measures.map((measure) => ({
      id: measureId(measure),
      label: plain(measureName(measure, packs, t)),
      about: measure.about,
      unit: measure.unit,
      value: measure.value,
    })),
  } satisfies NumbersExport
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The name of a file of a period, one's own or an organization's, without a name of anybody. */
export const exportFileName = (
  numbers: Numbers,
  extension: 'csv' | 'json',
  whose: 'numbers' | 'organization' = 'numbers',
): string => `holdspace-${whose}-${periodKey(numbers.period)}.${extension}`
