/** @file Reads the crisis resources of a folder and puts a region's own first, emergency numbers before all. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CrisisResource } from '../../contract/conduct'

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

/** The regions that serve one region, nearest first: `US-CO` is served by US-CO, US and WORLD. */
export const regionsServing = (region: string): string[] => {
  const country = region.split('-')[0] ?? ''
  const chain = [region, country, ...(euCountries.has(country) ? ['EU'] : []), 'WORLD']
  return [...new Set(chain)].filter((name) => name !== '')
}

/**
 * The resources of a region. Emergency numbers first (promise 8), then the nearest region's own before
 * its country's and the world's, then in the order of the files.
 */
export const resourcesFor = (resources: readonly CrisisResource[], region: string): CrisisResource[] => {
  const serving = regionsServing(region)
  const distance = (resource: CrisisResource): number =>
    serving.findIndex((name) => resource.regions.includes(name))
  return resources
    .filter((resource) => distance(resource) >= 0)
    .toSorted(
      (a, b) => Number(b.kind === 'emergency') - Number(a.kind === 'emergency') || distance(a) - distance(b),
    )
}

/** Every region a resource is for, by name, `WORLD` last. */
export const regionsOf = (resources: readonly CrisisResource[]): string[] => {
  const regions = [...new Set(resources.flatMap((resource) => resource.regions))].toSorted()
  return [
    ...regions.filter((region) => region !== 'WORLD'),
    ...regions.filter((region) => region === 'WORLD'),
  ]
}
