/** @file Who waits to enter. At the top of the rail until answered. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Knock } from '../guard/knocks'
import type { Removal } from '../guard/removals'
import type { LiveRoomModel } from '../live/live-room'
import { nameKey } from '../roster/display-name'
import { clockTime } from './clock-time'
import classes from './Rail.module.css'

/** One card per knock, oldest first. */
export const WaitingList = ({
  knocks,
  removals,
  room,
}: {
  knocks: readonly Knock[]
  removals: readonly Removal[]
  room: LiveRoomModel
}) => {
  const { t } = useTranslation('meeting')
  if (knocks.length === 0) return null
  return (
    <section className={classes.waiting}>
      <h2 className={classes.small}>{t('waiting.label')}</h2>
      <ul className={classes.plainList} aria-label={t('waiting.label')}>
        {knocks.map((knock) => (
          <li key={knock.id} className={classes.knock}>
            <p className={classes.knockName}>
              <bdi className={classes.cut}>{knock.name}</bdi>
              <time className={classes.aside}>{clockTime(knock.knockedAtMs)}</time>
            </p>
            <Marks knock={knock} removals={removals} />
            <div className={classes.actions}>
              <Button onClick={() => room.admit(knock.id)}>{t('waiting.admit')}</Button>
              <Button variant="default" onClick={() => room.deny(knock.id)}>
                {t('waiting.notNow')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Marks = ({ knock, removals }: { knock: Knock; removals: readonly Removal[] }) => {
  const { t } = useTranslation('meeting')
  const key = nameKey(knock.name)
  const removal = removals.findLast(({ name }) => nameKey(name) === key)
  const { kind } = knock.admitting
  return (
    <>
      {removal ? (
        <p className={removal.isWelcomeBack ? classes.aside : classes.mark}>
          {t(removal.isWelcomeBack ? 'waiting.welcomeBack' : 'waiting.wasRemoved')}
        </p>
      ) : null}
      {knock.doubt === 'none' ? null : <p className={classes.aside}>{t(`waiting.${knock.doubt}`)}</p>}
      {kind === 'sent' || kind === 'notShown' || kind === 'notSent' ? (
        <p className={classes.dashed} role="status">
          {t(`waiting.admitting.${kind}`)}
        </p>
      ) : null}
      {knock.denying.kind === 'notSent' ? (
        <p className={classes.dashed} role="alert">
          {t('waiting.denyNotSent')}
        </p>
      ) : null}
    </>
  )
}
