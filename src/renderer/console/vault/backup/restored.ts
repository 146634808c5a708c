/** @file That a backup became the vault just now, until that is put away or the console is locked. */
import { createPageStore } from '../../page-store'

/** True from the restore on; no word of what is in it. */
export const restored = createPageStore({ name: 'vault.restored', initial: false })
