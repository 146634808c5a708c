/** @file A charter file: looked at, compared, read, and only then taken in. Refused with where and why. */
import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CHARTER_FILE_MAX,
  type ExaminedFile,
  FileRefusal,
  type TakenVersion,
} from '../../../../contract/charter-files'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { OpenFile } from '../../ui/OpenFile'
import { calendarDayOf } from '../../ui/when'
import { codeOf } from '../../words/problems'
import { versionWords } from '../../words/version-words'
import { ClauseList } from '../ClauseList'
import { SettingList } from '../SettingList'
import { DifferenceList } from './DifferenceList'
import { Fingerprint } from './Fingerprint'
import classes from './files.module.css'
import { VersionFacts } from './VersionFacts'
import { useWhereWords } from './where-words'
import './words'

/** Bytes of the longest file, at four for a character: what is larger is not even read. */
const FILE_MAX_BYTES = 8 * CHARTER_FILE_MAX

type Ready = Extract<ExaminedFile, { kind: 'ready' }>
type Seen = { text: string; examined: ExaminedFile }

const tooLarge: ExaminedFile = { kind: 'refused', refusal: { reason: 'tooLarge', where: '', detail: '' } }

const look = async (file: File): Promise<Seen> => {
  if (file.size > FILE_MAX_BYTES) return { text: '', examined: tooLarge }
  const text = await file.text()
  if (text.length > 2 * CHARTER_FILE_MAX) return { text: '', examined: tooLarge }
  return { text, examined: await client.charters.files.examine({ text }) }
}

/** The refusal that an error carries, or null. */
export const refusalIn = (error: unknown): FileRefusal | null =>
  typeof error === 'object' && error !== null && 'data' in error && codeOf(error) === 'FILE_NOT_TAKEN'
    ? (FileRefusal.safeParse(error.data).data ?? null)
    : null

/** Opens one file after another. `onTaken`: told the charter that is in the list now. */
export const OpenCharterFile = ({ onTaken }: { onTaken: (charterId: string) => void }) => {
  const { t, i18n } = useTranslation('charterFiles')
  const [taken, setTaken] = useState<TakenVersion | null>(null)
  const seen = useMutation({ mutationFn: look })
  const said = useRef<HTMLParagraphElement>(null)
  // What was looked at is gone: whoever took it in goes on from what is said of it.
  useEffect(() => {
    if (taken !== null) said.current?.focus()
  }, [taken])
  return (
    <section className={classes.column} aria-label={t('open.label')}>
      <p>{t('open.lead')}</p>
      <div>
        <OpenFile
          label={t('open.choose')}
          accept="application/json,.json"
          isBusy={seen.isPending}
          onFile={(file) => {
            setTaken(null)
            seen.mutate(file)
          }}
        />
      </div>
      <ProblemNotice error={seen.error} title={t('open.unreadable')} />
      {taken === null ? null : (
        <p ref={said} role="status" tabIndex={-1}>
          {taken.waitsUntil === null
            ? t('ready.taken', { name: taken.name })
            : t('version.waits', {
                name: taken.name,
                day: calendarDayOf(taken.waitsUntil, i18n.language),
              })}
        </p>
      )}
      {seen.data && taken === null ? (
        <Found
          key={seen.submittedAt}
          seen={seen.data}
          onTaken={(charter) => {
            setTaken(charter)
            onTaken(charter.id)
          }}
        />
      ) : null}
    </section>
  )
}

const Found = ({ seen, onTaken }: { seen: Seen; onTaken: (charter: TakenVersion) => void }) => {
  const { t } = useTranslation('charterFiles')
  const { examined, text } = seen
  switch (examined.kind) {
    case 'refused':
      return <RefusedFile refusal={examined.refusal} />
    case 'isHere':
      return (
        <Notice tone="plain" title={t('isHere.title')}>
          {t('isHere.body', { name: examined.charter.name })}
        </Notice>
      )
    case 'ready':
      return <ReadyFile ready={examined} text={text} onTaken={onTaken} />
  }
}

/** Why a file is not taken: the reason, the place in plain words, and what is wrong there. */
export const RefusedFile = ({ refusal, title }: { refusal: FileRefusal; title?: string }) => {
  const { t } = useTranslation('charterFiles')
  const whereWords = useWhereWords()
  const where = whereWords(refusal.where)
  const place = useRef<HTMLDivElement>(null)
  // It is announced; whoever looks should not have to look for it. Newer browsers answer with a promise, which is no
  // way to undo an effect.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place}>
      <Notice tone="problem" title={title ?? t('refused.title')}>
        <p>{t(`refused.reason.${refusal.reason}`)}</p>
        {where === '' ? null : <p>{t('refused.where', { where })}</p>}
        {refusal.detail === '' ? null : <p>{refusal.detail}</p>}
        <p>{t('refused.kept')}</p>
      </Notice>
    </div>
  )
}

