/** @file Words that were being written to somebody as they left: no box shows them any more, so they stay as not sent. */
import { useEffect } from 'react'
import { dropBoxedStep } from '../../conduct'
import type { LiveRoomModel } from '../live/live-room'
import type { Left } from './left'
import type { Drafts } from './use-drafts'

/**
 * Keeps them, once.
 *
 * @param left - who is not in the room any more.
 */
export const useWordsToTheGone = (
  left: readonly Left[],
  { of, change }: Pick<Drafts, 'of' | 'change'>,
  room: Pick<LiveRoomModel, 'keepUnsent'>,
): void => {
  useEffect(() => {
    for (const { id, name } of left) {
      const text = of(id).trim()
      if (text === '') continue
      room.keepUnsent({ id, name }, text)
      change(id, () => '')
      dropBoxedStep(id)
    }
  })
}
