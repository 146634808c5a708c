/** @file Fields are addressed by their paths, rows by their ids. */
import { expect, it } from 'vitest'
import { fieldId, wordsKey } from './field-address'

it('takes the ids of rows out of a field’s words, and leaves them in its place', () => {
  const row = '00000000-0000-4000-8000-00000000000a'
  expect(wordsKey(`alleged.people.${row}.name`)).toBe('alleged_people_name')
  expect(wordsKey('person.isContactSafe')).toBe('person_isContactSafe')
  expect(fieldId(`alleged.people.${row}.name`)).toBe(`field-alleged-people-${row}-name`)
})
