/** @file Mantine's colour scheme follows the preferences, and is remembered nowhere else: no local storage. */
import type { MantineColorSchemeManager } from '@mantine/core'
import { readPreferences, subscribePreferences } from '../preferences'

/** For the provider; one per provider. */
export const createColorSchemeManager = (): MantineColorSchemeManager => {
  let stop: (() => void) | undefined
  const read = () => {
    const { theme } = readPreferences()
    return theme === 'system' ? 'auto' : theme
  }
  return {
    get: read,
    set: () => {},
    clear: () => {},
    subscribe: (onUpdate) => {
      stop = subscribePreferences(() => onUpdate(read()))
    },
    unsubscribe: () => stop?.(),
  }
}
