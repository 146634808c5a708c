/** @file What the system says when a disk does not do what was asked, as one of the few things a person can act on. */
import { isDiskFull, thrownCodes } from '../contract-errors'

/** Full, only to be read, not there any more, not for us; null: none of these, a mistake of ours. */
export type DiskTrouble = 'full' | 'readOnly' | 'gone' | 'denied' | null

/** A stick that was pulled answers in many ways. */
const GONE_CODES = new Set([
  'ENOENT',
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOTCONN',
  'EHOSTDOWN',
  'ESTALE',
  'ENOTDIR',
  'UNKNOWN',
])
const DENIED_CODES = new Set([
  'EACCES',
  'EPERM',
  'EBUSY',
  'EEXIST',
  'EISDIR',
  'ELOOP',
  'EMFILE',
  'ENFILE',
  'EFBIG',
  'EINVAL',
  'ENAMETOOLONG',
])

/** Reads an error of the file system. */
export function diskTroubleOf(thrown: unknown): DiskTrouble {
  if (isDiskFull(thrown)) return 'full'
  for (const code of thrownCodes(thrown)) {
    if (code === 'EROFS') return 'readOnly'
    if (GONE_CODES.has(code)) return 'gone'
    if (DENIED_CODES.has(code)) return 'denied'
  }
  return null
}
