/** @file What the linter knows in this page: the room's names, the phone finder, the services' numbers. */
import { useEffect, useMemo, useState } from 'react'
import { usePlaceHelp } from '../conduct'
import { type RoomNames, useRoomNames } from '../meeting'
import { indexNames, type LintContext, loadPhoneFinder, noNames, type PhoneFinder } from './linter'

/** The linter's context and the room names behind it, which the screen tells of. */
export const useLintContext = (): { context: LintContext; roomNames: RoomNames | null } => {
  const roomNames = useRoomNames()
  const [phones, setPhones] = useState<PhoneFinder | null>(null)
  const { resources } = usePlaceHelp(null)
  const publicNumbers = useMemo(
    () => resources.flatMap(({ channels }) => channels.map(({ value }) => value)),
    [resources],
  )

  useEffect(() => {
    let isHere = true
    loadPhoneFinder().then(
      (finder) => isHere && setPhones(() => finder),
      // The plain rule stays in place.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [])

  const names = useMemo(() => (roomNames ? indexNames(roomNames.names) : noNames), [roomNames])
  return useMemo(
    () => ({ context: { names, phones, publicNumbers }, roomNames }),
    [names, phones, publicNumbers, roomNames],
  )
}
