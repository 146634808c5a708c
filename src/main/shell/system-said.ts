/** @file What the system's refusals mean, in words for the end of a sentence: whoever starts Holdspace reads no codes. */

const SAID: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  EROFS: 'it can only be read',
  EACCES: 'this computer does not let you write there',
  EPERM: 'this computer does not let you write there',
  ENOENT: 'it is not there, and nothing can be made in its place',
  ENOTDIR: 'a file lies where a folder should be',
  EEXIST: 'something else of that name is there',
  ELOOP: 'a link on the way leads back to itself',
  ENAMETOOLONG: 'its path is too long',
  EINVAL: 'its disk takes no such name',
  EMFILE: 'too many files are open on this computer',
  ENFILE: 'too many files are open on this computer',
  EIO: 'its disk does not answer',
  ENODEV: 'its disk does not answer',
  ENXIO: 'its disk does not answer',
  ENOTCONN: 'its disk does not answer',
  EHOSTDOWN: 'its disk does not answer',
  ESTALE: 'its disk does not answer',
}

/** The system's own code of an error, as `ENOSPC`; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Why a file or folder could not be written, for the end of a sentence. */
export const whyNotWritten = (error: unknown): string =>
  SAID[codeOf(error)] ?? 'this computer does not say why'

const PORT_SAID: Readonly<Record<string, string>> = {
  EACCES: 'this computer does not give it to you',
  EPERM: 'this computer does not give it to you',
  EADDRNOTAVAIL: 'this computer has no address for itself (127.0.0.1)',
  EMFILE: 'too many files are open on this computer',
  ENFILE: 'too many files are open on this computer',
}

/** Why a port could not be had, for the end of a sentence. */
export const whyNoPort = (error: unknown): string =>
  PORT_SAID[codeOf(error)] ?? 'this computer does not say why'
