/** @file Clauses by who carries them: the app now, a later version, or people. */
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../contract/charters'
import { capitalized, useClausePlace } from '../words/clause-place'
import classes from './charters.module.css'

const carriers = ['software', 'later', 'people'] as const satisfies readonly Clause['carriedBy'][]

/** All clauses, folded by carrier; one click shows them. */
export const ClauseList = ({ clauses, language }: { clauses: readonly Clause[]; language: string }) => (
  <>
    {carriers.map((carrier) => (
      <Carried
        key={carrier}
        carrier={carrier}
        clauses={clauses.filter(({ carriedBy }) => carriedBy === carrier)}
        language={language}
      />
    ))}
  </>
)

const Carried = ({
  carrier,
  clauses,
  language,
}: {
  carrier: Clause['carriedBy']
  clauses: readonly Clause[]
  language: string
}) => {
  const { t, i18n } = useTranslation('charters')
  const placeOf = useClausePlace()
  const [isShown, setIsShown] = useState(false)
  const headingId = useId()
  const listId = useId()
  if (clauses.length === 0) return null
  return (
    <div>
      <div className={classes.fold}>
        <h3 id={headingId}>{t(`carried.${carrier}`, { count: clauses.length })}</h3>
        <Button
          variant="subtle"
          className="no-print"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-describedby={headingId}
          onClick={() => setIsShown((isOpen) => !isOpen)}
        >
          {t(isShown ? 'carried.hide' : 'carried.show')}
        </Button>
      </div>
      <ul id={listId} className={classes.clauses}>
        {isShown
          ? clauses.map((clause) => (
              <li key={clause.id} className={classes.clause}>
                <span className={classes.line}>{capitalized(placeOf(clause), i18n.language)}</span>
                <span lang={language}>
                  {clause.text}
                  <span className={classes.how}>{clause.how}</span>
                </span>
              </li>
            ))
          : null}
      </ul>
    </div>
  )
}
