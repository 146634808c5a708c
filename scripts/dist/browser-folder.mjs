/** @file The browser shell as one folder with Node inside: nothing to install, one script to start. */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { root } from '../pinned-node.mjs'
import { withNeeds } from './shipped-packages.mjs'

/** What a package needs to run and to be allowed to: code, data, native parts, licences. */
const KEPT = /\.(js|cjs|mjs|json|node|wasm)$|^(licen[cs]e|copying|notice)/i
/** Sources and samples of packages: never loaded. */
const LEFT_OUT = new Set([
  'deps',
  'src',
  'test',
  'tests',
  'docs',
  'example',
  'examples',
  'benchmark',
  'types',
])

/** Native parts in one package for every system: the one that fits here stays. */
const isOtherSystem = (path, { platform, arch }) =>
  basename(dirname(path)) === 'prebuilds' && basename(path) !== `${platform}-${arch}.node`

const copyPackage = (from, to, system) => {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    // What a package brings of others is found on its own.
    if (entry.name === 'node_modules') continue
    if (entry.isDirectory()) {
      // Some packages run what stands in "src": only those without another way in keep it.
      if (LEFT_OUT.has(entry.name) && !isNeededFolder(from, entry.name)) continue
      copyPackage(source, target, system)
    } else if (KEPT.test(entry.name) && !isOtherSystem(source, system)) {
      mkdirSync(to, { recursive: true })
      copyFileSync(source, target)
    }
  }
}

/** Whether a package's own description leads into a folder of it. */
const isNeededFolder = (folder, name) => {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return false
  const { main, module, exports, bin } = JSON.parse(readFileSync(file, 'utf8'))
  return (
    JSON.stringify([main, module, exports, bin]).includes(`/${name}/`) || `${main}`.startsWith(`${name}/`)
  )
}

/** What a built file imports, at its start or later. What a bundled package says in its comments is no import. */
const importsOf = (path) => {
  const code = readFileSync(path, 'utf8')
  const { errors, module } = parseSync(path, code)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  const later = module.dynamicImports.map(
    ({ moduleRequest: { start, end } }) => /^["']([^"']+)["']$/.exec(code.slice(start, end))?.[1],
  )
  const passedOn = module.staticExports.flatMap(({ entries }) => entries)
  const atStart = [...module.staticImports, ...passedOn].map(({ moduleRequest }) => moduleRequest?.value)
  return [...atStart, ...later].filter((named) => typeof named === 'string')
}

/** Files of the build that an entry loads, however far. */
const filesOfEntry = (folder, entry) => {
  const files = new Set()
  const packages = new Set()
  const visit = (path) => {
    if (files.has(path)) return
    files.add(path)
    for (const named of importsOf(join(folder, path))) {
      if (named.startsWith('.')) visit(join(dirname(path), named))
      else if (!named.startsWith('node:')) {
        const [scope, name] = named.split('/')
        packages.add(scope.startsWith('@') ? `${scope}/${name}` : scope)
      }
    }
  }
  visit(entry)
  return { files, packages }
}

const shScript = `#!/bin/sh
# Starts Holdspace in a browser on this computer. Nothing is installed; to remove it, remove this folder.
self=$0
while [ -h "$self" ]; do
  link=$(readlink -- "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname -- "$self")/$link ;;
  esac
done
here=$(CDPATH= cd -- "$(dirname -- "$self")" && pwd -P) || exit 1
# What another program set for its own Node is none of ours.
unset NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS
exec "$here/node/node" "$here/app/out/main/browser.js" "$@"
`
const cmdScript = `@echo off\r
rem Starts Holdspace in a browser on this computer. Nothing is installed; to remove it, remove this folder.\r
setlocal\r
set NODE_OPTIONS=\r
set NODE_PATH=\r
set NODE_EXTRA_CA_CERTS=\r
"%~dp0node\\node.exe" "%~dp0app\\out\\main\\browser.js" %*\r
`

/** The start script of a system: its name and text. */
const startScript = (platform) => {
  if (platform === 'win32') return { name: 'Holdspace.cmd', text: cmdScript }
  return { name: platform === 'darwin' ? 'Holdspace.command' : 'holdspace', text: shScript }
}

const readMe = (version, script) => `Holdspace ${version}, in a browser

Start "${script}" in this folder. It opens Holdspace in a browser of the Chromium family that is on this computer
(Chromium, Chrome, Edge or Brave), in a profile of its own that is deleted at the end. With another browser the
vault and the rehearsal work, a live room does not.

Nothing is installed, and nothing is fetched. What you keep is not in this folder: Settings in Holdspace say where it is.
To remove Holdspace, remove this folder.

SECURITY.md says what is protected from whom, and what is not. licences.txt has the licences of all that is inside.
`

/**
 * Makes the folder.
 *
 * @param {string} target - absolute; what is there is replaced.
 * @param {{ version: string, platform: string, arch: string, nodeFile: string }} how - `nodeFile`: Node for that system.
 * @returns {{ script: string }} name of the script that starts it.
 */
export const makeBrowserFolder = (target, { version, platform, arch, nodeFile }) => {
  rmSync(target, { recursive: true, force: true })
  const app = join(target, 'app')
  const built = join(root, 'out/main')
  const { files, packages } = filesOfEntry(built, 'browser.js')
  for (const path of files) {
    mkdirSync(dirname(join(app, 'out/main', path)), { recursive: true })
    copyFileSync(join(built, path), join(app, 'out/main', path))
  }
  cpSync(join(built, 'migrations'), join(app, 'out/main/migrations'), { recursive: true })
  cpSync(join(root, 'out/renderer'), join(app, 'out/renderer'), { recursive: true })
  cpSync(join(root, 'resources'), join(app, 'resources'), { recursive: true })
  writeFileSync(
    join(app, 'package.json'),
    `${JSON.stringify({ name: 'holdspace', version, type: 'module', private: true })}\n`,
  )
  for (const [path, folder] of withNeeds([...packages].sort((one, other) => (one < other ? -1 : 1)))) {
    copyPackage(folder, join(app, 'node_modules', path), { platform, arch })
  }
  const nodeName = platform === 'win32' ? 'node.exe' : 'node'
  mkdirSync(join(target, 'node'))
  const realNode = realpathSync(nodeFile)
  copyFileSync(realNode, join(target, 'node', nodeName))
  chmodSync(join(target, 'node', nodeName), 0o755)
  const nodeLicence = [join(dirname(realNode), '../LICENSE'), join(dirname(realNode), 'LICENSE')].find(
    existsSync,
  )
  if (!nodeLicence)
    throw new Error('Node’s own licence is not beside it, and it may not be passed on without.')
  copyFileSync(nodeLicence, join(target, 'node/LICENSE'))
  const { name, text } = startScript(platform)
  writeFileSync(join(target, name), text, { mode: 0o755 })
  writeFileSync(join(target, 'README.txt'), readMe(version, name))
  for (const file of ['LICENSE', 'SECURITY.md']) copyFileSync(join(root, file), join(target, file))
  const licences = JSON.parse(readFileSync(join(root, 'out/renderer/about.json'), 'utf8')).licences
  const said = licences.map((one) => `${one.name} ${one.version} (${one.licence})\n\n${one.text}\n`)
  writeFileSync(join(target, 'licences.txt'), said.join(`\n${'-'.repeat(78)}\n\n`))
  return { script: name }
}
