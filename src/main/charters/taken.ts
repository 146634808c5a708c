/** @file Charters that were taken in from files, as packs: read from an open vault, and not at all from a locked one. */
import type { CharterPack, RefusedPack } from '../../contract/charters'
import { type ReadVault, type VaultAccess, VaultLockedError } from '../vault/handles'
import { readTakenPack } from './loader'
import { listTaken, readTaken } from './taken-store'

/** What an open vault has; a charter that an older app took in and this one would not is among the refused. */
export interface TakenCharters {
  packs: ReadonlyMap<string, CharterPack>
  refused: readonly RefusedPack[]
}

const NONE: TakenCharters = { packs: new Map(), refused: [] }

/** Reads them, each once for as long as it is the same and the vault stays open. */
export const createTakenCharters = (access: VaultAccess) => {
  const known = new Map<string, { signature: string; read: ReturnType<typeof readTakenPack> }>()
  const openVault = (): ReadVault | null => {
    try {
      return access.read()
    } catch (error) {
      if (error instanceof VaultLockedError) return null
      throw error
    }
  }
  return (): TakenCharters => {
    const vault = openVault()
    if (!vault) {
      known.clear()
      return NONE
    }
    const rows = listTaken(vault)
    for (const id of known.keys()) if (!rows.some(({ charterId }) => charterId === id)) known.delete(id)
    const packs = new Map<string, CharterPack>()
    const refused: RefusedPack[] = []
    for (const { charterId, signature } of rows) {
      let one = known.get(charterId)
      if (one?.signature !== signature) {
        one = { signature, read: readTakenPack(charterId, readTaken(vault, charterId)?.charter ?? '') }
        known.set(charterId, one)
      }
      if (one.read.isTaken) packs.set(charterId, one.read.pack)
      else refused.push(one.read.refused)
    }
    return { packs, refused }
  }
}
