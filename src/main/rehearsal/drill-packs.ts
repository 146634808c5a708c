/** @file Reads the drills of a folder: one file each, named after its drill. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Drill, DrillKind } from '../../contract/rehearsal'

/** Largest file taken, in bytes: a bound against abuse, far above any real one. */
const DRILL_BYTES_MAX = 200_000

/** What a folder gave. */
export interface LoadedDrills {
  /** By kind, then in the order of their names. */
  drills: readonly Drill[]
  /** Names of files that are no drills, each with why. */
  refused: readonly string[]
}

/**
 * Reads one drill's file.
 *
 * @param fileName - its name must be the drill's id.
 * @returns the drill, or why it is none.
 */
export const readDrill = (fileName: string, text: string): Drill | string => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return `${fileName}: not JSON`
  }
  const parsed = Drill.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return `${fileName}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`
  }
  return parsed.data.id === basename(fileName, '.json')
    ? parsed.data
    : `${fileName}: its drill has another id`
}

/**
 * The names of a folder's drills, which are their files' names.
 *
 * @param folder - absolute path of `resources/rehearsal`; one that cannot be read has none.
 */
export const drillNames = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => basename(name, '.json'))
      .toSorted()
  } catch {
    return []
  }
}

/**
 * Reads every drill of a folder.
 *
 * @param folder - absolute path of `resources/rehearsal`.
 */
export const loadDrills = (folder: string): LoadedDrills => {
  const drills: Drill[] = []
  const refused: string[] = []
  for (const name of drillNames(folder)) {
    const fileName = `${name}.json`
    const path = join(folder, fileName)
    try {
      const read =
        statSync(path).size > DRILL_BYTES_MAX
          ? `${fileName}: too large for a drill`
          : readDrill(fileName, readFileSync(path, 'utf8'))
      if (typeof read === 'string') refused.push(read)
      else drills.push(read)
    } catch {
      refused.push(`${fileName}: cannot be read`)
    }
  }
  const place = (kind: DrillKind): number => DrillKind.options.indexOf(kind)
  return { drills: drills.toSorted((one, other) => place(one.kind) - place(other.kind)), refused }
}
