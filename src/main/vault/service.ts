/** @file The vault: create, unlock, lock, its status, and the handles through which domains reach it. */
import { existsSync, rmSync } from 'node:fs'
import { EventPublisher } from '@orpc/server'
import type { BackupContent } from '../../contract/backup'
import type { VaultStatus } from '../../contract/vault'
import type { Host } from '../host'
import {
  type BackupToOpen,
  backupsOf,
  type OpenedBackup,
  openBackup,
  stagingDir,
  type VaultBackups,
} from './backup/backups'
import { isReplaceable, placeBackup, preparePrivateDir } from './backup/restore'
import { finishCreation, removeNewVault, writeNewVault } from './database/create-vault'
import { type OpenVault, openVault } from './database/open-vault'
import { type InstanceLock, isLockHeld, takeInstanceLock } from './files/instance-lock'
import { giveUpSpareRoom, keepSpareRoom } from './files/spare-room'
import {
  fileStamp,
  hasAnyVaultFile,
  hasPreviousCopy,
  healHeader,
  inspectVault,
  vaultPaths,
} from './files/vault-files'
import { openForgotten } from './forget/forgotten'
import { type VaultAccess, VaultLockedError } from './handles'
import type { HeaderBody, KdfParams } from './header/header'
import { createHeader, keyFor } from './header/header-keys'
import { printRecoveryKey } from './header/recovery-key'
import { profileKind } from './kept/profile'
import type { KeptKindDescriptor } from './kept-kind'
import {
  asUnusable,
  isLasting,
  problemOf,
  TooSoonError,
  VaultExistsError,
  VaultUnusableError,
} from './problems'
import { recordsOf, type VaultRecords } from './records'
import { countAttempts } from './unlock/attempts'
import { type ClockKeeper, keepClock } from './unlock/clock-trust'
import { oneAtATime } from './unlock/one-at-a-time'
import { openKey, readSecret, type TypedUnlock } from './unlock/open-key'
import { secretsOf, type VaultSecrets } from './unlock/secrets'
import { lastWrittenAt, lookAfterVault, type Unlocked } from './unlock/unlocked'

/** What the vault needs from its surroundings. */
export interface VaultOptions {
  host: Pick<Host, 'clock' | 'dataDir'> & Partial<Pick<Host, 'chooseFolder'>>
  /** Absolute path of the SQL migrations, `meta/_journal.json` included. */
  migrationsDir: string
  /** The kinds of record of all other domains; the profile's is the vault's own. Asked when needed. */
  kinds: () => readonly KeptKindDescriptor[]
  /** What deriving the key of a new vault costs; `KDF_DEFAULT` where nothing is said. A vault keeps its own. */
  kdf?: KdfParams
}

/** The vault of one folder. Methods of an unlocked vault throw `VaultLockedError` when it is locked. */
export interface VaultService extends VaultRecords, VaultSecrets, VaultBackups {
  access: VaultAccess
  /** Where the vault stands now, read afresh from its files while it is locked. */
  status(): VaultStatus
  /** The status now and on each change, until the signal aborts or the caller stops. */
  watch(signal?: AbortSignal): AsyncGenerator<VaultStatus, void>
  /**
   * Makes a vault and leaves it unlocked.
   *
   * @returns the recovery key as printed; kept nowhere.
   * @throws `VaultExistsError`, `VaultUnusableError`, or an error that `isDiskFull` knows.
   */
  create(input: { displayName: string; passphrase: string }): Promise<string>
  /**
   * Opens the vault; on one that is open already does nothing, without a look at the secret.
   *
   * @throws `TooSoonError`, `WrongSecretError`, `VaultUnusableError`.
   */
  unlock(typed: TypedUnlock): Promise<void>
  /**
   * Makes the vault of a folder from a backup where there is none, or where the one that is there is damaged, and
   * leaves it unlocked. A damaged one is moved aside as it is.
   *
   * @throws as `rehearseBackup`, and `VaultExistsError`, `VaultUnusableError`: nothing was made then.
   */
  restoreBackup(backup: BackupToOpen): Promise<BackupContent>
  /** Answers the question about the date; does nothing where none is asked. */
  answerDate(isRight: boolean): void
  /** Goes on without changes that the log lost. @returns false where more than that is wrong. */
  acceptLoss(): boolean
  /** Judges the clock, enforces end dates and looks for the files now: for a shell that knows of a waking. */
  lookAfter(): void
  /** Closes the database. Harmless when locked. */
  lock(): Promise<void>
  /** Locks at once and for good: for the shell's last moment. */
  close(): void
}

