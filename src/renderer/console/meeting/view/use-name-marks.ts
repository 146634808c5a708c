/** @file The marks of look-alike names for the room as it is now, and the words for them. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../roster/person'
import { type MarkOf, marksOf, type NameMark } from './name-marks'

/** Looks up names; the same function until the people or our own name change. */
export const useNameMarks = (people: readonly Person[], ownName: string): MarkOf => {
  const { t } = useTranslation('meeting')
  const ourWords = t('mark.ourWords')
  return useMemo(() => marksOf(people, ownName, ourWords.split(', ')), [people, ownName, ourWords])
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
