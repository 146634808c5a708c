/** @file The facilitator's own settings: one row, theirs, made with the vault and never forgotten apart from it. */
import { KeptKeyBindings, type KeyBindings } from '../../../contract/keys'
import { Profile } from '../../../contract/vault'
import { UNKNOWN_SINCE } from '../../read-back'
import type { ReadVault, WriteVault } from '../handles'
import type { KeptKindDescriptor } from '../kept-kind'
import { profile } from '../tables'

const PROFILE_ROW_ID = 1
/** What stands for a name that cannot be read. */
const UNKNOWN_NAME = '?'

/** Writes the first row of a new vault. */
export function insertProfile(
  vault: WriteVault,
  own: Pick<Profile, 'displayName' | 'work'>,
  now: Date,
): void {
  vault
    .insert(profile)
    .values({ id: PROFILE_ROW_ID, ...own, createdAt: now.toISOString() })
    .run()
}

/** The profile as far as it can be read, or null in a database that is not a vault. */
export function readProfile(vault: ReadVault): Profile | null {
  const [row] = vault.select().from(profile).all()
  if (row === undefined) return null
  const { displayName, createdAt, recoverySheetConfirmedAt, firstStartDoneAt, work } = Profile.shape
  // Each by itself: the vault opens, whatever one of them holds, and each can be set anew.
  const since = createdAt.safeParse(row.createdAt).data ?? UNKNOWN_SINCE
  return {
    displayName: displayName.safeParse(row.displayName).data ?? UNKNOWN_NAME,
    createdAt: since,
    recoverySheetConfirmedAt: recoverySheetConfirmedAt.safeParse(row.recoverySheetConfirmedAt).data ?? null,
    // It was gone through, at an instant that cannot be read.
    firstStartDoneAt: firstStartDoneAt.catch(since).parse(row.firstStartDoneAt),
    work: work.catch('both').parse(row.work),
  }
}

/** Changes something of the profile that main may change by itself, or the name that meetings show. */
export function changeProfile(vault: WriteVault, change: Partial<Omit<Profile, 'createdAt'>>): void {
  vault.update(profile).set(change).run()
}

/** The keys that the facilitator changed, as far as this release knows them; none where what is kept is no record. */
export function readKeyBindings(vault: ReadVault): KeyBindings {
  const [row] = vault.select({ keyBindings: profile.keyBindings }).from(profile).all()
  try {
    return KeptKeyBindings.parse(JSON.parse(row?.keyBindings ?? '{}'))
  } catch {
    return {}
  }
}

/** Replaces them. */
export function changeKeyBindings(vault: WriteVault, next: KeyBindings): void {
  vault
    .update(profile)
    .set({ keyBindings: JSON.stringify(next) })
    .run()
}

/** The profile on the page What is kept. */
export const profileKind: KeptKindDescriptor = {
  kind: 'profile',
  tables: ['profile', 'vault_state'],
  canForget: false,
  list(vault) {
    const row = readProfile(vault)
    if (row === null) return []
    return [
      {
        id: 'profile',
        label: row.displayName,
        keptSince: row.createdAt,
        keptUntil: null,
        isAskingToGo: false,
      },
    ]
  },
  forget: () => null,
  countDue: () => 0,
  enforceEnd: () => {},
}
