/** @file After unlocking by the recovery key: another passphrase, and another sheet that comes with it. */
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { isPassphraseUsable, NewPassphraseField } from '../../passphrase'
import { queries } from '../../queries'
import { RecoverySheet } from '../sheet/RecoverySheet'
import classes from '../sheet/sheet.module.css'

/** `onMade`: the new secrets are in force, and the sheet is shown. `onDone`: it is on paper. */
export const ReplaceSecrets = ({ onMade, onDone }: { onMade: () => void; onDone: () => void }) => {
  const { t } = useTranslation('vault')
  const profile = useQuery(queries.vault.profile.queryOptions())
  const [next, setNext] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const replace = useMutation({
    mutationFn: () => client.vault.replaceSecrets({ next }),
    onSuccess: () => {
      setNext('')
      onMade()
    },
  })
  const take = () => {
    setIsChecked(true)
    if (isPassphraseUsable(next)) replace.mutate()
    else place.current?.querySelector('input')?.focus()
  }
  const recoveryKey = replace.data?.recoveryKey
  // The box is gone: the keyboard, and a screen reader, go to what came of it.
  useEffect(() => {
    if (recoveryKey !== undefined) said.current?.focus()
  }, [recoveryKey])
  if (recoveryKey !== undefined) {
    return (
      <>
        <p ref={said} tabIndex={-1} className="no-print">
          {t('recovered.made')}
        </p>
        <RecoverySheet recoveryKey={recoveryKey} onDone={onDone} />
      </>
    )
  }
  return (
    <div className={classes.fields} ref={place}>
      <p>{t('recovered.lead')}</p>
      <NewPassphraseField
        label={t('passphrase.next')}
        value={next}
        onChange={setNext}
        onEnter={take}
        ownWords={[profile.data?.displayName ?? '', 'holdspace']}
        isChecked={isChecked}
      />
      <ProblemNotice error={replace.error} />
      <div className={classes.actions}>
        <Button loading={replace.isPending} onClick={take}>
          {t('recovered.take')}
        </Button>
      </div>
    </div>
  )
}
