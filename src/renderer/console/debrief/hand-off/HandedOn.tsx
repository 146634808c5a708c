/** @file What was handed on: number, day, to which role, until when. Nothing where nothing was. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { dayOf } from '../../ui/when'
import { AskBack } from './AskBack'
import classes from './hand-off.module.css'
import { lastDayWords } from './hand-off-text'
import './words'

/** The card named "Handed on". */
export const HandedOn = () => {
  const { t, i18n } = useTranslation('debrief')
  const notes = useQuery(queries.debrief.handOff.list.queryOptions())
  if (notes.data === undefined || notes.data.length === 0) return null
  return (
    <Card label={t('handOff.list')}>
      <h2>{t('handOff.list')}</h2>
      <p className={classes.quiet}>{t('handOff.listLead')}</p>
      <ul className={classes.list}>
        {notes.data.map((note) => (
          <li key={note.number} className={classes.column}>
            <p>
              {t('handOff.listed', {
                number: note.number,
                recipient: note.recipient,
                end: note.keyEnd,
                day: dayOf(note.madeAt, i18n.language),
                until: lastDayWords(note.expiresOn, i18n.language),
              })}
            </p>
            <AskBack note={note} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
