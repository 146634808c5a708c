/** @file What the linter knows in this page: the room's names, the phone finder, the services' numbers. */
import { useEffect } from 'react'
import { usePlaceHelp } from '../conduct'
import { readRoomNames, subscribeRoomNames } from '../meeting'
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

const names = createPageStore<NameIndex | null>({ name: 'debrief.nameIndex', initial: null })
const known = createPageStore<LintContext | null>({ name: 'debrief.lintContext', initial: null })
// Made again when they are asked for: until then nothing of those who left is remembered here (promise 1).
subscribeRoomNames(() => {
  names.wipe()
  known.wipe()
})

const indexedNames = (): NameIndex => {
  const roomNames = readRoomNames()
  if (!roomNames) return noNames
  const index = names.read() ?? indexNames(roomNames.names)
  names.set(index)
  return index
}

/** What is known now: the same object until something of it changes. */
export const readLintContext = (): LintContext => {
  const next: LintContext = {
    names: indexedNames(),
    phones: phoneFinder.read(),
    publicNumbers: publicNumbers.read(),
  }
  const before = known.read()
  if (
    before?.names === next.names &&
    before.phones === next.phones &&
    before.publicNumbers === next.publicNumbers
  ) {
    return before
  }
  known.set(next)
  return next
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
