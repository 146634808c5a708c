/** @file Where the crisis cards are shown now: one element that moves, so that no typed word is lost on the way. */
import { useLayoutEffect, useRef } from 'react'

/** Takes `place` in for as long as this is mounted. One slot at a time. */
export const CardsSlot = ({ place }: { place: HTMLElement }) => {
  const slot = useRef<HTMLDivElement>(null)
  // Before any effect: the cards give their heading the keyboard, and must stand in the page by then.
  useLayoutEffect(() => {
    slot.current?.append(place)
    return () => place.remove()
  }, [place])
  return <div ref={slot} />
}
