/** @file The built pages: which files belong to which page, read from the build's own manifest. */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'

/** The pages of the renderer. Each is served on an origin of its own with only its own files. */
export type PageName = 'console' | 'room' | 'rehearsal'

/** A page and the files it may load. */
export interface BuiltPage {
  /** The html as built, placeholders included. */
  html: string
  /** The bytes and type of one of the page's own files, by path (`/assets/x.js`), or null. */
  asset(path: string): { type: string; body: Buffer } | null
}

const Chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
  assets: z.array(z.string()).default([]),
})
const Manifest = z.record(z.string(), Chunk)

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** Files of one page: its entry and all it imports, however far, with their styles and fonts. */
const filesOf = (manifest: z.infer<typeof Manifest>, entry: string): ReadonlySet<string> => {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...chunk.css, ...chunk.assets]) files.add(`/${file}`)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next)
  }
  visit(entry)
  return files
}

/**
 * Opens the built renderer.
 *
 * @param rendererDir - absolute path of `out/renderer`.
 * @returns a page by name; files are read when first asked for and kept in memory.
 * @throws when the build is missing or its manifest is not one.
 */
export const readBuiltPages = (rendererDir: string): ((name: PageName) => BuiltPage) => {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(rendererDir, '.vite/manifest.json'), 'utf8')))
  const kept = new Map<string, Buffer>()
  const read = (file: string): Buffer => {
    const known = kept.get(file)
    if (known) return known
    const body = readFileSync(join(rendererDir, file))
    kept.set(file, body)
    return body
  }
  return (name) => {
    const entry = `${name}/index.html`
    if (!manifest[entry]) throw new Error(`The build has no page named ${name}.`)
    const files = filesOf(manifest, entry)
    return {
      html: read(entry).toString('utf8'),
      asset: (path) => {
        const type = types[extname(path)]
        return type !== undefined && files.has(path) ? { type, body: read(path.slice(1)) } : null
      },
    }
  }
}

/** The rehearsal server's script, built as one classic file beside its page. */
export const readRehearsalScript = (rendererDir: string): Buffer =>
  readFileSync(join(rendererDir, 'rehearsal/external_api.js'))
