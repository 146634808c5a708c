/** @file The vault: create, unlock, lock, its status, and the handles through which domains reach it. */
import type { BackupContent } from '../../contract/backup'
import type { Profile, VaultStatus } from '../../contract/vault'
import type { Host } from '../host'
import { backupsOf, type VaultBackups } from './backup/backups'
import type { BackupParts, BackupToOpen, OpenedBackup } from './backup/open-backup'
import { asBackupRefusal } from './backup/refusal'
import { isReplaceable, placeBackup, preparePrivateDir, withPrepared } from './backup/restore'
import { stagingOf } from './backup/staging'
import { removeNewVault, writeNewVault } from './database/create-vault'
import type { InstanceLock } from './files/instance-lock'
import { giveUpSpareRoom } from './files/spare-room'
import { hasAnyVaultFile, inspectVault, vaultPaths } from './files/vault-files'
import type { ForgottenByHand, VaultAccess } from './handles'
import type { KdfParams } from './header/header'
import { createHeader } from './header/header-keys'
import { printRecoveryKey } from './header/recovery-key'
import { profileKind } from './kept/profile'
import type { KeptKindDescriptor } from './kept-kind'
import { asUnusable, TooSoonError, VaultExistsError, VaultUnusableError } from './problems'
import { recordsOf, type VaultRecords } from './records'
import { countAttempts } from './unlock/attempts'
import { holderOf } from './unlock/holder'
import { oneAtATime } from './unlock/one-at-a-time'
import { type OpenedKey, openKey, otherKey, readSecret, type TypedUnlock } from './unlock/open-key'
import { openingOf } from './unlock/opening'
import { secretsOf, type VaultSecrets } from './unlock/secrets'
import type { Unlocked } from './unlock/unlocked'

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

/** What a new vault is made of. `work` left out: who makes one facilitates. */
export interface NewProfile extends Pick<Profile, 'displayName'>, Partial<Pick<Profile, 'work'>> {
  passphrase: string
}

