/** @file For which problems of a vault a backup may take its place, as main decides it. Part of the first paint: small. */
import type { VaultProblem } from '../../../contract/vault'

/** Not for what may only be out of reach: a stick that is not in, another console, a newer Holdspace, a full disk. */
export const isRestorable = (problem: VaultProblem): boolean =>
  problem === 'headerMissing' ||
  problem === 'headerDamaged' ||
  problem === 'databaseMissing' ||
  problem === 'databaseDamaged' ||
  problem === 'migrationFailed'
