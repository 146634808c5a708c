/** @file Crisis numbers without the vault: an emergency number is always within reach (promise 8). */
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisResource } from '../../../contract/conduct'
import { client } from '../client'
import { regionWords } from '../words/region-name'
import classes from './CrisisNumbers.module.css'

/** Once read they stay: a lost connection takes no number away. */
const lasting = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }

/** The emergency number of the region and its crisis lines. Works locked, and with no vault at all. */
export const CrisisNumbers = () => {
  const { t, i18n } = useTranslation('app')
  const regions = useQuery({
    queryKey: ['conduct', 'regions'],
    queryFn: () => client.conduct.crisisRegions(),
    ...lasting,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const region = chosen ?? guessRegion(regions.data ?? [])
  const resources = useQuery({
    queryKey: ['conduct', 'resources', region],
    queryFn: () => client.conduct.crisisResources({ region }),
    enabled: region !== '',
    ...lasting,
  })
  return (
    <div className={classes.numbers}>
      <NativeSelect
        label={t('crisis.region')}
        value={region}
        data={(regions.data ?? []).map((value) => ({
          value,
          label: regionWords(value, i18n.language, t('crisis.world')),
        }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <ul className={classes.list}>
        {(resources.data ?? []).map((resource) => (
          <li key={resource.id} data-kind={resource.kind}>
            <strong>{resource.name}</strong>
            <ul className={classes.ways}>
              {resource.channels.filter(isQuick).map((channel) => (
                <li key={`${channel.kind} ${channel.value} ${channel.keyword} ${channel.afterConnect}`}>
                  {t(channel.keyword === undefined ? `crisis.${channel.kind}` : 'crisis.textWord', {
                    value: channel.value,
                    keyword: channel.keyword,
                  })}
                  {channel.afterConnect === undefined
                    ? null
                    : t('crisis.then', { step: channel.afterConnect })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t('crisis.check')}</p>
    </div>
  )
}

/** The interface language's region where there are numbers for it, else the first. Never asks a network. */
const guessRegion = (regions: readonly string[]): string => {
  const own = new Intl.Locale(navigator.language).maximize().region ?? ''
  return regions.find((region) => region === own) ?? regions[0] ?? ''
}

type Channel = CrisisResource['channels'][number]

/** Calling and texting: what can be done at once, with a telephone. */
const isQuick = (channel: Channel): channel is Channel & { kind: 'call' | 'text' } =>
  channel.kind === 'call' || channel.kind === 'text'
