/** @file Builds the three halves of the app: main (two entries), preload, and the renderer's pages. */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname
const page = (name: string) => resolve(here, `src/renderer/${name}/index.html`)

export default defineConfig({
  main: {
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
    plugins: [react()],
    build: {
      minify: true,
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
