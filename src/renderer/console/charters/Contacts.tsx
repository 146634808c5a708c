/** @file Whom a facilitator turns to under a charter, by role, and with what. */
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../contract/charters'
import { registerWords } from '../words'
import words from '../words/en/charters.json'
import classes from './charters.module.css'

registerWords('charters', words)

/** One row per role, in the pack's order. */
export const Contacts = ({ pack }: { pack: Pick<CharterPack, 'contacts'> }) => {
  const { t } = useTranslation('charters')
  return (
    <dl className={classes.settings}>
      {pack.contacts.map((contact) => (
        <div key={contact.id} className={classes.setting}>
          <dt>{t(`contacts.role.${contact.role}`)}</dt>
          <dd>{contact.turnTo}</dd>
          <dd className={classes.origin}>{contact.isConsultedFirst ? t('contacts.first') : null}</dd>
        </div>
      ))}
    </dl>
  )
}
