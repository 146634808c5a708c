/**
 * @file Moving the data folder: to every kind of place that takes it or does not; at each step refused or killed; and the
 * disk gone afterwards. Whatever happens, the folder that the note names is a whole vault, and nothing is made empty.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onFailingDisk } from '../../../../tests/fixtures/failing-disk'
import { isPosix } from '../../../../tests/fixtures/posix'
import { temporaryFolder } from '../../../../tests/fixtures/temporary-folder'
import {
  createFixture,
  type NotesVault,
  notesKind,
  notesVault,
  PASSPHRASE,
} from '../../../../tests/migrations/notes-vault'
import { Refusal } from '../../refusal'
import { takeInstanceLock } from '../files/instance-lock'
import { createVault } from '../service'
import { sumsOf } from './copy'
import { movableFolder, namedFolder } from './moves'
import { NOTE_FILE, NoteUnreadableError, readNote } from './note'
import { FolderGoneError, FolderUnsettledError, settleFolder } from './settle'

const NOTE = 'a canary in the note, 4711'

/** A vault with words in it, closed, in the folder at which starts begin, and a place for it. */
const filled = async () => {
  const made = notesVault()
  await createFixture(made)
  made.add('note-one-000001', NOTE)
  await made.vault.lock()
  writeFileSync(join(made.dataDir, 'preferences.json'), '{"theme":"dark"}')
  mkdirSync(join(made.dataDir, 'set-aside-2026-01-02'))
  writeFileSync(join(made.dataDir, 'set-aside-2026-01-02', 'vault.json'), 'an earlier one')
  mkdirSync(join(made.dataDir, 'electron'))
  writeFileSync(join(made.dataDir, 'a letter.txt'), 'put there by a person')
  const place = realpathSync(temporaryFolder())
  const startDir = realpathSync(made.dataDir)
  return { made, startDir, place, to: join(place, 'Holdspace'), before: sumsOf(startDir) }
}

const start = (startDir: string) => {
  const settled = settleFolder(startDir)
  return { settled, folder: movableFolder(startDir, settled) }
}

const refusal = (work: () => void): unknown => {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.data
    throw thrown
  }
  return null
}

