/** @file The marks of look-alike names for the room as it is now, and the words for them. */
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cutInMiddle } from '../../words/names-in-text'
import type { Person } from '../roster/person'
import { type MarkOf, marksOf, type NameMark } from './name-marks'

/** The people as they were, for as long as nobody came, went or changed their name. */
const useSameNames = (people: readonly Person[]): readonly Person[] => {
  const [named, setNamed] = useState(people)
  const isSame =
    named.length === people.length &&
    named.every(({ id, name, isSelf }, index) => {
      const now = people[index]
      return now?.id === id && now.name === name && now.isSelf === isSelf
    })
  if (isSame) return named
  setNamed(people)
  return people
}

/** Looks up names; the same function until somebody's name, or our own, changes. */
export const useNameMarks = (people: readonly Person[], ownName: string): MarkOf => {
  const { t } = useTranslation('meeting')
  const ourWords = t('mark.ourWords')
  const named = useSameNames(people)
  return useMemo(() => marksOf(named, ownName, ourWords.split(', ')), [named, ownName, ourWords])
}

/** A mark in words, and who is meant where a name alone is shown, as in a list of recipients. */
export const useMarkWords = () => {
  const { t } = useTranslation('meeting')
  const words = (mark: NameMark): string =>
    mark.kind === 'another' ? t('mark.another', { name: mark.name }) : t(`mark.${mark.kind}`)
  const wordsOf = (person: Person, markOf: MarkOf): string | null => {
    const mark = person.isSelf ? null : markOf(person.name, person.id)
    return mark === null ? null : words(mark)
  }
  return {
    words,
    /** Of somebody who is here; null where the name looks like no other. */
    wordsOf,
    /** The name with what tells this person from those who look the same, where nothing else is shown. */
    nameWith: (person: Person, markOf: MarkOf): string => {
      const mark = wordsOf(person, markOf)
      if (mark === null) return person.name
      const number = person.twin === null ? '' : ` ${t('people.twin', { number: person.twin })}`
      return `${person.name}${number} (${mark})`
    },
  }
}

/**
 * Names for a sentence, where nothing else is said of the person: one that would be taken for us, such as a guest called
 * "You", is said with its mark.
 *
 * @returns a name by itself or, where a longest count of characters is given, cut in its middle.
 */
export const useToldName = (people: readonly Person[]): ((name: string, maxCount?: number) => string) => {
  // Of us alone: who looks like another guest is not looked for, which in a crowd is most of the work.
  const markOf = useNameMarks(
    people.filter(({ isSelf }) => isSelf),
    '',
  )
  const { t } = useTranslation('meeting')
  return useCallback(
    (name, maxCount) => {
      const shown = maxCount === undefined ? name : cutInMiddle(name, maxCount)
      const mark = markOf(name, null)
      return mark === null || mark.kind === 'another' ? shown : `${shown} (${t(`mark.${mark.kind}`)})`
    },
    [markOf, t],
  )
}
