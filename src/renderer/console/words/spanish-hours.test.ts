/** @file One o'clock is said as one, in every Spanish sentence that tells an hour. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { timeIn } from '../ui/when'
import { catalogue } from '.'
import { haveWords } from './load-words'
import { withArticle } from './spanish-hours'

it.each([
  ['1:05', 'la 1:05'],
  ['01:05', 'la 01:05'],
  ['1:05 p. m.', 'la 1:05 p. m.'],
  ['11:05', 'las 11:05'],
  ['13:05', 'las 13:05'],
  ['10:01', 'las 10:01'],
  ['00:01', 'las 00:01'],
])('%s is %s', (time, said) => expect(withArticle(time)).toBe(said))

it('the sentence is said so, in either way of telling an hour', async () => {
  expect(await haveWords('es')).toBe(true)
  const say = catalogue.getFixedT('es', 'composer')
  const at = (hour: number) => new Date(2026, 10, 28, hour, 5).getTime()
  expect(say('keeping.kept', { time: timeIn('h24', at(1), 'es') })).toBe('Guardado a la 01:05, cifrado.')
  expect(say('keeping.kept', { time: timeIn('h12', at(13), 'es') })).toMatch(
    /^Guardado a la 1:05\sp\.\sm\., cifrado\.$/,
  )
  expect(say('keeping.kept', { time: timeIn('h24', at(13), 'es') })).toBe('Guardado a las 13:05, cifrado.')
})

it('no sentence writes the article before an hour by itself', () => {
  const folder = join(import.meta.dirname, 'es')
  for (const file of readdirSync(folder))
    expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/\blas? \{\{(time|hour|at)\b/)
})
