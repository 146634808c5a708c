/**
 * @file Checks a receipt of a sealed report without Holdspace and without a network. It needs Node.js 20 or newer and
 * nothing else; it uses no code of the app on purpose.
 *
 *   node scripts/verify-receipt.mjs receipt.json              whether the receipt is whole, and what it says
 *   node scripts/verify-receipt.mjs receipt.json report.txt   also whether that report is the one it speaks of
 *
 * The report is the text that comes out of a file sealed to a key (`age -d report-….txt.age > report.txt`).
 * Ends with 0 where all holds, with 1 where something does not. The formats are in docs/sealed-report.md.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const fail = (words) => {
  process.stderr.write(`${words}\n`)
  process.exit(1)
}
const say = (words) => process.stdout.write(`${words}\n`)
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

const [receiptPath, reportPath] = process.argv.slice(2)
if (!receiptPath) fail('Usage: node scripts/verify-receipt.mjs RECEIPT.json [REPORT.txt]')

const read = () => {
  let text = ''
  let receipt
  try {
    text = readFileSync(receiptPath, 'utf8')
    receipt = JSON.parse(text)
  } catch {
    return fail('This is not a receipt, or it is damaged.')
  }
  // A key that stands twice is read as the first by some and as the last by others: this reader saw only the last.
  const words = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
  if (words !== JSON.stringify(receipt))
    fail('The receipt says something twice, or another program wrote it anew.')
  return receipt
}
const receipt = read()
if (typeof receipt !== 'object' || receipt === null || !('holdspaceReceipt' in receipt)) {
  fail('This is not a receipt of Holdspace.')
}
if (receipt.holdspaceReceipt !== 1) fail('The receipt is of a newer format than this script knows.')

// The sum is of the rest as JSON without spaces, its keys in their order.
const { sum, ...summed } = receipt
if (sha256(JSON.stringify(summed)) !== sum)
  fail('The receipt was changed or is damaged: its sum does not fit.')
say(`The receipt of report ${receipt.number} is whole.`)
say(`Learned of ${receipt.learnedAt}, sealed ${receipt.sealedAt}.`)
for (const one of receipt.handOvers) {
  const isReport =
    one.recipient !== 'organization' &&
    ['accepted', 'acceptedEarlier', 'nothingFurther'].includes(one.outcome)
  say(
    `Given ${one.handedAt} to ${one.agency} (${one.recipient}, ${one.method}): ${one.outcome}, ` +
      `reference ${one.reference ?? 'none'}${isReport ? '. Taken by an authority.' : '.'}`,
  )
}
say(receipt.shreddedAt === null ? 'Not shredded.' : `Shredded ${receipt.shreddedAt}.`)

if (reportPath) {
  // A line end may have been changed on the way; no line of JSON holds one.
  const lines = readFileSync(reportPath, 'utf8').split(/\r?\n/)
  // The record and the additions end the file; lines before them are the report's own words, whatever they look like.
  const recordAt = lines.findLastIndex((line) => line.startsWith('{"holdspaceReport":1,'))
  const record = lines[recordAt]
  if (record === undefined) fail('There is no sealed record in that file.')
  if (JSON.parse(record).number !== receipt.number) fail('That file is of another report.')
  if (sha256(record) !== receipt.sealedSha256) fail('The sealed record is not the one of the receipt.')
  const added = lines
    .slice(recordAt)
    .filter((line) => line.startsWith('{"holdspaceAddendum":1,'))
    .map(sha256)
  const known = receipt.addenda.map((one) => one.sha256)
  if (added.some((sha, at) => sha !== known[at])) fail('What was added is not what the receipt speaks of.')
  say('The sealed record is the one of the receipt, to the letter.')
  say(`${added.length} of ${known.length} additions are in the file, each as it was added.`)
}
