/** @file Keeps the public half of somebody's key under a role or an agency. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { codeOf } from '../../words/problems'
import { readKey } from './key-words'
import classes from './sealed.module.css'

const NAME_MAX = 80

/** The form. */
export const KeepKey = () => {
  const { t } = useTranslation('reporting')
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [typed, setTyped] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const read = readKey(typed)
  const isNamed = name.trim() !== '' && name.trim().length <= NAME_MAX
  const add = useMutation(
    queries.reporting.addRecipient.mutationOptions({
      onSuccess: async () => {
        setName('')
        setTyped('')
        setIsAsked(false)
        await cache.invalidateQueries({ queryKey: queries.reporting.recipients.key() })
      },
    }),
  )
  const isRefused = add.error !== null && codeOf(add.error) === 'NO_KEY'
  const keyError =
    isRefused || (isAsked && read.kind === 'bad')
      ? t('sealTo.badKey')
      : read.kind === 'secret'
        ? t('sealTo.secret')
        : undefined
  return (
    <fieldset className={classes.fields}>
      <legend>{t('sealTo.addTitle')}</legend>
      <TextInput
        label={t('sealTo.name')}
        error={isAsked && !isNamed ? t('sealTo.asksName') : undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('sealTo.key')}
        description={t('sealTo.keyHelp')}
        error={keyError}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          add.reset()
        }}
      />
      {isRefused ? null : <ProblemNotice error={add.error} />}
      <div>
        <Button
          variant="default"
          loading={add.isPending}
          onClick={() => {
            setIsAsked(true)
            if (isNamed && read.kind === 'key') add.mutate({ name: name.trim(), key: read.key })
          }}
        >
          {t('sealTo.add')}
        </Button>
      </div>
    </fieldset>
  )
}
