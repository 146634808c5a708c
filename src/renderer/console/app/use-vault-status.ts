/** @file The vault's status as it changes, over whatever connection is up. */
import { useCallback, useEffect, useState } from 'react'
import type { VaultStatus } from '../../../contract/vault'
import { client, readStatusAtConnecting, useConnection } from '../client'

/** Wait before asking again after the stream broke while the connection stayed, in milliseconds. */
const WATCH_AGAIN_MS = 1000

/**
 * Follows `vault.watch`.
 *
 * @returns the status (null until first heard), and whether first start is under way: it begins where there
 *   is no vault and ends when its last step says so, although the vault is unlocked by then.
 */
export const useVaultStatus = () => {
  const connection = useConnection()
  const [heard, setStatus] = useState<VaultStatus | null>(null)
  const [hasBegun, setIsFirstStart] = useState(false)
  // Until the stream has spoken, what the shell said as the link came up.
  const status = heard ?? readStatusAtConnecting()
  const isFirstStart = hasBegun || (heard === null && status?.state === 'none')

  useEffect(() => {
    if (connection !== 'connected') return
    const stopped = new AbortController()
    const follow = async () => {
      while (!stopped.signal.aborted) {
        try {
          for await (const next of await client.vault.watch(undefined, { signal: stopped.signal })) {
            if (stopped.signal.aborted) return
            setStatus(next)
            if (next.state === 'none') setIsFirstStart(true)
            if (next.state === 'locked' || next.state === 'unusable') setIsFirstStart(false)
          }
        } catch {
          // The connection's own state says what happened; the stream is simply followed again.
        }
        await new Promise((resolve) => setTimeout(resolve, WATCH_AGAIN_MS))
      }
    }
    void follow()
    return () => stopped.abort()
  }, [connection])

  const finishFirstStart = useCallback(() => setIsFirstStart(false), [])
  return { status, isFirstStart, finishFirstStart }
}
