/** @file The composer: charters that are being written, kept as they are typed, and published as charters of one's own. */
import { readFileSync } from 'node:fs'
import {
  CHARTER_DRAFTS_MAX,
  CharterDraft,
  type DraftStart,
  DraftSummary,
} from '../../contract/charter-drafts'
import type { TakenVersion } from '../../contract/charter-files'
import { DraftPack } from '../../contract/charter-judge/draft-pack'
import type { CharterPack } from '../../contract/charters'
import type { CharterDraftId } from '../../contract/primitives'
import type { Clock } from '../host'
import { soundRows } from '../read-back'
import { Refusal } from '../refusal'
import type { VaultAccess } from '../vault/handles'
import { type DraftRow, listDrafts, readDraft, removeDraft, writeDraft } from './drafts-store'

/** What the router may ask of drafts. All throw `VaultLockedError`. */
export interface CharterDrafts {
  list(): DraftSummary[]
  /** @throws Refusal NOT_FOUND */
  get(draftId: CharterDraftId): CharterDraft
  /** @throws Refusal NOT_FOUND, NOT_OURS, TOO_MANY */
  begin(draftId: CharterDraftId, from: DraftStart): CharterDraft
  /** @throws Refusal NOT_FOUND (one that was forgotten), NOT_A_DRAFT */
  save(draftId: CharterDraftId, text: string): DraftSummary
  /** @throws Refusal NOT_FOUND */
  discard(draftId: CharterDraftId): void
  /** @throws Refusal NOT_FOUND, FILE_NOT_TAKEN, SESSION_OPEN */
  publish(draftId: CharterDraftId): TakenVersion
}

/** What stands for the id of a charter until it is published; nobody sees it. */
const UNNAMED = 'draft'

/** Without the day and the notes of the version before: they were about another change. */
const undated = ({ takesEffectOn: _day, changeNotes: _notes, ...pack }: CharterPack): CharterPack => pack

/** A charter under no name, its clauses standing where they stand in nobody's text but its own. */
const asCopy = (pack: CharterPack): CharterPack => ({
  ...undated(pack),
  id: UNNAMED,
  name: '',
  organization: '',
  about: '',
  // The lines of another organization's text are no places in this one.
  clauses: pack.clauses.map(({ seed: _seed, line: _line, ...clause }, at) => ({
    ...clause,
    reference: clause.reference ?? `Clause ${at + 1}`,
  })),
})

const parsed = (text: string): CharterPack | null => {
  try {
    return DraftPack.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Makes the service. `oursPath`: absolute path of the empty page with our defaults; left out where nothing is begun from it. */
export const createCharterDrafts = (needs: {
  vault: VaultAccess
  clock: Clock
  oursPath?: string | undefined
  /** @throws Refusal NOT_FOUND */
  get: (charterId: string) => CharterPack
  /** Its newest version, whether its day has come or not. @throws Refusal NOT_FOUND */
  newest: (charterId: string) => CharterPack
  /** Whether a charter is signed with the key of this vault. */
  isOwn: (charterId: string) => boolean
  /** @throws Refusal FILE_NOT_TAKEN, SESSION_OPEN */
  sign: (draft: CharterPack, charterId: string | null) => TakenVersion
}): CharterDrafts => {
  const { vault: access, clock, oursPath, get, newest, isOwn, sign } = needs

  const answered = (row: DraftRow | undefined): CharterDraft => {
    if (!row) throw Refusal.of('NOT_FOUND')
    const pack = parsed(row.pack)
    // An app since has other parts in a charter: it stays under What is kept, where it can be forgotten.
    if (!pack) throw Refusal.of('NOT_FOUND')
    const { id, name, charterId, createdAt, changedAt } = row
    return CharterDraft.parse({ draftId: id, name, charterId, createdAt, changedAt, pack })
  }

  const started = (from: DraftStart): { pack: CharterPack; charterId: string | null } => {
    switch (from.kind) {
      case 'ours':
        if (oursPath === undefined) throw Refusal.of('NOT_FOUND')
        return { pack: DraftPack.parse(JSON.parse(readFileSync(oursPath, 'utf8'))), charterId: null }
      case 'copy':
        return { pack: asCopy(get(from.charterId)), charterId: null }
      case 'version': {
        const pack = newest(from.charterId)
        if (!isOwn(from.charterId)) throw Refusal.of('NOT_OURS')
        return { pack: undated(pack), charterId: from.charterId }
      }
    }
  }

  return {
    list: () => soundRows(DraftSummary, listDrafts(access.read())),
    get: (draftId) => answered(readDraft(access.read(), draftId)),
    begin: (draftId, from) =>
      access.write((vault) => {
        const known = readDraft(vault, draftId)
        if (known) return answered(known)
        const { pack, charterId } = started(from)
        const drafts = listDrafts(vault)
        const same = charterId === null ? undefined : drafts.find((one) => one.charterId === charterId)
        if (same) return answered(readDraft(vault, same.draftId))
        if (drafts.length >= CHARTER_DRAFTS_MAX) throw Refusal.of('TOO_MANY')
        const now = clock.now().toISOString()
        const row = { id: draftId, name: pack.name, charterId, createdAt: now, changedAt: now }
        writeDraft(vault, { ...row, pack: JSON.stringify(pack) })
        return answered(readDraft(vault, draftId))
      }),
    save: (draftId, text) =>
      access.write((vault) => {
        const row = readDraft(vault, draftId)
        if (!row) throw Refusal.of('NOT_FOUND')
        const pack = parsed(text)
        if (!pack) throw Refusal.of('NOT_A_DRAFT')
        return writeDraft(vault, {
          ...row,
          name: pack.name,
          pack: JSON.stringify(pack),
          changedAt: clock.now().toISOString(),
        })
      }),
    discard: (draftId) => {
      access.write((vault) => {
        if (!removeDraft(vault, draftId)) throw Refusal.of('NOT_FOUND')
      })
    },
    publish: (draftId) =>
      access.write((vault) => {
        const draft = answered(readDraft(vault, draftId))
        const published = sign(draft.pack, draft.charterId)
        removeDraft(vault, draftId)
        return published
      }),
  }
}
