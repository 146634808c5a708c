/**
 * @file Which periods' counts have left this computer, known outside the database: a backup that is put back knows nothing of
 * what left after it was made, and would let the rest of the year leave as if nothing had.
 */
import { periodKey } from '../../contract/insight'
import type { ForgottenByHand } from '../vault/handles'
import { type PeriodPlace, PLACES, periodAt } from './disclosure/year-table'
import type { ReleasedCells } from './releases'

/** Whose numbers: one's own that left, or the organization's that were told. */
type Whose = 'left' | 'told'

/** Periods whose counts left, by charter. */
export interface LeftBefore {
  /** Notes those of which something was shown. */
  note(whose: Whose, period: string, charters: readonly ReleasedCells[]): void
  /** True where counts of a charter's year left, and what they showed is not among what is noted here. */
  isNoteMissing(whose: Whose, charterId: string, year: number, noted: readonly Noted[]): boolean
}

/** What is noted in the vault of a period that left. */
interface Noted {
  period: string
  charters: readonly Pick<ReleasedCells, 'charterId' | 'cells'>[]
}

const hasShown = ({ cells }: Pick<ReleasedCells, 'cells'>): boolean => cells.length > 0

/** Kept as lines beside those of what was forgotten: only this vault's key makes and reads them, and a restore leaves them. */
export const leftBefore = (lines: ForgottenByHand): LeftBefore => {
  const id = (...parts: readonly string[]) => parts.join(' ')
  return {
    note: (whose, period, charters) => {
      const wasNoted = lines.look()
      for (const { charterId } of charters.filter(hasShown)) {
        const line = id(whose, period, charterId)
        if (!wasNoted('exports', line)) lines.note('exports', line)
      }
    },
    isNoteMissing: (whose, charterId, year, noted) => {
      const hasLeft = lines.look()
      return PLACES.some((place: PeriodPlace) => {
        const key = periodKey(periodAt(year, place))
        const isNoted = noted.some(
          ({ period, charters }) =>
            period === key && charters.some((one) => one.charterId === charterId && hasShown(one)),
        )
        return !isNoted && hasLeft('exports', id(whose, key, charterId))
      })
    },
  }
}
