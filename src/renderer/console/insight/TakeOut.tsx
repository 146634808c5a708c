/** @file Takes a bundle out by the number that whoever sent it has. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BundleNumber } from '../../../contract/numbers-bundle'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Notice } from '../ui/Notice'
import { codeOf } from '../words/problems'

/** The field and its button. */
export const TakeOut = () => {
  const { t } = useTranslation('insight')
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const number = BundleNumber.safeParse(typed.trim().toUpperCase()).data
  const takeOut = useMutation(
    queries.insight.rollUp.takeOut.mutationOptions({
      onSuccess: async () => {
        setTyped('')
        setIsAsked(false)
        await Promise.all([
          cache.invalidateQueries({ queryKey: queries.insight.rollUp.desk.key() }),
          cache.invalidateQueries({ queryKey: queries.vault.key() }),
        ])
      },
    }),
  )
  const isNone = takeOut.error !== null && codeOf(takeOut.error) === 'NOT_FOUND'
  return (
    <>
      <TextInput
        label={t('desk.outNumber')}
        description={t('desk.outHelp')}
        error={isNone ? t('desk.outNone') : isAsked && !number ? t('desk.outBad') : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          takeOut.reset()
        }}
      />
      <div>
        <Button
          variant="default"
          loading={takeOut.isPending}
          onClick={() => {
            setIsAsked(true)
            if (number) takeOut.mutate({ number })
          }}
        >
          {t('desk.outDo')}
        </Button>
      </div>
      {isNone ? null : <ProblemNotice error={takeOut.error} />}
      {takeOut.isSuccess && takeOut.variables ? (
        <Notice tone="plain" title={t('desk.outDone', { number: takeOut.variables.number })} />
      ) : null}
    </>
  )
}
