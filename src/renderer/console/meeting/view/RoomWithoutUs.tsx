/**
 * @file While we are out of the meeting: that the others may still be there, who may hold them meanwhile, and whom to
 * call. The number was read before it was needed, so that a lost connection takes it from nobody.
 */
import { useTranslation } from 'react-i18next'
import { OnCall, useOnCall } from '../../conduct'
import { Notice } from '../../ui/Notice'
import { isolated } from '../../words/names-in-text'
import type { RoomSnapshot } from '../live/snapshot'
import type { Stage } from '../live/stage'

/** Whether the room may be without us, and whether we were inside before. Null: it is not, or there is no room. */
const outside = (
  stage: Stage,
  isUnanswered: boolean,
  people: RoomSnapshot['people'],
): 'wasInside' | 'neverInside' | null => {
  const wasInside = people.some(({ isSelf }) => !isSelf) ? 'wasInside' : 'neverInside'
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
  snapshot: { stage, people, coFacilitators },
  isUnanswered,
}: {
  snapshot: RoomSnapshot
  isUnanswered: boolean
}) => {
  const { t, i18n } = useTranslation('meeting')
  const onCall = useOnCall()
  const where = outside(stage, isUnanswered, people)
  if (where === null || (where === 'neverInside' && onCall === null)) return null
  const helping = people.filter(({ id }) => coFacilitators.has(id)).map(({ name }) => isolated(name))
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
      <OnCall onCall={onCall} />
    </Notice>
  )
}
