/**
 * @file Where the live room lives: beside the pages and the lock screen, so that neither another page nor a shut vault
 * takes the meeting's frame out of the document, which would leave the meeting.
 */
import { useCallback } from 'react'
import { Router, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { type EnteredSession, LiveRoom } from '../meeting'
import { useLockConsole } from './leaving/use-lock-console'
import classes from './RoomHost.module.css'
import { ROOM_PATH } from './room-path'

/** Which session, and whether the vault is open: behind the lock screen the room is kept out of sight. */
export interface RoomHostProps {
  entered: EnteredSession
  isUnlocked: boolean
}

/** The live room, shown at its own address and hidden, but there, everywhere else. */
export const RoomHost = (props: RoomHostProps) => (
  <Router hook={useHashLocation}>
    <Inside {...props} />
  </Router>
)

const Inside = ({ entered, isUnlocked }: RoomHostProps) => {
  const [path, navigate] = useLocation()
  const isShown = isUnlocked && path === ROOM_PATH
  const lockConsole = useLockConsole()
  const goTo = useCallback((to: string) => navigate(to), [navigate])
  return (
    <div className={classes.room} data-room={isShown} inert={!isShown}>
      {/* Keyed by session and room: another never sees this one's memory. */}
      <LiveRoom
        key={`${entered.session.id} ${entered.session.roomName}`}
        entered={entered}
        whereabouts={isShown ? 'shown' : isUnlocked ? 'elsewhere' : 'locked'}
        onGoTo={goTo}
        onLockConsole={lockConsole}
      />
    </div>
  )
}
