/** @file Writing a charter: those in hand, and where a new one begins. */
import { Button, NativeSelect } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-hash-location'
import type { DraftSummary } from '../../../../contract/charter-drafts'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { LeftOut } from '../../LeftOut'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Page } from '../../ui/Page'
import { Row, Rows } from '../../ui/Rows'
import { Section } from '../../ui/Section'
import { useUndo } from '../../ui/undo'
import { momentOf } from '../../ui/when'
import { useBeginDraft } from './begin-draft'
import classes from './composer.module.css'
import { endDraftWriting } from './draft-writing'
import { composerPath } from './paths'
import './words'

/** The page. */
export const ComposeListPage = () => {
  const { t } = useTranslation('composer')
  const drafts = useQuery(queries.charters.drafts.list.queryOptions())
  return (
    <Page title={t('title')} lead={t('listLead')} width="narrow">
      <LeftOut of={['charterDrafts']} />
      <Answered asked={drafts} loading={t('loading')} failed={t('failed')}>
        {(all) => (all.length === 0 ? null : <DraftRows drafts={all} />)}
      </Answered>
      <Begin />
    </Page>
  )
}

const DraftRows = ({ drafts }: { drafts: readonly DraftSummary[] }) => {
  const { t, i18n } = useTranslation('composer')
  const cache = useQueryClient()
  const { offer } = useUndo()
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<unknown>(null)
  const nameOf = ({ name }: DraftSummary) => (name.trim() === '' ? t('untitled') : name)
  const discard = (draft: DraftSummary) => {
    const { draftId } = draft
    const back = () => setGoing((now) => new Set([...now].filter((id) => id !== draftId)))
    setGoing((now) => new Set(now).add(draftId))
    offer({
      said: t('discarded', { name: nameOf(draft) }),
      undo: back,
      commit: async () => {
        try {
          endDraftWriting(draftId)
          await client.charters.drafts.discard({ draftId })
        } catch (thrown) {
          setError(thrown)
        }
        await cache.invalidateQueries({ queryKey: queries.charters.drafts.list.key() })
        await cache.invalidateQueries({ queryKey: queries.vault.key() })
        back()
      },
    })
  }
  return (
    <Section title={t('inHand')}>
      <ProblemNotice error={error} />
      <Rows>
        {drafts
          .filter(({ draftId }) => !going.has(draftId))
          .map((draft) => (
            <Row
              key={draft.draftId}
              label={nameOf(draft)}
              labelId={`draft-${draft.draftId}`}
              said={t('changedAt', { time: momentOf(draft.changedAt, i18n.language) })}
              aside={
                <div className={classes.acts}>
                  <Button
                    variant="default"
                    aria-describedby={`draft-${draft.draftId}`}
                    onClick={() => navigate(composerPath(draft.draftId))}
                  >
                    {t('goOn')}
                  </Button>
                  <Button
                    variant="subtle"
                    aria-describedby={`draft-${draft.draftId}`}
                    onClick={() => discard(draft)}
                  >
                    {t('discard')}
                  </Button>
                </div>
              }
            />
          ))}
      </Rows>
    </Section>
  )
}

const Begin = () => {
  const { t } = useTranslation('composer')
  const list = useQuery(queries.charters.list.queryOptions())
  const taken = useQuery(queries.charters.files.taken.queryOptions())
  const [fromId, setFromId] = useState('')
  const begin = useBeginDraft()
  const own = taken.data?.filter(({ isOwn }) => isOwn).map(({ charterId }) => charterId) ?? []
  return (
    <Section title={t('beginNew')} lead={t('beginLead')}>
      <ProblemNotice error={begin.error} title={t('notBegun')} />
      <div className={classes.begin}>
        <p>{t('fromOurs')}</p>
        <Button loading={begin.isPending} onClick={() => begin.mutate({ kind: 'ours' })}>
          {t('beginOurs')}
        </Button>
      </div>
      <div className={classes.begin}>
        <NativeSelect
          label={t('fromCharter')}
          value={fromId}
          data={[
            { value: '', label: t('choose') },
            ...(list.data?.charters ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => setFromId(currentTarget.value)}
        />
        <div className={classes.acts}>
          <Button
            variant="default"
            disabled={fromId === ''}
            onClick={() => begin.mutate({ kind: 'copy', charterId: fromId })}
          >
            {t('beginCopy')}
          </Button>
          {own.includes(fromId) ? (
            <Button variant="default" onClick={() => begin.mutate({ kind: 'version', charterId: fromId })}>
              {t('beginVersion')}
            </Button>
          ) : null}
        </div>
      </div>
    </Section>
  )
}
