/** @file Searches bytes and folders for canaries, in every encoding a browser or database may have used. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

/** Where a canary was found, and in which encoding. */
export interface Hit {
  place: string
  encoding: string
}

/**
 * Base64 of a text as it stands inside a longer one: the text may begin at any of three offsets, and the
 * characters that also depend on its neighbours are left off.
 */
const base64Cores = (bytes: Buffer): string[] =>
  [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes])
    const whole = padded.toString('base64').replace(/=+$/, '')
    const from = offset === 0 ? 0 : offset + 1
    const to = Math.floor((padded.length * 8) / 6)
    const core = whole.slice(from, to)
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')]
  })

/** Every byte string that would betray the text. */
export const encodingsOf = (text: string): { encoding: string; bytes: Buffer }[] => {
  const utf8 = Buffer.from(text, 'utf8')
  const utf16le = Buffer.from(text, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  return [
    { encoding: 'UTF-8', bytes: utf8 },
    { encoding: 'UTF-16LE', bytes: utf16le },
    { encoding: 'UTF-16BE', bytes: utf16be },
    ...base64Cores(utf8).map((core) => ({ encoding: 'base64 of UTF-8', bytes: Buffer.from(core) })),
    ...base64Cores(utf16le).map((core) => ({ encoding: 'base64 of UTF-16LE', bytes: Buffer.from(core) })),
    { encoding: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
    {
      encoding: 'percent',
      bytes: Buffer.from([...utf8].map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`).join('')),
    },
  ]
}

const unpacked = (bytes: Buffer): Buffer[] => {
  const tries = [gunzipSync, inflateSync, brotliDecompressSync]
  return tries.flatMap((unpack) => {
    try {
      return [unpack(bytes)]
    } catch {
      return []
    }
  })
}

/** Searches one run of bytes, and what it unpacks to where it is compressed as a whole. */
export const searchBytes = (place: string, bytes: Buffer, canaries: readonly string[]): Hit[] => {
  const runs = [bytes, ...unpacked(bytes)]
  return canaries.flatMap((canary) =>
    encodingsOf(canary).flatMap(({ encoding, bytes: wanted }) =>
      runs.some((run) => run.includes(wanted)) ? [{ place, encoding }] : [],
    ),
  )
}

/**
 * Searches every file below a folder, and the names of files and folders.
 *
 * @returns hits, and how many files and bytes were read, so that an empty search cannot pass for a clean one.
 */
export const searchFolder = (
  folder: string,
  canaries: readonly string[],
): { hits: Hit[]; fileCount: number; byteCount: number } => {
  const result = { hits: [] as Hit[], fileCount: 0, byteCount: 0 }
  const visit = (path: string) => {
    const stat = lstatSync(path)
    result.hits.push(...searchBytes(`name of ${path}`, Buffer.from(path.slice(folder.length)), canaries))
    if (stat.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name))
    if (!stat.isFile()) return
    const bytes = readFileSync(path)
    result.fileCount += 1
    result.byteCount += bytes.length
    result.hits.push(...searchBytes(path, bytes, canaries))
  }
  visit(folder)
  return result
}
