/**
 * @file Who has spoken: two bars, oneself and everyone else. Who in particular, and who was not heard yet, is shown only
 * when asked for and goes after a minute. For the facilitator alone, in memory only.
 */
import { Button } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { Voices } from '../floor/voice-share'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import type { Person } from '../roster/person'
import classes from './Floor.module.css'
import type { MarkOf } from './name-marks'
import rail from './Rail.module.css'
import { useMarkWords } from './use-name-marks'

/** How long names stay once asked for, in milliseconds. */
export const NAMES_SHOWN_MS = 60_000
/** How often the bars move, in milliseconds. */
const LOOK_EVERY_MS = 5000
/** A cough is no turn to speak: who was heard for less counts as not heard yet, in milliseconds. */
const HEARD_MS = 5000

/** The room, and whether the charter wants quiet people invited. */
export interface VoiceShareProps {
  snapshot: Pick<RoomSnapshot, 'people'>
  room: Pick<LiveRoomModel, 'voices'>
  pack: CharterPack | null
  markOf: MarkOf
}

type Asked = 'nobody' | 'each' | 'unheard'

/** The section. */
export const VoiceShare = ({ snapshot, room, pack, markOf }: VoiceShareProps) => {
  const { t } = useTranslation('meeting')
  const { nameWith } = useMarkWords()
  const id = useId()
  const [voices, setVoices] = useState<Voices>(() => room.voices())
  const [asked, setAsked] = useState<Asked>('nobody')
  useEffect(() => {
    const timer = setInterval(() => setVoices(room.voices()), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [room])
  useEffect(() => {
    if (asked === 'nobody') return
    const timer = setTimeout(() => setAsked('nobody'), NAMES_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [asked])
  const totalMs = voices.mineMs + voices.othersMs
  const others = snapshot.people.filter(({ isSelf }) => !isSelf)
  const nameOf = (person: Person): string => nameWith(person, markOf)
  const canShowUnheard = pack?.settings.invitesUnheard.value === true
  // Beside everybody's minutes, "less than one" would say who was not heard.
  const each = canShowUnheard ? others : others.filter((person) => heardMs(voices, person) >= HEARD_MS)
  const ask = (what: Asked): void => {
    setVoices(room.voices())
    setAsked(asked === what ? 'nobody' : what)
  }
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={rail.small}>
        {t('voices.label')}
      </h2>
      {totalMs === 0 ? (
        <p className={rail.aside}>{t('voices.none')}</p>
      ) : (
        <>
          <Bar words={t('voices.mine')} share={voices.mineMs / totalMs} />
          <Bar words={t('voices.others')} share={voices.othersMs / totalMs} />
        </>
      )}
      <p className={rail.aside}>{t('voices.note')}</p>
      <div className={rail.actions}>
        <Button px={14} variant="default" aria-expanded={asked === 'each'} onClick={() => ask('each')}>
          {t('voices.showEach')}
        </Button>
        {canShowUnheard ? (
          <Button
            px={14}
            variant="default"
            aria-expanded={asked === 'unheard'}
            onClick={() => ask('unheard')}
          >
            {t('voices.showUnheard')}
          </Button>
        ) : null}
      </div>
      {asked === 'each' ? <Each people={each} voices={voices} nameOf={nameOf} /> : null}
      {asked === 'unheard' && canShowUnheard ? (
        <Unheard people={others} voices={voices} nameOf={nameOf} />
      ) : null}
    </section>
  )
}

/** A bar with its words: the number is in the words, the length says the same to the eye. */
const Bar = ({ words, share }: { words: string; share: number }) => {
  const { t, i18n } = useTranslation('meeting')
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share)
  return (
    <div>
      <p className={classes.barWords}>{t('voices.share', { who: words, percent })}</p>
      <div className={classes.bar} aria-hidden>
        <div className={classes.filled} style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </div>
    </div>
  )
}

interface NamesProps {
  people: readonly Person[]
  voices: Voices
  nameOf: (person: Person) => string
}

const heardMs = (voices: Voices, { id }: Person): number => voices.byId.get(id) ?? 0

/** In order of arrival, so that it is no ranking. */
const Each = ({ people, voices, nameOf }: NamesProps) => {
  const { t } = useTranslation('meeting')
  return (
    <>
      <ul className={classes.hands} aria-label={t('voices.each')}>
        {people.map((person) => (
          <li key={person.id} className={classes.hand}>
            <bdi className={classes.name}>{nameOf(person)}</bdi>
            <span className={rail.aside}>
              {t('voices.minutes', { count: Math.round(heardMs(voices, person) / 60_000) })}
            </span>
          </li>
        ))}
      </ul>
      <p className={rail.aside}>{t('voices.goesSoon')}</p>
    </>
  )
}

const Unheard = ({ people, voices, nameOf }: NamesProps) => {
  const { t } = useTranslation('meeting')
  const unheard = people.filter((person) => heardMs(voices, person) < HEARD_MS)
  if (unheard.length === 0) return <p role="status">{t('voices.allHeard')}</p>
  return (
    <>
      <ul className={classes.hands} aria-label={t('voices.unheard')}>
        {unheard.map((person) => (
          <li key={person.id}>
            <bdi className={classes.name}>{nameOf(person)}</bdi>
          </li>
        ))}
      </ul>
      <p>{t('voices.invite')}</p>
      <p className={rail.aside}>{t('voices.goesSoon')}</p>
    </>
  )
}