/** The folder opens with the words that were in it. */
const opens = async (made: NotesVault, dataDir: string): Promise<void> => {
  const vault = createVault({
    host: { clock: made.clock, dataDir },
    migrationsDir: made.migrationsDir,
    kinds: () => [notesKind],
  })
  try {
    await vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    expect(vault.isHealthy()).toBe(true)
    expect(vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    const [note] = vault.access.read().all<{ text: string }>('SELECT text FROM notes')
    expect(note?.text).toBe(NOTE)
  } finally {
    vault.close()
  }
}

describe('a move', () => {
  it('is noted, done at the next start, and leaves nothing of the vault behind nor takes what is not ours', async () => {
    const { made, startDir, place, to, before } = await filled()
    const { folder } = start(startDir)
    expect(folder.state()).toEqual({ path: startDir, isNamedAtStart: false, moveTo: null, move: null })
    folder.ask(place)
    expect(folder.state().moveTo).toBe(to)
    expect(sumsOf(startDir), 'nothing moves while it is open').toEqual(before)
    expect(existsSync(to)).toBe(false)

    const { settled } = start(startDir)
    expect(settled).toEqual({ dataDir: to, move: { kind: 'moved', from: startDir, isOldCleared: true } })
    expect(sumsOf(to)).toEqual(before)
    expect(readFileSync(join(to, 'set-aside-2026-01-02', 'vault.json'), 'utf8')).toBe('an earlier one')
    expect(readdirSync(startDir).sort()).toEqual(['a letter.txt', NOTE_FILE, 'electron'])
    expect(readdirSync(place)).toEqual(['Holdspace'])
    await opens(made, to)
    expect(start(startDir).settled, 'said once').toEqual({ dataDir: to, move: null })
  })

  it('goes on from there to another place, and can be taken back before', async () => {
    const { made, startDir, place, to } = await filled()
    start(startDir).folder.ask(place)
    const second = start(startDir)
    const other = join(realpathSync(temporaryFolder()), 'Círculo של יום שלישי 集まり')
    mkdirSync(other)
    second.folder.ask(other)
    second.folder.takeBack()
    expect(second.folder.state().moveTo).toBeNull()
    expect(start(startDir).settled).toEqual({ dataDir: to, move: null })
    start(startDir).folder.ask(other)
    const { settled } = start(startDir)
    expect(settled.dataDir).toBe(join(other, 'Holdspace'))
    expect(existsSync(to), 'a folder that only we made goes').toBe(false)
    await opens(made, settled.dataDir)
  })

  it('takes along what a killed console left in its log', async () => {
    const { made, startDir, place } = await filled()
    await made.unlock()
    made.add('note-two-000002', 'in the log alone')
    const copy = realpathSync(temporaryFolder())
    cpSync(made.dataDir, join(copy, 'data'), { recursive: true })
    made.vault.close()
    rmSync(startDir, { recursive: true })
    renameSync(join(copy, 'data'), startDir)
    expect(readdirSync(startDir)).toContain('vault.db-wal')
    start(startDir).folder.ask(place)
    const { settled } = start(startDir)
    await opens(made, settled.dataDir)
  })

  it('waits while another console has the vault', async () => {
    const { startDir, place, before } = await filled()
    start(startDir).folder.ask(place)
    const lock = takeInstanceLock(join(startDir, 'vault.lock'))
    try {
      expect(() => settleFolder(startDir)).toThrow(expect.objectContaining({ problem: 'inUse' }))
      expect(sumsOf(startDir)).toEqual(before)
    } finally {
      lock.release()
    }
    expect(start(startDir).settled.move).toMatchObject({ kind: 'moved' })
  })
})

describe('a place that does not take it is refused by name, and nothing is noted', () => {
  it.each([
    ['no full path', () => 'Documents', 'notAbsolute'],
    ['another computer', () => '//server/share', 'network'],
    ['an address', () => 'smb://server/share', 'network'],
    ['nothing there', (place: string) => join(place, 'nowhere'), 'notThere'],
    [
      'a file',
      (place: string) => {
        writeFileSync(join(place, 'file'), '')
        return join(place, 'file')
      },
      'notAFolder',
    ],
    ['the data folder itself', (_: string, startDir: string) => startDir, 'inside'],
    ['a folder in it', (_: string, startDir: string) => join(startDir, 'electron'), 'inside'],
    [
      'a folder named so that has something in it',
      (place: string) => {
        mkdirSync(join(place, 'Holdspace'))
        writeFileSync(join(place, 'Holdspace', 'vault.json'), 'of somebody else')
        return place
      },
      'taken',
    ],
    [
      'an empty folder named so',
      (place: string) => {
        mkdirSync(join(place, 'Holdspace'))
        return place
      },
      'taken',
    ],
  ] as const)('%s', async (_, placeOf, problem) => {
    const { startDir, place, before } = await filled()
    const { folder } = start(startDir)
    expect(refusal(() => folder.ask(placeOf(place, startDir)))).toEqual({ problem })
    expect(existsSync(join(startDir, NOTE_FILE))).toBe(false)
    expect(sumsOf(startDir)).toEqual(before)
  })

  it.runIf(isPosix)('a dangling link named so', async () => {
    const { startDir, place } = await filled()
    symlinkSync(join(place, 'nowhere'), join(place, 'Holdspace'))
    expect(refusal(() => start(startDir).folder.ask(place))).toEqual({ problem: 'taken' })
  })

  it.runIf(isPosix)('a vault of which a file is a link', async () => {
    const { startDir, place } = await filled()
    renameSync(join(startDir, 'vault.db'), join(place, 'elsewhere.db'))
    symlinkSync(join(place, 'elsewhere.db'), join(startDir, 'vault.db'))
    expect(refusal(() => start(startDir).folder.ask(place))).toEqual({ problem: 'strange' })
  })

  it.runIf(isPosix && process.getuid?.() !== 0)('a folder of somebody else', async () => {
    const { startDir, place } = await filled()
    chmodSync(place, 0o500)
    expect(refusal(() => start(startDir).folder.ask(place))).toEqual({ problem: 'notAllowed' })
    chmodSync(place, 0o700)
  })

  it.each([
    ['ENOSPC', 'full'],
    ['EROFS', 'readOnly'],
    ['EACCES', 'notAllowed'],
    ['EIO', 'gone'],
    ['ENOTSUP', 'unfit'],
  ])('a disk that answers %s', async (code, problem) => {
    const { startDir, place, before } = await filled()
    const { folder } = start(startDir)
    let said: unknown = null
    const isCounted = (path: string) => path.startsWith(place)
    await onFailingDisk({ at: 1, isForGood: true, code, isCounted }, async () => {
      said = refusal(() => folder.ask(place))
    })
    expect(said).toEqual({ problem })
    expect(existsSync(join(startDir, NOTE_FILE))).toBe(false)
    expect(sumsOf(startDir)).toEqual(before)
    expect(readdirSync(place)).toEqual([])
  })

  it('the place it is in already', async () => {
    const { startDir, place } = await filled()
    start(startDir).folder.ask(place)
    expect(refusal(() => start(startDir).folder.ask(place))).toEqual({ problem: 'same' })
  })

  it.runIf(isPosix)('through a link it goes where the link leads', async () => {
    const { made, startDir, place, to } = await filled()
    const link = join(realpathSync(temporaryFolder()), 'a link')
    symlinkSync(place, link)
    start(startDir).folder.ask(link)
    expect(start(startDir).settled.dataDir).toBe(to)
    await opens(made, to)
  })
})

describe('a start', () => {
  it.each([
    ['the place is gone', (place: string) => rmSync(place, { recursive: true }), 'notThere'],
    ['somebody has put one there', (place: string) => mkdirSync(join(place, 'Holdspace')), 'taken'],
  ] as const)('stays with the old folder and says so when %s', async (_, change, problem) => {
    const { made, startDir, place, to, before } = await filled()
    start(startDir).folder.ask(place)
    change(place)
    const { settled, folder } = start(startDir)
    expect(settled).toEqual({ dataDir: startDir, move: { kind: 'notMoved', to, problem } })
    expect(folder.state().moveTo, 'it is not tried for ever').toBeNull()
    expect(sumsOf(startDir)).toEqual(before)
    await opens(made, startDir)
  })

  it('makes nothing where the disk of a moved folder is gone, and finds it when it is back', async () => {
    const { made, startDir, place, to } = await filled()
    start(startDir).folder.ask(place)
    start(startDir)
    const pulled = `${place}-pulled`
    renameSync(place, pulled)
    expect(() => settleFolder(startDir)).toThrow(FolderGoneError)
    // The place of a mount that is empty.
    mkdirSync(to, { recursive: true })
    expect(() => settleFolder(startDir)).toThrow(expect.objectContaining({ isEmpty: true }))
    expect(readdirSync(to)).toEqual([])
    rmSync(place, { recursive: true })
    renameSync(pulled, place)
    await opens(made, start(startDir).settled.dataDir)
  })

  it.each([
    '',
    '{',
    '{"holdspaceDataFolder":1}',
    '{"holdspaceDataFolder":2,"at":null,"move":null,"left":null}',
  ])('guesses nothing from a note of %j', async (rubbish) => {
    const { startDir, before } = await filled()
    writeFileSync(join(startDir, NOTE_FILE), rubbish)
    expect(() => settleFolder(startDir)).toThrow(NoteUnreadableError)
    expect(sumsOf(startDir)).toEqual(before)
  })

  it('removes from a folder that was left only what was copied', async () => {
    const { startDir, place } = await filled()
    const kept = join(realpathSync(temporaryFolder()), 'kept')
    cpSync(startDir, kept, { recursive: true })
    start(startDir).folder.ask(place)
    start(startDir)
    // As if clearing had been refused, and somebody had worked in the old folder since.
    const note = readNote(startDir)
    const left = { folder: startDir, sums: {} as Record<string, string> }
    cpSync(kept, startDir, { recursive: true })
    Object.assign(left.sums, sumsOf(startDir))
    writeFileSync(join(startDir, 'vault.db'), 'another database')
    writeFileSync(join(startDir, NOTE_FILE), JSON.stringify({ ...note, left }))
    start(startDir)
    expect(readFileSync(join(startDir, 'vault.db'), 'utf8')).toBe('another database')
    expect(readNote(startDir).left, 'said again').not.toBeNull()
    cpSync(join(kept, 'vault.db'), join(startDir, 'vault.db'))
    start(startDir)
    expect(readdirSync(startDir).sort()).toEqual(['a letter.txt', NOTE_FILE, 'electron'])
    expect(readNote(startDir).left).toBeNull()
  })
})

describe('on a disk that refuses', () => {
  it.each([
    ['refused once', false, 'EIO'],
    ['full from there on', true, 'ENOSPC'],
    ['killed', true, 'EIO'],
  ])(
    '%s at each step of a move: old or new is whole, and is the one that is opened',
    async (_, isForGood, code) => {
      const { made, startDir, place, to, before } = await filled()
      start(startDir).folder.ask(place)
      const kept = join(realpathSync(temporaryFolder()), 'kept')
      cpSync(startDir, kept, { recursive: true })
      const seen = { old: 0, new: 0, unsettled: 0 }
      const isCounted = (path: string) => path.startsWith(startDir) || path.startsWith(place)
      for (let at = 1; ; at += 1) {
        rmSync(startDir, { recursive: true })
        rmSync(place, { recursive: true })
        mkdirSync(place)
        cpSync(kept, startDir, { recursive: true })
        let said: string | null = null
        const { steps } = await onFailingDisk({ at, isForGood, code, isCounted }, async () => {
          try {
            said = settleFolder(startDir).dataDir
          } catch (thrown) {
            if (!(thrown instanceof FolderUnsettledError)) throw thrown
            seen.unsettled += 1
          }
        })
        const note = readNote(startDir)
        const named = note.at ?? startDir
        // What a start said is what the next start says: nothing is written into one and read from the other.
        if (said !== null) expect(said, `step ${at}`).toBe(named)
        expect(sumsOf(named), `step ${at}`).toEqual(before)
        if (said === startDir) seen.old += 1
        if (said === to) seen.new += 1
        const next = settleFolder(startDir)
        expect(sumsOf(next.dataDir), `the start after step ${at}`).toEqual(before)
        const isOld = next.dataDir === startDir
        expect(readdirSync(place), `left at the place after step ${at}`).toEqual(isOld ? [] : ['Holdspace'])
        if (!isOld) expect(readdirSync(startDir).sort()).toEqual(['a letter.txt', NOTE_FILE, 'electron'])
        if (at % 10 === 1) await opens(made, next.dataDir)
        if (steps < at) break
      }
      expect(seen.old).toBeGreaterThan(10)
      expect(seen.new).toBeGreaterThan(3)
    },
  )
})

it('a folder that was named at the start is moved by naming another', () => {
  const folder = namedFolder('/somewhere')
  expect(folder.state()).toEqual({ path: '/somewhere', isNamedAtStart: true, moveTo: null, move: null })
  expect(refusal(() => folder.ask('/tmp'))).toEqual({ problem: 'named' })
})
