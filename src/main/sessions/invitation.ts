/** @file The texts to paste: an invitation to a session, and the announcement that one is cancelled. */
import { DateTime } from 'luxon'
import type { CharterPack } from '../../contract/charters'
import type { Session } from '../../contract/sessions'

/** Day, time, zone and offset, such as `Tuesday 24 November 2026, 19:00 (America/Denver, UTC-07:00)`. */
export const whenInWords = (plannedAt: string, timeZone: string, plannedMinutes?: number): string => {
  const starts = DateTime.fromISO(plannedAt, { zone: timeZone, locale: 'en-GB' })
  const ends =
    plannedMinutes === undefined ? '' : ` to ${starts.plus({ minutes: plannedMinutes }).toFormat('HH:mm')}`
  return `${starts.toFormat('cccc d LLLL yyyy, HH:mm')}${ends} (${timeZone}, UTC${starts.toFormat('ZZ')})`
}

const paragraphs = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n\n')

/**
 * The invitation: group, when, link, the charter's joining words. It names nobody; a rehearsal has no link,
 * because its room is on this computer.
 *
 * @returns at most 8,000 UTF-16 units, as the contract has it; joining words beyond that are left out whole.
 */
export const invitationText = (session: Session, pack: CharterPack | undefined): string => {
  const where =
    session.server.kind === 'jitsi'
      ? `Link: https://${session.server.host}/${session.roomName}`
      : 'This is a rehearsal room on this computer. Nobody else can join it, so there is no link.'
  let text = paragraphs(
    session.groupName,
    whenInWords(session.plannedAt, session.timeZone, session.plannedMinutes),
    where,
  )
  for (const words of pack?.joiningWords ?? []) {
    const longer = paragraphs(text, words.text)
    if (longer.length <= 8000) text = longer
  }
  return text
}

/**
 * The announcement of a cancelled session, for those registered. The reason is the facilitator's own and is
 * not in it.
 *
 * @param next - the group's next session, when there is one.
 */
export const announcementText = (session: Session, next: Session | undefined): string =>
  paragraphs(
    session.groupName,
    `The session on ${whenInWords(session.plannedAt, session.timeZone)} is cancelled.`,
    next ? `The next one is planned for ${whenInWords(next.plannedAt, next.timeZone)}.` : null,
  )
