/** @file The one autosave, for every domain that stores what is typed. */
import { readConnection, subscribeConnection } from '../client'
import type { Link } from './autosave'

export {
  type Autosave,
  type AutosaveOptions,
  createAutosave,
  type Occasion,
  type Prepared,
  type Saving,
  type Snapshot,
} from './autosave'
export {
  clearWordsLostAtLock,
  createOpenWritings,
  noteWordsLostAtLock,
  type OpenWritings,
  useWordsLostAtLock,
  type Writing,
} from './open-writings'
export { type Obstacle, prepareRecord } from './record-check'
export { useAutosave } from './use-autosave'

/** The console's own link to the main process. */
export const consoleLink: Link = {
  isUp: () => readConnection() === 'connected',
  onUp: (listener) =>
    subscribeConnection(() => {
      if (readConnection() === 'connected') listener()
    }),
}
