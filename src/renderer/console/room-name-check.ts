/**
 * @file Whether words hold a name of the room, for what is stored while one types. The check is the debrief's, which is built
 * on much of the console: the app hands it to what everything else is built on. Until it has, nothing is known.
 */
import { createPageStore } from './page-store'

/** True where one of the names that are still in memory stands in the words. */
export type HoldsRoomName = (words: string) => boolean

const check = createPageStore<(() => Promise<HoldsRoomName>) | null>({
  name: 'console.roomNameCheck',
  initial: null,
  outlivesLockBecause: 'it is the way to the check, and holds no name',
})

/** Called once by the app. */
export const provideRoomNameCheck = (load: () => Promise<HoldsRoomName>): void => check.set(load)

/** The check; null where the app has not provided it. Rejects when the app's own files cannot be loaded. */
export const loadRoomNameCheck = async (): Promise<HoldsRoomName | null> => (await check.read()?.()) ?? null
