/** @file What came of shredding a report, kept on this page until its receipt is left. No word of the report. */
import type { ForgetReceipt } from '../../../../contract/vault'
import { createPageStore } from '../../page-store'

/** The number of the report that was shredded last, and what the search afterwards proved; null: none was. */
export const shredded = createPageStore<{ number: string; proof: ForgetReceipt } | null>({
  name: 'reporting.shredded',
  initial: null,
})
