/** @file The navigation: where one can go, and below it rehearse, drills, find an act, keys and lock. */
import { IconKeyboard, IconLock, IconPlayerPlay, IconSearch, IconTargetArrow } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useEnteredSession } from '../meeting'
import { useRehearse } from '../sessions'
import { commandKey } from '../ui/key-match'
import { useKey, useNamedAct, useShownKey } from '../ui/keys'
import { openKeysDialog } from './keys-dialog-state'
import { useLockConsole } from './leaving/use-lock-console'
import classes from './Navigation.module.css'
import { FIND_LETTER, openPalette } from './palette/palette-state'
import { usePlaceGroups, useWork } from './places'

/** The left column of every page but the live room. */
export const Navigation = () => {
  const { t } = useTranslation('app')
  const [path, navigate] = useLocation()
  const showDrills = () => navigate('/drills')
  const isInRoom = useEnteredSession() !== null
  const rehearse = useRehearse()
  const lock = useLockConsole()
  const lockKey = useShownKey('Alt K')
  const groups = usePlaceGroups()
  const here = placeOf(
    path,
    groups.flatMap(({ places }) => places.map(({ to }) => to)),
  )
  // Who only leads has no room of their own to practise for.
  const canRehearse = useWork() !== 'leads' && !isInRoom
  useKey({ code: 'KeyK', isAlt: true, shownAs: 'Alt K' }, t('nav.lock'), lock)

  return (
    <nav className={`${classes.navigation} no-print`} aria-label={t('nav.label')}>
      <button type="button" className={classes.skip} onClick={skipToPage}>
        {t('skip')}
      </button>
      <div className={classes.scroll}>
        <p className={classes.name}>{t('name')}</p>
        {groups.map(({ word: group, places }) => (
          <div key={group} className={classes.group}>
            <p id={`nav-${group}`} className={classes.caption}>
              {t(`nav.group.${group}`)}
            </p>
            <ul className={classes.list} aria-labelledby={`nav-${group}`}>
              {places.map(({ to, word, Icon, code }) => (
                <li key={to}>
                  <Place to={to} label={t(`nav.${word}`)} Icon={Icon} code={code} isHere={to === here} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        <ul className={classes.list}>
          {canRehearse ? (
            <NamedAct label={t('nav.rehearse')} Icon={IconPlayerPlay} onPress={rehearse} />
          ) : null}
          {canRehearse ? (
            <NamedAct label={t('nav.drills')} Icon={IconTargetArrow} onPress={showDrills} />
          ) : null}
          <Act
            label={t('nav.find')}
            Icon={IconSearch}
            onPress={openPalette}
            shortcut={commandKey(FIND_LETTER).aria}
          />
          <Act label={t('nav.keys')} Icon={IconKeyboard} onPress={openKeysDialog} shortcut="?" />
        </ul>
      </div>
      {/* In sight at any height: it is pressed in a hurry. */}
      <ul className={classes.list}>
        <Act label={t('nav.lock')} Icon={IconLock} onPress={lock} shortcut={lockKey.aria} />
      </ul>
    </nav>
  )
}

/** The place that a page belongs to: of those whose address its own begins with, the longest. */
const placeOf = (path: string, places: readonly string[]): string | undefined =>
  path === '/about'
    ? '/settings'
    : places
        .filter((to) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
        .toSorted((one, other) => other.length - one.length)[0]

// The hash is the route: a link to `#page` would change the page.
const skipToPage = () => document.querySelector<HTMLElement>('#page h1')?.focus()

type Shape = ComponentType<{ size: number; 'aria-hidden'?: boolean }>

interface ActProps {
  label: string
  Icon: Shape
  onPress: () => void
  shortcut?: string
}

/** An act without a key, found by its name as well. */
const NamedAct = (props: ActProps) => {
  useNamedAct(props.label, props.onPress)
  return <Act {...props} />
}

/** Something to do, below the places. */
const Act = (props: ActProps) => (
  <li>
    <button
      type="button"
      className={classes.place}
      title={props.label}
      onClick={props.onPress}
      aria-keyshortcuts={props.shortcut}
    >
      <props.Icon size={22} aria-hidden />
      <span className={classes.word}>{props.label}</span>
    </button>
  </li>
)

interface PlaceProps {
  to: string
  label: string
  Icon: Shape
  code: string | null
  isHere: boolean
}

const Place = (props: PlaceProps) => {
  const [, navigate] = useLocation()
  const go = () => navigate(props.to)
  return props.code === null ? (
    <NamedPlace {...props} go={go} />
  ) : (
    <KeyPlace {...props} code={props.code} go={go} />
  )
}

const KeyPlace = ({ code, ...props }: PlaceProps & { code: string; go: () => void }) => {
  useKey({ code, isAlt: true, shownAs: `Alt ${code.slice(-1)}` }, props.label, props.go)
  return <PlaceControl {...props} />
}

/** A place without a key, found by its name as well. */
const NamedPlace = (props: PlaceProps & { go: () => void }) => {
  useNamedAct(props.label, props.go)
  return <PlaceControl {...props} />
}

const PlaceControl = ({
  to,
  label,
  Icon,
  isHere: isCurrent,
  go,
}: Omit<PlaceProps, 'code'> & { go: () => void }) => {
  const current = isCurrent ? ({ 'aria-current': 'page' } as const) : {}
  if (to === '/kept') {
    // Its name and role are promised: a button, "What is kept".
    return (
      <button type="button" className={classes.place} title={label} onClick={go} {...current}>
        <Icon size={22} aria-hidden />
        <span className={classes.word}>{label}</span>
      </button>
    )
  }
  return (
    <Link to={to} className={classes.place} title={label} {...current}>
      <Icon size={22} aria-hidden />
      <span className={classes.word}>{label}</span>
    </Link>
  )
}
