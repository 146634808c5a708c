/** @file What the files of an export hold, to the byte. */

import fc from 'fast-check'
import i18next from 'i18next'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { countingPack, soundPack } from '../../../../tests/fixtures/charter-pack'
import type { Numbers } from '../../../contract/insight'
import { NumbersExport } from '../../../contract/numbers-export'
import { registerWords } from '../words'
import words from '../words/en/insight.json'
import { exportCsv, exportFileName, exportJson } from './export-text'

registerWords('insight', words)
const t = i18next.getFixedT('en', 'insight')

const numbers: Numbers = {
  period: { kind: 'quarter', year: 2026, quarter: 4 },
  healthReasons: 'folded',
  timeZones: ['America/Denver'],
  measures: [
    { about: 'work', measure: 'sessionsHeld', reason: null, unit: 'count', value: 12 },
    { about: 'work', measure: 'hoursHeld', reason: null, unit: 'hours', value: 17.5 },
    {
      about: 'acts',
      charterId: 'counting-circle',
      act: 'removed',
      reason: { kind: 'one', reasonId: 'slurs' },
      unit: 'count',
      value: null,
    },
  ],
  emptied: [{ charterId: 'counting-circle', why: 'tooFewGroups', exports: [] }],
}
const packs = new Map([soundPack(), countingPack()].map((pack) => [pack.id, pack]))
const made = { numbers, packs, t, language: 'en' }

describe('the CSV file', () => {
  it('has the table, then period and method, to the byte', () => {
    expect(exportCsv(made)).toBe(
      [
        '\ufeffPeriod,Measure,What is counted,Unit,Number',
        '2026-Q4,sessionsHeld,Sessions held,number,12',
        '2026-Q4,hoursHeld,Hours held,hours,17.5',
        '2026-Q4,acts.counting-circle.removed.slurs,Counting circle: Removed: Slurs,number,Hidden',
        '',
        'How this was counted',
        '"From 2026-10-01 to 2026-12-31, both days included, each group by the clocks of its own time zone (America/Denver)."',
        '"Sessions, hours and groups are facts of one facilitator’s own work, as recorded on one computer. They are exact. Rehearsals leave no record and are not counted."',
        'Reasons for cancelling that may speak of somebody’s health are counted as “not possible”.',
        '"Counts of what people did under Counting circle (version 2026-01-01) are hidden below 11, nought included."',
        '"They leave only where at least 3 groups met, and none held more than 60 percent of the sessions."',
        'They are rounded to a multiple of 5.',
        'Further counts are hidden where the shown ones would give a hidden one away.',
        '',
      ].join('\r\n'),
    )
  })

  it('has semicolons and decimal commas where spreadsheets of that language expect them', () => {
    expect(exportCsv({ ...made, language: 'es' })).toContain(
      '\r\n2026-Q4;hoursHeld;Hours held;hours;17,5\r\n',
    )
  })

  it('has none either for a spreadsheet that parts cells by another sign than this file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'es'),
        fc.constantFrom(',', ';', '\t', '|', '\n', '\r\n', '\0', '\u2028'),
        fc.constantFrom('', ' ', '"', '""', '" "', '\u3000'),
        fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠'),
        fc.constantFrom('', '"', ',', ';'),
        (language, other, before, sign, after) => {
          const name = `Circle${after}${other}${before}${sign}cmd|'/C calc'!A1${other}x`
          const pack = { ...countingPack(), name }
          const csv = exportCsv({ ...made, language, packs: new Map([[pack.id, pack]]) })
          // As a program that knows of no quotes has it, and as one that does.
          const raw = csv
            .slice(1)
            .split(/\r\n/)
            .flatMap((row) => row.split(other))
          const { data } = Papa.parse<string[]>(csv.slice(1), { delimiter: other, newline: '\r\n' })
          for (const cell of [...raw, ...data.flat()]) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/u)
        },
      ),
    )
  })

  it('has no cell that a spreadsheet would run, whatever a charter is called', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', ' =', '＝', '＋', '－', '＠'),
        fc.string({ maxLength: 30 }),
        (sign, rest) => {
          const name = `${sign}${rest}`.replace(/[\r\n]/g, '')
          const pack = { ...countingPack(), name }
          const csv = exportCsv({ ...made, packs: new Map([[pack.id, pack]]) })
          const { data } = Papa.parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n' })
          for (const cell of data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u)
          expect(data[3]?.[2]?.startsWith("'")).toBe(true)
        },
      ),
    )
  })

  it('says that nothing about people is counted where it is so', () => {
    const own = { ...numbers, measures: numbers.measures.filter(({ about }) => about === 'work') }
    expect(exportCsv({ ...made, numbers: own })).toContain('Nothing about what people did is counted.')
    expect(exportCsv({ ...made, numbers: own })).not.toContain('rounded')
  })
})

describe('the JSON file', () => {
  it('keeps to its schema, names period, zone, charter and rule, and nothing that only the screen says', () => {
    const file = NumbersExport.parse(JSON.parse(exportJson(made)))
    expect(file).toMatchObject({
      format: 2,
      period: { key: '2026-Q4', from: '2026-10-01', to: '2026-12-31' },
      timeZones: ['America/Denver'],
      rule: {
        roundedTo: 5,
        groupsMin: 3,
        shareMax: 0.6,
        charters: [{ id: 'counting-circle', version: '2026-01-01', smallestCount: 11 }],
      },
    })
    expect(file.measures.map(({ value }) => value)).toEqual([12, 17.5, null])
    expect(exportJson(made)).not.toContain('tooFewGroups')
  })

  it('has no invisible marks of the screen, and neither has the CSV file', () => {
    expect(exportJson(made) + exportCsv(made)).not.toMatch(/[\u2066-\u2069]/u)
  })
})

it('is called by its period and nothing else', () => {
  expect(exportFileName(numbers, 'csv')).toBe('holdspace-numbers-2026-Q4.csv')
})
