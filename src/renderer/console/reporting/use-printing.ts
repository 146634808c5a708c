/** @file When a sheet is laid for the printer: before any print, the shell's own menu included, until it has it. */
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** `printedAt`: milliseconds since the epoch while a sheet is laid; `print` lays it and asks for the printer. */
export const usePrinting = (): { printedAt: number | null; print: () => void } => {
  const [printedAt, setPrintedAt] = useState<number | null>(null)
  const lay = () => {
    // What lays a sheet of its own is printed alone.
    if (document.querySelector('[data-print-sheet]') === null) flushSync(() => setPrintedAt(Date.now()))
  }
  useEffect(() => {
    const clear = () => setPrintedAt(null)
    addEventListener('beforeprint', lay)
    addEventListener('afterprint', clear)
    return () => {
      removeEventListener('beforeprint', lay)
      removeEventListener('afterprint', clear)
    }
  })
  return {
    printedAt,
    print: () => {
      flushSync(() => setPrintedAt(Date.now()))
      window.print()
    },
  }
}
