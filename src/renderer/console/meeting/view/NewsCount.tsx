/** @file More than one thing waits: one line that says who and how many, above their cards, which may need scrolling. */
import { useTranslation } from 'react-i18next'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Rail.module.css'
import { useToldName } from './use-name-marks'

/** Names on the line, of writers and of those at the door together; more would cover the cards below it. */
const NAMED_MAX = 2
/** Characters of each; its card has the whole name. */
const NAME_MAX = 16

/** The line; nothing for a single card, which is in sight by itself. */
export const NewsCount = ({ snapshot }: { snapshot: RoomSnapshot }) => {
  const { t, i18n } = useTranslation('meeting')
  const told = useToldName(snapshot.people)
  const { alarms, messages, knocks } = snapshot
  const writers = [...new Map(messages.map(({ fromId, fromName }) => [fromId, fromName])).values()]
  if (alarms.length + writers.length + knocks.length < 2) return null
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  // Each name isolated: one that runs from right to left turns no other round.
  const named = (names: readonly string[]) => {
    // One of each kind at least.
    const room =
      writers.length + knocks.length <= NAMED_MAX || knocks.length * writers.length === 0 ? NAMED_MAX : 1
    const shown = names.slice(0, room).map((name) => `\u2068${told(name, NAME_MAX)}\u2069`)
    const leftCount = names.length - shown.length
    return list.format(leftCount > 0 ? [...shown, t('news.others', { count: leftCount })] : shown)
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
