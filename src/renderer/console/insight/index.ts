/** @file Insight: the page, loaded when it is opened. */
import { lazy } from 'react'

/** Numbers of a period, and their export. */
export const NumbersPage = lazy(async () => ({ default: (await import('./NumbersPage')).NumbersPage }))
