/** @file What other domains of the console may use of conduct. */
export { type AutoResult, Checklist, type ChecklistLine, type ChecklistProps } from './Checklist'
export { CrisisCards, type CrisisCardsProps } from './CrisisCards'
export { type CrisisHelp, CrisisLines, EmergencyNumbers } from './CrisisResources'
export type { Recipient } from './SendCard'
export { useCrisisHelp } from './use-crisis-help'
export { type Ticks, useTicks } from './use-ticks'
