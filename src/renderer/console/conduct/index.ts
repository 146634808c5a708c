/** @file What other domains of the console may use of conduct. */
export { type AutoResult, Checklist, type ChecklistLine, type ChecklistProps } from './Checklist'
