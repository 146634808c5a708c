/** @file The texts to paste: what is ours in them is in the language of the charter. */
import { expect, it } from 'vitest'
import { soundPack } from '../../../tests/fixtures/charter-pack'
import { Session } from '../../contract/sessions'
import { announcementText, invitationText } from './invitation'

const session = Session.parse({
  id: '2b2b2b2b-0000-4000-8000-000000000001',
  groupId: '2b2b2b2b-0000-4000-8000-000000000002',
  groupName: 'Círculo del martes',
  charterId: 'test-circle',
  server: { kind: 'jitsi', host: 'meet.example.org' },
  roomName: 'abcdefghijklmnopqrstuvwxyz234567',
  timeZone: 'America/Denver',
  plannedAt: '2026-11-25T02:00:00.000Z',
  plannedMinutes: 90,
  isRehearsal: false,
  state: 'scheduled',
  openedAt: null,
  closedAt: null,
  cancelReasonId: null,
  charterVersion: null,
})
const spanish = { ...soundPack(), language: 'es-MX' }

it('a charter in Spanish has an invitation and an announcement in Spanish', () => {
  expect(invitationText(session, spanish)).toContain(
    'martes 24 de noviembre de 2026, 19:00 a 20:30 (America/Denver, UTC-07:00)\n\nEnlace: https://meet.example.org/',
  )
  expect(announcementText(session, session, spanish)).toContain(
    'La sesión del martes 24 de noviembre de 2026, 19:00 (America/Denver, UTC-07:00) está cancelada.\n\nLa próxima está planeada para el martes',
  )
})

it('any other has them in English', () => {
  expect(invitationText(session, soundPack())).toContain('Tuesday 24 November 2026, 19:00 to 20:30')
  expect(announcementText(session, undefined, undefined)).toContain('The session on Tuesday 24 November')
})
