/** @file The one name in the vault, the facilitator's own: shown, and changed in place. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { DisplayName } from '../../../../contract/vault'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import classes from './kept.module.css'

/** The name shown in meetings, with a small form behind a button. */
export const Rename = () => {
  const { t } = useTranslation('vault')
  const queryClient = useQueryClient()
  const profile = useQuery(queries.vault.profile.queryOptions())
  const [typed, setTyped] = useState<string | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    // The form is gone before the keyboard goes back to what opened it.
    flushSync(() => {
      setTyped(null)
      setIsChecked(false)
    })
    opener.current?.focus()
  }
  const rename = useMutation({
    mutationFn: (displayName: string) => client.vault.rename({ displayName }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.vault.key() })
      close()
    },
  })
  const read = DisplayName.safeParse(typed ?? '')
  const save = () => {
    setIsChecked(true)
    if (read.success) rename.mutate(read.data)
  }

  if (typed === null) {
    return (
      <div className={classes.rename}>
        <p className={classes.label}>
          <bdi>{profile.data?.displayName}</bdi>
        </p>
        <Button
          ref={opener}
          variant="subtle"
          className="no-print"
          disabled={!profile.data}
          onClick={() => setTyped(profile.data?.displayName ?? '')}
        >
          {t('kept.rename.open')}
        </Button>
        <Button variant="subtle" className="no-print" component={Link} href="/recovery">
          {t('kept.rename.sheet')}
        </Button>
        <Button variant="subtle" className="no-print" component={Link} href="/passphrase">
          {t('kept.rename.passphrase')}
        </Button>
        <Button variant="subtle" className="no-print" component={Link} href="/backup">
          {t('kept.rename.backup')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <div className={`${classes.rename} no-print`}>
        <TextInput
          label={t('kept.rename.label')}
          value={typed}
          maxLength={60}
          autoFocus
          error={isChecked && !read.success ? t('kept.rename.bad') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) save()
            if (event.key === 'Escape') close()
          }}
        />
        <Button loading={rename.isPending} onClick={save}>
          {t('kept.rename.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('kept.rename.cancel')}
        </Button>
      </div>
      <ProblemNotice error={rename.error} />
    </>
  )
}
