/** @file What other domains of the console may use of conduct. */
export { CardSource } from './CardWords'
export { type AutoResult, Checklist, type ChecklistLine, type ChecklistProps } from './Checklist'
export { CrisisCards, type CrisisCardsProps } from './CrisisCards'
export { CrisisInPlace } from './CrisisInPlace'
export { CrisisLines, EmergencyNumbers, OnCall } from './CrisisResources'
export { crisisLinesOf, emergencyOf, numbersToCall } from './crisis-channels'
export { ConductLadder, type ConductLadderProps } from './ladder/ConductLadder'
export {
  dropBoxedStep,
  forgetSaidSteps,
  lastReasonWith,
  type MessageState,
  noteMessageLeft,
} from './ladder/said-steps'
export { OnCallForm, type OnCallFormProps } from './OnCallForm'
export { type PaperSheetName, paperSheetNames } from './paper/PaperCopy'
export { PaperCopyOffer } from './paper/PaperCopyOffer'
export { PaperPreview } from './paper/PaperPreview'
export { PlaceSelect, type PlaceSelectProps } from './place/PlaceSelect'
export { placesFor } from './place/places'
export { type Place, type PlaceHelp, useKnownRegions, usePlaceHelp } from './place/use-place'
export {
  ReportingLines,
  type ReportingLinesProps,
  type ReportingRow,
  useReportingRows,
} from './ReportingLines'
export type { Recipient } from './SendCard'
export { useGroupContact, useOnCall } from './use-on-call'
export { type Ticks, useTicks } from './use-ticks'
