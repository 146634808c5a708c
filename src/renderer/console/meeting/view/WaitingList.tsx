/** @file Who waits to enter. At the top of the rail until answered. */
import { Button } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Knock } from '../guard/knocks'
import type { Removal } from '../guard/removals'
import type { LiveRoomModel } from '../live/live-room'
import { nameTells } from '../roster/name-tells'
import { isNoteTakerName } from '../roster/note-taker'
import { clockTime } from './clock-time'
import { cautionOf } from './knock-caution'
import type { MarkOf } from './name-marks'
import classes from './Rail.module.css'
import { useMarkWords } from './use-name-marks'

/** Props of the list. */
export interface WaitingListProps {
  knocks: readonly Knock[]
  removals: readonly Removal[]
  markOf: MarkOf
  room: Pick<LiveRoomModel, 'admit' | 'deny'>
}

/** One card per knock, oldest first. */
export const WaitingList = ({ knocks, ...others }: WaitingListProps) => {
  const { t } = useTranslation('meeting')
  const { removals, markOf, room } = others
  if (knocks.length === 0) return null
  // Letting in without a look is for those whom nobody has to look at twice, and who were not answered yet.
  const plain = knocks.filter(
    (knock) =>
      isUnanswered(knock) && !isDoubtfulKnock(knock, cautionOf(knock, removals), markOf(knock.name, null)),
  )
  return (
    <section className={classes.waiting} aria-label={t('waiting.label')}>
      <h2 className={classes.small}>{t('waiting.label')}</h2>
      <ul className={classes.plainList} aria-label={t('waiting.label')}>
        {knocks.map((knock) => (
          <KnockCard key={knock.id} knock={knock} {...others} />
        ))}
      </ul>
      {plain.length > 1 ? (
        <Button
          variant="default"
          onClick={() => {
            for (const { id } of plain) room.admit(id)
          }}
        >
          {t(plain.length === knocks.length ? 'waiting.admitAll' : 'waiting.admitPlain', {
            count: plain.length,
          })}
        </Button>
      ) : null}
    </section>
  )
}

/** Neither answer is under way, was given, or hangs in doubt; and they are, as far as is known, still at the door. */
const isUnanswered = ({ admitting, denying, doubt }: Knock): boolean =>
  admitting.kind === 'idle' && denying.kind === 'idle' && doubt === 'none'

/** A second look is wanted before they are let in. */
const isDoubtfulKnock = (
  { name }: Knock,
  caution: ReturnType<typeof cautionOf>,
  mark: ReturnType<MarkOf>,
): boolean =>
  caution === 'wasRemoved' || caution === 'removedBefore' || mark !== null || isNoteTakerName(name)

const KnockCard = ({
  knock,
  removals,
  markOf,
  room,
}: Omit<WaitingListProps, 'knocks'> & { knock: Knock }) => {
  const { t } = useTranslation('meeting')
  const { words } = useMarkWords()
  const id = useId()
  const caution = cautionOf(knock, removals)
  const mark = markOf(knock.name, null)
  const tells = nameTells(knock.name)
  // Nothing bright says "let them in" where a second look is wanted.
  const isDoubtful = isDoubtfulKnock(knock, caution, mark)
  const { kind } = knock.admitting
  return (
    <li className={classes.knock} tabIndex={-1} data-news-card={`knock ${knock.id}`}>
      <p className={classes.knockName}>
        <bdi id={`${id}-name`} className={classes.wrapped}>
          {knock.name}
        </bdi>
        <time className={classes.aside}>{clockTime(knock.knockedAtMs)}</time>
      </p>
      {caution === null ? null : (
        <p id={`${id}-caution`} className={caution === 'welcomeBack' ? classes.aside : classes.mark}>
          {t(`waiting.${caution}`)}
        </p>
      )}
      {mark === null ? null : (
        <p className={classes.mark}>
          <bdi>{words(mark)}</bdi>
        </p>
      )}
      {isNoteTakerName(knock.name) ? <p className={classes.mark}>{t('waiting.noteTaker')}</p> : null}
      {tells === null ? null : <p className={classes.aside}>{t(`nameTells.${tells}`)}</p>}
      {knock.wasNameHere && caution === null && mark === null ? (
        <p className={classes.aside}>{t('waiting.wasNameHere')}</p>
      ) : null}
      {knock.doubt === 'none' ? null : <p className={classes.aside}>{t(`waiting.${knock.doubt}`)}</p>}
      {kind === 'sent' || kind === 'confirmed' || kind === 'notShown' || kind === 'notSent' ? (
        <p className={classes.dashed} role="status">
          {t(`waiting.admitting.${kind}`)}
        </p>
      ) : null}
      {knock.denying.kind === 'notSent' ? (
        <p className={classes.dashed} role="alert">
          {t('waiting.denyNotSent')}
        </p>
      ) : null}
      <div className={classes.actions}>
        <Button
          variant={isDoubtful ? 'default' : 'filled'}
          aria-describedby={caution === null ? `${id}-name` : `${id}-name ${id}-caution`}
          onClick={() => room.admit(knock.id)}
        >
          {t('waiting.admit')}
        </Button>
        <Button variant="default" aria-describedby={`${id}-name`} onClick={() => room.deny(knock.id)}>
          {t('waiting.notNow')}
        </Button>
      </div>
    </li>
  )
}
