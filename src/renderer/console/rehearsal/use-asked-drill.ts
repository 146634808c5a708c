/** @file Opens the drill that was asked for on the command line, once the console is unlocked. */
import { useEffect } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { client } from '../client'

/** Asks once behind each unlocking; the main process answers it once. */
export const useAskedDrill = (): void => {
  useEffect(() => {
    const open = async (): Promise<void> => {
      const { drillId } = await client.rehearsal.takeAsked()
      if (drillId === null) return
      const { startDrill } = await import('./start-drill')
      const begun = await startDrill(drillId)
      navigate(begun === 'began' ? '/room' : begun === 'noCharter' ? '/charter' : '/')
    }
    open().catch(() => {
      // The list of drills, or the page one was on, says what is wrong as soon as something is asked there.
    })
  }, [])
}
