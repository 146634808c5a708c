/** @file Reads the crisis resources of a folder and puts a region's own first, emergency numbers before all. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CrisisResource, type Region } from '../../contract/conduct'

/** One file, usually one country. Entries are judged one by one: a broken one must not hide the others. */
const CrisisFile = z.object({ resources: z.array(z.unknown()) })

/** What a folder gave. `refused` names the file and the place of each entry left out. */
export interface LoadedCrisisResources {
  resources: readonly CrisisResource[]
  refused: readonly string[]
}

/**
 * Reads every `*.json` of a folder, in the order of their names. Of two entries with one id the first is taken.
 *
 * @param folder - absolute path of `resources/crisis`.
 */
export const loadCrisisResources = (folder: string): LoadedCrisisResources => {
  const refused: string[] = []
  const byId = new Map<string, CrisisResource>()
  const listFolder = (): string[] => {
    try {
      return readdirSync(folder)
    } catch {
      refused.push('crisis: the folder cannot be read')
      return []
    }
  }
  const readEntries = (fileName: string): unknown[] => {
    try {
      return CrisisFile.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8'))).resources
    } catch {
      refused.push(`${fileName}: not a file of crisis resources`)
      return []
    }
  }
  const fileNames = listFolder()
    .filter((name) => name.endsWith('.json'))
    .toSorted()
  for (const fileName of fileNames) {
    for (const [place, entry] of readEntries(fileName).entries()) {
      const parsed = CrisisResource.safeParse(entry)
      if (!parsed.success) {
        refused.push(`${fileName}: resources.${place}.${parsed.error.issues[0]?.path.join('.') ?? ''}`)
      } else if (byId.has(parsed.data.id)) refused.push(`${fileName}: ${parsed.data.id} is there twice`)
      else byId.set(parsed.data.id, parsed.data)
    }
  }
  return { resources: [...byId.values()], refused }
}

/** The 27 countries for which `EU` stands. */
const euCountries = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
)

/** The regions that serve one region, nearest first: `US-CO` is served by US-CO, US and WORLD; none by WORLD. */
export const regionsServing = (region: Region | null): Region[] => {
  if (region === null || region === 'WORLD') return ['WORLD']
  const country = region.split('-')[0] ?? region
  return [...new Set([region, country, ...(euCountries.has(country) ? ['EU'] : []), 'WORLD'])]
}

/**
 * The resources of a region. Emergency numbers first (docs/promises.md, promise 8), those of the nearest region
 * that has any and no others; then the nearest region's own before its country's and the world's, then in the
 * order of the files.
 */
export const resourcesFor = (
  resources: readonly CrisisResource[],
  region: Region | null,
): CrisisResource[] => {
  const serving = regionsServing(region)
  const distance = (resource: CrisisResource): number =>
    serving.findIndex((name) => resource.regions.includes(name))
  const near = resources
    .filter((resource) => distance(resource) >= 0)
    .toSorted((a, b) => distance(a) - distance(b))
  const emergency = near.filter(({ kind }) => kind === 'emergency')
  return [
    ...emergency.filter((resource) => distance(resource) === distance(emergency[0] ?? resource)),
    ...near.filter(({ kind }) => kind !== 'emergency'),
  ]
}

/** Every region a resource is for, by name, `WORLD` last. */
export const regionsOf = (resources: readonly CrisisResource[]): Region[] => {
  const regions = [...new Set(resources.flatMap((resource) => resource.regions))].toSorted()
  return [
    ...regions.filter((region) => region !== 'WORLD'),
    ...regions.filter((region) => region === 'WORLD'),
  ]
}
