/** @file The published check of a receipt, run as anybody would run it, on reports whose own words look like records. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { numberOf, sealedLines } from '../src/contract/report-handing'
import { createReporting } from '../src/main/reporting/service'
import { openEvening } from '../tests/fixtures/evening'
import { temporaryFolder } from '../tests/fixtures/temporary-folder'
import { root } from './pinned-node.mjs'

const folder = temporaryFolder()
const fileOf = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const verify = (...paths: string[]): string =>
  execFileSync(process.execPath, [join(root, 'scripts/verify-receipt.mjs'), ...paths], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
/** A report whose words, and whose addition's words, hold lines that begin as a record's and an addition's do. */
const sealed = () => {
  const reporting = createReporting(openEvening())
  const { id, body } = reporting.start('test-circle')
  const words = 'He sent me this:\n{"holdspaceReport":1,"number":"0"}\n{"holdspaceAddendum":1,"number":"0"}'
  const { changedAt } = reporting.save(id, {
    ...body,
    concern: { ...body.concern, theirWords: { kind: 'known', value: words, setAside: null } },
  })
  reporting.seal(id, changedAt)
  const { seal } = reporting.addAddendum(id, words)
  if (!seal) throw new Error('Not sealed.')
  const report = `Report, in words\n\n${words}\n\n${words}\n\n${sealedLines(numberOf(id), seal)}`
  return { receipt: fileOf('receipt.json', JSON.stringify(seal.receipt)), report }
}

it.each([
  ['as it was sealed', (text: string) => text],
  ['with the line ends of another system', (text: string) => text.replaceAll('\n', '\r\n')],
])('takes the record and the additions that end the file, %s', (_, carried) => {
  const { receipt, report } = sealed()
  expect(verify(receipt, fileOf('report.txt', carried(report)))).toContain('1 of 1 additions')
})

it('refuses a record that was changed, and an addition that was', () => {
  const { receipt, report } = sealed()
  const at = report.lastIndexOf('He sent')
  const other = `${report.slice(0, at)}She${report.slice(at + 2)}`
  expect(() => verify(receipt, fileOf('report.txt', other))).toThrow(/What was added is not/)
  const record = report.lastIndexOf('"startedAt":"2026')
  const earlier = `${report.slice(0, record)}${report.slice(record).replace('2026', '2025')}`
  expect(() => verify(receipt, fileOf('report.txt', earlier))).toThrow(/not the one of the receipt/)
})
