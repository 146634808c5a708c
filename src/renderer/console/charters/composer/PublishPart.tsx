/** @file Going out: what keeps the draft from being a charter, what is different from what is published, and publishing. */
import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CharterDraft } from '../../../../contract/charter-drafts'
import type { TakenVersion } from '../../../../contract/charter-files'
import { earliestEffect, shortNotice } from '../../../../contract/charter-notice'
import type { CharterPack } from '../../../../contract/charters'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { calendarDayOf } from '../../ui/when'
import { versionWords } from '../../words/version-words'
import { DifferenceList } from '../files/DifferenceList'
import { RefusedFile, refusalIn } from '../files/OpenCharterFile'
import { VersionFacts } from '../files/VersionFacts'
import { useWhereWords } from '../files/where-words'
import classes from './composer.module.css'
import { useComposer } from './composer-context'
import { endDraftWriting } from './draft-writing'
import { useDraftProblemWords } from './problem-words'

/** The draft as it was opened; what is on the page is the composer's. */
export interface PublishPartProps {
  draft: CharterDraft
  /** @throws what kept it from being stored */
  storeAll: () => Promise<void>
  /** Goes to the field at a path. */
  onGoTo: (path: string) => void
  onPublished: (charter: TakenVersion) => void
}

/** Judged here as it will be judged there: by the same rules. */
export const PublishPart = ({ draft, storeAll, onGoTo, onPublished }: PublishPartProps) => {
  const { t, i18n } = useTranslation('composer')
  const { pack, problems } = useComposer()
  const wordsOf = useDraftProblemWords()
  const whereWords = useWhereWords()
  const cache = useQueryClient()
  const { draftId, charterId } = draft
  const before = useQuery(
    queries.charters.get.queryOptions({ input: charterId === null ? skipToken : { charterId } }),
  )
  const publish = useMutation({
    mutationFn: async () => {
      await storeAll()
      return client.charters.drafts.publish({ draftId })
    },
    onSuccess: async (charter) => {
      // First of all: what was stored is gone, and nothing more is to be.
      endDraftWriting(draftId)
      onPublished(charter)
      await cache.invalidateQueries({ queryKey: queries.charters.key() })
      await cache.invalidateQueries({ queryKey: queries.vault.key() })
    },
  })
  const refusal = refusalIn(publish.error)
  if (problems.length > 0) {
    return (
      <Notice tone="wait" title={t('publish.notYet', { count: problems.length })}>
        <ul className={classes.problems}>
          {problems.map((problem) => (
            <li key={`${problem.where} ${problem.code}`}>
              <Button variant="subtle" size="compact-md" onClick={() => onGoTo(problem.where)}>
                {whereWords(problem.where)}
              </Button>
              <p>{wordsOf(problem)}</p>
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  return (
    <div className={classes.form}>
      <p>{t('publish.sound')}</p>
      <p>{t('publish.readAloud')}</p>
      {before.data ? (
        <section className={classes.list} aria-label={t('charterFiles:ready.changes')}>
          <h3>{t('charterFiles:ready.changes')}</h3>
          <p className={classes.quiet}>
            {t('publish.since', { day: versionWords(before.data.version, i18n) })}
          </p>
          <DifferenceList before={before.data} after={pack} />
          <Effect before={before.data} />
        </section>
      ) : null}
      {refusal ? (
        <RefusedFile refusal={refusal} title={t('publish.failed')} />
      ) : (
        <ProblemNotice error={publish.error} title={t('publish.failed')} />
      )}
      <div>
        <Button loading={publish.isPending} onClick={() => publish.mutate()}>
          {t(charterId === null ? 'publish.first' : 'publish.next')}
        </Button>
      </div>
    </div>
  )
}

/** From when it will hold, and whether that leaves people the time that the charter promises them. */
const Effect = ({ before }: { before: CharterPack }) => {
  const { t, i18n } = useTranslation('composer')
  const { pack, change } = useComposer()
  // As the version will be dated.
  const today = new Date().toISOString().slice(0, 10)
  const day = (of: string) => calendarDayOf(of, i18n.language)
  const earliest = earliestEffect(before, today)
  const isComing = pack.takesEffectOn !== undefined && pack.takesEffectOn > today
  return (
    <>
      <p>
        {isComing && pack.takesEffectOn !== undefined
          ? t('publish.from', { day: day(pack.takesEffectOn) })
          : t('publish.atOnce')}
      </p>
      <VersionFacts after={pack} before={before} givenOn={today} />
      {earliest !== null && shortNotice(pack, before, today) !== null ? (
        <div>
          <Button variant="default" onClick={() => change('takesEffectOn', earliest)}>
            {t('publish.take', { day: day(earliest) })}
          </Button>
        </div>
      ) : null}
    </>
  )
}