/** The vault of one folder, in this process. */
export function createVault({ host, migrationsDir, kinds, kdf }: VaultOptions): VaultService {
  const paths = vaultPaths(host.dataDir)
  const attempts = countAttempts(host.clock, paths.tries)
  const inTurn = oneAtATime()
  const publisher = new EventPublisher<{ status: VaultStatus }>({ maxBufferedEvents: 16 })
  const allKinds = (): readonly KeptKindDescriptor[] => [profileKind, ...kinds()]
  let unlocked: Unlocked | null = null
  let isOpening = false
  let isClosed = false
  let wasOpen = false
  // Damage that only the key could show; it stands until the files are replaced.
  let seen: { problem: VaultUnusableError['problem']; stamp: string } | null = null
  let lastStatus = ''

  const requireUnlocked = (): Unlocked => {
    if (unlocked === null) throw new VaultLockedError()
    return unlocked
  }
  const secrets = secretsOf({ requireUnlocked, paths, attempts, clock: host.clock, announce })

  const backupParts = {
    requireUnlocked,
    paths,
    attempts,
    host: { chooseFolder: null, ...host },
    migrationsDir,
    kinds: allKinds,
  }
  function status(): VaultStatus {
    if (unlocked !== null) return unlocked.status()
    const inspection = inspectVault(paths)
    // A folder that was there a moment ago is gone: no place to make a vault.
    if (inspection.kind === 'none' && wasOpen) {
      return { state: 'unusable', problem: 'gone', hasPreviousCopy: false }
    }
    if (inspection.kind === 'none') return { state: 'none' }
    if (inspection.kind === 'unusable') {
      return { state: 'unusable', problem: inspection.problem, hasPreviousCopy: inspection.hasPreviousCopy }
    }
    const problem = heldProblem() ?? (seen !== null && seen.stamp === fileStamp(paths) ? seen.problem : null)
    if (problem !== null) return { state: 'unusable', problem, hasPreviousCopy: hasPreviousCopy(paths) }
    return {
      state: 'locked',
      nextTryAt: attempts.nextTryAt()?.toISOString() ?? null,
      isPreviousHeader: inspection.isPreviousHeader,
    }
  }

  /** Whether another console has the vault, unless it is this one, in the middle of opening it. */
  function heldProblem(): VaultUnusableError['problem'] | null {
    if (isOpening) return null
    try {
      return isLockHeld(paths.lock) ? 'inUse' : null
    } catch (thrown) {
      return problemOf(thrown) ?? 'unreadable'
    }
  }

  function announce(): VaultStatus {
    const now = status()
    const text = JSON.stringify(now)
    if (text !== lastStatus) publisher.publish('status', now)
    lastStatus = text
    return now
  }

  function closeNow(): void {
    const closing = unlocked
    unlocked = null
    closing?.shut()
  }

  /** Runs the opening of a vault under its lock, which stays held when it ends well. */
  async function underLock(open: (lock: InstanceLock) => Promise<Unlocked>): Promise<void> {
    isOpening = true
    let lock: InstanceLock | undefined
    try {
      lock = takeInstanceLock(paths.lock)
      unlocked = await open(lock)
      wasOpen = true
      seen = null
      if (isClosed) closeNow()
    } catch (thrown) {
      lock?.release()
      throw thrown
    } finally {
      isOpening = false
    }
  }

  function openWith(
    key: Buffer,
    lock: InstanceLock,
    { isNew, heals, recoveredKey }: { isNew: boolean; heals: HeaderBody | null; recoveredKey: Buffer | null },
  ): Unlocked {
    let opened: OpenVault | undefined
    const now = () => host.clock.now()
    try {
      if (!existsSync(paths.database)) finishCreation(paths)
      const writtenAt = isNew ? null : lastWrittenAt(paths)
      let clock: ClockKeeper | null = null
      opened = openVault(paths, key, {
        migrationsDir,
        seenAt: () => clock?.seenAt() ?? null,
        whenProven: () => {
          if (heals !== null) healHeader(paths, heals)
        },
        whenHoldChanges: announce,
      })
      const rememberedAt = opened.stateAtOpening?.lastSeenAt ?? null
      clock = keepClock(now, rememberedAt === null ? writtenAt : new Date(rememberedAt))
      if (opened.hold() === null) keepSpareRoom(paths.spare)
      const forgotten = openForgotten(paths.forgotten, keyFor('forgotten entries', key))
      return lookAfterVault({ opened, clock, lock, forgotten, recoveredKey, kinds: allKinds, now, announce })
    } catch (thrown) {
      opened?.close()
      recoveredKey?.fill(0)
      const unusable = asUnusable(thrown)
      if (unusable instanceof VaultUnusableError && isLasting(unusable.problem)) {
        seen = { problem: unusable.problem, stamp: fileStamp(paths) }
      }
      throw unusable
    }
  }

  async function createNow(input: { displayName: string; passphrase: string }): Promise<string> {
    let isOver = false
    try {
      preparePrivateDir(paths)
      isOver = unlocked !== null || hasAnyVaultFile(paths)
    } catch (thrown) {
      throw asUnusable(thrown)
    }
    if (isOver) throw new VaultExistsError()
    let printed = ''
    await underLock(async (lock) => {
      // Once more, now that no other console can be making one.
      if (hasAnyVaultFile(paths)) throw new VaultExistsError()
      const made = await createHeader(input.passphrase, kdf)
      try {
        writeNewVault(paths, migrationsDir, {
          header: made.body,
          key: made.vaultKey,
          displayName: input.displayName,
          now: host.clock.now(),
        })
        printed = printRecoveryKey(made.recoveryKey)
        try {
          return openWith(made.vaultKey, lock, { isNew: true, heals: null, recoveredKey: null })
        } catch (thrown) {
          // Its recovery key would never be seen by anyone.
          removeNewVault(paths)
          throw thrown
        }
      } finally {
        made.vaultKey.fill(0)
        made.recoveryKey.fill(0)
      }
    })
    attempts.succeed()
    return printed
  }

  async function unlockNow(typed: TypedUnlock): Promise<void> {
    if (unlocked !== null) return
    const inspection = inspectVault(paths)
    if (inspection.kind === 'none') throw new VaultUnusableError('headerMissing')
    if (inspection.kind === 'unusable') throw new VaultUnusableError(inspection.problem)
    const nextTryAt = attempts.nextTryAt()
    if (nextTryAt !== null) throw new TooSoonError(nextTryAt)
    const secret = readSecret(typed, host.clock.now())
    try {
      await underLock(async (lock) => {
        const { key, heals } = await openKey(inspection, secret, attempts, host.clock)
        attempts.succeed()
        try {
          const recoveredKey = secret.kind === 'recoveryKey' ? Buffer.from(key) : null
          return openWith(key, lock, { isNew: false, heals, recoveredKey })
        } finally {
          key.fill(0)
        }
      })
    } finally {
      if (secret.kind === 'recoveryKey') secret.key.fill(0)
    }
  }

  async function restoreNow(backup: BackupToOpen): Promise<BackupContent> {
    preparePrivateDir(paths)
    const mayBeThere = () => {
      const now = status()
      return now.state === 'none' || isReplaceable(now)
    }
    if (!mayBeThere()) throw new VaultExistsError()
    let opened: OpenedBackup | undefined
    try {
      // Nothing that is there is touched before the backup was opened and read in full.
      opened = await openBackup(backupParts, backup)
      const found = opened
      const isHeld = unlocked !== null && mayBeThere()
      if (isHeld) closeNow()
      await underLock(async (lock) => {
        // Once more, now that no other console can be making one.
        if (!isHeld && !mayBeThere()) throw new VaultExistsError()
        return placeBackup(backupParts, found, (key, recoveredKey) =>
          openWith(key, lock, { isNew: false, heals: null, recoveredKey }),
        )
      })
      return opened.content
    } finally {
      opened?.key.fill(0)
      rmSync(stagingDir(paths), { recursive: true, force: true })
    }
  }

  async function announced<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (thrown) {
      throw asUnusable(thrown)
    } finally {
      announce()
    }
  }

  return {
    access: {
      read: () => requireUnlocked().read(),
      write: (change) => requireUnlocked().write(change),
      isClockTrusted: () => requireUnlocked().isClockTrusted(),
      dueBefore: () => requireUnlocked().dueBefore(),
    },
    answerDate: (isRight) => requireUnlocked().answerDate(isRight),
    acceptLoss: () => requireUnlocked().acceptLoss(),
    lookAfter: () => unlocked?.lookAfter(),
    status: announce,
    async *watch(signal) {
      const now = announce()
      const changes = publisher.subscribe('status', signal === undefined ? {} : { signal })
      yield now
      try {
        yield* changes
      } catch (thrown) {
        if (signal?.aborted !== true) throw thrown
      }
    },
    create: (input) => inTurn(() => announced(() => createNow(input))),
    unlock: (typed) => inTurn(() => announced(() => unlockNow(typed))),
    renewRecoverySheet: (passphrase) => inTurn(() => secrets.renewRecoverySheet(passphrase)),
    changePassphrase: (passphrase, next) => inTurn(() => secrets.changePassphrase(passphrase, next)),
    replaceSecrets: (next) => inTurn(() => secrets.replaceSecrets(next)),
    testRecoverySheet: (typed) => inTurn(() => secrets.testRecoverySheet(typed)),
    keepSecrets: () => secrets.keepSecrets(),
    ...backupsOf(backupParts),
    restoreBackup: (backup) => inTurn(() => announced(() => restoreNow(backup))),
    lock: () => inTurn(() => announced(async () => closeNow())),
    ...recordsOf(requireUnlocked, allKinds, host.clock, () => giveUpSpareRoom(paths.spare)),
    close() {
      isClosed = true
      closeNow()
    },
  }
}
