/** @file Under which charter the next new debrief is written. Its address names nothing, so the page remembers it. */
import type { PackId } from '../../contract/primitives'
import { createPageStore } from './page-store'

/** Where a new debrief is written. */
export const NEW_DEBRIEF_PATH = '/debrief/new'

/** The charter that was asked for; null: the one that new groups start with. */
export const newDebriefCharter = createPageStore<PackId | null>({ name: 'debrief.newUnder', initial: null })
