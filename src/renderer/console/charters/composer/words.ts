/** @file The words of the composer, and what one of its fields is called. */
import { useTranslation } from 'react-i18next'
import { registerWords } from '../../words'
import words from '../../words/en/composer.json'
import '../files/words'

registerWords('composer', words)

/** A path without the places in lists: `crisisCards/say` for `crisisCards.0.say`. */
const kindOfPlace = (path: string): string[] =>
  path
    .split('.')
    .filter((step) => !/^\d+$/.test(step))
    .slice(-4)

/** The keys of a field's words, from the nearest to the most general: `reasons/say`, then `say`. */
export const wordKeys = (path: string): string[] => {
  const steps = kindOfPlace(path)
  return steps.map((_, at) => steps.slice(at).join('/'))
}

/** Names a field, and says what it is for where that needs saying. */
export const useFieldWords = () => {
  const { t, i18n } = useTranslation('composer')
  const found = (group: 'labels' | 'hints', path: string): string | null => {
    const key = wordKeys(path).find((one) => i18n.exists(`composer:${group}.${one}`))
    return key === undefined ? null : t(`${group}.${key}`)
  }
  return {
    label: (path: string): string => {
      const setting = /^settings\.(\w+)\.value$/.exec(path)?.[1]
      if (setting !== undefined && setting !== 'ladder') return t(`charters:names.${setting}`)
      return found('labels', path) ?? path
    },
    hint: (path: string): string | undefined => found('hints', path) ?? undefined,
    /** A choice of a field, such as `conduct` of `reasons.0.kind`. */
    choice: (path: string, value: string): string => {
      const setting = /^settings\.(\w+)\.value(?:\.kind)?$/.exec(path)?.[1]
      const inSettings = `charters:choices.${setting}.${value}`
      if (setting !== undefined && setting !== 'lock' && i18n.exists(inSettings)) return t(inSettings)
      const key = wordKeys(path).find((one) => i18n.exists(`composer:choices.${one}.${value}`))
      return key === undefined ? value : t(`choices.${key}.${value}`)
    },
  }
}
