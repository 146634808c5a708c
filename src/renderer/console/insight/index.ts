/** @file Insight: the page, loaded when it is opened. */
import { loaded } from '../ui/loaded'

/** Numbers of a period, and their export. */
export const NumbersPage = loaded(async () => (await import('./NumbersPage')).NumbersPage)
