/**
 * @file `npm run dist [-- --only browser|electron] [--to FOLDER]`: makes what this machine can of the packages, with
 * checksums and a bill of materials. Ends with 3 where something asked for could not be made, and says what.
 */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import { buildIfStale } from './build.mjs'
import { makeBrowserFolder } from './dist/browser-folder.mjs'
import { makeElectronPackages } from './dist/electron-packages.mjs'
import { billOfMaterials, shippedNames } from './dist/sbom.mjs'
import { tarOf } from './dist/tar.mjs'
import { ensurePinnedNode, pinnedNodePath, root } from './pinned-node.mjs'

await ensurePinnedNode()

/** Something asked for could not be made here. */
const NOT_MADE_EXIT = 3
const say = (line) => process.stderr.write(`${line}\n`)

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The date of everything made: of the commit, so that the same source gives the same files. */
const readDate = () => {
  const given = process.env.SOURCE_DATE_EPOCH
  if (given && /^\d{1,12}$/.test(given)) return Number(given)
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim())
  } catch {
    say(
      'There is no git here: SOURCE_DATE_EPOCH gives the date of the files, and without it they are of 1980.',
    )
    return 315_532_800
  }
}

const sumOf = async (file) => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** The browser shell's folder as one file. */
const makeArchive = async (to, mtimeSeconds) => {
  const { platform, arch } = process
  const pinned = pinnedNodePath()
  const nodeFile = existsSync(pinned) ? pinned : process.execPath
  const name = `holdspace-browser-${version}-${platform}-${arch}`
  const folder = join(to, name)
  const { script } = makeBrowserFolder(folder, { version, platform, arch, nodeFile })
  const archive = join(to, `${name}.tar.gz`)
  await pipeline(
    Readable.from(tarOf(folder, name, mtimeSeconds)),
    createGzip({ level: 6 }),
    createWriteStream(archive),
  )
  say(`${archive}: unpack it anywhere, start ${script}.`)
}

const readWords = () => {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    strict: true,
    options: { only: { type: 'string' }, to: { type: 'string' } },
  })
  const { only } = values
  if (only !== undefined && only !== 'browser' && only !== 'electron') {
    throw new Error('--only takes browser or electron.')
  }
  return { only, to: resolve(values.to ?? join(root, 'dist')) }
}

const dist = async () => {
  const { only, to } = readWords()
  await buildIfStale()
  mkdirSync(to, { recursive: true })
  // Another run in the same folder would mix its files with ours.
  const lock = join(to, '.making')
  closeSync(openSync(lock, 'wx'))
  try {
    const mtimeSeconds = readDate()
    const notMade = []
    if (only !== 'electron') await makeArchive(to, mtimeSeconds)
    if (only !== 'browser') {
      const why = await makeElectronPackages(to)
      if (why !== null) notMade.push(why)
    }
    const bill = billOfMaterials(shippedNames(), new Date(mtimeSeconds * 1000).toISOString())
    // Native parts differ from system to system, and a release has the bills of all.
    const billName = `holdspace-${version}-${process.platform}-${process.arch}.cdx.json`
    writeFileSync(join(to, billName), `${JSON.stringify(bill, null, 2)}\n`)
    const files = readdirSync(to, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.toLowerCase().startsWith('holdspace'))
      .map(({ name }) => name)
      .sort()
    const sums = []
    for (const name of files) sums.push(`${await sumOf(join(to, name))}  ${name}\n`)
    writeFileSync(join(to, 'SHA256SUMS'), sums.join(''))
    for (const why of notMade) say(why)
    return notMade.length > 0 ? NOT_MADE_EXIT : 0
  } finally {
    rmSync(lock, { force: true })
  }
}

try {
  process.exitCode = await dist()
} catch (error) {
  say(error.code === 'EEXIST' ? 'Another run is making packages in that folder.' : error.message)
  process.exitCode = 1
}
