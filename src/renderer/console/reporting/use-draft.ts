/** @file The report's draft: kept a second after each change, encrypted, and never lost by an error. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Report, ReportBody } from '../../../contract/reporting'
import { client, useConnection } from '../client'
import { settle, unkeepable } from './body'

/** Pause after the last change before the draft is kept, in milliseconds. */
export const KEEP_AFTER_MS = 1000

/** Where keeping stands. `unfit`: fields that cannot be kept as they are; nothing was sent. */
export type Keeping =
  | { is: 'kept' }
  | { is: 'waiting' }
  | { is: 'keeping' }
  | { is: 'unfit'; paths: readonly string[] }
  | { is: 'failed'; error: unknown }

const inHandKey = (report: Report) => ['reporting', 'inHand', report.id] as const

/**
 * One report in hand.
 *
 * @param start - the report as it is kept.
 * @returns `change` takes a function from body to body; `keepNow` resolves when the newest body is kept, or
 * could not be. `report` is the newest kept version, with its gaps.
 */
export const useDraft = (start: Report) => {
  const cache = useQueryClient()
  const [report, setReport] = useState(start)
  // A body that could not be kept before the page was left: in memory only, cleared when the console locks.
  const [body, setBody] = useState(() => cache.getQueryData<ReportBody>(inHandKey(start)) ?? start.body)
  const [keeping, setKeeping] = useState<Keeping>(body === start.body ? { is: 'kept' } : { is: 'waiting' })
  const newest = useRef(body)
  const kept = useRef(start.body)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const isHere = useRef(true)

  const keepNow = useCallback((): Promise<boolean> => {
    const run = async (): Promise<boolean> => {
      const sent = newest.current
      if (sent === kept.current) return true
      const settled = settle(sent)
      const paths = unkeepable(settled)
      if (paths.length > 0) {
        setKeeping({ is: 'unfit', paths })
        return false
      }
      setKeeping({ is: 'keeping' })
      try {
        const next = await client.reporting.save({ reportId: start.id, body: settled })
        kept.current = sent
        setReport(next)
        if (newest.current === sent) setKeeping({ is: 'kept' })
        cache.removeQueries({ queryKey: inHandKey(start), exact: true })
        await cache.invalidateQueries({ queryKey: ['reporting', 'list'] })
        return true
      } catch (error) {
        setKeeping({ is: 'failed', error })
        return false
      }
    }
    const turn = line.current.then(run)
    line.current = turn
    return turn
  }, [cache, start])

  const change = useCallback((edit: (body: ReportBody) => ReportBody) => {
    newest.current = edit(newest.current)
    setBody(newest.current)
    setKeeping((current) => (current.is === 'kept' ? { is: 'waiting' } : current))
  }, [])

  useEffect(() => {
    if (body === kept.current) return
    const timer = setTimeout(() => void keepNow(), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [body, keepNow])

  // The link came back: what could not be kept meanwhile is kept now.
  const connection = useConnection()
  useEffect(() => {
    if (connection === 'connected') void keepNow()
  }, [connection, keepNow])

  /** Leaves without keeping: the report is about to be forgotten. */
  const letGo = useCallback(() => {
    isHere.current = false
  }, [])

  useEffect(() => {
    isHere.current = true
    return () => {
      if (!isHere.current || newest.current === kept.current) return
      cache.setQueryDefaults(['reporting', 'inHand'], { gcTime: Number.POSITIVE_INFINITY })
      cache.setQueryData(inHandKey(start), newest.current)
      void keepNow()
    }
  }, [cache, start, keepNow])

  return { body, report, keeping, change, keepNow, letGo }
}

/** What a section of the form gets. */
export interface SectionProps {
  body: ReportBody
  change: (edit: (body: ReportBody) => ReportBody) => void
}
