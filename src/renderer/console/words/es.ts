/** @file Spanish, whole, in one file, loaded for those who read it. How it speaks: docs/glossary-es.md. */
import { byNamespace, type Words } from './namespaces'

/**
 * Spanish has a form of its own for a whole million (`un millón de personas`). Nothing here is ever counted so far, and in
 * digits it reads like any other number: written once, as `_other`.
 */
const withMany = (words: object): object =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      const own = typeof value === 'object' && value !== null ? withMany(value) : value
      return key.endsWith('_other')
        ? [
            [key, own],
            [key.replace(/_other$/, '_many'), own],
          ]
        : [[key, own]]
    }),
  )

/** Every word, by namespace. */
export const words: Words = byNamespace(
  import.meta.glob<object>('./es/*.json', { eager: true, import: 'default' }),
).map(([namespace, said]) => [namespace, withMany(said)])
