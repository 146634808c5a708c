/** @file What a thing of a list is known by while its fields are folded: its own first words. Pure. */
const worded = ['title', 'label', 'text', 'turnTo', 'option'] as const

/** Its words; empty where nobody wrote any yet. */
export const thingWords = (thing: unknown): string => {
  if (typeof thing !== 'object' || thing === null) return ''
  const found = worded.map((name) => Reflect.get(thing, name)).find((one) => typeof one === 'string')
  return typeof found === 'string' ? found.trim() : ''
}

/** By what a thing is known; things without an id by their kind, of which there is one each. */
export const thingId = (thing: unknown, at: number): string => {
  if (typeof thing !== 'object' || thing === null) return String(at)
  const id: unknown = Reflect.get(thing, 'id') ?? Reflect.get(thing, 'kind')
  return typeof id === 'string' ? id : String(at)
}
