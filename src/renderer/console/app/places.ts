/** @file The places of the console: each with its address, its word and its key. */
import {
  IconBook2,
  IconChartBar,
  IconEyeOff,
  IconHome,
  IconInbox,
  IconListCheck,
  IconNotebook,
  IconSettings,
  IconShieldCheck,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../queries'

/** In the order of the navigation. `word` is the key of its name under `app:nav`. */
export const places = [
  { to: '/', word: 'home', Icon: IconHome, code: 'Digit1' },
  { to: '/groups', word: 'groups', Icon: IconUsersGroup, code: 'Digit2' },
  { to: '/debrief', word: 'debrief', Icon: IconNotebook, code: 'Digit3' },
  { to: '/reports', word: 'reports', Icon: IconShieldCheck, code: 'Digit4' },
  { to: '/duties', word: 'duties', Icon: IconListCheck, code: 'Digit9' },
  { to: '/desk', word: 'desk', Icon: IconInbox, code: 'Digit0' },
  { to: '/numbers', word: 'numbers', Icon: IconChartBar, code: 'Digit5' },
  { to: '/charter', word: 'charter', Icon: IconBook2, code: 'Digit6' },
  { to: '/kept', word: 'kept', Icon: IconEyeOff, code: 'Digit7' },
  { to: '/settings', word: 'settings', Icon: IconSettings, code: 'Digit8' },
] as const

/** Those that a person has on their screen: the desk is theirs who lead facilitators. */
export const usePlaces = (): readonly (typeof places)[number][] => {
  const profile = useQuery(queries.vault.profile.queryOptions())
  return profile.data?.isLeading === true ? places : places.filter(({ word }) => word !== 'desk')
}
