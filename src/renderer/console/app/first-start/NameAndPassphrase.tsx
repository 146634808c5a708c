/** @file First step: the name for meetings, what the person does, and the passphrase; then the vault is made. */
import { Button, TextInput } from '@mantine/core'
import { safe } from '@orpc/client'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DisplayName, type Work } from '../../../../contract/vault'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { isPassphraseUsable, NewPassphraseField } from '../../passphrase'
import { WorkChoice } from '../WorkChoice'
import classes from './first-start.module.css'

/** The form. */
export const NameAndPassphrase = ({ onCreated }: { onCreated: (recoveryKey: string) => void }) => {
  const { t } = useTranslation('vault')
  const [displayName, setDisplayName] = useState('')
  const [work, setWork] = useState<Work>('facilitates')
  const [passphrase, setPassphrase] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const [isCreating, setIsCreating] = useState(false)
  // A second Enter comes before anything is drawn anew; the key of the first answer is shown once.
  const isBegun = useRef(false)
  const [failure, setFailure] = useState<unknown>(null)
  const place = useRef<HTMLDivElement>(null)
  const name = DisplayName.safeParse(displayName)
  const isUsable = isPassphraseUsable(passphrase)

  const create = async () => {
    if (isBegun.current) return
    setIsChecked(true)
    if (!name.success || !isUsable) {
      const boxes = place.current?.querySelectorAll<HTMLInputElement>('input:not([type="radio"])')
      boxes?.[name.success ? 1 : 0]?.focus()
      return
    }
    isBegun.current = true
    setIsCreating(true)
    setFailure(null)
    const { error, data } = await safe(client.vault.create({ displayName: name.data, passphrase, work }))
    setIsCreating(false)
    if (error) {
      isBegun.current = false
      setFailure(error)
      return
    }
    setPassphrase('')
    onCreated(data.recoveryKey)
  }

  return (
    <div className={classes.fields} ref={place}>
      <TextInput
        label={t('first.displayName')}
        description={t('first.displayNameHint')}
        value={displayName}
        maxLength={60}
        autoFocus
        readOnly={isCreating}
        error={isChecked && !name.success ? t('first.displayNameNeeded') : undefined}
        onChange={(event) => setDisplayName(event.currentTarget.value)}
      />
      <WorkChoice work={work} isDisabled={isCreating} onChange={setWork} />
      <NewPassphraseField
        label={t('first.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void create()}
        ownWords={[displayName, 'holdspace']}
        isChecked={isChecked}
        isReadOnly={isCreating}
      />
      <ProblemNotice error={failure} />
      <div className={classes.actions}>
        <Button onClick={() => void create()} loading={isCreating}>
          {t('first.create')}
        </Button>
        <span role="status" className={classes.quiet}>
          {isCreating ? t('first.creating') : null}
        </span>
      </div>
    </div>
  )
}
