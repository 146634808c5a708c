/** @file Insight: the page, loaded when it is opened. */
import { loaded } from '../ui/loaded'

/** Numbers of a period, and their export. */
export const NumbersPage = loaded(async () => (await import('./NumbersPage')).NumbersPage)

/** Numbers of the organization, on the desk of whoever leads. */
export const OrganizationPage = loaded(async () => (await import('./OrganizationPage')).OrganizationPage)