/** The vault of one folder. Methods of an unlocked vault throw `VaultLockedError` when it is locked. */
export interface VaultService extends VaultRecords, VaultSecrets, VaultBackups {
  access: VaultAccess
  forgottenByHand: ForgottenByHand
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
  create(input: NewProfile): Promise<string>
  /**
   * Opens the vault; on one that is open already does nothing, without a look at the secret.
   *
   * @throws `TooSoonError`, `WrongSecretError`, `VaultUnusableError`.
   */
  unlock(typed: TypedUnlock): Promise<void>
  /**
   * Makes the vault of a folder from a backup where there is none, or where the one that is there is damaged, and
   * leaves it unlocked. A damaged one is moved aside as it is. Where the process ends in the middle, the next `status`
   * finishes it or puts the old files back, and says which.
   *
   * @throws as `rehearseBackup`, and `VaultExistsError`: what was there is there.
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
  const staging = stagingOf(paths)
  const allKinds = (): readonly KeptKindDescriptor[] => [profileKind, ...kinds()]
  const holder = holderOf({ paths, staging, attempts, opening: () => opening })
  const { requireUnlocked, announce } = holder
  const opening = openingOf({ paths, host, migrationsDir, kinds: allKinds, announce })
  const secrets = secretsOf({ requireUnlocked, paths, attempts, clock: host.clock, announce })
  const backupParts: BackupParts = {
    requireUnlocked,
    paths,
    staging,
    attempts,
    host: { chooseFolder: null, ...host },
    migrationsDir,
    kinds: allKinds,
  }

  async function createNow({ passphrase, work = 'facilitates', displayName }: NewProfile): Promise<string> {
    let isOver = false
    try {
      preparePrivateDir(paths)
      isOver = holder.now() !== null || hasAnyVaultFile(paths)
    } catch (thrown) {
      throw asUnusable(thrown)
    }
    if (isOver) throw new VaultExistsError()
    let printed = ''
    await holder.underLock(async (lock) => {
      // Once more, now that no other console can be making one.
      if (hasAnyVaultFile(paths)) throw new VaultExistsError()
      const made = await createHeader(passphrase, kdf)
      try {
        writeNewVault(paths, migrationsDir, {
          header: made.body,
          key: made.vaultKey,
          profile: { displayName, work },
          now: host.clock.now(),
        })
        printed = printRecoveryKey(made.recoveryKey)
        try {
          return opening.open(made.vaultKey, lock, {
            isNew: true,
            header: made.body,
            heals: null,
            recoveredKey: null,
          })
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
    if (holder.now() !== null) return
    const inspection = inspectVault(paths)
    if (inspection.kind === 'none') throw new VaultUnusableError('headerMissing')
    if (inspection.kind === 'unusable') throw new VaultUnusableError(inspection.problem)
    const nextTryAt = attempts.nextTryAt()
    if (nextTryAt !== null) throw new TooSoonError(nextTryAt)
    const secret = readSecret(typed, host.clock.now())
    try {
      await holder.underLock(async (lock) => {
        const openWith = ({ key, header, heals }: OpenedKey): Unlocked => {
          const recoveredKey = secret.kind === 'recoveryKey' ? Buffer.from(key) : null
          return opening.open(key, lock, { isNew: false, header, heals, recoveredKey })
        }
        const first = await openKey(inspection, secret, attempts, host.clock)
        attempts.succeed()
        let second: OpenedKey | null = null
        try {
          return openWith(first)
        } catch (thrown) {
          // A header of another vault of the same person opens by the same passphrase, and not this database.
          const isDamaged = thrown instanceof VaultUnusableError && thrown.problem === 'databaseDamaged'
          second = isDamaged ? await otherKey(inspection, secret, first) : null
          if (second === null) throw thrown
          return openWith(second)
        } finally {
          first.key.fill(0)
          second?.key.fill(0)
        }
      })
    } finally {
      if (secret.kind === 'recoveryKey') secret.key.fill(0)
    }
  }

  /** Nothing that is there is touched before the backup was opened, read in full and made ready. */
  async function restoreNow(backup: BackupToOpen): Promise<BackupContent> {
    preparePrivateDir(paths)
    const requireReplaceable = () => {
      const now = holder.status()
      if (now.state !== 'none' && !isReplaceable(now)) throw new VaultExistsError()
    }
    const openPlaced = (prepared: OpenedBackup, dir: string, lock: InstanceLock): Unlocked => {
      placeBackup(backupParts, dir)
      // From here on the backup is the vault, also where opening it fails.
      holder.noteRestored()
      attempts.succeed()
      const { key, header, isByRecoveryKey } = prepared
      const recoveredKey = isByRecoveryKey ? Buffer.from(key) : null
      return opening.open(key, lock, { isNew: false, header, heals: null, recoveredKey })
    }
    requireReplaceable()
    if (holder.now() !== null) {
      // The open vault holds the lock until the backup is ready.
      return withPrepared(backupParts, backup, async (prepared, dir) => {
        requireReplaceable()
        holder.close()
        await holder.underLock(async (lock) => openPlaced(prepared, dir, lock))
        return prepared.content
      })
    }
    const { promise, resolve } = Promise.withResolvers<BackupContent>()
    await holder.underLock(async (lock) => {
      // Once more, now that no other console can be making one.
      requireReplaceable()
      return withPrepared(backupParts, backup, async (prepared, dir) => {
        const unlocked = openPlaced(prepared, dir, lock)
        resolve(prepared.content)
        return unlocked
      })
    })
    return promise
  }

  async function announced<T>(
    work: () => Promise<T>,
    refusal: (thrown: unknown) => unknown = asUnusable,
  ): Promise<T> {
    try {
      return await work()
    } catch (thrown) {
      throw refusal(thrown)
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
    forgottenByHand: {
      look: () => {
        const forgottenAt = requireUnlocked().forgotten.look()
        return (kind, id) => forgottenAt(kind, id) !== null
      },
      note: (kind, id) => requireUnlocked().forgotten.note(kind, id, host.clock.now()),
    },
    answerDate: (isRight) => requireUnlocked().answerDate(isRight),
    acceptLoss: () => requireUnlocked().acceptLoss(),
    lookAfter: () => holder.now()?.lookAfter(),
    status: holder.announce,
    watch: holder.watch,
    create: (input) => inTurn(() => announced(() => createNow(input))),
    unlock: (typed) => inTurn(() => announced(() => unlockNow(typed))),
    renewRecoverySheet: (passphrase) => inTurn(() => secrets.renewRecoverySheet(passphrase)),
    changePassphrase: (passphrase, next) => inTurn(() => secrets.changePassphrase(passphrase, next)),
    replaceSecrets: (next) => inTurn(() => secrets.replaceSecrets(next)),
    testRecoverySheet: (typed) => inTurn(() => secrets.testRecoverySheet(typed)),
    keepSecrets: () => secrets.keepSecrets(),
    ...backupsOf(backupParts),
    restoreBackup: (backup) => inTurn(() => announced(() => restoreNow(backup), asBackupRefusal)),
    lock: () => inTurn(() => announced(async () => holder.close())),
    ...recordsOf(requireUnlocked, allKinds, host.clock, () => giveUpSpareRoom(paths.spare)),
    close: holder.closeForGood,
  }
}
