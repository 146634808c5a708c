/**
 * @file `node scripts/dist/gather.mjs MADE RELEASE`: puts what each machine made into one folder with one list of sums. Each
 * file is checked against the list of its machine; what is on no list, or there twice with other bytes, ends it.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const SUMS = 'SHA256SUMS'
const sumOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** A list as `sha256sum` writes it: file name to sum. */
const readSums = (file) =>
  new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [, sum, name] = /^([0-9a-f]{64}) [ *]([\w.-]+)$/.exec(line) ?? []
        if (sum === undefined) throw new Error(`${file} has a line that is no sum.`)
        return [name, sum]
      }),
  )

/**
 * Gathers.
 *
 * @param {string} made - folder with a folder of each machine.
 * @param {string} release - folder to make; it may not be there yet.
 * @returns {string[]} names of the files in it, in order.
 * @throws where a file is missing, is not listed, or is not what its machine made.
 */
export const gather = (made, release) => {
  mkdirSync(release)
  const all = new Map()
  for (const machine of readdirSync(made).sort()) {
    const folder = join(made, machine)
    const sums = readSums(join(folder, SUMS))
    for (const name of readdirSync(folder).filter((one) => one !== SUMS)) {
      if (!sums.has(name)) throw new Error(`${machine} has ${name}, which is on no list.`)
    }
    for (const [name, sum] of sums) {
      if (sumOf(join(folder, name)) !== sum) throw new Error(`${name} is not what ${machine} made.`)
      if (all.has(name) && all.get(name) !== sum) throw new Error(`${name} was made twice, and differs.`)
      all.set(name, sum)
      copyFileSync(join(folder, name), join(release, name))
    }
  }
  if (all.size === 0) throw new Error('Nothing was made.')
  const names = [...all.keys()].sort((one, other) => (one < other ? -1 : 1))
  writeFileSync(join(release, SUMS), names.map((name) => `${all.get(name)}  ${name}\n`).join(''))
  return names
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [made, release] = process.argv.slice(2)
  process.stdout.write(`${gather(made, release).join('\n')}\n`)
}
