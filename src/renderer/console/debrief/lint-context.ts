/** @file What the linter knows in this page: the room's names, the phone finder, the services' numbers. */
import { useEffect } from 'react'
import { usePlaceHelp } from '../conduct'
import { type RoomNames, readRoomNames, subscribeRoomNames } from '../meeting'
import { createPageStore } from '../page-store'
import {
  indexNames,
  type LintContext,
  loadPhoneFinder,
  type NameIndex,
  noNames,
  type PhoneFinder,
} from './linter'

const phoneFinder = createPageStore<PhoneFinder | null>({
  name: 'debrief.phoneFinder',
  initial: null,
  outlivesLockBecause: 'it is code, and knows nothing of the vault or a person',
})
const publicNumbers = createPageStore<readonly string[]>({ name: 'debrief.publicNumbers', initial: [] })

let indexed: { roomNames: RoomNames | null; names: NameIndex } = { roomNames: null, names: noNames }
let known: LintContext = { names: noNames, phones: null, publicNumbers: [] }

/** What is known now: the same object until something of it changes. */
export const readLintContext = (): LintContext => {
  const roomNames = readRoomNames()
  if (roomNames !== indexed.roomNames) {
    indexed = { roomNames, names: roomNames ? indexNames(roomNames.names) : noNames }
  }
  const next: LintContext = {
    names: indexed.names,
    phones: phoneFinder.read(),
    publicNumbers: publicNumbers.read(),
  }
  const isSame =
    next.names === known.names && next.phones === known.phones && next.publicNumbers === known.publicNumbers
  if (!isSame) known = next
  return known
}

/** Calls `listener` after each change, until the returned function is called. */
export const subscribeLintContext = (listener: () => void): (() => void) => {
  const ends = [subscribeRoomNames, phoneFinder.subscribe, publicNumbers.subscribe].map((subscribe) =>
    subscribe(listener),
  )
  return () => {
    for (const end of ends) end()
  }
}

/** Reads the parts that come later: the heavy phone finder, and the services of where the person is. */
export const useLintSources = (): void => {
  const { resources } = usePlaceHelp(null)
  useEffect(() => {
    const next = resources.flatMap(({ channels }) => channels.map(({ value }) => value))
    // The same list, read again: nothing to check anew.
    if (next.join('\n') !== publicNumbers.read().join('\n')) publicNumbers.set(next)
  }, [resources])
  useEffect(() => {
    loadPhoneFinder().then(phoneFinder.set, () => {
      // The plain rule stays in place.
    })
  }, [])
}
