/**
 * @file While we are out of the meeting: that the others may still be there, who may hold them meanwhile, and whom to
 * call. The number was read before it was needed, so that a lost connection takes it from nobody.
 */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOnCall } from '../../conduct'
import { Notice } from '../../ui/Notice'
import { isolated } from '../../words/names-in-text'
import type { RoomSnapshot } from '../live/snapshot'
import type { Stage } from '../live/stage'
import classes from './Rail.module.css'

/** Who was with us when we were last inside: as a line breaks, the meeting's own frame drops everybody from the list. */
interface Inside {
  hadOthers: boolean
  /** Names of the co-facilitators. */
  helping: readonly string[]
}

const insideNow = ({ people, coFacilitators }: RoomSnapshot): Inside => ({
  hadOthers: people.some(({ isSelf }) => !isSelf),
  helping: people.filter(({ id }) => coFacilitators.has(id)).map(({ name }) => name),
})

/** Whether the room may be without us, and whether we were inside before. Null: it is not, or there is no room. */
const outside = (
  stage: Stage,
  isUnanswered: boolean,
  hadOthers: boolean,
): 'wasInside' | 'neverInside' | null => {
  const wasInside = hadOthers ? 'wasInside' : 'neverInside'
  switch (stage.kind) {
    case 'inRoom':
      return isUnanswered ? 'wasInside' : null
    case 'joining':
      return !stage.isSlow ? null : stage.heard === 'room' ? 'wasInside' : wasInside
    case 'ownLobby':
      return 'wasInside'
    case 'trouble':
      return stage.why === 'ended' ? null : wasInside
    case 'entering':
    case 'leaving':
    case 'left':
      return null
  }
}

/** The notice; nothing while we are inside, or where nobody could be told of and nobody could be called. */
export const RoomWithoutUs = ({
  snapshot,
  isUnanswered,
}: {
  snapshot: RoomSnapshot
  isUnanswered: boolean
}) => {
  const { t, i18n } = useTranslation('meeting')
  const onCall = useOnCall()
  const { stage } = snapshot
  const [inside, setInside] = useState(() => insideNow(snapshot))
  useEffect(() => {
    if (stage.kind === 'inRoom' && !isUnanswered) setInside(insideNow(snapshot))
  }, [snapshot, stage.kind, isUnanswered])
  // The list itself where it still stands.
  const listed = insideNow(snapshot)
  const { hadOthers, helping: names } = listed.hadOthers ? listed : inside
  const where = outside(stage, isUnanswered, hadOthers)
  if (where === null || (where === 'neverInside' && onCall === null)) return null
  const helping = names.map((name) => isolated(name))
  return (
    <Notice tone="plain" title={t(`withoutUs.${where}`)}>
      {where === 'wasInside' && helping.length > 0 ? (
        <p>
          {t('withoutUs.coFacilitators', {
            names: new Intl.ListFormat(i18n.language).format(helping),
            count: helping.length,
          })}
        </p>
      ) : null}
      {onCall ? (
        <p>
          {t('stepOut.onCall')} <bdi>{onCall.role}</bdi>:{' '}
          <strong className={classes.wrapped}>{onCall.number}</strong>
        </p>
      ) : (
        <p>{t('withoutUs.noOnCall')}</p>
      )}
    </Notice>
  )
}
