/** @file Beginning a charter of one's own. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { navigate } from 'wouter/use-hash-location'
import type { DraftStart } from '../../../../contract/charter-drafts'
import { CharterDraftId } from '../../../../contract/primitives'
import { client } from '../../client'
import { queries } from '../../queries'
import { composerPath } from './paths'

/** Begins a draft and goes to it. */
export const useBeginDraft = () => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (from: DraftStart) =>
      client.charters.drafts.begin({ draftId: CharterDraftId.parse(crypto.randomUUID()), from }),
    onSuccess: async ({ draftId }) => {
      await cache.invalidateQueries({ queryKey: queries.charters.drafts.list.key() })
      navigate(composerPath(draftId))
    },
  })
}
