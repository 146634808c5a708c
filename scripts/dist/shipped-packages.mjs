/** @file Which packages ship: those outside the bundles with all they need, and those that were bundled. With licences. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../pinned-node.mjs'

/** Longest text of a licence that is taken, in characters: above it is no licence but a book of them. */
const TEXT_MAX = 40_000

const readPackage = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/**
 * The folder that a package's name leads to from another package's folder, as Node looks for it.
 *
 * @param {string} name
 * @param {string} from - absolute path of a folder.
 * @returns {string | null}
 */
export const findPackage = (name, from) => {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
    if (at === root || at === dirname(at)) return null
  }
}

/**
 * Packages with all they need, however far.
 *
 * @param {readonly string[]} names
 * @returns {Map<string, string>} absolute folder of each, by its path below `node_modules`, sorted. What is optional and
 *   not installed here is left out.
 * @throws when one that is needed is not installed.
 */
export const withNeeds = (names) => {
  const found = new Map()
  const visit = (name, from, isOptional) => {
    const folder = findPackage(name, from)
    if (folder === null) {
      if (isOptional) return
      throw new Error(`The package ${name} is not installed: run "npm ci".`)
    }
    const path = folder.slice(join(root, 'node_modules').length + 1)
    if (found.has(path)) return
    found.set(path, folder)
    const { dependencies = {}, optionalDependencies = {} } = readPackage(folder)
    for (const next of Object.keys(dependencies))
      visit(next, folder, Object.hasOwn(optionalDependencies, next))
    for (const next of Object.keys(optionalDependencies)) visit(next, folder, true)
  }
  for (const name of names) visit(name, root, false)
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

const licenceFile = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/**
 * What there is to say of a package.
 *
 * @param {string} folder - absolute.
 * @returns {{ name: string, version: string, licence: string, text: string }} the text empty where it ships none.
 */
export const licenceOf = (folder) => {
  const { name, version, license, licenses } = readPackage(folder)
  const licence = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? '')
  const text = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n')
    .slice(0, TEXT_MAX)
  return { name, version, licence, text }
}

/** The package that a bundled module belongs to, by its path; null for a module of ours. */
export const packageOfModule = (id) => {
  const at = id.replaceAll('\\', '/').lastIndexOf('/node_modules/')
  if (at < 0 || id.startsWith('\0')) return null
  const below = id.slice(at + '/node_modules/'.length).replaceAll('\\', '/')
  const [scope = '', name = ''] = below.split('/')
  return join(id.slice(0, at), 'node_modules', scope.startsWith('@') ? `${scope}/${name}` : scope)
}

/**
 * Licences of all that ships, by name.
 *
 * @param {Iterable<string>} bundled - folders of the packages that were bundled.
 */
const shippedLicences = (bundled) => {
  const { dependencies } = readPackage(root)
  const folders = new Set([...bundled, ...withNeeds(Object.keys(dependencies)).values()])
  // Two packages may bring the same version of a third, each for itself.
  const all = new Map([...folders].map(licenceOf).map((one) => [`${one.name}@${one.version}`, one]))
  return [...all.values()].sort((one, other) =>
    `${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1,
  )
}

/** The day of the source: of its last commit, or `SOURCE_DATE_EPOCH`; null where neither is known. */
const dayOfSource = () => {
  const given = process.env.SOURCE_DATE_EPOCH
  if (given && /^\d{1,12}$/.test(given)) return new Date(Number(given) * 1000).toISOString().slice(0, 10)
  try {
    const words = ['log', '-1', '--format=%cd', '--date=format-local:%Y-%m-%d']
    const said = execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, TZ: 'UTC' },
    }).trim()
    return /^\d{4}-\d\d-\d\d$/.test(said) ? said : null
  } catch {
    return null
  }
}

/** The earliest day among the collections of crisis numbers: none of them is older. */
const dayOfCrisisNumbers = () => {
  const folder = join(root, 'resources/crisis')
  const days = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).packVersion)
  return days.toSorted((one, other) => (one < other ? -1 : 1))[0]
}

/**
 * What the page About says of this build.
 *
 * @param {Iterable<string>} bundled - folders of the packages that were bundled.
 */
export const aboutBuild = (bundled) => ({
  version: readPackage(root).version,
  madeOn: dayOfSource(),
  crisisOn: dayOfCrisisNumbers(),
  licences: shippedLicences(bundled),
})
