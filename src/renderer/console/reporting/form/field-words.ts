/** @file A field's words by its path, and what is wrong with it, said beside it. */
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId, wordsKey } from '../field-address'

/** What is wrong with fields, by path, in words. */
export type FieldProblems = ReadonlyMap<string, string>

/** Problems of the form that is shown. */
export const FieldProblemsContext = createContext<FieldProblems>(new Map())

/** Label, help, element id and problem of a field. Help is optional in the catalogue. */
export const useField = (path: string) => {
  const { t, i18n } = useTranslation('reporting')
  const problems = useContext(FieldProblemsContext)
  const key = wordsKey(path)
  const help = `help.${key}`
  return {
    id: fieldId(path),
    label: t(`fields.${key}`),
    help: i18n.exists(`reporting:${help}`) ? t(help) : undefined,
    problem: problems.get(path),
  }
}

/** Words that a field has of its own for a purpose, or else the common ones. */
export const useOwnWords = (path: string) => {
  const { t, i18n } = useTranslation('reporting')
  const key = wordsKey(path)
  return (group: string): string | null =>
    i18n.exists(`reporting:${group}.${key}`) ? t(`${group}.${key}`) : null
}
