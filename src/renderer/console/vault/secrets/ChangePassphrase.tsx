/** @file Another passphrase: the one in force, then the new one. The recovery sheet stays as it is. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { isPassphraseUsable, NewPassphraseField } from '../../passphrase'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { PassphraseField } from '../../ui/PassphraseField'
import { SecretOutcome } from '../SecretOutcome'
import classes from '../sheet/sheet.module.css'
import { useSecretTry } from '../use-secret-try'

/** The form; once it is done, that is said in its place and the form is there again, empty. */
export const ChangePassphrase = () => {
  const { t } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const profile = useQuery(queries.vault.profile.queryOptions())
  const [next, setNext] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const nextBox = useRef<HTMLDivElement>(null)
  const { answer, isWaiting, isBusy, ...box } = useSecretTry(
    (passphrase) => client.vault.changePassphrase({ passphrase, next }),
    {
      onTaken: () => {
        setNext('')
        setIsChecked(false)
        setIsDone(true)
      },
    },
  )
  const change = () => {
    setIsDone(false)
    setIsChecked(true)
    if (box.secret !== '' && !isPassphraseUsable(next)) {
      nextBox.current?.querySelector('input')?.focus()
      return
    }
    void box.attempt()
  }
  return (
    <div className={classes.fields}>
      <p>{t('passphrase.what')}</p>
      <div ref={box.place}>
        <PassphraseField
          label={t('passphrase.now')}
          value={box.secret}
          onChange={box.setSecret}
          onEnter={change}
          showLabel={tApp('show')}
          error={answer.kind === 'empty' ? t('unlock.empty.passphrase') : undefined}
        />
      </div>
      <div ref={nextBox}>
        <NewPassphraseField
          label={t('passphrase.next')}
          value={next}
          onChange={setNext}
          onEnter={change}
          ownWords={[profile.data?.displayName ?? '', 'holdspace']}
          isChecked={isChecked}
        />
      </div>
      <SecretOutcome answer={answer} secretKind="passphrase" wait={box.wait} />
      <div className={classes.actions}>
        <Button
          loading={isBusy}
          {...(isWaiting ? { 'aria-disabled': true, 'data-disabled': true } : {})}
          onClick={change}
        >
          {t('passphrase.change')}
        </Button>
      </div>
      <div role="status">
        {isDone ? (
          <Notice tone="plain" title={t('passphrase.done.title')}>
            {t('passphrase.done.body')}
          </Notice>
        ) : null}
      </div>
    </div>
  )
}
