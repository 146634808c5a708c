/** @file Where to turn: emergency number, crisis lines, the on-call contact. Works with the vault locked. */
import { useTranslation } from 'react-i18next'
import type { CrisisResource, OnCallContact } from '../../../contract/conduct'
import classes from './Crisis.module.css'
import { channelWords, splitResources } from './crisis-channels'
import './words'

/** What is known for the region. `resources` is empty where there is nothing for it. */
export interface CrisisHelp {
  resources: readonly CrisisResource[]
  /** Null where none is set, or the vault is locked. */
  onCall: OnCallContact | null
}

/** The emergency number, large: always the first line (promise 8). */
export const EmergencyNumbers = ({ resources }: Pick<CrisisHelp, 'resources'>) => {
  const { t } = useTranslation('conduct')
  const { emergency } = splitResources(resources)
  if (emergency.length === 0) return <p className={classes.none}>{t('crisis.noNumbers')}</p>
  return (
    <section aria-label={t('crisis.emergency')} className={classes.emergency}>
      <h3>{t('crisis.emergency')}</h3>
      {emergency.map((resource) => (
        <div key={resource.id}>
          <p className={classes.number}>
            {resource.channels.map(({ value }) => value).join(', ')}
            <span className={classes.aside}>{resource.name}</span>
          </p>
        </div>
      ))}
    </section>
  )
}

/** Crisis lines of the region, then the organization's on-call contact. */
export const CrisisLines = ({ resources, onCall }: CrisisHelp) => {
  const { t } = useTranslation('conduct')
  const { lines } = splitResources(resources)
  return (
    <>
      {lines.length > 0 ? (
        <section>
          <h3>{t('crisis.lines')}</h3>
          <ul className={classes.lines} aria-label={t('crisis.lines')}>
            {lines.map((resource) => (
              <li key={resource.id}>
                <strong>{resource.name}</strong>
                <Ways resource={resource} />
                <span className={classes.aside}>
                  {resource.hours}
                  {resource.status === 'unverified' ? `, ${t('crisis.unverified')}` : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h3>{t('crisis.onCall')}</h3>
        {onCall ? (
          <p>
            {onCall.role}: <strong className={classes.value}>{onCall.number}</strong>
          </p>
        ) : (
          <p className={classes.aside}>{t('crisis.noOnCall')}</p>
        )}
      </section>
    </>
  )
}

const Ways = ({ resource }: { resource: CrisisResource }) => {
  const { t } = useTranslation('conduct')
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
            {channel.languages ? <span className={classes.aside}>{channel.languages.join(', ')}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
