/** @file What the frame may use of duties. */
import { loaded } from '../ui/loaded'

/** Opens the form of a new duty on their page; one that is being typed stays. */
export const beginDuty = async (): Promise<void> => (await import('./open-form')).beginDuty()

/** The facilitator's own duties. */
export const DutiesPage = loaded(async () => (await import('./DutiesPage')).DutiesPage)
