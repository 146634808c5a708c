/** @file What the frame may use of duties. */
import { loaded } from '../ui/loaded'

/** The facilitator's own duties. */
export const DutiesPage = loaded(async () => (await import('./DutiesPage')).DutiesPage)
