/** @file Asking for a hand-off back: a message to copy, and nothing more. */
import { useTranslation } from 'react-i18next'
import type { HandOffNote } from '../../../../contract/hand-off'
import { Copy } from '../../Copy'
import { dayOf } from '../../ui/when'
import './words'

/** The button of one hand-off. */
export const AskBack = ({ note: { number, madeAt } }: { note: HandOffNote }) => {
  const { t, i18n } = useTranslation('debrief')
  return (
    <div>
      <Copy
        label={t('handOff.askBack', { number })}
        copiedWords={t('handOff.askBackCopied')}
        dialogTitle={t('handOff.askBackTitle')}
        failedWords={t('handOff.askBackFailed')}
        getText={() =>
          Promise.resolve(t('handOff.askBackWords', { number, day: dayOf(madeAt, i18n.language) }))
        }
      />
    </div>
  )
}
