/** @file The recovery sheet: shown once, printed alone on its page, kept nowhere. */
import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { registerAtStake } from '../../at-stake'
import { client } from '../../client'
import { queries } from '../../queries'
import classes from './sheet.module.css'

/** The key as the vault gave it: groups of characters joined by hyphens. */
export interface RecoverySheetProps {
  recoveryKey: string
  /** True when the person said before that they have it, and came back to look or print again. */
  isWrittenBefore?: boolean
  /** Called once it is noted that the sheet is on paper, or could not be: home says so then. */
  onDone: () => void
}

/** The sheet with its key. A name of a person or a group never stands on it. */
export const RecoverySheet = ({ recoveryKey, isWrittenBefore = false, onDone }: RecoverySheetProps) => {
  const { t, i18n } = useTranslation('vault')
  const [isWritten, setIsWritten] = useState(isWrittenBefore)
  const [madeOn] = useState(() => new Date())
  const groups = recoveryKey.split('-')
  const cache = useQueryClient()
  const confirm = useMutation({
    mutationFn: () => client.vault.confirmRecoverySheet(),
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: queries.vault.key() })
      onDone()
    },
  })

  // Leaving would take the only showing of the key with it.
  useEffect(() => (isWritten ? undefined : registerAtStake({ kind: 'recoverySheet' })), [isWritten])

  return (
    <>
      <article className={classes.sheet} aria-label={t('sheet.heading')}>
        <div className={classes.head}>
          <h2>{t('sheet.heading')}</h2>
          <Button
            variant={isWritten ? 'default' : 'filled'}
            className="no-print"
            onClick={() => window.print()}
          >
            {t('sheet.print')}
          </Button>
        </div>
        <dl className={classes.facts}>
          <div>
            <dt>{t('sheet.keyLabel')}</dt>
            <dd className={classes.key} data-testid="recovery-key">
              {groups.map((group, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the key never changes, and groups may repeat.
                <span key={index}>
                  {group}
                  {index < groups.length - 1 ? '-' : ''}
                </span>
              ))}
            </dd>
          </div>
          <Fact
            term={t('sheet.madeOn')}
            words={new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(madeOn)}
          />
          <Fact term={t('sheet.opens')} words={t('sheet.opensWords')} />
          <Fact term={t('sheet.use')} words={t('sheet.useWords')} />
          <Fact term={t('sheet.keep')} words={t('sheet.keepWords')} />
          <Fact term={t('sheet.lost')} words={t('sheet.lostWords')} />
        </dl>
      </article>
      <div className={`${classes.fields} no-print`}>
        <Checkbox
          label={t('sheet.done')}
          checked={isWritten}
          onChange={(event) => setIsWritten(event.currentTarget.checked)}
        />
        <div className={classes.actions}>
          <Button disabled={!isWritten} loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('sheet.next')}
          </Button>
        </div>
      </div>
    </>
  )
}

const Fact = ({ term, words }: { term: string; words: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{words}</dd>
  </div>
)
