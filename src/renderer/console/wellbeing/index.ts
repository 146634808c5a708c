/** @file What the frame may use of wellbeing. No other domain may use anything of it. */
import { loaded } from '../ui/loaded'

/** The facilitator's check of themselves. */
export const WellbeingPage = loaded(async () => (await import('./WellbeingPage')).WellbeingPage)
