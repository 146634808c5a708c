/** @file The texts to paste: an invitation to a session, and the announcement that one is cancelled. */
import { DateTime } from 'luxon'
import type { CharterPack } from '../../contract/charters'
import { linkOf } from '../../contract/meeting-server'
import type { Session } from '../../contract/sessions'

/** What is ours in a text to paste: it stands among a charter's words, and is in their language where we have it. */
const OWN_WORDS = {
  en: {
    locale: 'en-GB',
    day: 'cccc d LLLL yyyy, HH:mm',
    until: (time: string) => ` to ${time}`,
    link: (address: string) => `Link: ${address}`,
    rehearsal: 'This is a rehearsal room on this computer. Nobody else can join it, so there is no link.',
    cancelled: (when: string) => `The session on ${when} is cancelled.`,
    next: (when: string) => `The next one is planned for ${when}.`,
  },
  es: {
    locale: 'es',
    day: "cccc d 'de' LLLL 'de' yyyy, HH:mm",
    until: (time: string) => ` a ${time}`,
    link: (address: string) => `Enlace: ${address}`,
    rehearsal:
      'Esta es una sala de ensayo en esta computadora. Nadie más puede entrar en ella, así que no hay enlace.',
    cancelled: (when: string) => `La sesión del ${when} está cancelada.`,
    next: (when: string) => `La próxima está planeada para el ${when}.`,
  },
} as const

type OwnWords = (typeof OWN_WORDS)[keyof typeof OWN_WORDS]

const ownWords = (pack: CharterPack | undefined): OwnWords =>
  OWN_WORDS[pack?.language.startsWith('es') === true ? 'es' : 'en']

/** Day, time, zone and offset, such as `Tuesday 24 November 2026, 19:00 (America/Denver, UTC-07:00)`. */
const whenInWords = (
  { locale, day, until }: OwnWords,
  plannedAt: string,
  timeZone: string,
  plannedMinutes?: number,
): string => {
  const starts = DateTime.fromISO(plannedAt, { zone: timeZone, locale })
  const ends =
    plannedMinutes === undefined ? '' : until(starts.plus({ minutes: plannedMinutes }).toFormat('HH:mm'))
  return `${starts.toFormat(day)}${ends} (${timeZone}, UTC${starts.toFormat('ZZ')})`
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
  const own = ownWords(pack)
  const link = linkOf(session.server, session.roomName)
  const where = link === null ? own.rehearsal : own.link(link)
  let text = paragraphs(
    session.groupName,
    whenInWords(own, session.plannedAt, session.timeZone, session.plannedMinutes),
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
export const announcementText = (
  session: Session,
  next: Session | undefined,
  pack: CharterPack | undefined,
): string => {
  const own = ownWords(pack)
  return paragraphs(
    session.groupName,
    own.cancelled(whenInWords(own, session.plannedAt, session.timeZone)),
    next ? own.next(whenInWords(own, next.plannedAt, next.timeZone)) : null,
  )
}
