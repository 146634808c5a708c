/** @file The places of the console, in three groups: each with its address, its word and its key. */
import {
  IconBook2,
  IconBuilding,
  IconChartBar,
  IconEyeOff,
  IconHome,
  IconInbox,
  IconListCheck,
  IconMessages,
  IconNotebook,
  IconSettings,
  IconShieldCheck,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Work } from '../../../contract/vault'
import { queries } from '../queries'

/** Who has a place on their screen. A report can be made by everybody, and duties are of every role. */
type Whose = 'everybody' | 'facilitators' | 'leads'

/** In the order of the navigation. `word` is the key of its name under `app:nav`; those without a key are found by name. */
const groups = [
  {
    word: 'work',
    places: [
      { to: '/', word: 'home', Icon: IconHome, code: 'Digit1', whose: 'facilitators' },
      { to: '/groups', word: 'groups', Icon: IconUsersGroup, code: 'Digit2', whose: 'facilitators' },
      { to: '/debrief', word: 'debrief', Icon: IconNotebook, code: 'Digit3', whose: 'facilitators' },
      { to: '/reports', word: 'reports', Icon: IconShieldCheck, code: 'Digit4', whose: 'everybody' },
      { to: '/duties', word: 'duties', Icon: IconListCheck, code: 'Digit9', whose: 'everybody' },
    ],
  },
  {
    word: 'desk',
    places: [
      { to: '/desk', word: 'inbox', Icon: IconInbox, code: 'Digit0', whose: 'leads' },
      { to: '/desk/themes', word: 'themes', Icon: IconMessages, code: null, whose: 'leads' },
      { to: '/desk/numbers', word: 'organization', Icon: IconBuilding, code: null, whose: 'leads' },
    ],
  },
  {
    word: 'about',
    places: [
      { to: '/numbers', word: 'numbers', Icon: IconChartBar, code: 'Digit5', whose: 'facilitators' },
      { to: '/charter', word: 'charter', Icon: IconBook2, code: 'Digit6', whose: 'everybody' },
      { to: '/kept', word: 'kept', Icon: IconEyeOff, code: 'Digit7', whose: 'everybody' },
      { to: '/settings', word: 'settings', Icon: IconSettings, code: 'Digit8', whose: 'everybody' },
    ],
  },
] as const satisfies readonly {
  word: string
  places: readonly { to: string; word: string; Icon: unknown; whose: Whose; code: string | null }[]
}[]

/** A group of the navigation, and one of its places. */
export type PlaceGroup = (typeof groups)[number]
export type Place = PlaceGroup['places'][number]

const isFor = (whose: Whose, work: Work): boolean =>
  whose === 'everybody' || work === 'both' || (whose === 'leads') === (work === 'leads')

/** What the person does; until that is known, what most do. */
export const useWork = (): Work => {
  const profile = useQuery(queries.vault.profile.queryOptions())
  return profile.data?.work ?? 'facilitates'
}

/** What a person has on their screen: what they do not do is not on it. */
export const usePlaceGroups = (): { word: PlaceGroup['word']; places: Place[] }[] => {
  const work = useWork()
  return groups.flatMap(({ word, places }) => {
    const theirs = places.filter(({ whose }) => isFor(whose, work))
    return theirs.length > 0 ? [{ word, places: theirs }] : []
  })
}
