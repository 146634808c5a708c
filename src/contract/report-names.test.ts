/** @file Which lines hold a name that the report has: in any case, with or without accents, glued by signs. */
import { expect, it } from 'vitest'
import { hasNameOf } from './report-names'
import { emptyReport } from './report-reading'
import type { ReportBody } from './reporting'

const known = (value: string) => ({ kind: 'known', value, setAside: null }) as const
const empty = emptyReport('2026-11-21T20:00:00.000Z')
const body: ReportBody = {
  ...empty,
  person: { ...empty.person, name: known('Chloé van der Berg'), otherNames: known('dark_fox') },
  alleged: {
    people: {
      kind: 'known',
      value: [{ rowId: '00000000-0000-4000-8000-000000000001', name: known('her uncle Ömer') }],
      setAside: null,
    },
  } as unknown as ReportBody['alleged'],
}

it.each(['CHLOE', 'case Chloé-7', 'dark fox', 'Berg/2026', 'about OMER', 'the uncle'])(
  'finds one in "%s"',
  (line) => {
    expect(hasNameOf(body, line)).toBe(true)
  },
)
it.each(['County hotline, worker 12', 'Bergen police', 'the county', 'her agency', 'CO-1234', ''])(
  'finds none in "%s"',
  (line) => {
    expect(hasNameOf(body, line)).toBe(false)
  },
)
it.each([
  ['王芳', '关于王芳的报告'],
  ['김민수', '김민수는 집에 있다'],
  ['Bo Li', 'Police, about Li'],
  ['Maren Quist', 'case-marenquist'],
  ['sunny_mq', 'sunnymq@hotline'],
  ['Maren', 'Ma\u200bren'],
  ['Groß', 'GROSS, case 4'],
  ["Shauna O'Brien", 'OBrien, by phone'],
  ['Anke van der Berg', 'file vanderberg'],
  ['Maren', 'MAREN2'],
  ['Maren', 'Marens case'],
  ['Maren', 'M\u0430ren'],
  ['Jürgen', 'Juergen'],
  ['Ольга', 'об Ольге'],
  ['თამარ', 'თამარის საქმე'],
  ['김민수', '민수 씨'],
  ['王小明', '关于小明'],
  ['田中さくら', 'さくらさん'],
  ['محمد', 'محـــمد'],
])('finds %s in "%s"', (name, line) => {
  expect(hasNameOf({ ...empty, person: { ...empty.person, name: known(name) } }, line)).toBe(true)
})
it.each([
  ['Mrs Ann de la Cruz', 'State of Colorado, Mrs on duty, de la'],
  ['Li', 'Police, likely by phone'],
  ['Ed', 'Medical unit'],
  ['Ann de la Cruz', 'Anniversary, by an officer'],
  ['Mark', 'Marketing 4, marked'],
])('does not find %s in "%s"', (name, line) => {
  expect(hasNameOf({ ...empty, person: { ...empty.person, name: known(name) } }, line)).toBe(false)
})
it('finds nothing where the report has no names', () => {
  expect(hasNameOf(empty, 'Chloé, dark fox')).toBe(false)
})
