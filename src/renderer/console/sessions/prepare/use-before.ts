/** @file The before-checklist of one session: ticks that are kept, checks that run by themselves. */
import { useTranslation } from 'react-i18next'
import type { BeforeItem } from '../../../../contract/charters'
import type { Session } from '../../../../contract/sessions'
import { type ChecklistLine, useTicks } from '../../conduct'
import { autoWords } from './auto-results'
import { useFindings } from './use-findings'

/** Lines for the checklist, what they add up to, and how to act on them. */
export interface Before {
  lines: ChecklistLine[]
  /** Own items in all, and those not ticked yet. */
  ownCount: number
  untickedCount: number
  /** Checks that warn. */
  warningCount: number
  tick: (itemId: string, isTicked: boolean) => void
  /** The last tick that was not kept; null when all were. */
  tickError: unknown
  checkAgain: () => void
}

/**
 * Puts a session's before-checklist together.
 *
 * @param session - whose ticks are kept.
 * @param items - the charter's, in its order; empty while it is read.
 */
export const useBefore = (session: Session, items: readonly BeforeItem[]): Before => {
  const { t, i18n } = useTranslation('sessions')
  const ticks = useTicks(session.id)
  const { findings, again } = useFindings(
    session,
    items.flatMap(({ kind }) => (kind.by === 'auto' ? [kind.check] : [])),
  )
  const secondsOf = (elapsedMs: number) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(elapsedMs / 1000)

  const lines = items.map((item): ChecklistLine => {
    if (item.kind.by === 'self') {
      return { id: item.id, text: item.text, isTicked: ticks.isTicked('before', item.id) }
    }
    const { state, key, elapsedMs } = autoWords(item.kind.check, findings)
    const words = key === null ? '' : t(key, { seconds: secondsOf(elapsedMs ?? 0) })
    return { id: item.id, text: item.text, isTicked: state === 'good', auto: { state, words } }
  })
  const own = lines.filter(({ auto }) => auto === undefined)
  return {
    lines,
    ownCount: own.length,
    untickedCount: own.filter(({ isTicked }) => !isTicked).length,
    warningCount: lines.filter(({ auto }) => auto?.state === 'warns').length,
    tick: (itemId, isNowTicked) => ticks.tick('before', itemId, isNowTicked),
    tickError: ticks.error,
    checkAgain: again,
  }
}
