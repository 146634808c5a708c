/** @file What is inside, for machines: a bill of materials in CycloneDX, by npm itself, of what ships and nothing else. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../pinned-node.mjs'

/** npm beside the Node that started us, or the one on the PATH. */
const npm = () => {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') ? { command: process.execPath, words: [cli] } : { command: 'npm', words: [] }
}

/**
 * The bill of materials.
 *
 * @param {Iterable<string>} shipped - `name@version` of every package that ships.
 * @param {string} at - instant for its head, ISO 8601: the same input gives the same text.
 * @throws when npm cannot make one, or knows nothing of a package that ships.
 */
export const billOfMaterials = (shipped, at) => {
  const { command, words } = npm()
  const text = execFileSync(
    command,
    [...words, 'sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32' && command === 'npm',
    },
  )
  const bill = JSON.parse(text)
  const wanted = new Set(shipped)
  const components = bill.components
    .filter(({ name, version, purl }) => {
      // An alias is in the lock under the name that it is imported by; its address has its own.
      const own = decodeURIComponent(purl.slice('pkg:npm/'.length))
      return wanted.delete(own) || wanted.delete(`${name}@${version}`)
    })
    // npm calls what is bundled a tool of development.
    .map((component) => ({ ...component, scope: 'required', properties: undefined }))
  if (wanted.size > 0) throw new Error(`Not in the lock file, and yet inside: ${[...wanted].join(', ')}.`)
  const kept = new Set([bill.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])])
  return {
    ...bill,
    serialNumber: undefined,
    metadata: {
      ...bill.metadata,
      timestamp: at,
      // npm takes the folder's name for it.
      component: { ...bill.metadata.component, name: 'holdspace' },
    },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map((one) => ({ ...one, dependsOn: (one.dependsOn ?? []).filter((ref) => kept.has(ref)) })),
  }
}

/** `name@version` of all that ships, of the build. */
export const shippedNames = () =>
  JSON.parse(readFileSync(join(root, 'out/renderer/about.json'), 'utf8')).licences.map(
    ({ name, version }) => `${name}@${version}`,
  )
