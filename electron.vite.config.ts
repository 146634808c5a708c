/** @file Builds the three halves of the app: main (two entries), preload, and the renderer's pages. */
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'
import { compileFirstAhead, consoleFile, findMoments, preloadFirstPaint } from './scripts/console-files'
import { aboutBuild, packageOfModule } from './scripts/dist/shipped-packages.mjs'

const here = import.meta.dirname
const { devDependencies } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8'))
/** The version that is pinned, tested and packed. */
const electronVersion: string = devDependencies.electron
const page = (name: string) => resolve(here, `src/renderer/${name}/index.html`)
const migrations = resolve(here, 'src/main/vault/migrations')

/** Ships the migrations, journal included, beside the entries that read them. */
const shipMigrations: Plugin = {
  name: 'holdspace:migrations',
  apply: 'build',
  writeBundle: ({ dir }) => {
    if (existsSync(migrations) && dir) cpSync(migrations, join(dir, 'migrations'), { recursive: true })
  },
}

/**
 * Builds the rehearsal's script as one classic file: a page loads it by a plain script element, as it would
 * load a meeting server's own, so it can be no module and import no chunk.
 */
const rehearsalScript: Plugin = {
  name: 'holdspace:rehearsal-script',
  apply: 'build',
  generateBundle: async function emitScript() {
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      root: resolve(here, 'src/renderer'),
      build: {
        write: false,
        minify: true,
        target: 'chrome140',
        rollupOptions: {
          input: resolve(here, 'src/renderer/rehearsal/external-api.ts'),
          output: { format: 'iife' },
        },
      },
    })
    const [result] = Array.isArray(built) ? built : [built]
    const chunk = result && 'output' in result ? result.output[0] : undefined
    if (!chunk) throw new Error('The rehearsal script was not built.')
    this.emitFile({ type: 'asset', fileName: 'rehearsal/external_api.js', source: chunk.code })
  },
}

/** Writes down which version this is, and which packages ship and under which licences: the page About shows it, and every package carries it. */
const noteLicences: Plugin = {
  name: 'holdspace:licences',
  apply: 'build',
  generateBundle(_options, bundle) {
    const folders = new Set<string>()
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      for (const id of Object.keys(chunk.modules)) {
        const folder = packageOfModule(id)
        if (folder !== null) folders.add(folder)
      }
    }
    // A font is an asset: no module of it is left in a bundle.
    folders.add(resolve(here, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next'))
    const source = JSON.stringify(aboutBuild(folders), null, 1)
    this.emitFile({ type: 'asset', fileName: 'about.json', source })
  },
}

/** Packages of the main process that are no native part, read no file beside them and are not Electron's. */
const bundledInMain = [
  '@orpc/client',
  '@orpc/contract',
  '@orpc/server',
  '@scure/bip39',
  'age-encryption',
  'conf',
  'drizzle-orm',
  'luxon',
  'ws',
  'zod',
]

export default defineConfig({
  main: {
    plugins: [shipMigrations],
    define: { __ELECTRON_VERSION__: JSON.stringify(electronVersion) },
    build: {
      // What is plain JavaScript is bundled: to look for it in hundreds of files was half of a start.
      externalizeDeps: { exclude: bundledInMain },
      rollupOptions: {
        input: { index: resolve(here, 'src/main/index.ts'), browser: resolve(here, 'src/main/browser.ts') },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    // For `npm run dev` alone: by number, so that page and server mean the same one.
    server: { host: '127.0.0.1' },
    plugins: [react(), rehearsalScript, findMoments, preloadFirstPaint, compileFirstAhead, noteLicences],
    build: {
      minify: true,
      // Which files belong to which page: the shells serve each origin its own and no other.
      manifest: true,
      // Inlined files would need data: in the policies.
      assetsInlineLimit: 0,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      // The largest files are dictionaries, fetched by the pages that need them; what a first load weighs is measured.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [{ name: consoleFile, debugName: 'console', includeDependenciesRecursively: false }],
          },
        },
        input: {
          console: page('console'),
          room: page('room'),
          rehearsal: page('rehearsal'),
        },
      },
    },
  },
})
