/** @file Where to turn: emergency number, crisis lines, the on-call contact. Works with the vault locked. */
import { useTranslation } from 'react-i18next'
import type { CrisisResource, OnCallContact } from '../../../contract/conduct'
import { placeName } from '../words/place-name'
import classes from './Crisis.module.css'
import { channelWords, crisisLinesOf, emergencyOf, numbersToCall } from './crisis-channels'
import type { PlaceHelp } from './place/use-place'
import './words'

/**
 * The emergency number, large: always the first line (docs/promises.md, promise 8), before a word about the place it is for.
 * `isForSelf`: the facilitator is the person it is for, and there is nobody else to be asked.
 */
export const EmergencyNumbers = ({ help, isForSelf = false }: { help: PlaceHelp; isForSelf?: boolean }) => {
  const { t, i18n } = useTranslation('conduct')
  const emergency = emergencyOf(help.resources)
  const { region } = help.place
  const place = region === null ? '' : placeName(region, i18n.language)
  const words = isForSelf ? 'crisis.ownFallback' : 'crisis.fallback'
  const whyFallback =
    region === null
      ? t(`${words}.notChosen`)
      : region === 'WORLD'
        ? t(`${words}.anywhere`)
        : t(`${words}.unknown`, { place })
  return (
    <section aria-label={t('crisis.emergency')} className={classes.emergency}>
      <h3>{t('crisis.emergency')}</h3>
      {emergency.kind === 'ofPlace' ? (
        <>
          {emergency.resources.map((resource) => (
            <EmergencyNumber key={resource.id} resource={resource} />
          ))}
          <p className={classes.place}>
            {isForSelf ? t('place.forSelf', { place }) : t(`place.${help.place.kind}`, { place })}
          </p>
        </>
      ) : (
        <>
          {emergency.kind === 'fallback' ? (
            <p className={classes.fallback}>
              {t('crisis.fallback.try', {
                numbers: numbersToCall(emergency.resources).join(t('crisis.inWords.or')),
              })}
            </p>
          ) : null}
          <p>{whyFallback}</p>
        </>
      )}
    </section>
  )
}

/** A service's numbers; one that is reached by text only says so, or it would be called. */
const EmergencyNumber = ({ resource }: { resource: CrisisResource }) => {
  const { t } = useTranslation('conduct')
  const calls = numbersToCall([resource])
  return (
    <div className={classes.number} data-small={calls.length === 0}>
      {calls.length > 0 ? calls.join(', ') : <Ways resource={resource} />}
      <span className={classes.aside}>
        {resource.name}
        {resource.status === 'unverified' ? `, ${t('crisis.unverified')}` : null}
      </span>
    </div>
  )
}

/** Crisis lines of the place. */
export const CrisisLines = ({ help }: { help: PlaceHelp }) => {
  const { t } = useTranslation('conduct')
  const lines = crisisLinesOf(help.resources)
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{t('crisis.lines')}</h3>
      <ul className={classes.lines} aria-label={t('crisis.lines')}>
        {lines.map((resource) => (
          <ResourceLine key={resource.id} resource={resource} />
        ))}
      </ul>
    </section>
  )
}

/** The organization's on-call contact, which is for the facilitator alone. */
export const OnCall = ({ onCall }: { onCall: OnCallContact | null }) => {
  const { t } = useTranslation('conduct')
  return (
    <section>
      <h3>{t('crisis.onCall')}</h3>
      {onCall ? (
        <>
          <p>
            {onCall.role}: <strong className={classes.value}>{onCall.number}</strong>
          </p>
          <p className={classes.aside}>{t('crisis.onCallPrivate')}</p>
        </>
      ) : (
        <p className={classes.aside}>{t('crisis.noOnCall')}</p>
      )}
    </section>
  )
}

/** One service with its ways, hours and whether we checked it; `about` says for whom a report goes there. */
export const ResourceLine = ({ resource, about }: { resource: CrisisResource; about?: string }) => {
  const { t } = useTranslation('conduct')
  return (
    <li>
      <strong>{resource.name}</strong>
      {about ? <span>{about}</span> : null}
      <Ways resource={resource} />
      <span className={classes.aside}>
        {resource.hours}
        {resource.status === 'unverified' ? `, ${t('crisis.unverified')}` : null}
      </span>
    </li>
  )
}

const Ways = ({ resource }: { resource: CrisisResource }) => {
  const { t, i18n } = useTranslation('conduct')
  const languageNames = new Intl.DisplayNames([i18n.language], { type: 'language' })
  return (
    <ul className={classes.ways}>
      {resource.channels.map((channel, index) => {
        const { key, value, keyword } = channelWords(channel)
        return (
          // Two channels of a resource may be alike but for what follows: the pack's order is their identity.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
          <li key={index}>
            {t(`crisis.channel.${key}`, { value, keyword })}
            {channel.afterConnect ? `, ${t('crisis.channel.then', { step: channel.afterConnect })}` : null}
            {channel.languages ? (
              <span className={classes.aside}>
                {channel.languages.map((code) => languageNames.of(code) ?? code).join(', ')}
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
