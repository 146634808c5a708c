/** @file Forgetting all checks by destroying their key: asked once, as it cannot be undone, and said with its proof. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WellbeingKeyId } from '../../../contract/primitives'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { Card } from '../ui/Card'
import { codeOf } from '../words/problems'
import classes from './wellbeing.module.css'
import './words'

/** `keyId` null: nothing is kept, and there is nothing to forget. */
export interface ForgetChecksProps {
  keyId: WellbeingKeyId | null
  onForgotten: () => void
}

/** The card named "Forget all checks"; after it, what was proved. */
export const ForgetChecks = ({ keyId, onForgotten }: ForgetChecksProps) => {
  const { t } = useTranslation('wellbeing')
  const cache = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const forget = useMutation({
    mutationFn: async (id: WellbeingKeyId) => {
      try {
        return { isVerified: (await client.vault.forget({ kind: 'wellbeing', id })).isVerified }
      } catch (error) {
        // Forgotten elsewhere meanwhile: it is gone, and this search did not prove it.
        if (codeOf(error) !== 'NOT_FOUND') throw error
        return { isVerified: false }
      }
    },
    onSuccess: async () => {
      setIsAsking(false)
      onForgotten()
      await cache.invalidateQueries()
    },
  })
  const outcome = forget.data
  useEffect(() => {
    if (outcome && keyId === null) said.current?.focus()
  }, [outcome, keyId])
  if (keyId === null)
    return outcome ? (
      <p ref={said} tabIndex={-1} role="status">
        {t(outcome.isVerified ? 'forget.done' : 'forget.unproved')}
      </p>
    ) : null
  return (
    <Card label={t('forget.title')} tone={isAsking ? 'asks' : 'plain'}>
      <h2>{t(isAsking ? 'forget.asks' : 'forget.title')}</h2>
      <p className={classes.quiet}>{t('forget.lead')}</p>
      <p className={classes.quiet}>{t('forget.outside')}</p>
      <ProblemNotice error={forget.error} title={t('forget.failed')} />
      {isAsking ? (
        <div className={classes.actions}>
          <Button
            autoFocus
            variant="default"
            onClick={() => {
              setIsAsking(false)
              requestAnimationFrame(() => opener.current?.focus())
            }}
          >
            {t('forget.notYet')}
          </Button>
          <Button loading={forget.isPending} onClick={() => forget.mutate(keyId)}>
            {t('forget.now')}
          </Button>
        </div>
      ) : (
        <div>
          <Button ref={opener} variant="default" onClick={() => setIsAsking(true)}>
            {t('forget.open')}
          </Button>
        </div>
      )}
    </Card>
  )
}
