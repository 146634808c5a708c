/** @file Discarding a debrief: gone at once, for good after ten seconds, and until then to be had back as it was. */
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { client } from '../client'
import { forgetRoomNames } from '../meeting'
import { setPendingRemoval } from '../pending-removals'
import { queries } from '../queries'
import { useUndo } from '../ui/undo'
import { codeOf } from '../words/problems'
import { debriefWritings, type OpenDebrief, useOpenDebrief } from './writings'

/** Discards a debrief and goes to the list. */
export const useDiscard = (writing: OpenDebrief): (() => void) => {
  const { t } = useTranslation('debrief')
  const cache = useQueryClient()
  const undo = useUndo()
  const open = useOpenDebrief()
  const [, navigate] = useLocation()
  const { debriefId, charterId, pack, autosave } = writing

  return () => {
    const aside = writing.layAside()
    debriefWritings.discard(debriefId)
    setPendingRemoval(debriefId, true)
    navigate('/debrief')
    undo.offer({
      said: t('editor.discarded'),
      commit: async () => {
        aside.end()
        forgetRoomNames()
        try {
          // A save that was on its way may yet have made it.
          await autosave.settled()
          if (autosave.hasBeenSent()) await client.debrief.discard({ debriefId })
        } catch (error) {
          // It was never made, or is gone already.
          if (codeOf(error) !== 'NOT_FOUND') throw error
        } finally {
          setPendingRemoval(debriefId, false)
          await cache.invalidateQueries({ queryKey: queries.debrief.list.key() })
        }
      },
      undo: async () => {
        await autosave.settled()
        const { stored } = autosave.snapshot()
        setPendingRemoval(debriefId, false)
        open({ debriefId, charterId, pack, stored, ...aside.read() })
        aside.end()
        navigate(stored ? `/debrief/${debriefId}` : '/debrief/new')
      },
    })
  }
}
