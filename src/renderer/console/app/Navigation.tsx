/** @file The navigation: where one can go, and below it rehearse, drills, find an act, keys and lock. */
import { IconKeyboard, IconLock, IconPlayerPlay, IconSearch, IconTargetArrow } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useEnteredSession } from '../meeting'
import { useRehearse } from '../sessions'
import { useKey, useNamedAct, useShownKey } from '../ui/keys'
import { openKeysDialog } from './keys-dialog-state'
import { useLockConsole } from './leaving/use-lock-console'
import classes from './Navigation.module.css'
import { findKey, openPalette } from './palette/palette-state'
import { usePlaces } from './places'

/** The left column of every page but the live room. */
export const Navigation = () => {
  const { t } = useTranslation('app')
  const [path, navigate] = useLocation()
  const showDrills = () => navigate('/drills')
  const isInRoom = useEnteredSession() !== null
  const rehearse = useRehearse()
  const lock = useLockConsole()
  const lockKey = useShownKey('Alt K')
  useKey({ code: 'KeyK', isAlt: true, shownAs: 'Alt K' }, t('nav.lock'), lock)

  return (
    <nav className={`${classes.navigation} no-print`} aria-label={t('nav.label')}>
      <button type="button" className={classes.skip} onClick={skipToPage}>
        {t('skip')}
      </button>
      <p className={classes.name}>{t('name')}</p>
      <ul className={classes.list}>
        {usePlaces().map(({ to, word, Icon, code }) => (
          <li key={to}>
            <Place to={to} label={t(`nav.${word}`)} Icon={Icon} code={code} isHere={isHere(path, to)} />
          </li>
        ))}
      </ul>
      <ul className={classes.list}>
        {isInRoom ? null : <NamedAct label={t('nav.rehearse')} Icon={IconPlayerPlay} onPress={rehearse} />}
        {isInRoom ? null : <NamedAct label={t('nav.drills')} Icon={IconTargetArrow} onPress={showDrills} />}
        <Act label={t('nav.find')} Icon={IconSearch} onPress={openPalette} shortcut={findKey().aria} />
        <Act label={t('nav.keys')} Icon={IconKeyboard} onPress={openKeysDialog} shortcut="?" />
        <Act label={t('nav.lock')} Icon={IconLock} onPress={lock} shortcut={lockKey.aria} />
      </ul>
    </nav>
  )
}

const isHere = (path: string, to: string) =>
  to === '/'
    ? path === '/'
    : path === to || path.startsWith(`${to}/`) || (to === '/settings' && path === '/about')

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
  code: string
  isHere: boolean
}

const Place = ({ to, label, Icon, code, isHere: isCurrent }: PlaceProps) => {
  const [, navigate] = useLocation()
  useKey({ code, isAlt: true, shownAs: `Alt ${code.slice(-1)}` }, label, () => navigate(to))
  const current = isCurrent ? ({ 'aria-current': 'page' } as const) : {}
  if (to === '/kept') {
    // Its name and role are promised: a button, "What is kept".
    return (
      <button type="button" className={classes.place} title={label} onClick={() => navigate(to)} {...current}>
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
