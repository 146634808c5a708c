/** @file Crisis numbers without the vault: an emergency number is always within reach (promise 8). */
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisResource } from '../../../contract/conduct'
import { client } from '../client'
import classes from './CrisisNumbers.module.css'

/** The emergency number of the region and its crisis lines. Works locked, and with no vault at all. */
export const CrisisNumbers = () => {
  const { t } = useTranslation('app')
  const regions = useQuery({
    queryKey: ['conduct', 'regions'],
    queryFn: () => client.conduct.crisisRegions(),
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const region = chosen ?? guessRegion(regions.data ?? [])
  const resources = useQuery({
    queryKey: ['conduct', 'resources', region],
    queryFn: () => client.conduct.crisisResources({ region }),
    enabled: region !== '',
  })
  return (
    <div className={classes.numbers}>
      <NativeSelect
        label={t('crisis.region')}
        value={region}
        data={(regions.data ?? []).map((value) => ({ value, label: regionName(value) }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <ul className={classes.list}>
        {(resources.data ?? []).map((resource) => (
          <li key={resource.id} data-kind={resource.kind}>
            <strong>{resource.name}</strong>
            <span>{waysOf(resource)}</span>
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

const regionName = (region: string): string => {
  const country = region.slice(0, 2)
  if (!/^[A-Z]{2}(-|$)/.test(region)) return region
  const name = new Intl.DisplayNames([navigator.language], { type: 'region' }).of(country) ?? country
  return region.length > 2 ? `${name} (${region.slice(3)})` : name
}

const waysOf = (resource: CrisisResource): string =>
  resource.channels
    .filter(({ kind }) => kind === 'call' || kind === 'text')
    .map(({ value, keyword, afterConnect }) => [keyword, value, afterConnect].filter(Boolean).join(' '))
    .join(', ')
