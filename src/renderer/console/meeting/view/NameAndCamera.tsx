/**
 * @file A kind private line where a name may tell too much, or where a charter expects cameras and somebody has theirs
 * off. The words go into the box and are sent there; what was settled is noted, so that nobody is asked twice.
 */
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { useGroupWords } from '../../words/group-language'
import { type AgreedAbout, agreedKey } from '../live/agreed'
import type { LiveRoomModel } from '../live/live-room'
import { nameTells } from '../roster/name-tells'
import classes from './Person.module.css'

/** The person, and what was settled with them. */
export interface NameAndCameraProps {
  person: { id: string; name: string }
  agreed: ReadonlySet<string>
  pack: CharterPack | null
  canSend: boolean
  room: Pick<LiveRoomModel, 'setAgreed'>
  /** Puts words into the box for this person. */
  onPut: (words: string) => void
}

/** Nothing where nothing is to be said. */
export const NameAndCamera = ({ person, agreed, pack, canSend, room, onPut }: NameAndCameraProps) => {
  const { t } = useTranslation('meeting')
  const toGroup = useGroupWords('meeting')
  const tells = nameTells(person.name)
  const isExpected = pack?.settings.cameras.value === 'expected'
  const part = (about: AgreedAbout, said: string, line: string, putWords: string, settledWords: string) => {
    const isSettled = agreed.has(agreedKey(about, person.id))
    return (
      <div className={classes.settle}>
        {isSettled ? null : (
          <>
            <p className={classes.note}>{said}</p>
            <button type="button" className={classes.button} disabled={!canSend} onClick={() => onPut(line)}>
              <span className={classes.wrapped}>{putWords}</span>
            </button>
          </>
        )}
        <Checkbox
          label={settledWords}
          checked={isSettled}
          onChange={(event) => room.setAgreed(about, person.id, event.currentTarget.checked)}
        />
      </div>
    )
  }
  return (
    <>
      {tells === null
        ? null
        : part(
            'name',
            t(`nameTells.${tells}`),
            toGroup('nameTells.line'),
            t('nameTells.put'),
            t('nameTells.settled'),
          )}
      {isExpected
        ? part(
            'cameraOff',
            t('camera.expected'),
            toGroup('camera.line'),
            t('camera.put'),
            t('camera.settled'),
          )
        : null}
    </>
  )
}
