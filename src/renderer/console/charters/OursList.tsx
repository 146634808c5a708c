/** @file What of this charter is ours, on one list that an organization can read, change and sign. */
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../contract/charters'
import classes from './charters.module.css'
import { oursOf } from './ours'

/** Folded; one press shows it, and it is printed as shown. */
export const OursList = ({ pack }: { pack: CharterPack }) => {
  const { t } = useTranslation('charters')
  const [isShown, setIsShown] = useState(false)
  const id = useId()
  const places = oursOf(pack)
  const count = places.reduce((sum, { ours }) => sum + ours.length, 0)
  return (
    <div>
      <div className={classes.fold}>
        <p>{t('ours.count', { count })}</p>
        <Button
          variant="subtle"
          className="no-print"
          aria-expanded={isShown}
          aria-controls={id}
          onClick={() => setIsShown((isOpen) => !isOpen)}
        >
          {t(isShown ? 'ours.hide' : 'ours.show')}
        </Button>
      </div>
      <div id={id}>
        {isShown ? (
          <>
            {places.map(({ place, ours }) => (
              <section key={place}>
                <h3>{t(`ours.place.${place}`)}</h3>
                <ul className={classes.clauses}>
                  {ours.map((one) => (
                    <li key={one.id} className={classes.ours}>
                      {typeof one.text === 'string' ? one.text : t(`ours.unworded.${one.text.unworded}`)}
                      <span className={classes.how}>{one.why ?? t('ours.unsaid')}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <p className={classes.sign}>{t('ours.sign', { organization: pack.organization })}</p>
          </>
        ) : null}
      </div>
    </div>
  )
}
