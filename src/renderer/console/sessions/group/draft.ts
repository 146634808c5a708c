/** @file What is typed about a group, as text, and reading it into what the contract takes. */
import { readServerAddress, type ServerRefusal } from '../../../../contract/meeting-server'
import { type Group, GroupDraft } from '../../../../contract/sessions'
import type { TypedGroup } from '../../../../contract/unfinished-forms'
import type { CalendarEntry } from '../calendar/read-calendar'

/** A new group's form. Monday to Sunday, the hour and the length are our defaults: an evening, ninety minutes. */
export const emptyGroup = (charterId: string, timeZone: string, weekday: number): TypedGroup => ({
  name: '',
  charterId,
  server: '',
  serverOperator: '',
  isServerApproved: false,
  secondServer: '',
  secondOperator: '',
  isSecondApproved: false,
  weekday: String(weekday),
  startsAtLocal: '19:00',
  timeZone,
  plannedMinutes: '90',
  registeredCount: '0',
  tightened: {},
})

/** A kept group's form. */
export const typedOf = (group: Group): TypedGroup => ({
  name: group.name,
  charterId: group.charterId,
  server: group.server.kind === 'rehearsal' ? '' : group.server.host,
  serverOperator: group.serverOperator ?? '',
  isServerApproved: group.isServerApproved,
  secondServer: group.secondServer?.host ?? '',
  secondOperator: group.secondServer?.operator ?? '',
  isSecondApproved: group.secondServer?.isApproved ?? false,
  weekday: String(group.weekday),
  startsAtLocal: group.startsAtLocal,
  timeZone: group.timeZone,
  plannedMinutes: String(group.plannedMinutes),
  registeredCount: String(group.registeredCount),
  tightened: group.tightened ?? {},
})

/** The form with a calendar's entry in it. What the entry does not say, and a name that was typed, stays. */
export const filledFrom = (entry: CalendarEntry, typed: TypedGroup): TypedGroup => ({
  ...typed,
  name: typed.name.trim() === '' ? entry.title : typed.name,
  weekday: String(entry.weekday),
  startsAtLocal: entry.startsAtLocal,
  timeZone: entry.timeZone ?? typed.timeZone,
  plannedMinutes: entry.plannedMinutes === null ? typed.plannedMinutes : String(entry.plannedMinutes),
})

/** What is wrong with a field: a key under `group`. */
export type FieldProblems = Partial<Record<keyof TypedGroup, string>>

const wholeNumber = (text: string) => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN)

/** What a server address means here: empty is the rehearsal room. */
export const readServer = (
  typed: string,
): { kind: 'rehearsal' } | { kind: 'jitsi'; host: string } | { kind: 'refused'; refusal: ServerRefusal } => {
  if (typed.trim() === '') return { kind: 'rehearsal' }
  const read = readServerAddress(typed)
  return read.isAccepted ? { kind: 'jitsi', host: read.host } : { kind: 'refused', refusal: read.refusal }
}

/**
 * Reads the form.
 *
 * @param typed - the form as it stands.
 * @param needsApprovedServer - the charter's setting; it asks for the tick only where a real server is named.
 * @returns the draft, or a problem for each field that has one.
 */
export const readGroup = (
  typed: TypedGroup,
  needsApprovedServer: boolean,
): { isGood: true; draft: GroupDraft } | { isGood: false; problems: FieldProblems } => {
  const problems: FieldProblems = {}
  const server = readServer(typed.server)
  if (server.kind === 'refused') problems.server = `refusal.${server.refusal}`
  if (server.kind === 'jitsi' && needsApprovedServer && !typed.isServerApproved) {
    problems.isServerApproved = 'approvedNeeded'
  }
  const isReal = server.kind === 'jitsi'
  // Beside the rehearsal room there is no second server: its fields are not shown.
  const second = isReal ? readServer(typed.secondServer) : ({ kind: 'rehearsal' } as const)
  if (second.kind === 'refused') problems.secondServer = `refusal.${second.refusal}`
  if (second.kind === 'jitsi' && isReal && second.host === server.host) problems.secondServer = 'sameServer'
  if (second.kind === 'jitsi' && needsApprovedServer && !typed.isSecondApproved) {
    problems.isSecondApproved = 'approvedNeeded'
  }
  const read = GroupDraft.safeParse({
    name: typed.name,
    charterId: typed.charterId,
    server: isReal ? server : { kind: 'rehearsal' },
    serverOperator: isReal && typed.serverOperator.trim() !== '' ? typed.serverOperator : null,
    isServerApproved: isReal && typed.isServerApproved,
    secondServer:
      second.kind === 'jitsi'
        ? {
            host: second.host,
            operator: typed.secondOperator.trim() === '' ? null : typed.secondOperator,
            isApproved: typed.isSecondApproved,
          }
        : null,
    weekday: Number(typed.weekday),
    // Some browsers give seconds with a time.
    startsAtLocal: typed.startsAtLocal.slice(0, 5),
    timeZone: typed.timeZone,
    plannedMinutes: wholeNumber(typed.plannedMinutes),
    registeredCount: wholeNumber(typed.registeredCount),
    ...(Object.keys(typed.tightened).length === 0 ? {} : { tightened: typed.tightened }),
  })
  if (!read.success) {
    for (const { path } of read.error.issues) {
      // Of the second server only who runs it is taken as it was typed.
      const field = path[0] === 'secondServer' ? 'secondOperator' : path[0]
      if (isField(field, typed)) problems[field] ??= `bad.${field}`
    }
  }
  if (!read.success || Object.keys(problems).length > 0) return { isGood: false, problems }
  return { isGood: true, draft: read.data }
}

const isField = (name: PropertyKey | undefined, typed: TypedGroup): name is keyof TypedGroup =>
  typeof name === 'string' && name in typed

/**
 * Time zones to choose from, with the city first, so that typing its name finds it.
 *
 * @param own - the zone in use, which is always in the list.
 */
export const zoneChoices = (...own: readonly string[]): { value: string; label: string }[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), ...own, 'UTC'])]
    .map((value) => {
      const parts = value.replaceAll('_', ' ').split('/')
      const city = parts.at(-1) ?? value
      const rest = parts.slice(0, -1).reverse().join(', ')
      return { value, label: rest === '' ? city : `${city}, ${rest}` }
    })
    .sort((one, other) => one.label.localeCompare(other.label, 'en'))
