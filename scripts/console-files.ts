/**
 * @file How the console is cut into files: what the first paint needs in one, what home needs behind an open vault in
 * another. A small local server and an old computer pay for each file, whatever its size.
 */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'

// The bundler's own working folder: where this file lies is lost when the configuration is bundled.
const console = resolve('src/renderer/console')
const page = resolve(console, 'index.html')
/**
 * What each moment of a start begins with. `apart` shares no file with the two: the entry, which waits for neither, and the
 * pages of other origins, which get none of the console's code.
 */
const begins = {
  apart: ['main.tsx', '../room/room.ts', '../rehearsal/main.ts'],
  first: ['start.tsx'],
  home: [
    'app/Frame.tsx',
    'vault/after-unlock/AfterUnlock.tsx',
    'sessions/HomePage.tsx',
    'sessions/RehearseProblem.tsx',
    'rehearsal/FirstEveningStrip.tsx',
    'vault/backup/QuietBackup.tsx',
  ],
}
type Moment = keyof typeof begins

/** Leaves out what is imported on demand. */
const withoutDemand: Plugin = {
  name: 'holdspace:without-demand',
  resolveDynamicImport: (id) => ({ id: String(id), external: true }),
}

/**
 * What each moment really uses of all that its modules import: a library's index names every part of it, so this is
 * known only once a bundler has left out what nobody asks for.
 */
const modulesByMoment = async (): Promise<Record<Moment, ReadonlySet<string>>> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: resolve('src/renderer'),
    plugins: [withoutDemand, react()],
    build: {
      write: false,
      minify: false,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: Object.values(begins).flatMap((files) => files.map((file) => resolve(console, file))),
        // Else what only they give to others would be left out, and all that it needs.
        preserveEntrySignatures: 'strict',
      },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  )
  const chunks = new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const usedBy = (moment: Moment): ReadonlySet<string> => {
    const used = new Set<string>()
    const seen = new Set<string>()
    const take = (fileName: string): void => {
      const chunk = chunks.get(fileName)
      if (!chunk || seen.has(fileName)) return
      seen.add(fileName)
      for (const id of chunk.moduleIds) used.add(id)
      for (const imported of chunk.imports) take(imported)
    }
    for (const file of begins[moment]) {
      const begin = resolve(console, file)
      const chunk = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId === begin)
      if (!chunk) throw new Error(`The console has no ${file} to begin with.`)
      take(chunk.fileName)
    }
    return used
  }
  return { apart: usedBy('apart'), first: usedBy('first'), home: usedBy('home') }
}

let byMoment: Awaited<ReturnType<typeof modulesByMoment>> | null = null

/** Finds out what each moment uses, before the bundler cuts. */
export const findMoments: Plugin = {
  name: 'holdspace:moments',
  apply: 'build',
  buildStart: async () => {
    byMoment = await modulesByMoment()
  },
}

/** Has V8 compile all of a file while it is fetched, beside the page's own thread; elsewhere it is a comment. */
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad\n'

/** Marks the file of the first paint, which is run from end to end at once. */
export const compileFirstAhead: Plugin = {
  name: 'holdspace:compile-first-ahead',
  apply: 'build',
  generateBundle: {
    // At the file's very beginning, so after all that others put there.
    order: 'post',
    handler: (_options, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.name === 'first') file.code = COMPILE_AHEAD + file.code
      }
    },
  },
}

/** The file of its own that a module of the console goes into; null leaves it to the bundler. */
export const consoleFile = (id: string): 'first' | 'home' | null => {
  if (!byMoment || byMoment.apart.has(id)) return null
  if (byMoment.first.has(id)) return 'first'
  return byMoment.home.has(id) ? 'home' : null
}

/**
 * Lets the browser fetch what the console's first paint needs while its small first script opens the socket: without
 * this, the fetching would begin only after that script has run.
 */
export const preloadFirstPaint: Plugin = {
  name: 'holdspace:preload-first-paint',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle, filename }) => {
      if (!bundle || filename !== page) return []
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const opening = chunks.find(({ facadeModuleId }) => facadeModuleId === page)
      const start = chunks.find(({ moduleIds }) => moduleIds.includes(resolve(console, 'start.tsx')))
      if (!start || !opening) throw new Error('The console has no file for its first paint.')
      if (opening.imports.includes(start.fileName)) {
        throw new Error('The console’s socket would wait for the file of the first paint.')
      }
      const files = new Set<string>()
      const styles = new Set<string>()
      const take = (fileName: string): void => {
        if (files.has(fileName)) return
        files.add(fileName)
        const chunk = chunks.find((each) => each.fileName === fileName)
        for (const style of chunk?.viteMetadata?.importedCss ?? []) styles.add(style)
        for (const imported of chunk?.imports ?? []) take(imported)
      }
      take(start.fileName)
      // A sixth of its code, and what the unlock screen waited longest for (bench/RESULTS.md).
      const parsing = chunks.find(
        ({ fileName, moduleIds }) =>
          files.has(fileName) && moduleIds.some((id) => id.includes('/node_modules/zod/')),
      )
      if (parsing) throw new Error(`The console's first paint carries a parser, in ${parsing.fileName}.`)
      const link = (rel: string, fileName: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `../${fileName}` },
        injectTo: 'head' as const,
      })
      const missing = (fileNames: Set<string>) =>
        [...fileNames].filter((fileName) => !html.includes(fileName))
      return [
        ...missing(files).map((fileName) => link('modulepreload', fileName)),
        ...missing(styles).map((fileName) => link('stylesheet', fileName)),
      ]
    },
  },
}
