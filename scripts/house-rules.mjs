/** @file The house rules: who may import whom, names, openings, migrations, and no trace of a machine. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { citationFaults, numbersIn } from './citations.mjs'
import { moduleStateFaults, plantedState } from './module-state.mjs'
import { ensurePinnedNode, root } from './pinned-node.mjs'
import { breaches } from './planted-breaches.mjs'
import { faultsOfTest, patientTests, plantedLimits } from './test-limits.mjs'

await ensurePinnedNode()

/** A longer file is named, and one beyond the last line of all is refused. */
const LINES_MAX = 300
const LINES_LAST = { sources: 400, tests: 600 }
const faults = []
const warnings = []

/** Reads all of a tree's imports. Fails when nothing was read: an empty pass is no pass. */
const cruise = (folder) => {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const ran = spawnSync(
    process.execPath,
    [cli, 'src', '--config', join(folder, '.dependency-cruiser.cjs'), '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  let summary
  try {
    summary = JSON.parse(ran.stdout).summary
  } catch {
    throw new Error(`dependency-cruiser did not run: ${ran.stderr.slice(0, 2000)}`)
  }
  if (!(summary.totalCruised > 0)) throw new Error('dependency-cruiser read no modules.')
  return summary
}

/**
 * The project's imports, read once, in a copy that has one breach of every rule besides: each must be reported, and what is
 * reported of any other file is the project's own fault.
 */
const checkImports = () => {
  const copy = mkdtempSync(join(tmpdir(), 'holdspace-rules-'))
  try {
    for (const name of ['src', '.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const plantedFiles = new Set()
    for (const { files } of breaches) {
      for (const [path, text] of Object.entries(files)) {
        // In the place of a file of ours it would hide what that file imports.
        if (existsSync(join(root, path))) faults.push(`the planted breach ${path} is a file of the project`)
        plantedFiles.add(path)
        mkdirSync(join(copy, dirname(path)), { recursive: true })
        writeFileSync(join(copy, path), text)
      }
    }
    const { totalCruised, violations } = cruise(copy)
    for (const { rule, from, to } of violations) {
      if (!plantedFiles.has(from)) faults.push(`${rule.name}: ${from} -> ${to}`)
    }
    const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')).forbidden
    for (const { name } of rules) {
      if (!breaches.some((breach) => breach.rule === name))
        faults.push(`no planted breach for the rule ${name}`)
    }
    for (const { rule, files } of breaches) {
      const [planted] = Object.keys(files)
      if (!violations.some((found) => found.rule.name === rule && found.from === planted)) {
        faults.push(`the planted breach of ${rule} (${planted}) was not caught`)
      }
    }
    return { modules: totalCruised - plantedFiles.size, planted: breaches.length }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Names that say nothing; `common-words` says something, `common` does not. */
const vague = /^(.*[-._])?(utils?|helpers?|managers?)(\.[a-z.]+)?$|^common(\.[a-z.]+)?$/i
const machinePath =
  /(^|[\s"'`(=:])(\/work\/|\/root\/|\/home\/[a-z][\w-]*\/|\/Users\/[A-Za-z][\w-]*\/|[A-Z]:\\Users\\)/m
const registryHost = /https?:\/\/[\w.-]*(registry|artifactory|nexus|verdaccio)[\w.-]*/i
const isText = /\.(ts|tsx|mts|mjs|cjs|js|json|css|html|md|sql|yml|yaml)$|(^|\/)(run|\.npmrc)$/

/**
 * What is wrong with one file, by name and text. Pure, so that its own control can plant breaches.
 *
 * @param {string} path - relative to the project.
 * @param {string} text
 * @returns {string[]}
 */
const faultsOf = (path, text) => {
  const found = []
  if (path.split('/').some((part) => vague.test(part))) found.push(`${path}: a name that says nothing`)
  if (/^src\/.*\.(ts|tsx)$/.test(path)) {
    if (!/^\/\*\*\s*(\n \* )?@file /.test(text)) found.push(`${path}: does not open with @file`)
  }
  if (/\.(ts|tsx|mjs|css)$/.test(path)) {
    const lines = text.split('\n').length - 1
    if (lines > LINES_MAX) warnings.push(`${path}: ${lines} lines`)
    const isTest = /^tests\/|\.(test|spec)\.tsx?$/.test(path)
    const last = isTest ? LINES_LAST.tests : LINES_LAST.sources
    if (lines > last) found.push(`${path}: ${lines} lines, and ${last} is the most`)
  }
  if (/^tests\/|\.(test|spec)\.tsx?$/.test(path))
    found.push(...faultsOfTest(path, text).map((fault) => `${path}: ${fault}`))
  // What a key costs to guess is the vault's alone to say: a test tells the core otherwise, and no shell can.
  if (
    /^src\/(?!main\/(core\.ts$|vault\/)).*(?<!\.test)\.tsx?$/.test(path) &&
    /\b(kdf|memoryKiB)\b/.test(text)
  )
    found.push(`${path}: has a word for what a key costs`)
  if (/^src\/renderer\/.*\.css$/.test(path))
    found.push(...faultsOfStyle(text).map((fault) => `${path}: ${fault}`))
  if (machinePath.test(text)) found.push(`${path}: names a folder of one machine`)
  if (registryHost.test(text)) found.push(`${path}: names a registry's host`)
  if (path === 'package-lock.json') found.push(...faultsOfLock(text).map((fault) => `${path}: ${fault}`))
  if (path === '.npmrc' && !/^ignore-scripts=true$/m.test(text))
    found.push(`${path}: lets packages run scripts, which no sum covers`)
  return found
}

/**
 * Sides of a line, not of the glass: where a language runs from right to left, a page is mirrored. The margin boxes of a
 * printed sheet (`@bottom-left`) have no other name, and are no declarations.
 */
const faultsOfStyle = (text) => {
  const found = []
  for (const [, name, value] of text.matchAll(/^\s*([a-z-]+):\s*([^;]+);/gm)) {
    const isSide = /^((margin|padding|border|scroll-margin)-(left|right)(-\w+)?|left|right)$/.test(name)
    const isAligned = /^(text-align|float)$/.test(name) && /^(left|right)$/.test(value)
    // What a function is given is no side of its own.
    const sides = value.replace(/\((?:[^()]|\([^()]*\))*\)/g, (given) => given.replace(/\s/g, ''))
    const [, second, , fourth] = sides.split(/\s+/)
    const isUneven = /^(margin|padding|inset)$/.test(name) && fourth !== undefined && second !== fourth
    if (isSide || isAligned || isUneven)
      found.push(`${name}: ${value} names a side, not the start or end of a line`)
  }
  return found
}

/** Each file that is installed is fetched from the registry in use, and is what it was when it was locked. */
const faultsOfLock = (text) => {
  const found = /"resolved"\s*:/.test(text) ? ['says where it was fetched'] : []
  for (const [folder, entry] of Object.entries(JSON.parse(text).packages ?? {})) {
    if (folder !== '' && !entry.integrity) found.push(`${folder} has no sum`)
  }
  return found
}

/** Every page, file, trap and promise that is named is here; the control cites what is not. */
const checkCitations = (paths) => {
  const listed = (name) => numbersIn(readFileSync(join(root, 'docs', name), 'utf8'))
  const known = {
    files: new Set(paths),
    traps: listed('room-guard.md'),
    promises: listed('promises.md'),
  }
  for (const path of paths.filter((each) => /^(src|tests|scripts|bench|docs)\/|^[A-Z]+\.md$/.test(each))) {
    if (/\.(ts|tsx|mjs|mts|css|md)$/.test(path) && path !== 'scripts/house-rules.mjs')
      faults.push(...citationFaults(path, readFileSync(join(root, path), 'utf8'), known))
  }
  const planted = [
    '/** As told elsewhere.md says. */',
    '// docs/no-such-page.md',
    '// See trap 99.',
    '// (promise 42)',
    '// traps 3 and 98',
    'It begins in `src/main/no-such-file.ts`.',
  ]
  for (const text of planted) {
    if (citationFaults('docs/a.md', text, known).length === 0)
      faults.push(`a planted citation was not caught: ${text}`)
  }
}

/** What the console remembers is in page stores; the control remembers in every other way. */
const checkModuleState = (paths) => {
  const console = 'src/renderer/console/'
  const files = paths
    .filter(
      (path) => path.startsWith(console) && /\.tsx?$/.test(path) && !/\.(test|fixture|d)\.tsx?$/.test(path),
    )
    .map((path) => ({ path: path.slice(console.length), text: readFileSync(join(root, path), 'utf8') }))
  if (files.length === 0) throw new Error('No file of the console was read.')
  faults.push(...moduleStateFaults(files))
  for (const text of plantedState.breaches) {
    if (moduleStateFaults([{ path: 'planted.tsx', text }], {}).length === 0)
      faults.push(`a planted memory was not caught: ${text}`)
  }
  for (const text of plantedState.sound)
    faults.push(...moduleStateFaults([{ path: 'planted.tsx', text }], {}))
  if (moduleStateFaults([], { 'planted.tsx gone': 'nothing' }).length === 0)
    faults.push('a planted allowance that nothing needs was not caught')
}

const checkFiles = () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
  for (const path of paths) {
    faults.push(...faultsOf(path, isText.test(path) ? readFileSync(join(root, path), 'utf8') : ''))
  }
  checkCitations(paths)
  checkModuleState(paths)
  // The control of these checks.
  const slash = '/'
  const planted = [
    ['src/main/helper.ts', '/** @file A. */\n'],
    ['src/main/string-utils/a.ts', '/** @file A. */\n'],
    ['src/main/a.ts', 'export const a = 1\n'],
    ['src/main/a.ts', `/** @file A. */\n${'\n'.repeat(LINES_LAST.sources)}`],
    ['tests/e2e/a.spec.ts', '\n'.repeat(LINES_LAST.tests + 1)],
    ['src/main/shell/electron/run.ts', '/** @file A. */\nconst core = createCore(host, { kdf: least })\n'],
    ['src/main/browser.ts', '/** @file A. */\nconst least = { memoryKiB: 19_456, passes: 2 }\n'],
    ['docs/a.md', `see ${slash}home/somebody/notes\n`],
    ['.npmrc', `ignore-scripts=true\nregistry=https:${slash}/registry.example.org\n`],
    ...plantedLimits.map((text) => ['tests/e2e/a.spec.ts', text]),
    ['.npmrc', '# ignore-scripts=true\n'],
    ['src/renderer/console/a.css', '.a {\n  margin-left: 4px;\n}\n'],
    ['src/renderer/console/a.css', '.a {\n  text-align: right;\n}\n'],
    ['src/renderer/room/a.css', '.a {\n  padding: 0 4px 0 var(--s2);\n}\n'],
    ['package-lock.json', '{ "packages": { "node_modules/a": { "integrity": "x", "resolved": "x" } } }'],
    ['package-lock.json', '{ "packages": { "node_modules/a": { "version": "1.0.0" } } }'],
  ]
  const long = warnings.length
  for (const text of patientTests) faults.push(...faultsOf('tests/e2e/a.spec.ts', text))
  for (const [path, text] of planted) {
    if (faultsOf(path, text).length === 0) faults.push(`a planted breach in ${path} was not caught`)
  }
  // What was planted is not named as long.
  warnings.length = long
  return paths.length
}

/** Migrations are applied by date: an earlier one added later would be skipped in silence. */
const ascends = (entries) =>
  entries.every(({ idx, when }, at) => idx === at && (at === 0 || when > entries[at - 1].when))

const checkMigrations = () => {
  const journal = join(root, 'src/main/vault/migrations/meta/_journal.json')
  if (!existsSync(journal)) return 0
  const { entries } = JSON.parse(readFileSync(journal, 'utf8'))
  if (!ascends(entries)) faults.push(`${basename(journal)}: migrations do not ascend`)
  for (const { tag } of entries) {
    if (!existsSync(join(dirname(journal), '..', `${tag}.sql`))) faults.push(`migration ${tag} has no file`)
  }
  const backwards = [
    { idx: 0, when: 2 },
    { idx: 1, when: 1 },
  ]
  if (ascends(backwards)) faults.push('planted migrations that do not ascend were not caught')
  return entries.length
}

const { modules, planted } = checkImports()
const files = checkFiles()
const migrations = checkMigrations()
for (const line of warnings) process.stdout.write(`long: ${line}\n`)
for (const line of faults) process.stdout.write(`fault: ${line}\n`)
process.stdout.write(
  `house rules: ${modules} modules, ${planted} planted breaches, ${files} files, ${migrations} migrations, ${faults.length} faults\n`,
)
process.exit(faults.length === 0 ? 0 : 1)
