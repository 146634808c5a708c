/** @file After unlocking by the recovery key: another passphrase, and another sheet that comes with it. */
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { registerAtStake } from '../../at-stake'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { isPassphraseUsable, NewPassphraseField } from '../../passphrase'
import { queries } from '../../queries'
import { RecoverySheet } from '../sheet/RecoverySheet'
import classes from '../sheet/sheet.module.css'

/** What the page around it must know, which keeps it in its place from `onBegin` until `onFailed` or `onDone`. */
export interface ReplaceSecretsProps {
  /** New secrets are on their way: from here on a key may come that is shown once. */
  onBegin: () => void
  /** None came. */
  onFailed: () => void
  /** The sheet is on paper. */
  onDone: () => void
}

/** The form, and then the sheet in its place, which stays until the person says that they have it. */
export const ReplaceSecrets = ({ onBegin, onFailed, onDone }: ReplaceSecretsProps) => {
  const { t } = useTranslation('vault')
  const profile = useQuery(queries.vault.profile.queryOptions())
  const [next, setNext] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const [recoveryKey, setRecoveryKey] = useState<string>()
  // A second Enter comes before anything is drawn anew, and a second answer would take the first one's place.
  const isTaken = useRef(false)
  const replace = useMutation({
    mutationFn: () => client.vault.replaceSecrets({ next }),
    onSuccess: (made) => {
      setNext('')
      setRecoveryKey(made.recoveryKey)
    },
    onError: () => {
      isTaken.current = false
      onFailed()
    },
  })
  const take = () => {
    if (isTaken.current) return
    setIsChecked(true)
    if (!isPassphraseUsable(next)) {
      place.current?.querySelector('input')?.focus()
      return
    }
    isTaken.current = true
    onBegin()
    replace.mutate()
  }
  const { isPending } = replace
  useEffect(
    () => (isPending && recoveryKey === undefined ? registerAtStake({ kind: 'recoverySheet' }) : undefined),
    [isPending, recoveryKey],
  )
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
        <Button loading={isPending} onClick={take}>
          {t('recovered.take')}
        </Button>
      </div>
    </div>
  )
}
