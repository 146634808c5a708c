/** @file A signer's fingerprint, in groups to be read aloud. */
import { useTranslation } from 'react-i18next'
import type { Fingerprint as Groups } from '../../../../contract/charter-files'
import classes from './files.module.css'
import './words'

/** Eight groups of digits, large, each a thing of its own for whoever listens. */
export const Fingerprint = ({ groups }: { groups: Groups }) => {
  const { t } = useTranslation('charterFiles')
  return (
    <ol className={classes.groups} aria-label={t('ready.fingerprint')}>
      {groups.split(' ').map((group, at) => (
        // Two groups may be the same: their place is what they are known by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={at}>{group}</li>
      ))}
    </ol>
  )
}
