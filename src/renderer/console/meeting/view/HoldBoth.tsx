/**
 * @file Two people who have run into each other: both muted, one line without blame to everyone, one to each of the two
 * alone, and the way back. Nothing is sent before the button that says so.
 */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGroupLanguage, useGroupWords } from '../../words/group-language'
import { cutInMiddle } from '../../words/names-in-text'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import type { MarkOf } from './name-marks'
import classes from './Rail.module.css'
import { useMarkWords } from './use-name-marks'
import { whyNot } from './why-not'

/** Characters of a name on a line with other words. */
const NAME_MAX = 20

/** Folded until it is wanted; open while two are held. */
export const HoldBoth = ({
  snapshot,
  room,
  markOf,
}: {
  snapshot: RoomSnapshot
  room: LiveRoomModel
  markOf: MarkOf
}) => {
  const { t } = useTranslation('meeting')
  const held = snapshot.heldBoth
  return (
    <section className={classes.closing} aria-label={t('holdBoth.title')}>
      <h2 className={classes.small}>{t('holdBoth.title')}</h2>
      {held === null ? (
        <Choice snapshot={snapshot} room={room} markOf={markOf} />
      ) : (
        <>
          <ul className={classes.plainList} aria-label={t('holdBoth.title')}>
            {held.map(({ id, name }) => (
              <li key={id}>
                <bdi>{cutInMiddle(name, NAME_MAX)}</bdi>: {t(stateOf(snapshot, id))}
              </li>
            ))}
          </ul>
          <p className={classes.aside}>{t('holdBoth.held')}</p>
          <div className={classes.actions}>
            <Button variant="default" disabled={whyNot(snapshot) !== null} onClick={room.askBothBack}>
              {t('holdBoth.back')}
            </Button>
            <Button variant="default" onClick={room.settleHold}>
              {t('holdBoth.done')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

const stateOf = ({ people, acts }: RoomSnapshot, id: string) => {
  if (!people.some((person) => person.id === id)) return 'holdBoth.gone' as const
  const { mute, ask } = acts.get(id) ?? { mute: { kind: 'idle' }, ask: { kind: 'idle' } }
  if (ask.kind === 'sent') return 'holdBoth.asked' as const
  if (ask.kind === 'notSent') return 'person.askNotSent' as const
  switch (mute.kind) {
    case 'idle':
    case 'queued':
    case 'lapsed':
      return 'holdBoth.open' as const
    default:
      return `person.muteState.${mute.kind}` as const
  }
}

const Choice = ({
  snapshot,
  room,
  markOf,
}: {
  snapshot: RoomSnapshot
  room: LiveRoomModel
  markOf: MarkOf
}) => {
  const { t } = useTranslation('meeting')
  const toGroup = useGroupWords('meeting')
  const language = useGroupLanguage()
  const { nameWith } = useMarkWords()
  const [firstId, setFirstId] = useState('')
  const [secondId, setSecondId] = useState('')
  const others = snapshot.people.filter(({ isSelf }) => !isSelf)
  const isChosen =
    firstId !== secondId && [firstId, secondId].every((id) => others.some((one) => one.id === id))
  const lines = { toAll: toGroup('holdBoth.toAll'), toEach: toGroup('holdBoth.toEach') }
  const choice = (label: string, value: string, other: string, choose: (id: string) => void) => (
    <NativeSelect label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{t('holdBoth.nobody')}</option>
      {others
        .filter(({ id }) => id !== other)
        .map((person) => (
          <option key={person.id} value={person.id}>
            {nameWith(person, markOf)}
          </option>
        ))}
    </NativeSelect>
  )
  return (
    <>
      {choice(t('holdBoth.first'), firstId, secondId, setFirstId)}
      {choice(t('holdBoth.second'), secondId, firstId, setSecondId)}
      {isChosen ? (
        <>
          <p>
            {t('holdBoth.allHear')} <q lang={language}>{lines.toAll}</q>
          </p>
          <p>
            {t('holdBoth.eachHears')} <q lang={language}>{lines.toEach}</q>
          </p>
        </>
      ) : null}
      <Button
        variant="default"
        disabled={!isChosen || whyNot(snapshot) !== null}
        onClick={() => room.holdBoth(firstId, secondId, lines)}
      >
        {t('holdBoth.hold')}
      </Button>
      <p className={classes.aside}>{t('holdBoth.hint')}</p>
    </>
  )
}
