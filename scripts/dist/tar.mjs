/**
 * @file A tar archive that is the same whoever makes it and when: names in order, one date, no owner. In the format of
 * POSIX 1003.1-1988 (ustar), with a pax header where a name does not fit into it.
 */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

const BLOCK_BYTES = 512

/** A number as tar writes it: octal, with a nought at its end. */
const octal = (number, bytes) => `${number.toString(8).padStart(bytes - 1, '0')}\0`

const header = ({ name, mode, size, mtimeSeconds, type, link = '' }) => {
  const block = Buffer.alloc(BLOCK_BYTES)
  block.write(name, 0, 100, 'utf8')
  block.write(octal(mode, 8), 100)
  block.write(octal(0, 8), 108)
  block.write(octal(0, 8), 116)
  block.write(octal(size, 12), 124)
  block.write(octal(mtimeSeconds, 12), 136)
  block.write('        ', 148)
  block.write(type, 156)
  block.write(link, 157, 100, 'utf8')
  block.write('ustar\0', 257, 'latin1')
  block.write('00', 263)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

const padded = (bytes) => {
  const over = bytes.length % BLOCK_BYTES
  return over === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(BLOCK_BYTES - over)])
}

/** One line of a pax header; it says its own length. */
const paxLine = (key, value) => {
  const rest = ` ${key}=${value}\n`
  let length = Buffer.byteLength(rest) + 1
  while (String(length).length + Buffer.byteLength(rest) !== length) {
    length = String(length).length + Buffer.byteLength(rest)
  }
  return `${length}${rest}`
}

function* paths(folder, below = '') {
  for (const name of readdirSync(join(folder, below)).sort()) {
    const path = below === '' ? name : `${below}/${name}`
    yield path
    if (lstatSync(join(folder, path)).isDirectory()) yield* paths(folder, path)
  }
}

/**
 * The archive of a folder, piece by piece.
 *
 * @param {string} folder - absolute path.
 * @param {string} top - name that all paths begin with.
 * @param {number} mtimeSeconds - date of every entry, in seconds since the epoch.
 */
export function* tarOf(folder, top, mtimeSeconds) {
  for (const path of ['', ...paths(folder)]) {
    const file = join(folder, path)
    const stats = lstatSync(file)
    const isFolder = stats.isDirectory()
    const name = `${top}${path === '' ? '' : `/${path}`}${isFolder ? '/' : ''}`
    const bytes = stats.isFile() ? readFileSync(file) : Buffer.alloc(0)
    const parts = {
      // What may be run may be run; nobody else may write.
      mode: isFolder || (stats.mode & 0o100) !== 0 ? 0o755 : 0o644,
      size: bytes.length,
      mtimeSeconds,
      type: isFolder ? '5' : stats.isSymbolicLink() ? '2' : '0',
      link: stats.isSymbolicLink() ? readlinkSync(file) : '',
    }
    if (Buffer.byteLength(name) > 100 || !/^[ -~]*$/.test(name)) {
      const line = Buffer.from(paxLine('path', name))
      yield header({ name: 'pax', mode: 0o644, size: line.length, mtimeSeconds, type: 'x' })
      yield padded(line)
      yield header({ ...parts, name: name.slice(-90).replaceAll(/[^ -~]/g, '_') })
    } else yield header({ ...parts, name })
    yield padded(bytes)
  }
  yield Buffer.alloc(2 * BLOCK_BYTES)
}
