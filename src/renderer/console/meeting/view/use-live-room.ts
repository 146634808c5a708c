/** @file The live room as React state: made once, entered when its place is in the page, dropped with it. */
import { skipToken, useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { SessionId } from '../../../../contract/primitives'
import { registerAtStake } from '../../at-stake'
import { client } from '../../client'
import { queries } from '../../queries'
import { connectRoom, startIntake } from '../connection'
import type { EnteredSession } from '../entered-session'
import { createPageClock } from '../guard/clock'
import type { PasswordKeeper } from '../guard/passwords'
import type { Answer } from '../live/line-watch'
import { createLiveRoom, type LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import type { Stage } from '../live/stage'
import { practicePasswords, withoutCounters } from '../practice'
import { createPublishSoon } from './publish-soon'

/** The model, its present picture, and the charter once it is read. */
export interface LiveRoomState {
  room: LiveRoomModel
  snapshot: RoomSnapshot
  pack: CharterPack | null
  /** The facilitator's own name for meetings; empty until read. */
  displayName: string
}

/** Stages in which closing the window would take us out of a meeting. */
const INSIDE: ReadonlySet<Stage['kind']> = new Set(['joining', 'ownLobby', 'inRoom', 'leaving'])

/** The passwords of a session's room, which the vault keeps. */
const vaultPasswords = (sessionId: SessionId): PasswordKeeper => ({
  read: async () => (await client.meeting.roomPassword({ sessionId })).password,
  make: async () => (await client.meeting.newRoomPassword({ sessionId })).password,
  clear: async () => void (await client.meeting.clearRoomPassword({ sessionId })),
})

/** Whether the meeting server is there; not known where the console is locked, or has lost its own app. */
const askServer = async (sessionId: SessionId): Promise<Answer> => {
  try {
    const { isAnswered } = await client.meeting.doesServerAnswer({ sessionId })
    return isAnswered === null ? 'notKnown' : isAnswered ? 'answered' : 'unanswered'
  } catch {
    return 'notKnown'
  }
}

/**
 * Enters the session's room in `container`.
 *
 * @param container - where the meeting's frame is put; it must never move while the room lives.
 */
export const useLiveRoom = (
  { session, jwt, practice }: EnteredSession,
  container: RefObject<HTMLDivElement | null>,
): LiveRoomState => {
  const { t, i18n } = useTranslation('meeting')
  const { id: sessionId, charterId, roomName, isRehearsal } = session
  const staleTime = Number.POSITIVE_INFINITY
  const ofSession = queries.sessions.charter.queryOptions({
    input: practice ? skipToken : { sessionId },
    staleTime,
  })
  const ofDrill = queries.charters.get.queryOptions({
    input: practice ? { charterId } : skipToken,
    staleTime,
  })
  const sessionPack = useQuery(ofSession)
  const drillPack = useQuery(ofDrill)
  const pack = practice ? drillPack : sessionPack
  const profile = useQuery(queries.vault.profile.queryOptions())
  const mutesNewcomers = useRef(false)

  const [room] = useState(() =>
    createLiveRoom({
      clock: createPageClock(),
      publishSoon: createPublishSoon(),
      openRoom: async () => {
        const [ticket, charter, self] = await Promise.all([
          practice ? practice.openRoomPage() : client.meeting.openRoomPage({ sessionId }),
          // A drill is no session of the vault: it has no group that could be stricter.
          practice ? client.charters.get({ charterId }) : client.sessions.charter({ sessionId }),
          client.vault.profile(),
        ])
        mutesNewcomers.current = charter.settings.muteOnEntry.value
        if (!container.current) throw new Error('The live view has no place for the meeting')
        const connection = connectRoom({
          container: container.current,
          roomUrl: ticket.roomUrl,
          title: t('frameTitle'),
          startIntake,
        })
        connection.subscribe((notice) => {
          if (notice.kind === 'message' && notice.message.kind === 'event') {
            practice?.hear(notice.message.event)
          }
        })
        const { domain, scriptUrl } = ticket
        const join = {
          domain,
          scriptUrl,
          roomName,
          displayName: self.displayName,
          jwt,
          // A meeting knows languages without a country.
          language: new Intl.Locale(i18n.language).language,
        }
        return { connection, join }
      },
      passwords: practice ? practicePasswords() : vaultPasswords(sessionId),
      askServer: practice ? async () => 'notKnown' : () => askServer(sessionId),
      mutesNewcomers: () => mutesNewcomers.current,
      fallbackName: (number) => t('someone', { number }),
    }),
  )
  // A rehearsal needs no network.
  const needsNetwork = !practice && session.server.kind !== 'rehearsal'
  useEffect(() => {
    const look = () => room.setOffline(needsNetwork && !navigator.onLine)
    look()
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [room, needsNetwork])
  useEffect(() => {
    void room.enter()
    return () => {
      room.abandon()
      client.meeting.closeRoomPage().catch(() => {
        // Without a connection the page is served no longer anyway.
      })
    }
  }, [room])

  const snapshot = useSyncExternalStore(room.subscribe, room.snapshot)
  const isInside = INSIDE.has(snapshot.stage.kind)
  useEffect(
    () => (isInside ? registerAtStake({ kind: isRehearsal ? 'rehearsal' : 'room' }) : undefined),
    [isInside, isRehearsal],
  )
  const charter = useMemo(() => {
    if (!pack.data) return null
    return practice ? withoutCounters(pack.data) : pack.data
  }, [pack.data, practice])
  return { room, snapshot, pack: charter, displayName: profile.data?.displayName ?? '' }
}
