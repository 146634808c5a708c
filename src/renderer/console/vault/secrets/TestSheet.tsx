/** @file "Does this sheet still open my vault?" The printed key is tried, and nothing else happens. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { Notice } from '../../ui/Notice'
import { PassphraseField } from '../../ui/PassphraseField'
import classes from '../sheet/sheet.module.css'

/** The box and the answer. */
export const TestSheet = () => {
  const { t } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const [typed, setTyped] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const test = useMutation({
    mutationFn: (recoveryKey: string) => client.vault.testRecoverySheet({ recoveryKey }),
    // What was typed from paper leaves the page once it is known to be right.
    onSuccess: ({ answer }) => {
      if (answer === 'opens') setTyped('')
    },
  })
  const ask = () => {
    setIsChecked(true)
    if (typed === '') {
      test.reset()
      place.current?.querySelector('input')?.focus()
      return
    }
    test.mutate(typed)
  }
  const answer = test.data?.answer
  const isMissing = isChecked && typed === '' && !test.data
  return (
    <div className={classes.fields}>
      <p>{t('testSheet.what')}</p>
      <div ref={place}>
        <PassphraseField
          label={t('unlock.recoveryKey')}
          description={t('unlock.recoveryHint')}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            test.reset()
          }}
          onEnter={ask}
          showLabel={tApp('show')}
          error={isMissing ? t('unlock.empty.recoveryKey') : undefined}
        />
      </div>
      <div className={classes.actions}>
        <Button variant="default" loading={test.isPending} onClick={ask}>
          {t('testSheet.test')}
        </Button>
      </div>
      <ProblemNotice error={test.error} />
      <div role="status">
        {answer ? (
          <Notice tone={answer === 'opens' ? 'plain' : 'wait'} title={t(`testSheet.${answer}.title`)}>
            {t(`testSheet.${answer}.body`)}
          </Notice>
        ) : null}
      </div>
    </div>
  )
}
