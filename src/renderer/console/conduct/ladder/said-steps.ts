/**
 * @file Which step of the ladder was said to whom, in this page's memory only: wiped when the console locks, and when
 * the session is closed (promises 1 and 3). Never stored, never sent.
 */
import type { ConductReason, Ladder, RungKind } from '../../../../contract/charter-conduct'
import { createPageStore, usePageStore } from '../../page-store'

/** How a step was said. `written`: in our message of that key, whose own state tells what became of it. */
export type StepSaid =
  | { kind: 'inBox' }
  | { kind: 'written'; messageKey: number }
  | { kind: 'aloud'; saidAtMs: number }

/** One step with one person. */
export interface SaidStep {
  personId: string
  reasonId: string
  /** Null for words of a safety reason, which has no ladder. */
  rung: RungKind | null
  words: string
  how: StepSaid
}

/** What is said, and to whom. */
export type StepAsked = Omit<SaidStep, 'how'>

const said = createPageStore<readonly SaidStep[]>({ name: 'conduct.saidSteps', initial: [] })

const isSameStep = (one: StepAsked, other: StepAsked): boolean =>
  one.personId === other.personId && one.reasonId === other.reasonId && one.rung === other.rung

/** All steps, oldest first, as React state. */
export const useSaidSteps = (): readonly SaidStep[] => usePageStore(said)
/** All steps, oldest first. */
export const readSaidSteps = (): readonly SaidStep[] => said.read()
/** The reason of the last step with somebody, to be offered where it is asked again; null where none was taken. */
export const lastReasonWith = (personId: string): string | null =>
  said.read().findLast((step) => step.personId === personId)?.reasonId ?? null
/** The session is over: nothing of it is left. */
export const forgetSaidSteps = (): void => said.wipe()

/** Words were put into the box for a person, in place of those put there before. */
export const putStepIntoBox = (step: StepAsked): void =>
  said.update((now) => [
    ...now.filter(({ personId, how }) => personId !== step.personId || how.kind !== 'inBox'),
    { ...step, how: { kind: 'inBox' } },
  ])

/** The box for a person was emptied: what stood in it was not said. */
export const dropBoxedStep = (personId: string): void =>
  said.update((now) =>
    now.some((step) => step.personId === personId && step.how.kind === 'inBox')
      ? now.filter((step) => step.personId !== personId || step.how.kind !== 'inBox')
      : now,
  )

/**
 * What stood in the box left it as a message. Where nothing of the ladder stood there, it may be another attempt at a
 * step whose message was not sent: then that step is in this one.
 *
 * @param messageKey - of the message that left.
 * @param isStanding - whether a message was sent or is being sent.
 */
export const noteMessageLeft = (
  personId: string,
  messageKey: number,
  isStanding: (messageKey: number) => boolean,
): void =>
  said.update((now) => {
    const written: StepSaid = { kind: 'written', messageKey }
    const boxed = now.findLast((step) => step.personId === personId && step.how.kind === 'inBox')
    const again = now.findLast(
      ({ personId: toId, how }) => toId === personId && how.kind === 'written' && !isStanding(how.messageKey),
    )
    const step = boxed ?? again
    return step ? now.map((one) => (one === step ? { ...one, how: written } : one)) : now
  })

/** The facilitator said it aloud, or takes that back. */
export const toggleSaidAloud = (step: StepAsked, saidAtMs: number): void =>
  said.update((now) => {
    const isAloud = (one: SaidStep): boolean => isSameStep(one, step) && one.how.kind === 'aloud'
    return now.some(isAloud)
      ? now.filter((one) => !isAloud(one))
      : [...now, { ...step, how: { kind: 'aloud', saidAtMs } }]
  })

/** What became of the message with a step in it; null when it is known no more. */
export type MessageState = { kind: 'sending' } | { kind: 'sent'; sentAtMs: number } | { kind: 'notSent' }

/** Whether a step reached somebody as far as we can tell: said aloud, or sent. */
export const wasSaid = ({ how }: SaidStep, stateOf: (messageKey: number) => MessageState | null): boolean => {
  switch (how.kind) {
    case 'aloud':
      return true
    case 'inBox':
      return false
    case 'written':
      return stateOf(how.messageKey)?.kind === 'sent'
  }
}

/**
 * The step to begin with: removal at once for a red line, otherwise the one after the furthest that was said for this
 * reason, and the mildest where none was.
 *
 * @param saidRungs - steps already said to this person for this reason.
 */
export const nextRung = (
  ladder: Ladder,
  { redLine }: Pick<ConductReason, 'redLine'>,
  saidRungs: readonly RungKind[],
): RungKind => {
  if (redLine !== null) return 'remove'
  const furthest = ladder.findLastIndex(({ kind }) => saidRungs.includes(kind))
  return ladder[Math.min(furthest + 1, ladder.length - 1)]?.kind ?? 'remind'
}
