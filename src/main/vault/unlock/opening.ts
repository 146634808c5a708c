/** @file From the vault's key to an open vault that looks after itself; what is found damaged on the way is remembered. */
import { existsSync } from 'node:fs'
import type { Host } from '../../host'
import { finishCreation } from '../database/create-vault'
import { openVault } from '../database/open-vault'
import type { OpenVault } from '../database/opened'
import type { InstanceLock } from '../files/instance-lock'
import { keepSpareRoom } from '../files/spare-room'
import { fileStamp, healHeader, type VaultPaths } from '../files/vault-files'
import { openForgotten } from '../forget/forgotten'
import type { HeaderBody } from '../header/header'
import { keyFor } from '../header/header-keys'
import type { KeptKindDescriptor } from '../kept-kind'
import { asUnusable, isLasting, VaultUnusableError } from '../problems'
import { type ClockKeeper, keepClock } from './clock-trust'
import { lastWrittenAt, lookAfterVault, type Unlocked } from './unlocked'

/** What opening stands on. */
export interface OpeningParts {
  paths: VaultPaths
  host: Pick<Host, 'clock'>
  migrationsDir: string
  kinds: () => readonly KeptKindDescriptor[]
  /** Called when the vault's status may have changed. */
  announce: () => void
}

/** How a vault is opened. */
export interface HowToOpen {
  /** True where it was made just now. */
  isNew: boolean
  /** The header that gave the key. */
  header: HeaderBody
  /** The same where it is to take the place of the newest one, which did not open. */
  heals: HeaderBody | null
  /** The key once more, where the recovery key gave it: ours to clear. */
  recoveredKey: Buffer | null
}

/** Opens vaults of one folder. */
export interface Opening {
  /** @throws `VaultUnusableError`, and errors that are none of the vault's. */
  open(key: Buffer, lock: InstanceLock, how: HowToOpen): Unlocked
  /** Damage that only the key could show, as long as the files are the same; null: none is known. */
  seenProblem(): VaultUnusableError['problem'] | null
}

/** The opening of one folder's vault. */
export function openingOf({ paths, host, migrationsDir, kinds, announce }: OpeningParts): Opening {
  let seen: { problem: VaultUnusableError['problem']; stamp: string } | null = null
  const now = () => host.clock.now()
  return {
    open(key, lock, { isNew, header, heals, recoveredKey }) {
      let opened: OpenVault | undefined
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
        const parts = { opened, clock, lock, forgotten, header, paths, recoveredKey, kinds, now, announce }
        const unlocked = lookAfterVault(parts)
        seen = null
        return unlocked
      } catch (thrown) {
        opened?.close()
        recoveredKey?.fill(0)
        const unusable = asUnusable(thrown)
        if (unusable instanceof VaultUnusableError && isLasting(unusable.problem)) {
          seen = { problem: unusable.problem, stamp: fileStamp(paths) }
        }
        throw unusable
      }
    },
    seenProblem: () => (seen !== null && seen.stamp === fileStamp(paths) ? seen.problem : null),
  }
}
