/**
 * @file `npm run words`: notes which English each Spanish text was translated from. What changed in English alone is
 * named and not noted: translate it, or say that its Spanish holds, by `npm run words -- stays file:key ...`.
 */
import { writeFileSync } from 'node:fs'
import { NOTED_FILE, stayedBehind, sumsNoted, sumsNow } from '../tests/fixtures/translated-from'

const [verb, ...held] = process.argv.slice(2)
const noted = sumsNoted()
const now = sumsNow()
const unknown = verb === undefined ? [] : verb === 'stays' ? held.filter((word) => !(word in now)) : [verb]
if (unknown.length > 0) {
  console.error(`There is no such word: ${unknown.join(', ')}. Say npm run words -- stays file:key.`)
  process.exitCode = 1
} else {
  const behind = stayedBehind(noted, now).filter((word) => !held.includes(word))
  const next = { ...now, ...Object.fromEntries(behind.map((word) => [word, noted[word]])) }
  writeFileSync(NOTED_FILE, `${JSON.stringify(next, null, 2)}\n`)
  for (const word of behind) console.error(`English changed and Spanish stayed: ${word}`)
  if (behind.length > 0) process.exitCode = 1
}
