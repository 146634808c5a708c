import type { Wall } from './wall.mjs'

export const takenDown: (text: string, wall: Wall) => string
export const writtenInto: (page: string, tables: string) => string
