/** @file The vault's decrypted bytes, for the search: no procedure of the app gives them out. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader, readDecryptedPages } from '../../src/main/vault/database/connections'
import { parseHeader } from '../../src/main/vault/header/header'
import { openHeader } from '../../src/main/vault/header/header-keys'

/** SQLite's write-ahead log: a header, then frames of a frame header and one page (sqlite.org/fileformat). */
const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const PAGE_BYTES = 4096

/**
 * Every page, free ones included, in every state that database and log still hold: the log is cut after each of
 * its frames in turn, so that a page that a later frame replaced is read as well.
 */
export const decryptedStates = async (dataDir: string, passphrase: string): Promise<Buffer[]> => {
  const parsed = parseHeader(readFileSync(join(dataDir, 'vault.json')))
  if (parsed.kind !== 'header') throw new Error('The header should parse')
  const key = await openHeader(parsed.body, { kind: 'passphrase', passphrase })
  const logFile = join(dataDir, 'vault.db-wal')
  const log = existsSync(logFile) ? readFileSync(logFile) : Buffer.alloc(0)
  const frameCount = Math.max(
    0,
    Math.floor((log.length - LOG_HEADER_BYTES) / (FRAME_HEADER_BYTES + PAGE_BYTES)),
  )

  const states: Buffer[] = []
  for (let frames = 0; frames <= frameCount; frames += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'holdspace-state-'))
    try {
      copyFileSync(join(dataDir, 'vault.db'), join(folder, 'vault.db'))
      const cut = frames === 0 ? 0 : LOG_HEADER_BYTES + frames * (FRAME_HEADER_BYTES + PAGE_BYTES)
      writeFileSync(join(folder, 'vault.db-wal'), log.subarray(0, cut))
      const connection = openReader(join(folder, 'vault.db'), key)
      const state = readDecryptedPages(connection)
      connection.close()
      if (!states.at(-1)?.equals(state)) states.push(state)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return states
}
