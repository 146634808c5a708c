/** @file Opens the drill that was asked for on the command line, once the console is unlocked. */
import { useEffect } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { client } from '../client'
import { createPageStore } from '../page-store'
import { useDrillLanguage } from './drill-language'

/** Why the drill that was asked for did not begin; said on the list of drills. */
export type AskedDrillProblem = { kind: 'sessionOpen' } | { kind: 'failed'; error: unknown }

/** Null while nothing is wrong, or another was started since. */
export const askedDrillProblem = createPageStore<AskedDrillProblem | null>({
  name: 'rehearsal.askedDrillProblem',
  initial: null,
})

const failed = (problem: AskedDrillProblem): void => {
  askedDrillProblem.set(problem)
  navigate('/drills')
}

/** Asks once behind each unlocking; the main process answers it once. */
export const useAskedDrill = (): void => {
  const language = useDrillLanguage()
  useEffect(() => {
    const open = async (): Promise<void> => {
      const { drillId } = await client.rehearsal.takeAsked()
      if (drillId === null) return
      const { startDrill } = await import('./start-drill')
      const begun = await startDrill(drillId, language)
      if (begun === 'sessionOpen') failed({ kind: 'sessionOpen' })
      else navigate(begun === 'began' ? '/room' : '/charter')
    }
    open().catch((error: unknown) => failed({ kind: 'failed', error }))
  }, [language])
}
