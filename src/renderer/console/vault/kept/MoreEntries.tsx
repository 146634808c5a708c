/** @file A kind with more entries than one page: how many are shown of how many, and the next ones, one press away. */
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptEntry, KeptKind } from '../../../../contract/vault'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import classes from './kept.module.css'

/** The entries that were loaded, and the way to the next ones. */
export interface MoreOfKind {
  entries: readonly KeptEntry[]
  hasMore: boolean
  isLoading: boolean
  error: unknown
  load: () => Promise<unknown>
}

/**
 * The entries of a kind: the first page with the kind itself, the others as they are asked for. Asked again after each
 * change, page by page from the first, so that none falls between two.
 */
export const useMoreEntries = (kind: KeptKind, isOpen: boolean): MoreOfKind => {
  const isLong = kind.nextCursor !== undefined
  const asked = useInfiniteQuery({
    ...queries.vault.keptPage.infiniteOptions({
      input: (cursor: string | null) => ({ kind: kind.kind, cursor }),
      initialPageParam: null,
      getNextPageParam: (page) => page.nextCursor ?? null,
    }),
    enabled: isLong && isOpen,
  })
  const pages = isLong ? asked.data?.pages : undefined
  return {
    entries: pages ? pages.flatMap(({ entries }) => entries) : kind.entries,
    hasMore: isLong && (asked.data === undefined || asked.hasNextPage),
    isLoading: asked.isFetchingNextPage,
    error: asked.error,
    load: () => asked.fetchNextPage(),
  }
}

/** Below the list; nothing where all of it was there from the beginning. */
export const MoreEntries = (props: { more: MoreOfKind; shownCount: number; count: number; name: string }) => {
  const { more, shownCount, count, name } = props
  const { t, i18n } = useTranslation('vault')
  const [hasPressed, setHasPressed] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  const number = new Intl.NumberFormat(i18n.language)
  const isOver = hasPressed && !more.hasMore
  // The button is gone: the keyboard goes to what says that these are all.
  useEffect(() => {
    if (isOver) said.current?.focus()
  }, [isOver])
  if (!more.hasMore && !hasPressed) return null
  return (
    <div className={classes.more}>
      <p ref={said} tabIndex={-1} role="status" className={classes.quiet}>
        {t('kept.shownOf', { shown: number.format(shownCount), all: number.format(count) })}
      </p>
      <ProblemNotice error={more.error} />
      {more.hasMore ? (
        <Button
          variant="default"
          className="no-print"
          loading={more.isLoading}
          aria-label={t('kept.moreOf', { kind: name })}
          onClick={() => {
            setHasPressed(true)
            void more.load()
          }}
        >
          {t('kept.more')}
        </Button>
      ) : null}
    </div>
  )
}
