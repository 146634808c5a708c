/** @file Ending a session: leave the room, clear its memory, keep the bare names for the linter, write it down. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client'
import { forgetSaidSteps } from '../../conduct'
import { queries } from '../../queries'
import { codeOf } from '../../words/problems'
import type { EnteredSession } from '../entered-session'
import type { LiveRoomModel } from '../live/live-room'
import type { Stage } from '../live/stage'
import { keepRoomNames } from '../room-names'

/** How the meeting was left, as far as the server showed. */
export type Ended = 'left' | 'endedForEveryone' | 'endShown'

/** Where closing stands. */
export type Closing =
  | { kind: 'no' }
  | { kind: 'closing' }
  /** The room is left and forgotten. `error` says why the session is not written down as closed; null: it is. */
  | { kind: 'over'; ended: Ended; error: unknown }

const endedOf = (stage: Stage): Ended => {
  if (stage.kind !== 'left' || !stage.isForEveryone) return 'left'
  return stage.isEndShown ? 'endShown' : 'endedForEveryone'
}

/**
 * Closing, and closing again where the app did not answer.
 *
 * @param onPracticeOver - a drill was left: there is nothing to write down and nobody's name to keep.
 */
export const useClosing = (
  { session, moved, practice }: EnteredSession,
  room: LiveRoomModel,
  onPracticeOver: (path: string) => void,
) => {
  const queryClient = useQueryClient()
  const [closing, setClosing] = useState<Closing>({ kind: 'no' })

  const writeDown = async (ended: Ended): Promise<void> => {
    let error: unknown = null
    try {
      await client.sessions.close({ sessionId: session.id })
    } catch (problem) {
      // Closed already, or forgotten: both are what was wanted.
      if (codeOf(problem) !== 'WRONG_STATE' && codeOf(problem) !== 'NOT_FOUND') error = problem
    }
    await queryClient.invalidateQueries({ queryKey: queries.sessions.key() })
    setClosing({ kind: 'over', ended, error })
  }

  return {
    closing,
    close: async (): Promise<void> => {
      if (closing.kind !== 'no') return
      setClosing({ kind: 'closing' })
      const { stage } = room.snapshot()
      const ended = endedOf(stage)
      const names = await room.close()
      if (!practice) keepRoomNames([...(moved?.names ?? []), ...names])
      forgetSaidSteps()
      client.meeting.closeRoomPage().catch(() => {
        // It stops being served when the next one is readied, or with the app.
      })
      if (practice) onPracticeOver(practice.finish())
      else await writeDown(ended)
    },
    tryAgain: (): void => {
      if (closing.kind === 'over') void writeDown(closing.ended)
    },
  }
}
