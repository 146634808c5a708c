/** @file Keeps the public half of somebody's key under a role or an agency. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { THE_ONE } from '../../../contract/unfinished-forms'
import { Answered } from '../Answered'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { UnfinishedLine } from '../UnfinishedLine'
import { registerWords } from '../words'
import words from '../words/en/recipients.json'
import { codeOf } from '../words/problems'
import { readKey } from './key-words'
import classes from './recipients.module.css'
import { changeTypedKey, emptyKey, typedKeys, useTypedKey } from './typed-key'

registerWords('recipients', words)

const NAME_MAX = 80

/** The form, once it is known what was typed into it before. */
export const KeepKey = () => <Answered asked={typedKeys.useAsked()}>{() => <KeyForm />}</Answered>

const KeyForm = () => {
  const { t } = useTranslation('recipients')
  const cache = useQueryClient()
  const { name, key: typed } = useTypedKey()
  const [isAsked, setIsAsked] = useState(false)
  const read = readKey(typed)
  const isNamed = name.trim() !== '' && name.trim().length <= NAME_MAX
  const add = useMutation(
    queries.recipients.add.mutationOptions({
      onSuccess: async () => {
        changeTypedKey(emptyKey)
        setIsAsked(false)
        await cache.invalidateQueries({ queryKey: queries.recipients.list.key() })
      },
    }),
  )
  const isRefused = add.error !== null && codeOf(add.error) === 'NO_KEY'
  const keyError =
    isRefused || (isAsked && read.kind === 'bad')
      ? t('badKey')
      : read.kind === 'secret'
        ? t('secret')
        : undefined
  return (
    <fieldset className={classes.fields}>
      <legend>{t('addTitle')}</legend>
      <UnfinishedLine forms={typedKeys} formKey={THE_ONE} />
      <TextInput
        label={t('name')}
        error={isAsked && !isNamed ? t('asksName') : undefined}
        value={name}
        onChange={(event) => changeTypedKey({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('key')}
        description={t('keyHelp')}
        error={keyError}
        value={typed}
        onChange={(event) => {
          changeTypedKey({ key: event.currentTarget.value })
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
          {t('add')}
        </Button>
      </div>
    </fieldset>
  )
}
