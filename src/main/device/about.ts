/** @file What this build is, as the build itself wrote it down, and what it runs in. */
import { readFileSync } from 'node:fs'
import { type About, Build } from '../../contract/device'

/** What of `process` says where we run. */
export interface Running {
  versions: { node: string; electron?: string | undefined }
  platform: string
  arch: string
}

/**
 * Reads it; it is not kept, because nobody asks twice an evening.
 *
 * @param file - absolute path of the build's `about.json`.
 * @throws when it is not there or not one: a fault of the build.
 */
export const readAbout = (file: string, { versions, platform, arch }: Running = process): About => ({
  ...Build.parse(JSON.parse(readFileSync(file, 'utf8'))),
  runsIn: [...(versions.electron ? [`Electron ${versions.electron}`] : []), `Node ${versions.node}`].join(
    ', ',
  ),
  system: `${platform} ${arch}`,
})
