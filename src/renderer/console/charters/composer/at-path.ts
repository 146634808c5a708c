/** @file Parts of a draft by their path, such as `crisisCards.0.say`. Pure. */
import { thingId } from './thing-words'

/** A path and one more step. */
export const under = (path: string, step: string | number): string =>
  path === '' ? String(step) : `${path}.${step}`

/** What stands at a path; undefined where there is nothing. */
export const valueAt = (whole: unknown, path: string): unknown =>
  path === ''
    ? whole
    : path
        .split('.')
        .reduce<unknown>(
          (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
          whole,
        )

const withStep = (whole: unknown, steps: readonly string[], value: unknown): unknown => {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (Array.isArray(whole))
    return whole.map((one: unknown, at) => (String(at) === step ? withStep(one, rest, value) : one))
  const before = typeof whole === 'object' && whole !== null ? whole : {}
  const next = withStep(Reflect.get(before, step), rest, value)
  if (next === undefined) return Object.fromEntries(Object.entries(before).filter(([key]) => key !== step))
  return { ...before, [step]: next }
}

/** The same whole with another value at a path; undefined takes the part out. A place of a list must be there. */
export const withValueAt = <T>(whole: T, path: string, value: unknown): T =>
  // The value comes from the form of that very path, which was derived from the schema of T.
  withStep(whole, path.split('.'), value) as T

/** The first list on a path and the place in it: `crisisCards` and 2 of `crisisCards.2.say.0`. */
export const listIn = (path: string): [list: string | null, at: number] => {
  const found = /^(.*?)\.(\d+)(?:\.|$)/.exec(path)
  return found?.[1] === undefined ? [null, 0] : [found[1], Number(found[2])]
}

/** By what the thing at a place of a list is known; null where there is none. */
export const thingIdAt = (whole: unknown, list: string, at: number): string | null => {
  const thing = valueAt(whole, `${list}.${at}`)
  return thing === undefined ? null : thingId(thing, at)
}
