/** @file What the linter knows in this page: the room's names, the phone finder, the services' numbers. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { client } from '../client'
import { type RoomNames, useRoomNames } from '../meeting'
import { indexNames, type LintContext, loadPhoneFinder, noNames, type PhoneFinder } from './linter'

const noNumbers: readonly string[] = []

/** The linter's context and the room names behind it, which the screen tells of. */
export const useLintContext = (): { context: LintContext; roomNames: RoomNames | null } => {
  const roomNames = useRoomNames()
  const [phones, setPhones] = useState<PhoneFinder | null>(null)
  const { data: publicNumbers = noNumbers } = useQuery({
    queryKey: ['conduct', 'serviceNumbers'],
    queryFn: async () => {
      const { region } = await client.conduct.crisisSettings()
      const resources = await client.conduct.crisisResources({ region })
      return resources.flatMap((resource) => resource.channels.map((channel) => channel.value))
    },
    staleTime: 600_000,
  })

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
