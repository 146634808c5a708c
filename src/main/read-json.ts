/**
 * @file JSON of files that come from elsewhere. An object that names a key twice says one thing to a reader that takes the
 * first and another to one that takes the last, under one signature or seal: it is refused, with the place.
 */

/**
 * What a text is. `where`: the path of the first key that stands twice, such as `months.0.held`; `value` takes the last of
 * the two, as parsers commonly do.
 */
export type ReadJson =
  | { kind: 'json'; value: unknown }
  | { kind: 'notJson' }
  | { kind: 'repeatedKey'; where: string; value: unknown }

/** What is said of a key that stands twice, beside its place. */
export const REPEATED_KEY_WORDS = 'It is named twice there, and may be read as the one or as the other.'

/** Longest path that is said, in UTF-16 units. */
const WHERE_MAX = 200
const PLAIN_KEY = /^[A-Za-z0-9_-]{1,60}$/

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** An object or a list that the scan is in: the keys of it so far (null: a list), and where in it the scan is. */
interface Frame {
  keys: Set<string> | null
  key: string
  index: number
  isKeyNext: boolean
}

/** Index of the quote that ends a string. `from`: after the one that begins it. */
const endOfString = (text: string, from: number): number => {
  for (let at = from; ; at += 1) {
    at = text.indexOf('"', at)
    let before = at - 1
    while (before >= from && text.charCodeAt(before) === BACKSLASH) before -= 1
    if ((at - before) % 2 === 1) return at
  }
}

/** A key is somebody else's text: one that is no plain word is not repeated. */
const pathOf = (frames: readonly Frame[]): string =>
  frames
    .map(({ keys, key, index }) => (keys === null ? String(index) : PLAIN_KEY.test(key) ? key : '…'))
    .join('.')
    .slice(0, WHERE_MAX)

/** The path of the first key that its object has had before; null where there is none. `text`: sound JSON. */
const repeatedKeyIn = (text: string): string | null => {
  const frames: Frame[] = []
  for (let at = 0; at < text.length; at += 1) {
    const frame = frames.at(-1)
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfString(text, at + 1)
        if (frame?.keys && frame.isKeyNext) {
          const written = text.slice(at + 1, end)
          // Two spellings of one key are one key.
          frame.key = written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written
          frame.isKeyNext = false
          if (frame.keys.has(frame.key)) return pathOf(frames)
          frame.keys.add(frame.key)
        }
        at = end
        break
      }
      case COMMA:
        if (frame) {
          frame.index += 1
          frame.isKeyNext = true
        }
        break
      case OPEN_OBJECT:
        frames.push({ keys: new Set(), key: '', index: 0, isKeyNext: true })
        break
      case OPEN_LIST:
        frames.push({ keys: null, key: '', index: 0, isKeyNext: false })
        break
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        frames.pop()
        break
    }
  }
  return null
}

/** Reads a text. Never throws; its parser's own message would quote the file, and is not passed on. */
export const readJson = (text: string): ReadJson => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'notJson' }
  }
  const where = repeatedKeyIn(text)
  return where === null ? { kind: 'json', value } : { kind: 'repeatedKey', where, value }
}
