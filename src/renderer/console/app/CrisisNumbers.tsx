/** @file Crisis numbers without the vault: an emergency number is always within reach (promise 8). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisChannel, Region } from '../../../contract/conduct'
import { crisisLinesOf, emergencyOf, PlaceSelect, useKnownRegions, usePlaceHelp } from '../conduct'
import { placeName } from '../words/place-name'
import classes from './CrisisNumbers.module.css'

/**
 * The emergency number of the place and its lines. Works locked, and with no vault at all. The place is the
 * facilitator's region, if the vault was open since the app started, or what is chosen here.
 */
export const CrisisNumbers = () => {
  const { t, i18n } = useTranslation('app')
  const known = useKnownRegions()
  const [chosen, setChosen] = useState<Region | null>(null)
  const { place, resources } = usePlaceHelp(chosen)
  const emergency = resources.filter(({ kind }) => kind === 'emergency')
  // Lines to report to come last here: somebody behind the lock looks for help first.
  const reporting = resources.filter(({ kind }) => kind === 'reportingLine')
  const isOfPlace = emergencyOf(resources).kind === 'ofPlace'
  return (
    <div className={classes.numbers}>
      <PlaceSelect
        label={t('crisis.region')}
        value={place.region}
        emptyLabel={t('crisis.choose')}
        known={known}
        onChange={setChosen}
      />
      {isOfPlace || resources.length === 0 ? null : (
        <p>
          {place.region === null
            ? t('crisis.notChosen')
            : t('crisis.unknown', { place: placeName(place.region, i18n.language) })}
        </p>
      )}
      <ul className={classes.list}>
        {[...emergency, ...crisisLinesOf(resources), ...reporting].map((resource) => (
          <li key={resource.id} data-kind={resource.kind}>
            <strong>{resource.name}</strong>
            <ul className={classes.ways}>
              {waysOf(resource.channels).map((channel) => (
                <li key={`${channel.kind} ${channel.value} ${channel.keyword} ${channel.afterConnect}`}>
                  {channel.kind === 'call' || channel.kind === 'text'
                    ? t(channel.keyword === undefined ? `crisis.${channel.kind}` : 'crisis.textWord', {
                        value: channel.value,
                        keyword: channel.keyword,
                      })
                    : channel.value}
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

/** Calling and texting: what can be done at once, with a telephone. A service without either shows its address. */
const waysOf = (channels: readonly CrisisChannel[]): readonly CrisisChannel[] => {
  const quick = channels.filter(({ kind }) => kind === 'call' || kind === 'text')
  return quick.length > 0 ? quick : channels.slice(0, 1)
}
