import type { Wall } from './wall.mjs'

export const wallGroups: readonly { title: string; walls: readonly Wall[] }[]
export const walls: readonly Wall[]
export const wallTables: () => string
