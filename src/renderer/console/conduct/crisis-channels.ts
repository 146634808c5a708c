/** @file How crisis resources are told apart, and how their ways to reach them read in words. Pure. */
import type { CrisisChannel, CrisisResource } from '../../../contract/conduct'

/** Key and values for the catalogue's `crisis.channel` words. */
export interface ChannelWords {
  key: 'call' | 'text' | 'textKeyword' | 'chat' | 'tty' | 'relay' | 'email' | 'web'
  value: string
  keyword: string
}

/** Which words say this way. */
export const channelWords = ({ kind, value, keyword = '' }: CrisisChannel): ChannelWords => ({
  key: kind === 'text' && keyword !== '' ? 'textKeyword' : kind,
  value,
  keyword,
})

/**
 * What is known to call in an emergency. `ofPlace`: the place's own numbers. `fallback`: none is known for it, and
 * these work in most places only. `none`: not even that could be read.
 */
export type Emergency =
  | { kind: 'ofPlace'; resources: readonly CrisisResource[] }
  | { kind: 'fallback'; resources: readonly CrisisResource[] }
  | { kind: 'none' }

/** The emergency numbers among a place's resources. */
export const emergencyOf = (resources: readonly CrisisResource[]): Emergency => {
  const emergency = resources.filter(({ kind }) => kind === 'emergency')
  if (emergency.length === 0) return { kind: 'none' }
  const isFallback = emergency.every(({ regions }) => regions.includes('WORLD'))
  return { kind: isFallback ? 'fallback' : 'ofPlace', resources: emergency }
}

/** Numbers to call in an emergency, each once, as printed. */
export const numbersToCall = (resources: readonly CrisisResource[]): readonly string[] => [
  ...new Set(
    resources.flatMap(({ channels }) =>
      channels.flatMap(({ kind, value }) => (kind === 'call' ? [value] : [])),
    ),
  ),
]

/** Lines for whoever is in distress, crisis lines first. Reporting lines are no crisis lines. */
export const crisisLinesOf = (resources: readonly CrisisResource[]): readonly CrisisResource[] =>
  ['crisis', 'emotionalSupport', 'abuse', 'directory'].flatMap((kind) =>
    resources.filter((resource) => resource.kind === kind),
  )
