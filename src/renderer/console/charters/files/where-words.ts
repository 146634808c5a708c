/** @file Where in a charter something stands, from its path, in words that can be passed on. */
import { useTranslation } from 'react-i18next'
import './words'

/** A word of a path that has no words of its own, apart: `isOwn` is "is own". */
const apart = (word: string): string => word.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

/**
 * Gives `Crisis cards, number 2, words to say, number 1` for `crisisCards.1.say.0`, and for a rule such as
 * `floor.exportK` what it is about. An empty path gives nothing.
 */
export const useWhereWords = (): ((where: string) => string) => {
  const { t, i18n } = useTranslation('charterFiles')
  const known = (key: string): string | null => (i18n.exists(`charterFiles:${key}`) ? t(key) : null)
  return (where) => {
    if (where === '') return ''
    const [first = '', ...rest] = where.split('.')
    if (first === 'floor') return known(`where.floor.${rest.join('.')}`) ?? apart(rest.join(' '))
    const words = [known(`parts.${first}`) ?? apart(first)]
    for (const [at, part] of rest.entries()) {
      const isName = at === 0 && (first === 'settings' || first === 'checklists')
      if (/^\d+$/.test(part)) words.push(t('where.item', { number: Number(part) + 1 }))
      else if (isName)
        words.push(
          known(`parts.${part}`) ??
            (i18n.exists(`charters:names.${part}`) ? t(`charters:names.${part}`) : apart(part)),
        )
      else words.push(known(`fields.${part}`) ?? apart(part))
    }
    return words.join(t('where.join'))
  }
}
