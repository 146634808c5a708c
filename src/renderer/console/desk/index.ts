/** @file What the frame may use of the lead's desk: its pages, loaded when they are opened. */
import { loaded } from '../ui/loaded'

/** The inbox, and the desk's key. */
export const DeskPage = loaded(async () => (await import('./DeskPage')).DeskPage)

/** One hand-off. */
export const ReceivedPage = loaded(async () => (await import('./ReceivedPage')).ReceivedPage)

/** The monthly reflective meeting: themes, questions, lesson cards, on paper. */
export const ThemesPage = loaded(async () => (await import('./ThemesPage')).ThemesPage)
