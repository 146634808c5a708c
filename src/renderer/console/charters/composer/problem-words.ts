/** @file What is wrong with a part of a draft, in words that a volunteer can act on and pass on. */
import { useTranslation } from 'react-i18next'
import type { DraftProblem } from '../../../../contract/charter-judge/judge-draft'
import './words'

/** One or two sentences: what is wrong, and why it matters. */
export const useDraftProblemWords = (): ((problem: DraftProblem) => string) => {
  const { t, i18n } = useTranslation('composer')
  return ({ code, count, detail }) => {
    const key = `problems.${code}`
    const isKnown = i18n.exists(`composer:${key}`) || i18n.exists(`composer:${key}_other`)
    if (!isKnown) return detail
    return count === undefined ? t(key) : t(key, { count })
  }
}
