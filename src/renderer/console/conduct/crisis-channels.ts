/** @file How a crisis resource's ways to reach it read in words. */
import type { CrisisResource } from '../../../contract/conduct'

/** Key and values for the catalogue's `crisis.channel` words. */
export interface ChannelWords {
  key: 'call' | 'text' | 'textKeyword' | 'chat' | 'tty' | 'relay' | 'email' | 'web'
  value: string
  keyword: string
}

/** Which words say this way. */
export const channelWords = ({
  kind,
  value,
  keyword = '',
}: CrisisResource['channels'][number]): ChannelWords => ({
  key: kind === 'text' && keyword !== '' ? 'textKeyword' : kind,
  value,
  keyword,
})

/** Emergency numbers apart from the lines, which keep the pack's order. Reporting lines are no crisis lines. */
export const splitResources = (
  resources: readonly CrisisResource[],
): { emergency: readonly CrisisResource[]; lines: readonly CrisisResource[] } => ({
  emergency: resources.filter(({ kind }) => kind === 'emergency'),
  lines: ['crisis', 'emotionalSupport', 'abuse', 'directory'].flatMap((kind) =>
    resources.filter((resource) => resource.kind === kind),
  ),
})
