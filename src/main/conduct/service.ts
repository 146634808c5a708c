/** @file Conduct: own checklist ticks, crisis resources and the on-call contact, and the monthly counters. */
import type { CharterPack } from '../../contract/charters'
import {
  type CrisisResource,
  type CrisisSettings,
  type CrisisSettingsChange,
  GroupContact,
  type InterventionKind,
  OnCallContact,
  type Phase,
  Region,
  type Tick,
} from '../../contract/conduct'
import type { SessionId } from '../../contract/primitives'
import { THE_ONE } from '../../contract/unfinished-forms'
import type { ChartersService } from '../charters/service'
import type { Clock } from '../host'
import { localDay } from '../local-day'
import { Refusal } from '../refusal'
import type { SessionsService } from '../sessions/service'
import { dropForm } from '../unfinished/service'
import { type ReadVault, type VaultAccess, VaultLockedError } from '../vault/handles'
import { type LoadedCrisisResources, loadCrisisResources, regionsOf, resourcesFor } from './crisis-packs'
import { addTick, countOne, readCrisisSettings, readTicks, removeTick, writeCrisisSettings } from './store'

export { countersKept, crisisSettingsKept } from './kept'
export { interventionMeasures } from './measures'
export { isTickedBefore, TICK_TABLES } from './store'

/** Ids that may be ticked in a phase of a session under a charter: own items, and script lines said aloud. */
export const tickableIds = (pack: CharterPack, phase: Phase): string[] => {
  const items = phase === 'opening' ? pack.openingScript : pack.checklists[phase]
  return items.map((item) => item.id)
}

/** What the router may ask of conduct. */
export interface ConductService {
  /** @throws Refusal NOT_FOUND, VaultLockedError */
  ticks(sessionId: SessionId): Tick[]
  /** @throws Refusal NOT_FOUND (session or item), VaultLockedError */
  tick(sessionId: SessionId, phase: Phase, itemId: string, isTicked: boolean): Tick[]
  /** Needs no vault. */
  crisisResources(region: Region | null): CrisisResource[]
  /** Needs no vault. */
  crisisRegions(): Region[]
  /** Needs no vault: a locked one answers what it held when it was last open in this process, else null. */
  chosenRegion(): Region | null
  /** The region is null until somebody has chosen one. @throws VaultLockedError */
  crisisSettings(): CrisisSettings
  /** @throws VaultLockedError */
  saveCrisisSettings(settings: CrisisSettingsChange): CrisisSettings
  /** @throws Refusal NOT_FOUND, NOT_COUNTED_HERE, VaultLockedError */
  countIntervention(charterId: string, kind: InterventionKind, reasonId: string): void
}

/** Makes the service; crisis resources are read once, when first asked for. */
export const createConduct = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: ChartersService
  sessions: SessionsService
  /** Absolute path of `resources/crisis`. */
  folder: string
}): ConductService => {
  const { vault: access, clock, charters, sessions } = needs
  let loaded: LoadedCrisisResources | undefined
  const resources = () => {
    loaded ??= loadCrisisResources(needs.folder)
    return loaded.resources
  }
  /** Ticks of items the charter still has, in the order of ticking. */
  const ticksOf = (vault: ReadVault, sessionId: SessionId, pack: CharterPack): Tick[] =>
    readTicks(vault, sessionId).filter((tick) => tickableIds(pack, tick.phase).includes(tick.itemId))

  /** What a locked vault is asked for on its own screen. A region is no secret of anybody's, and none is on disk. */
  let lastRegion: Region | null = null
  const readSettings = (): CrisisSettings => {
    const row = readCrisisSettings(access.read())
    // A region that an older release took and this one does not know is asked for again.
    const region = Region.safeParse(row?.region).data ?? null
    lastRegion = region
    // Each by itself: a choice that cannot be read hides no number.
    const onCall = OnCallContact.safeParse({ role: row?.onCallRole, number: row?.onCallNumber }).data ?? null
    const groupContact = GroupContact.safeParse(row?.groupContact).data ?? null
    return { region, onCall, groupContact }
  }

  return {
    ticks: (sessionId) => {
      const pack = charters.get(sessions.get(sessionId).charterId)
      return ticksOf(access.read(), sessionId, pack)
    },
    tick: (sessionId, phase, itemId, isTicked) => {
      const pack = charters.get(sessions.get(sessionId).charterId)
      if (!tickableIds(pack, phase).includes(itemId)) throw Refusal.of('NOT_FOUND')
      return access.write((vault) => {
        if (isTicked) addTick(vault, sessionId, { phase, itemId, tickedAt: clock.now().toISOString() })
        else removeTick(vault, sessionId, phase, itemId)
        return ticksOf(vault, sessionId, pack)
      })
    },
    crisisResources: (region) => resourcesFor(resources(), region),
    crisisRegions: () => regionsOf(resources()),
    chosenRegion: () => {
      try {
        return readSettings().region
      } catch (error) {
        if (error instanceof VaultLockedError) return lastRegion
        throw error
      }
    },
    crisisSettings: readSettings,
    saveCrisisSettings: (settings) => {
      const row = {
        region: settings.region,
        onCallRole: settings.onCall?.role ?? null,
        onCallNumber: settings.onCall?.number ?? null,
        changedAt: clock.now().toISOString(),
      }
      const groupContact = access.write((vault) => {
        const kept = readCrisisSettings(vault)?.groupContact ?? null
        const next = settings.groupContact === undefined ? kept : settings.groupContact
        writeCrisisSettings(vault, { ...row, groupContact: next })
        dropForm(vault, 'contacts', THE_ONE)
        return next
      })
      lastRegion = settings.region
      return { region: settings.region, onCall: settings.onCall, groupContact }
    },
    countIntervention: (charterId, kind, reasonId) => {
      const pack = charters.get(charterId)
      if (pack.settings.interventions.value !== 'monthlyCounters') throw Refusal.of('NOT_COUNTED_HERE')
      // Nothing of a rehearsal stays, not even a number.
      const session = sessions.active()
      if (session?.isRehearsal) throw Refusal.of('NOT_COUNTED_HERE')
      if (!pack.reasons.some((reason) => reason.id === reasonId)) throw Refusal.of('NOT_FOUND')
      // The month of the session it belongs to, which a session that goes on past midnight keeps.
      const month = (
        session ? localDay(session.plannedAt, session.timeZone) : localDay(clock.now().toISOString())
      ).slice(0, 7)
      access.write((vault) => countOne(vault, { charterId, month, kind, reasonId }))
    },
  }
}
