/** @file For component tests: the people's column over a played room. */
import { useState } from 'react'
import type { CharterPack } from '../../../../contract/charters'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { PeopleColumn } from './PeopleColumn'
import type { playRoom } from './played-room.fixture'
import { useDrafts } from './use-drafts'
import { useNameMarks } from './use-name-marks'

/** The column, with nobody chosen at first. */
export const PlayedColumn = ({
  played: { room },
  pack,
  onOpenCard = () => undefined,
}: {
  played: Pick<Awaited<ReturnType<typeof playRoom>>, 'room'>
  pack: CharterPack
  onOpenCard?: (cardId: string) => void
}) => {
  const snapshot = useRoomSnapshot(room)
  const drafts = useDrafts(snapshot.outgoing)
  const markOf = useNameMarks(snapshot.people, 'Me')
  const [chosenId, setChosenId] = useState<string | null>(null)
  return (
    <PeopleColumn
      snapshot={snapshot}
      room={room}
      drafts={drafts}
      markOf={markOf}
      pack={pack}
      filled={{ displayName: 'Me', groupName: 'Tuesday circle', contact: 'the office' }}
      chosenId={chosenId}
      onChoose={setChosenId}
      onOpenCard={onOpenCard}
    />
  )
}
