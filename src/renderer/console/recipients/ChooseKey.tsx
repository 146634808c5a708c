/** @file Whose key a file is sealed to, what is there twice, and taking a key out. */
import { Button, Radio } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keyEnd, type SealRecipient, type ShownRecipient } from '../../../contract/recipients'
import { LeftOut } from '../LeftOut'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { registerWords } from '../words'
import words from '../words/en/recipients.json'
import { twiceIn } from './key-words'
import classes from './recipients.module.css'
import { SpokenWords } from './SpokenWords'

registerWords('recipients', words)

/** What a recipient is called: the name and the end of the key, as one name may have several. */
export const useKeyName = (): ((one: Pick<SealRecipient, 'name' | 'key'>) => string) => {
  const { t } = useTranslation('recipients')
  return (one) => t('one', { name: one.name, end: keyEnd(one) })
}

/** The keys there are, and which of them was chosen; empty for none. */
export interface ChooseKeyProps {
  recipients: readonly ShownRecipient[]
  chosenId: string
  onChoose: (recipientId: string) => void
}

/** The choice named "Whose key?"; where no key is kept, a line that says so. */
export const ChooseKey = ({ recipients, chosenId, onChoose }: ChooseKeyProps) => {
  const { t, i18n } = useTranslation('recipients')
  const nameOf = useKeyName()
  const chosen = recipients.find(({ id }) => id === chosenId)
  if (recipients.length === 0)
    return (
      <>
        <LeftOut of={['recipients']} />
        <p>{t('none')}</p>
      </>
    )
  return (
    <>
      <LeftOut of={['recipients']} />
      <Radio.Group label={t('whose')} value={chosenId} onChange={onChoose}>
        <div className={classes.fields}>
          {recipients.map((one) => (
            <Radio key={one.id} value={one.id} label={nameOf(one)} />
          ))}
        </div>
      </Radio.Group>
      {chosen ? (
        <>
          <p>{t('compare')}</p>
          <SpokenWords spoken={chosen.spoken} />
        </>
      ) : null}
      {twiceIn(recipients).map((twice) => (
        <p key={JSON.stringify(twice)}>
          {twice.kind === 'sameName'
            ? t('sameName', { name: twice.name })
            : t('sameKey', {
                names: new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(twice.names),
              })}
        </p>
      ))}
    </>
  )
}

/** Takes a key out. */
export const RemoveKey = ({ recipient }: { recipient: SealRecipient }) => {
  const { t } = useTranslation('recipients')
  const cache = useQueryClient()
  const remove = useMutation({
    ...queries.recipients.remove.mutationOptions(),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.recipients.list.key() }),
  })
  return (
    <>
      <Button
        variant="default"
        loading={remove.isPending}
        onClick={() => remove.mutate({ recipientId: recipient.id })}
      >
        {t('remove', { name: recipient.name, end: keyEnd(recipient) })}
      </Button>
      <ProblemNotice error={remove.error} />
    </>
  )
}
