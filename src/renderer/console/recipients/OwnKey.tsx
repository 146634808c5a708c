/** @file One's own key: made, shown with its words, given to others as text, file or paper, replaced, destroyed. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { OwnKey as OwnKeyData } from '../../../contract/own-keys'
import type { ForgetReceipt } from '../../../contract/vault'
import { Answered } from '../Answered'
import { Copy } from '../Copy'
import { client } from '../client'
import { LeftOut } from '../LeftOut'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { saveAsFile } from '../save-file'
import { Card } from '../ui/Card'
import { dayOf } from '../ui/when'
import { registerWords } from '../words'
import words from '../words/en/recipients.json'
import { KeySheet } from './KeySheet'
import classes from './recipients.module.css'
import { SpokenWords } from './SpokenWords'

registerWords('recipients', words)

/** The card named "Your own key". `lead`: what it is for on this page. */
export const OwnKey = ({ lead }: { lead: string }) => {
  const { t } = useTranslation('recipients')
  const keys = useQuery(queries.recipients.own.list.queryOptions())
  const heading = useRef<HTMLHeadingElement>(null)
  const [destroyed, setDestroyed] = useState<ForgetReceipt | null>(null)
  return (
    <Card label={t('own.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('own.title')}
      </h2>
      <p>{lead}</p>
      <LeftOut of={['ownKeys']} />
      {destroyed ? (
        <p role="status">{t(destroyed.isVerified ? 'own.destroyed' : 'own.destroyedUnproved')}</p>
      ) : null}
      <Answered asked={keys}>
        {([first, ...rest]) => {
          const inUse = first?.replacedAt === null ? first : null
          const replaced = inUse ? rest : first ? [first, ...rest] : []
          return (
            <>
              {inUse ? <InUse own={inUse} /> : <Make label={t('own.make')} replacesId={null} />}
              {inUse ? (
                <Change
                  own={inUse}
                  onDestroyed={(receipt) => {
                    setDestroyed(receipt)
                    heading.current?.focus()
                  }}
                />
              ) : null}
              {replaced.length > 0 ? <Replaced keys={replaced} /> : null}
            </>
          )
        }}
      </Answered>
    </Card>
  )
}

const Make = (props: { label: string; replacesId: string | null; onMade?: () => void }) => {
  const cache = useQueryClient()
  const make = useMutation({
    mutationFn: () => client.recipients.own.make({ replacesId: props.replacesId }),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.recipients.own.key() }),
    onSuccess: () => props.onMade?.(),
  })
  return (
    <>
      <ProblemNotice error={make.error} />
      <div className="no-print">
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {props.label}
        </Button>
      </div>
    </>
  )
}

const InUse = ({ own }: { own: OwnKeyData }) => {
  const { t, i18n } = useTranslation('recipients')
  const [isPrinted, setIsPrinted] = useState(false)
  useEffect(() => {
    const clear = () => setIsPrinted(false)
    addEventListener('afterprint', clear)
    return () => removeEventListener('afterprint', clear)
  }, [])
  const print = () => {
    flushSync(() => setIsPrinted(true))
    window.print()
  }
  return (
    <>
      <p>{t('own.madeOn', { day: dayOf(own.madeAt, i18n.language) })}</p>
      <p className={classes.key} translate="no">
        <bdi>{own.key}</bdi>
      </p>
      <p>{t('own.read')}</p>
      <SpokenWords spoken={own.spoken} />
      <div className={`${classes.actions} no-print`}>
        <Copy
          label={t('own.copy')}
          copiedWords={t('own.copied')}
          dialogTitle={t('own.title')}
          failedWords={t('own.copyFailed')}
          getText={() => Promise.resolve(own.key)}
        />
        <Button
          variant="default"
          onClick={() => saveAsFile(`${own.key}\n`, `holdspace-key-${own.key.slice(-8)}.txt`, 'text/plain')}
        >
          {t('own.save')}
        </Button>
        <Button variant="default" onClick={print}>
          {t('own.print')}
        </Button>
      </div>
      {isPrinted ? <KeySheet own={own} /> : null}
    </>
  )
}

/** Replacing keeps the old key for a while; destroying ends what was sealed to it. Each is asked for first. */
const Change = (props: { own: OwnKeyData; onDestroyed: (receipt: ForgetReceipt) => void }) => {
  const { own, onDestroyed } = props
  const { t } = useTranslation('recipients')
  const cache = useQueryClient()
  const [asks, setAsks] = useState<'replace' | 'destroy' | null>(null)
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (asks !== null) question.current?.focus()
  }, [asks])
  const destroy = useMutation({
    mutationFn: () => client.vault.forget({ kind: 'ownKeys', id: own.id }),
    onSuccess: async (receipt) => {
      onDestroyed(receipt)
      await cache.invalidateQueries()
    },
  })
  const cancel = (
    <Button variant="default" onClick={() => setAsks(null)}>
      {t('own.cancel')}
    </Button>
  )
  if (asks === null) {
    return (
      <div className={`${classes.actions} no-print`}>
        <Button variant="default" onClick={() => setAsks('replace')}>
          {t('own.replace')}
        </Button>
        <Button variant="default" onClick={() => setAsks('destroy')}>
          {t('own.destroy')}
        </Button>
      </div>
    )
  }
  return (
    <div className="no-print">
      <p ref={question} tabIndex={-1}>
        {t(asks === 'replace' ? 'own.replaceAsks' : 'own.destroyAsks')}
      </p>
      <ProblemNotice error={destroy.error} />
      <div className={classes.actions}>
        {asks === 'replace' ? (
          <Make label={t('own.replaceNow')} replacesId={own.id} onMade={() => setAsks(null)} />
        ) : (
          <Button loading={destroy.isPending} onClick={() => destroy.mutate()}>
            {t('own.destroyNow')}
          </Button>
        )}
        {cancel}
      </div>
    </div>
  )
}

const Replaced = ({ keys }: { keys: readonly OwnKeyData[] }) => {
  const { t, i18n } = useTranslation('recipients')
  return (
    <ul>
      {keys.map(({ id, key, keptUntil }) => (
        <li key={id}>
          {t('own.replaced', {
            end: key.slice(-8),
            day: keptUntil === null ? '' : dayOf(keptUntil, i18n.language),
          })}
        </li>
      ))}
    </ul>
  )
}
