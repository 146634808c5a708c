/** @file The composer: one charter that is being written, part by part, with what is wrong said beside it. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import type { CharterDraft } from '../../../../contract/charter-drafts'
import type { TakenVersion } from '../../../../contract/charter-files'
import { CharterDraftId } from '../../../../contract/primitives'
import { Answered } from '../../Answered'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { timeOf } from '../../ui/when'
import { useProblemWords } from '../../words/problems'
import { listIn, thingIdAt } from './at-path'
import classes from './composer.module.css'
import { type Composer, ComposerContext } from './composer-context'
import { useDraftWriting } from './draft-writing'
import { PartForm } from './PartForm'
import { PartList } from './PartList'
import { Preview } from './Preview'
import { Published } from './Published'
import { PublishPart } from './PublishPart'
import { type ComposerPageName, type ComposerPart, composerPages, composerParts, partOf } from './parts'
import { composerPath } from './paths'
import './words'

/** `draftId` and `page` as the address has them: anything at all. */
export interface ComposerPageProps {
  draftId: string
  page: string | undefined
}

/** Reads the draft once; from then on what is on the page is the newest. */
export const ComposerPage = ({ draftId, page }: ComposerPageProps) => {
  const { t } = useTranslation('composer')
  const id = CharterDraftId.safeParse(draftId).data
  const draft = useQuery({
    ...queries.charters.drafts.get.queryOptions({ input: { draftId: id ?? CharterDraftId.parse(NOBODY) } }),
    // What was typed since is on the page, and in no cache.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const shown = composerPages.find((one) => one === page) ?? 'about'
  if (draft.data) return <Composing key={draftId} draft={draft.data} page={shown} />
  return (
    <Page title={t('title')}>
      <Answered asked={draft} loading={t('loading')} failed={t('failed')}>
        {() => null}
      </Answered>
    </Page>
  )
}

/** An id that no draft has. */
const NOBODY = '00000000-0000-4000-8000-000000000000'

const isPart = (page: ComposerPageName): page is ComposerPart => Object.hasOwn(composerParts, page)

const Composing = ({ draft, page }: { draft: CharterDraft; page: ComposerPageName }) => {
  const { t } = useTranslation('composer')
  const { draftId } = draft
  const writing = useDraftWriting(draft)
  const { pack, problems, change } = writing
  const [isAllShown, setIsAllShown] = useState(page === 'publish')
  const [openIds, setOpenIds] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [published, setPublished] = useState<TakenVersion | null>(null)
  const cited = useRef<string | null>(null)
  const composer = useMemo(
    (): Composer => ({
      pack,
      problems,
      isAllShown,
      change: (path, value) => {
        const clauseId = citedIn(value)
        if (clauseId !== null) cited.current = clauseId
        change(path, value)
      },
      beginning: () => {
        const known = pack.clauses.find(({ id }) => id === cited.current) ?? pack.clauses.at(-1)
        return {
          source: known ? { from: 'clause', clauseId: known.id } : { from: 'ourDefault', why: '' },
          values: { carriedBy: 'people', by: 'self', how: t('begin.how'), topic: 'other' },
        }
      },
      openIds,
      open: (listPath, id) => setOpenIds((now) => new Map(now).set(listPath, id)),
    }),
    // The draft's change is one for the draft's whole life.
    [pack, problems, isAllShown, openIds, change, t],
  )
  const goTo = (path: string) => {
    setIsAllShown(true)
    const [list, at] = listIn(path)
    if (list !== null) {
      const thing = thingIdAt(pack, list, at)
      if (thing !== null) setOpenIds((now) => new Map(now).set(list, thing))
    }
    navigate(composerPath(draftId, partOf(path)))
  }
  const place = useRef<HTMLDivElement>(null)
  const shownPage = useRef(page)
  // Another part: the keyboard goes on from its beginning, and not from where the link to it was.
  useEffect(() => {
    if (shownPage.current === page) return
    shownPage.current = page
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'start' })
  }, [page])
  if (published) return <Published charter={published} />
  const next = composerPages[composerPages.indexOf(page) + 1]
  return (
    <ComposerContext.Provider value={composer}>
      <Page title={pack.name.trim() === '' ? t('untitled') : pack.name} lead={t('lead')}>
        <KeepingLine writing={writing} />
        <div className={classes.columns}>
          <PartList draftId={draftId} page={page} problems={problems} />
          <div ref={place} tabIndex={-1} className={classes.place}>
            <Section title={t(`pages.${page}.title`)} lead={t(`pages.${page}.lead`)} isRegion>
              {isPart(page) ? <PartForm key={page} part={page} /> : null}
              {page === 'preview' ? <Preview pack={pack} /> : null}
              {page === 'publish' ? (
                <PublishPart
                  draft={draft}
                  storeAll={writing.storeAll}
                  onGoTo={goTo}
                  onPublished={setPublished}
                />
              ) : null}
              {next === undefined ? null : (
                <div>
                  <Button
                    component={Link}
                    href={composerPath(draftId, next)}
                    variant="default"
                    onClick={() => setIsAllShown(isAllShown || next === 'publish')}
                  >
                    {t('next', { part: t(`pages.${next}.title`) })}
                  </Button>
                </div>
              )}
            </Section>
          </div>
        </div>
      </Page>
    </ComposerContext.Provider>
  )
}

/** The clause that a source cites, or null. */
const citedIn = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null || !('clauseId' in value)) return null
  return typeof value.clauseId === 'string' ? value.clauseId : null
}

/** What is stored, and what to do where it is not. */
const KeepingLine = ({ writing }: { writing: ReturnType<typeof useDraftWriting> }) => {
  const { t, i18n } = useTranslation('composer')
  const problem = useProblemWords()
  const { saving, storedAt, tryAgain } = writing
  const time = timeOf(storedAt, i18n.language)
  if (saving.kind === 'failed') {
    return (
      <Notice
        tone="problem"
        title={problem(saving.error).title}
        actions={<Button onClick={tryAgain}>{t('app:tryAgain')}</Button>}
      >
        {problem(saving.error).body} {t('keeping.stays')}
      </Notice>
    )
  }
  return (
    <p role="status" className={classes.quiet}>
      {saving.kind === 'stored' ? t('keeping.kept', { time }) : t('keeping.soon')}
    </p>
  )
}
