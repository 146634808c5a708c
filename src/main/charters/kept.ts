/** @file What charters keep in the vault, for the page What is kept: the choice, who read one, those taken in, our key. */
import { DraftSummary } from '../../contract/charter-drafts'
import { CharterPack, ReaderKind, Reading } from '../../contract/charters'
import { nameToTheEye } from '../../contract/same-to-the-eye/names'
import { listOf } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import { EntryInUseError, type KeptKindDescriptor } from '../vault/kept-kind'
import { listComing, removeComing, removeComingOf } from './coming-store'
import { listDrafts, readDraft, removeDraft } from './drafts-store'
import { fingerprintOf } from './signed-file'
import { listReadings, readChoice, removeChoice, removeReading } from './store'
import {
  listTaken,
  readSigningKey,
  readTaken,
  removeSigners,
  removeSigningKey,
  removeTaken,
} from './taken-store'

/** Charters by id, as far as they are here. */
interface NamedCharters {
  find(charterId: string): { name: string } | undefined
}

/** Notes of who read a charter, as a part of the kind `settings`; stay until forgotten. */
export const charterReadingsKept = (
  charters: NamedCharters,
): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['charter_readings'],
  lists: [
    listOf('readings', Reading, (vault) =>
      listReadings(vault).map(({ charterId, by, version, readOn }) => ({
        id: `reading:${by}:${charterId}`,
        answered: { by, version, readOn },
      })),
    ),
  ],
  list: (vault: ReadVault) =>
    listReadings(vault).map(({ charterId, by, notedAt }) => ({
      id: `reading:${by}:${charterId}`,
      label: charters.find(charterId)?.name ?? charterId,
      keptSince: notedAt,
      keptUntil: null,
      isAskingToGo: false,
    })),
  forget: (vault: WriteVault, id: string) => {
    const [, by, charterId] = /^reading:(organization|facilitator):(.+)$/.exec(id) ?? []
    const reader = ReaderKind.safeParse(by)
    if (!reader.success || charterId === undefined) return null
    const notedAt = removeReading(vault, charterId, reader.data)
    return notedAt === undefined ? null : [notedAt]
  },
  countDue: () => 0,
  enforceEnd: () => {},
})

/** The choice of a charter, as a part of the kind `settings`; stays until forgotten. */
export const chosenCharterKept = (
  charters: NamedCharters,
): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['chosen_charter'],
  list: (vault: ReadVault) => {
    const choice = readChoice(vault)
    if (!choice) return []
    return [
      {
        id: 'chosen-charter',
        label: charters.find(choice.charterId)?.name ?? choice.charterId,
        keptSince: choice.chosenAt,
        keptUntil: null,
        isAskingToGo: false,
      },
    ]
  },
  forget: (vault: WriteVault, id: string) => {
    if (id !== 'chosen-charter') return null
    const choice = removeChoice(vault)
    // The pack's id stands in groups and sessions too, so it proves nothing; the instant of choosing does.
    return choice ? [choice.chosenAt] : null
  },
  countDue: () => 0,
  enforceEnd: () => {},
})

/** What stands before the name of a charter on the page What is kept, so that it is not taken for a choice or a note. */
const TAKEN = 'taken:'
const COMING = 'coming:'
const KEY = 'signing-key'

/** The organization of a charter's text, folded as signers are known by; null where it cannot be read any more. */
const organizationOf = (charter: string): string | null => {
  try {
    const { organization } = CharterPack.pick({ organization: true }).strip().parse(JSON.parse(charter))
    return nameToTheEye(organization)
  } catch {
    return null
  }
}

/**
 * Charters that were taken in, with the key known for their organization, and the key that signs; as a part of the kind
 * `settings`. Stay until forgotten.
 */
export const takenChartersKept = (
  charters: NamedCharters,
  isInSession: () => boolean,
): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['taken_charters', 'coming_charters', 'charter_signers', 'signing_key'],
  list: (vault: ReadVault) => {
    const key = readSigningKey(vault)
    const entry = (
      id: string,
      role: 'takenCharter' | 'comingCharter' | 'signingKey',
      label: string,
      keptSince: string,
    ) => ({
      id,
      role,
      label,
      keptSince,
      keptUntil: null,
      isAskingToGo: false,
    })
    return [
      ...listTaken(vault).flatMap(({ charterId }) => {
        const row = readTaken(vault, charterId)
        return row
          ? [
              entry(
                `${TAKEN}${charterId}`,
                'takenCharter',
                charters.find(charterId)?.name ?? charterId,
                row.takenAt,
              ),
            ]
          : []
      }),
      ...listComing(vault).map(({ charterId, version, takenAt }) =>
        entry(
          `${COMING}${charterId}@${version}`,
          'comingCharter',
          charters.find(charterId)?.name ?? charterId,
          takenAt,
        ),
      ),
      ...(key ? [entry(KEY, 'signingKey', fingerprintOf(key.publicKey), key.madeAt)] : []),
    ]
  },
  forget: (vault: WriteVault, id: string) => {
    if (id === KEY) {
      const key = removeSigningKey(vault)
      return key ? [key.privateKey] : null
    }
    if (id.startsWith(COMING)) {
      const [charterId = '', version = ''] = id.slice(COMING.length).split('@')
      const coming = removeComing(vault, charterId, version)
      return coming ? [coming.signature] : null
    }
    if (!id.startsWith(TAKEN)) return null
    const charterId = id.slice(TAKEN.length)
    const row = readTaken(vault, charterId)
    if (!row) return null
    if (isInSession()) throw new EntryInUseError()
    removeTaken(vault, charterId)
    const waited = removeComingOf(vault, charterId)
    const others = listTaken(vault).flatMap(
      (one) => organizationOf(readTaken(vault, one.charterId)?.charter ?? '') ?? [],
    )
    // Nothing of theirs is here any more: their next file is a first one, whoever signs it.
    removeSigners(vault, row.publicKey, others)
    return [row.signature, ...waited.map(({ signature }) => signature)]
  },
  countDue: () => 0,
  enforceEnd: () => {},
})

const DRAFT = 'draft:'
/** Longest label of an entry, in UTF-16 units. */
const LABEL_MAX = 200

/** Charters that are being written, as a part of the kind `settings`; stay until published or forgotten. */
export const charterDraftsKept = (): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['charter_drafts'],
  lists: [
    listOf('charterDrafts', DraftSummary, (vault) =>
      listDrafts(vault).map((row) => ({ id: `${DRAFT}${row.draftId}`, answered: row })),
    ),
  ],
  list: (vault: ReadVault) =>
    listDrafts(vault).map(({ draftId, name, changedAt }) => ({
      id: `${DRAFT}${draftId}`,
      role: 'charterDraft' as const,
      label: name.slice(0, LABEL_MAX),
      keptSince: changedAt,
      keptUntil: null,
      isAskingToGo: false,
    })),
  forget: (vault: WriteVault, id: string) => {
    if (!id.startsWith(DRAFT)) return null
    const row = readDraft(vault, id.slice(DRAFT.length))
    if (!row) return null
    removeDraft(vault, row.id)
    return [row.id]
  },
  countDue: () => 0,
  enforceEnd: () => {},
})
