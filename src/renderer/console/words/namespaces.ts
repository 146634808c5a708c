/** @file The files of a language that is loaded whole, each under its namespace of the catalogue. */

/** A language's words, by namespace; one may come more than once. */
export type Words = (readonly [namespace: string, words: object])[]

/** Files that are not called as their namespace is. */
const elsewhere: Readonly<Record<string, string>> = {
  'charter-files': 'charterFiles',
  'debrief-hand-off': 'debrief',
  'reporting-sealed': 'reporting',
  'vault-pages': 'vault',
}

/**
 * Files as an eager glob gives them, by path.
 *
 * @param files - path ending in the file's name, such as `./es/app.json`; its nested words.
 */
export const byNamespace = (files: Readonly<Record<string, object>>): Words =>
  Object.entries(files).map(([path, words]) => {
    const name = path.replace(/^.*\/|\.json$/g, '')
    return [elsewhere[name] ?? name, words]
  })
