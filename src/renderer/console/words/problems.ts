/** @file Words for what went wrong: what happened, what was kept, what to do. By error code, from the catalogue. */
import { useTranslation } from 'react-i18next'

/** An error's code as the contract declares it; `DISCONNECTED` and `UNEXPECTED` are the console's own. */
export const codeOf = (error: unknown): string => {
  if (typeof error === 'object' && error !== null) {
    if ('code' in error && typeof error.code === 'string') return error.code
    // oRPC has no code of its own for a dropped connection.
    if (error instanceof Error && /abort|not open|closed/i.test(`${error.name} ${error.message}`))
      return 'DISCONNECTED'
  }
  return 'UNEXPECTED'
}

/** Title and body for an error, in the reader's language. */
export const useProblemWords = () => {
  const { t, i18n } = useTranslation('app')
  return (error: unknown): { code: string; title: string; body: string } => {
    const code = codeOf(error)
    const key = i18n.exists(`app:problems.${code}.title`) ? code : 'UNEXPECTED'
    return { code, title: t(`problems.${key}.title`), body: t(`problems.${key}.body`) }
  }
}
