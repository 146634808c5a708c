/** @file One key of the room: it acts on every page where its control is, and is listed with the others. */
import { useKey, useNamedAct } from '../../ui/keys'

/**
 * Renders nothing. `act` undefined leaves the key alone, as where its control is switched off; `show` leads to the control
 * of an act that says something to others.
 */
export const RoomKey = ({
  code,
  letter,
  does,
  act,
  show,
}: {
  code: string
  letter: string
  does: string
  act: (() => void) | undefined
  show?: (() => void) | undefined
}) => {
  useKey({ code, isAlt: true, shownAs: `Alt ${letter}` }, does, act, show)
  return null
}

/** Renders nothing. An act of the room that has no key, listed by its name where acts are found. */
export const NamedAct = ({ called, act }: { called: string; act: () => void }) => {
  useNamedAct(called, act)
  return null
}
