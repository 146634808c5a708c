/** @file How a service says no: a code of the contract, without knowing how it is carried to the console. */
import type { FileRefusal } from '../contract/charter-files'
import type { MoveProblem } from '../contract/device'
import type { SessionState } from '../contract/sessions'

/** What goes with each code a service may refuse with; most codes say enough by themselves. */
export interface RefusalData {
  NOT_FOUND: undefined
  CHARTER_UNKNOWN: undefined
  SERVER_NOT_APPROVED: undefined
  SESSION_OPEN: undefined
  ITEM_REQUIRED: undefined
  IN_THE_FUTURE: undefined
  FILE_NOT_TAKEN: FileRefusal
  NOT_OURS: undefined
  NOT_A_DRAFT: undefined
  NOT_YET: undefined
  EVIDENCE_FORBIDDEN: undefined
  WRONG_STATE: { state: SessionState }
  IN_THE_PAST: undefined
  TOO_FAR_AHEAD: undefined
  NO_SUCH_TIME: undefined
  NOT_COUNTED_HERE: undefined
  NOT_OPEN: undefined
  NOT_OPENED: undefined
  MOVE_REFUSED: { problem: MoveProblem }
  NO_SECOND_SERVER: undefined
  NO_ROOM_HERE: undefined
  PERIOD_NOT_OVER: undefined
  TOO_MANY: undefined
  SEALED: undefined
  NOT_SEALED: undefined
  NOT_AS_SHOWN: undefined
  NAME_IN_IT: undefined
  NO_KEY: undefined
  NO_OWN_KEY: undefined
  NOT_SAVED: undefined
  HAND_OFF_FORBIDDEN: undefined
  PERIOD_TOO_OLD: undefined
}

/** A code a service may refuse with; each is in the contract's error map of the procedures that use it. */
export type RefusalCode = keyof RefusalData

/** Thrown by a service, inside a transaction too (which then rolls back). Carries no words of anybody. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly data: RefusalData[RefusalCode]
  private constructor(code: RefusalCode, data: RefusalData[RefusalCode]) {
    super(code)
    this.code = code
    this.data = data
  }

  /** Makes a refusal; `data` is asked for exactly where the contract has it. */
  static of<C extends RefusalCode>(
    code: C,
    ...data: RefusalData[C] extends undefined ? [] : [RefusalData[C]]
  ): Refusal {
    return new Refusal(code, data[0])
  }
}
