/** @file The words of a key, to be read to each other. */
import { useTranslation } from 'react-i18next'
import { registerWords } from '../words'
import words from '../words/en/recipients.json'
import classes from './recipients.module.css'

registerWords('recipients', words)

/** In their order, in English wherever they are read: they must sound the same on both sides. */
export const SpokenWords = ({ spoken }: { spoken: readonly string[] }) => {
  const { t } = useTranslation('recipients')
  return (
    <ol className={classes.spoken} lang="en" translate="no" aria-label={t('spoken')}>
      {spoken.map((word, place) => (
        <li key={spoken.slice(0, place + 1).join(' ')}>{word}</li>
      ))}
    </ol>
  )
}
