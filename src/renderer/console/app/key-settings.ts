/** @file The person's own keys, read from the vault once it is open, and stored there when they are changed. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { KeyBindings } from '../../../contract/keys'
import { client } from '../client'
import { setKeyBindings } from '../key-bindings'
import { queries } from '../queries'

/** Takes over what is kept. For what is shown while the vault is open. */
export const useKeptKeyBindings = (): void => {
  const kept = useQuery(queries.vault.keyBindings.queryOptions())
  useEffect(() => {
    if (kept.data) setKeyBindings(kept.data)
  }, [kept.data])
}

/** Acts on the change at once, and stores it. Rejects where it could not be stored: it holds for this page then. */
export const changeKeyBindings = async (next: KeyBindings): Promise<void> => {
  setKeyBindings(next)
  await client.vault.changeKeyBindings(next)
}
