/** @file Begins a drill: a room of pretend guests under the chosen charter, with no session behind it. */
import { type PackId, SessionId } from '../../../contract/primitives'
import type { Drill, DrillLanguage } from '../../../contract/rehearsal'
import type { Session } from '../../../contract/sessions'
import { client } from '../client'
import { enterSession } from '../meeting'
import { createDrillRun } from './drill-run'
import { createFirstEvening } from './first-evening'

/** Room names are random, as any room's: 128 bits in hexadecimal digits. */
const randomRoomName = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

/** What the live view knows a room by; made here and stored nowhere. */
const practiceSession = (charterId: PackId, plannedMinutes: number): Session => {
  const now = new Date().toISOString()
  return {
    id: SessionId.parse(crypto.randomUUID()),
    groupId: null,
    groupName: '',
    charterId,
    server: { kind: 'rehearsal' },
    isRehearsal: true,
    roomName: randomRoomName(),
    plannedAt: now,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    plannedMinutes,
    state: 'open',
    openedAt: now,
    closedAt: null,
    cancelReasonId: null,
    charterVersion: null,
  }
}

const MINUTE_MS = 60_000

/** Why a drill cannot begin; `began` where it does. The live view is then to be shown. */
export type Begun = 'began' | 'noCharter' | 'sessionOpen'

/**
 * Begins a drill.
 *
 * @param language - the words of its guests, to its end.
 * @throws the contract's errors: no such drill, vault locked, connection lost.
 */
export const startDrill = async (drillId: PackId, language: DrillLanguage): Promise<Begun> => {
  const [drill, chosen, open]: [Drill, { id: PackId } | null, Session | null] = await Promise.all([
    client.rehearsal.get({ drillId, language }),
    client.charters.chosen(),
    client.sessions.active(),
  ])
  if (open) return 'sessionOpen'
  const charterId = chosen?.id ?? (await client.charters.list()).charters[0]?.id
  if (charterId === undefined) return 'noCharter'
  const openRoomPage = (isBack: boolean) => client.rehearsal.openRoomPage({ drillId, language, isBack })
  enterSession({
    session: practiceSession(charterId, Math.ceil(drill.plan.endsAfterMs / MINUTE_MS)),
    jwt: null,
    moved: null,
    practice:
      drill.kind === 'guided'
        ? createFirstEvening(drill, openRoomPage)
        : createDrillRun({ drill, charterId, openRoomPage, nowMs: () => performance.now() }),
  })
  return 'began'
}
