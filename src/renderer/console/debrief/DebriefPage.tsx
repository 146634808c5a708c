/** @file One debrief: loads it and its charter, or takes up what was laid aside. */
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CharterPack } from '../../../contract/charters'
import { DebriefId } from '../../../contract/primitives'
import { client } from '../client'
import { readRoomNames } from '../meeting'
import { EmptyState } from '../ui/EmptyState'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { registerWords } from '../words'
import words from '../words/en/debrief.json'
import { codeOf, useProblemWords } from '../words/problems'
import { Editor } from './Editor'
import { NEW_SLOT, readInHand } from './in-hand'
import { indexNames, noNames } from './linter'
import { check, keysOf, settleNames, type Writing } from './writing'

registerWords('debrief', words)

/** What an editor starts from. */
interface Start {
  writing: Writing
  pack: CharterPack | null
}

const packOf = async (charterId: string): Promise<CharterPack | null> => {
  try {
    return await client.charters.get({ charterId })
  } catch (error) {
    // A debrief outlives its charter's pack: it can still be read and reworked, without the questions.
    if (codeOf(error) === 'NOT_FOUND') return null
    throw error
  }
}

/** Null when no charter is chosen yet. */
const load = async (debriefId: DebriefId | null): Promise<Start | null> => {
  if (debriefId === null) {
    const chosen = await client.charters.chosen()
    if (!chosen) return null
    const pack = await packOf(chosen.id)
    const writing = {
      debriefId,
      charterId: chosen.id,
      text: '',
      answers: {},
      kept: new Set<string>(),
      stored: null,
    }
    return { writing, pack }
  }
  const stored = await client.debrief.get({ debriefId })
  const { charterId, text, answers } = stored
  // What is stored was kept on purpose: its patterns are not asked about again.
  const found = check({ text, answers }, new Set(), { names: noNames, phones: null, publicNumbers: [] })
  const kept = keysOf(found, { text, answers })
  return { writing: { debriefId, charterId, text, answers, kept, stored }, pack: await packOf(charterId) }
}

/** The page. `debriefId` null: a new one. */
export const DebriefPage = ({ debriefId }: { debriefId: string | null }) => {
  const { t } = useTranslation('debrief')
  const problem = useProblemWords()
  const cache = useQueryClient()
  const parsed = debriefId === null ? null : (DebriefId.safeParse(debriefId).data ?? undefined)
  const { data, error, refetch } = useQuery({
    queryKey: ['debrief', 'open', parsed ?? NEW_SLOT],
    queryFn: () => load(parsed ?? null),
    enabled: parsed !== undefined,
    // Read once for each visit: what is typed must never be replaced by an answer that comes later.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [aside] = useState(() => readInHand(cache, parsed ?? NEW_SLOT))

  if (data?.pack?.settings.debrief.value === 'off' && !data.writing.stored && !aside) {
    return (
      <Page title={t('editor.newTitle')} width="narrow">
        <EmptyState title={t('off.title')}>
          <p>{t('off.body')}</p>
        </EmptyState>
      </Page>
    )
  }
  if (data) {
    let { writing } = data
    if (aside) {
      const names = readRoomNames()
      const context = { names: names ? indexNames(names.names) : noNames, phones: null, publicNumbers: [] }
      const found = check(aside.writing, aside.chosen, context)
      writing = settleNames(aside.writing, aside.findings, found).content
    }
    return <Editor start={writing} pack={data.pack} />
  }
  const said = parsed === undefined ? problem({ code: 'NOT_FOUND' }) : error ? problem(error) : null
  return (
    <Page title={debriefId === null ? t('editor.newTitle') : t('editor.title')} width="narrow">
      {said ? (
        <Notice
          tone="problem"
          title={said.title}
          actions={
            <>
              <Button onClick={() => void refetch()}>{t('app:tryAgain')}</Button>
              <Button variant="default" component={Link} href="/debrief">
                {t('editor.all')}
              </Button>
            </>
          }
        >
          {said.body}
        </Notice>
      ) : data === null ? (
        <EmptyState
          title={t('noCharter.title')}
          action={
            <Button component={Link} href="/charter">
              {t('noCharter.choose')}
            </Button>
          }
        >
          <p>{t('noCharter.body')}</p>
        </EmptyState>
      ) : (
        <p>{t('app:loading')}</p>
      )}
    </Page>
  )
}
