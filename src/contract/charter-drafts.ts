/**
 * @file The composer: charters that an organization writes itself. A draft is stored as it is typed, sound or not, and
 * becomes a charter when it is published: judged as any file is, signed with the key of the vault, and taken in.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CHARTER_FILE_MAX, FileRefusal, TakenVersion } from './charter-files'
import { DraftPack } from './charter-judge/draft-pack'
import { CharterDraftId, Done, Instant, PackId, unlockedErrors } from './primitives'

/** Most drafts in a vault: a bound against a slip. */
export const CHARTER_DRAFTS_MAX = 20

/** What a draft begins as. `ours`: an empty page with our defaults. `version`: the next version of a charter of one's own. */
export const DraftStart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ours') }),
  z.strictObject({ kind: z.literal('copy'), charterId: PackId }),
  z.strictObject({ kind: z.literal('version'), charterId: PackId }),
])
export type DraftStart = z.infer<typeof DraftStart>

/** A draft in a list. `charterId`: the charter that it is the next version of; null where it was never published. */
export const DraftSummary = z.strictObject({
  draftId: CharterDraftId,
  name: z.string(),
  charterId: PackId.nullable(),
  createdAt: Instant,
  changedAt: Instant,
})
export type DraftSummary = z.infer<typeof DraftSummary>

/** A draft with all that was typed. */
export const CharterDraft = DraftSummary.extend({ pack: DraftPack })
export type CharterDraft = z.infer<typeof CharterDraft>

const draftId = z.strictObject({ draftId: CharterDraftId })

export const charterDrafts = {
  /** The one changed last comes first. */
  list: oc.output(z.array(DraftSummary)).errors(unlockedErrors),
  get: oc.input(draftId).output(CharterDraft).errors(unlockedErrors),
  /** Begins one. Of a charter whose next version is being written already, that draft is answered. */
  begin: oc
    .input(draftId.extend({ from: DraftStart }))
    .output(CharterDraft)
    .errors({
      ...unlockedErrors,
      NOT_OURS: { message: 'That charter is signed with another key.' },
      TOO_MANY: { message: 'There are too many drafts already.' },
    }),
  /** Keeps what was typed, sound or not. `text`: the draft as JSON. */
  save: oc
    .input(draftId.extend({ text: z.string().max(2 * CHARTER_FILE_MAX) }))
    .output(DraftSummary)
    .errors({ ...unlockedErrors, NOT_A_DRAFT: { message: 'It has not the shape of a charter.' } }),
  discard: oc.input(draftId).output(Done).errors(unlockedErrors),
  /** Makes a charter of it, dated today, signed with this vault's key, and takes it in. The draft is over then. */
  publish: oc
    .input(draftId)
    .output(TakenVersion)
    .errors({
      ...unlockedErrors,
      FILE_NOT_TAKEN: { message: 'It cannot be published.', data: FileRefusal },
      SESSION_OPEN: { message: 'A session is open. Close it first.' },
    }),
}
