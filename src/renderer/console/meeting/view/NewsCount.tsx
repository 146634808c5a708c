/** @file More than one thing waits: one line that names them all, above their cards, which may need scrolling. */
import { useTranslation } from 'react-i18next'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Rail.module.css'

/** Names on the line; a longer one would cover the cards below it. */
const NAMED_MAX = 2

/** The line; nothing for a single card, which is in sight by itself. */
export const NewsCount = ({ snapshot }: { snapshot: RoomSnapshot }) => {
  const { t, i18n } = useTranslation('meeting')
  const { alarms, messages, knocks } = snapshot
  const writers = [...new Map(messages.map(({ fromId, fromName }) => [fromId, fromName])).values()]
  if (alarms.length + writers.length + knocks.length < 2) return null
  const list = new Intl.ListFormat(i18n.language, { style: 'short', type: 'unit' })
  // Each name isolated: one that runs from right to left turns no other round.
  const named = (names: readonly string[]) => {
    const shown = names.slice(0, NAMED_MAX).map((name) => `\u2068${name}\u2069`)
    const leftCount = names.length - shown.length
    return list.format(leftCount > 0 ? [...shown, t('news.more', { count: leftCount })] : shown)
  }
  return (
    <p className={classes.count}>
      {alarms.length > 0 ? <span>{t('news.count.alarm', { count: alarms.length })}. </span> : null}
      {writers.length > 0 ? <span>{t('news.writers', { names: named(writers) })} </span> : null}
      {knocks.length > 0 ? (
        <span>{t('news.waiting', { names: named(knocks.map(({ name }) => name)) })}</span>
      ) : null}
    </p>
  )
}
