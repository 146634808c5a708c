/**
 * @file Where a role collides with this one, or a past cannot be put aside: a swap, or a referral. Whom it is about is
 * asked nowhere, and nothing of it is kept or sent.
 */
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { Contacts } from '../../charters'
import { KitList } from '../group/MessageKits'
import classes from './prepare.module.css'

/** Below a point of the list that is not ticked: one press shows what one can do, and blocks nothing. */
export const RolesCollide = ({ pack }: { pack: CharterPack }) => {
  const { t } = useTranslation('sessions')
  const [isShown, setIsShown] = useState(false)
  const id = useId()
  const kits = pack.messageKits.filter(({ isForRoles }) => isForRoles === true)
  const swaps = kits.filter(({ to }) => to !== 'onePerson')
  const referrals = kits.filter(({ to }) => to === 'onePerson')
  return (
    <div className={classes.roles}>
      <Button
        variant="subtle"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setIsShown((isOpen) => !isOpen)}
      >
        {t(isShown ? 'prepare.roles.hide' : 'prepare.roles.show')}
      </Button>
      <div id={id}>
        {isShown ? (
          <section className={classes.asks} aria-label={t('prepare.roles.title')}>
            <h3>{t('prepare.roles.title')}</h3>
            <p>{t('prepare.roles.nothingKept')}</p>
            <p className={classes.stop}>{t('prepare.roles.aside')}</p>
            <p>{t('prepare.roles.asideBody')}</p>
            <p className={classes.stop}>{t('prepare.roles.swap')}</p>
            <p>{t(swaps.length === 0 ? 'prepare.roles.noKit' : 'prepare.roles.swapBody')}</p>
            <KitList kits={swaps} />
            <p className={classes.stop}>{t('prepare.roles.refer')}</p>
            <p>{t('prepare.roles.referBody')}</p>
            <KitList kits={referrals} />
            {pack.contacts.length === 0 ? null : (
              <>
                <p className={classes.stop}>{t('prepare.roles.contacts')}</p>
                <Contacts pack={pack} />
              </>
            )}
          </section>
        ) : null}
      </div>
    </div>
  )
}
