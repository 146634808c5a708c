/** @file One key of the room: it acts on every page where its control is, and is listed with the others. */
import { useCallback } from 'react'
import { announce } from '../../announcer'
import { useKey, useNamedAct } from '../../ui/keys'

/**
 * Renders nothing. `why`: the act cannot be done now; the key says so, as its control shows it. `show` leads to the
 * control of an act that says something to others.
 */
export const RoomKey = ({
  code,
  letter,
  does,
  act,
  why = null,
  show,
}: {
  code: string
  letter: string
  does: string
  act: (() => void) | undefined
  why?: string | null
  show?: (() => void) | undefined
}) => {
  const refuse = useCallback(() => {
    if (why !== null) announce(`${does}: ${why}`, 'assertive')
  }, [does, why])
  useKey({ code, isAlt: true, shownAs: `Alt ${letter}` }, does, why === null ? act : undefined, {
    show,
    refuse,
  })
  return null
}

/** Renders nothing. An act of the room that has no key, listed by its name where acts are found. */
export const NamedAct = ({ called, act }: { called: string; act: () => void }) => {
  useNamedAct(called, act)
  return null
}
