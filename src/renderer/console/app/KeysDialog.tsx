/** @file The list of keys on this screen, opened by `?`. */
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKey, useKeysInUse } from '../ui/keys'
import classes from './KeysDialog.module.css'
import { closeKeysDialog, openKeysDialog, useIsKeysDialogOpen } from './keys-dialog-state'

/** Lists every key in use, in the order the screen added them. */
export const KeysDialog = () => {
  const { t } = useTranslation('app')
  const isOpen = useIsKeysDialogOpen()
  const keys = useKeysInUse()
  useKey({ code: 'Slash', isShift: true, shownAs: '?' }, t('keys.openList'), openKeysDialog)
  return (
    <Modal
      opened={isOpen}
      onClose={closeKeysDialog}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={classes.lead}>{t('keys.lead')}</p>
      <dl className={classes.keys}>
        {keys.map((key) => (
          <div key={`${key.shownAs} ${key.does}`}>
            <dt>
              <kbd>{key.shownAs}</kbd>
            </dt>
            <dd>{key.does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
