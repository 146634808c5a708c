/** @file Where storing what is typed stands, in one line beside it. */
import { useTranslation } from 'react-i18next'
import type { Saving } from './autosave'
import type { HeldText } from './checked-writing'
import { ProblemNotice } from './ProblemNotice'

/** The line, and what went wrong. */
export const SavingWords = ({ saving, heldBack }: { saving: Saving; heldBack: readonly HeldText[] }) => {
  const { t } = useTranslation('app')
  const said = heldBack.includes('name')
    ? t('saving.name')
    : heldBack.includes('tooLong')
      ? t('saving.tooLong')
      : saving.kind === 'stored' && heldBack.length === 0
        ? t('saving.stored')
        : t('saving.soon')
  return saving.kind === 'failed' ? <ProblemNotice error={saving.error} /> : <p role="status">{said}</p>
}