interface ReadyFileProps {
  ready: Ready
  text: string
  onTaken: (charter: TakenVersion) => void
}

const ReadyFile = ({ ready, text, onTaken }: ReadyFileProps) => {
  const { pack, fingerprint, knownSince, before, waitsUntil, notRead } = ready
  const { t, i18n } = useTranslation('charterFiles')
  const cache = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [isCompared, setIsCompared] = useState(false)
  const [isAcknowledged, setIsAcknowledged] = useState(false)
  const [isAsked, setIsAsked] = useState(false)
  const [isRead, setIsRead] = useState(false)
  const dayWords = (of: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(of))
  const take = useMutation({
    mutationFn: () => client.charters.files.take({ text, fingerprint }),
    onSuccess: async (charter) => {
      await cache.invalidateQueries({ queryKey: queries.charters.key() })
      await cache.invalidateQueries({ queryKey: queries.vault.key() })
      onTaken(charter)
    },
  })
  const refusal = refusalIn(take.error)
  // One that waits is read when its day has come.
  const isReadNow = before !== null && waitsUntil === null
  const mayTake = (knownSince !== null || isCompared) && (!isReadNow || isAcknowledged)
  const missing = (isTicked: boolean) => (isAsked && !isTicked ? t('ready.missing') : undefined)
  return (
    <article className={classes.found} aria-label={pack.name}>
      <div>
        <h3 ref={heading} tabIndex={-1}>
          {pack.name}
        </h3>
        <p>{t('ready.of', { organization: pack.organization, version: versionWords(pack.version, i18n) })}</p>
        <p>{pack.about}</p>
      </div>
      <div className={classes.part}>
        <h4>{t('ready.signer')}</h4>
        <p className={classes.quiet}>
          {knownSince === null
            ? t('ready.newSigner', { organization: pack.organization })
            : t('ready.knownSigner', { day: dayWords(knownSince) })}
        </p>
        <Fingerprint groups={fingerprint} />
        {knownSince === null ? (
          <Checkbox
            label={t('ready.compared')}
            checked={isCompared}
            error={missing(isCompared)}
            onChange={({ currentTarget: { checked } }) => setIsCompared(checked)}
          />
        ) : null}
      </div>
      {notRead.length === 0 ? (
        <p className={classes.quiet}>{t('ready.readAloud')}</p>
      ) : (
        <Notice tone="wait" title={t('ready.notRead')}>
          {t('ready.notReadBody')}
        </Notice>
      )}
      {waitsUntil === null || before === null ? null : (
        <Notice
          tone="plain"
          title={t('version.comingTitle', { day: calendarDayOf(waitsUntil, i18n.language) })}
        >
          {t('version.coming', { acting: versionWords(before.version, i18n) })} {t('version.asked')}
        </Notice>
      )}
      <VersionFacts after={pack} before={before} />
      {before === null ? null : (
        <div className={classes.part}>
          <h4>{t('ready.changes')}</h4>
          <p className={classes.quiet}>
            {t('ready.changesLead', {
              before: versionWords(before.version, i18n),
              after: versionWords(pack.version, i18n),
            })}
          </p>
          <DifferenceList before={before} after={pack} />
          {isReadNow ? (
            <Checkbox
              label={t('ready.acknowledged')}
              checked={isAcknowledged}
              error={missing(isAcknowledged)}
              onChange={({ currentTarget: { checked } }) => setIsAcknowledged(checked)}
            />
          ) : null}
        </div>
      )}
      {isRead ? (
        <>
          <SettingList pack={pack} />
          <ClauseList clauses={pack.clauses} language={pack.language} />
        </>
      ) : null}
      {refusal ? (
        <RefusedFile refusal={refusal} />
      ) : (
        <ProblemNotice error={take.error} title={t('ready.failed')} />
      )}
      <div className={classes.actions}>
        <Button
          loading={take.isPending}
          onClick={() => {
            setIsAsked(true)
            if (mayTake) take.mutate()
          }}
        >
          {t(before === null ? 'ready.take' : 'ready.takeNew')}
        </Button>
        <Button variant="default" aria-expanded={isRead} onClick={() => setIsRead((now) => !now)}>
          {t(isRead ? 'ready.hide' : 'ready.read')}
        </Button>
      </div>
    </article>
  )
}
