/**
 * @file A column that holds JSON. What is none breaks no list: it reads as `UNREADABLE`, which no schema takes, so the row
 * is passed over like any other that is damaged, and named on What is kept.
 */
import { customType } from 'drizzle-orm/sqlite-core'
import { ReadBackError } from './read-back'

/** Stands for a stored value that is no JSON. Never written. */
export const UNREADABLE = Symbol('unreadable')

/** A column of JSON text; what it holds is said by `$type`. @throws ReadBackError when it is given `UNREADABLE` to write. */
export const storedJson = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => {
    if (value === UNREADABLE) throw new ReadBackError('Would not read back: it could not be read before.')
    return JSON.stringify(value)
  },
  fromDriver: (stored) => {
    try {
      return JSON.parse(stored)
    } catch {
      return UNREADABLE
    }
  },
})
