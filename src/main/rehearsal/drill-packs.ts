/** @file Reads the drills of a folder: one file each, named after its drill. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Drill, DrillKind, type DrillLanguage, DrillWords } from '../../contract/rehearsal'

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
 * A drill in other words: what happens, who is there and what is judged stay.
 *
 * @returns the drill, or why the words do not fit it.
 */
export const saidIn = (drill: Drill, text: string): Drill | string => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return `${drill.id}: its words are not JSON`
  }
  const { data: said, error } = DrillWords.safeParse(raw)
  if (!said) return `${drill.id}: ${error.issues[0]?.path.join('.') ?? ''} ${error.issues[0]?.message ?? ''}`
  if (said.goals.length !== drill.goals.length) return `${drill.id}: other goals`
  const left = new Map(Object.entries(said.says).map(([stepId, texts]) => [stepId, [...texts]]))
  let isShort = false
  const steps = drill.plan.steps.map((step) => ({
    ...step,
    happens: step.happens.map((deed) => {
      if (deed.kind !== 'says' && deed.kind !== 'writes') return deed
      const words = left.get(step.id)?.shift()
      if (words === undefined) isShort = true
      return { ...deed, text: words ?? deed.text }
    }),
  }))
  if (isShort || [...left.values()].some((texts) => texts.length > 0))
    return `${drill.id}: words for other steps`
  return {
    ...drill,
    title: said.title,
    practises: said.practises,
    plan: { ...drill.plan, steps },
    goals: drill.goals.map((goal, at) => ({ ...goal, ...said.goals[at] })),
  }
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

/** A file of drills as text. @throws where it is too large or cannot be read. */
const textOf = (path: string): string => {
  if (statSync(path).size > DRILL_BYTES_MAX) throw new RangeError('too large for a drill')
  return readFileSync(path, 'utf8')
}

/** A drill in a language; in English, in which it is written, where its words in that one do not fit or are not there. */
const inLanguage = (folder: string, drill: Drill, language: DrillLanguage, refused: string[]): Drill => {
  if (language === 'en') return drill
  const fileName = `${language}/${drill.id}.json`
  try {
    const said = saidIn(drill, textOf(join(folder, fileName)))
    if (typeof said !== 'string') return said
    refused.push(said)
  } catch (error) {
    refused.push(`${fileName}: ${error instanceof RangeError ? error.message : 'cannot be read'}`)
  }
  return drill
}

/**
 * Reads every drill of a folder.
 *
 * @param folder - absolute path of `resources/rehearsal`.
 * @param language - in whose words.
 */
export const loadDrills = (folder: string, language: DrillLanguage): LoadedDrills => {
  const drills: Drill[] = []
  const refused: string[] = []
  for (const name of drillNames(folder)) {
    const fileName = `${name}.json`
    try {
      const read = readDrill(fileName, textOf(join(folder, fileName)))
      if (typeof read === 'string') refused.push(read)
      else drills.push(inLanguage(folder, read, language, refused))
    } catch (error) {
      refused.push(`${fileName}: ${error instanceof RangeError ? error.message : 'cannot be read'}`)
    }
  }
  const place = (kind: DrillKind): number => DrillKind.options.indexOf(kind)
  return { drills: drills.toSorted((one, other) => place(one.kind) - place(other.kind)), refused }
}
