/** @file Builds the three halves of the app: main (two entries), preload, and the renderer's pages. */
import { cpSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'

const here = import.meta.dirname
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

export default defineConfig({
  main: {
    plugins: [shipMigrations],
    build: {
      externalizeDeps: true,
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
    plugins: [react(), rehearsalScript],
    build: {
      minify: true,
      // Which files belong to which page: the shells serve each origin its own and no other.
      manifest: true,
      // Inlined files would need data: in the policies.
      assetsInlineLimit: 0,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          console: page('console'),
          room: page('room'),
          rehearsal: page('rehearsal'),
        },
      },
    },
  },
})
