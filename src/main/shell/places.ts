/** @file Where the built app finds its parts, counted from the folder of its entries (`out/main`). */
import { join } from 'node:path'

/** Absolute paths of what ships with the app. */
export interface Places {
  resourcesDir: string
  migrationsDir: string
  rendererDir: string
  preloadFile: string
  iconFile: string
  /** What the build wrote down about itself. */
  aboutFile: string
}

/** @param entryDir - absolute path of the folder that holds the built entries. */
export const placesFrom = (entryDir: string): Places => ({
  resourcesDir: join(entryDir, '../../resources'),
  migrationsDir: join(entryDir, 'migrations'),
  rendererDir: join(entryDir, '../renderer'),
  aboutFile: join(entryDir, '../renderer/about.json'),
  preloadFile: join(entryDir, '../preload/index.cjs'),
  iconFile: join(entryDir, '../../resources/icon/icon.png'),
})
