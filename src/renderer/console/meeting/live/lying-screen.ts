/**
 * @file For tests: drawn evenings against the journal of what was shown. Every sentence that the live view would say is
 * looked up in the words, and judged by what the words claim.
 */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import en from '../../words/en/meeting.json'
import { sayCameras, sayLock, sayPause, sayQuiet, sayRemoval, sayRemovalDoor } from '../guard/sentences'
import { type Evening, names } from './drawn-evenings'
import { createJournal, type Journal } from './shown-journal'
import type { RoomSnapshot } from './snapshot'
import { inRoom, settled } from './stand-in-evening'

const words = (key: string): string => {
  let at: unknown = en
  for (const part of key.split('.'))
    at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined
  if (typeof at !== 'string') throw new Error(`There are no words for ${key}`)
  return at
}

/** A sentence on screen, and whom it is about. */
export interface Said {
  text: string
  about: string
}

/** Everything that the live view says of the room at this moment. */
export const saidBy = (snapshot: RoomSnapshot): readonly Said[] => {
  const { lock, quiet, removals, acts, people, knocks, alarms } = snapshot
  const said: Said[] = [{ text: words(sayLock(lock)), about: '' }]
  const say = (key: string | null, about: string) => {
    if (key !== null) said.push({ text: words(key), about })
  }
  say(sayQuiet(quiet), '')
  say(sayCameras(snapshot.cameras), '')
  say(sayPause(snapshot), '')
  for (const removal of removals) {
    say(sayRemoval(removal), removal.id)
    say(sayRemovalDoor(lock), removal.id)
  }
  if (!snapshot.isRosterStale && snapshot.stage.kind === 'inRoom') {
    for (const { id: one, mute, isSelf, role, raisedAtMs } of people) {
      if (isSelf) continue
      say('people.label', one)
      if (mute === 'muted') say('people.muted', one)
      if (role === 'moderator') say('people.moderator', one)
      if (raisedAtMs !== null) say('people.hand', one)
    }
  }
  if (snapshot.stage.kind === 'inRoom') say(`microphone.button.${snapshot.microphone.mute}`, 'me')
  for (const [one, { mute }] of acts) if (mute.kind === 'confirmed') say('person.muteState.confirmed', one)
  for (const { id: one, admitting, doubt } of knocks) {
    if (admitting.kind === 'confirmed') say('waiting.admitting.confirmed', one)
    if (doubt === 'mayBeInside') say('waiting.mayBeInside', one)
  }
  for (const { kind, personId } of alarms) say(`alarm.${kind}.title`, personId ?? '')
  return said
}

const isQuiet = (journal: Journal, { people }: RoomSnapshot): boolean => {
  const isEverybodyMuted =
    people.every(({ id: one, isSelf }) => isSelf || journal.isMuted(one)) &&
    journal.present().every((one) => one === 'me' || journal.isMuted(one))
  return journal.isModerated() === true && journal.hasPollSinceQuiet() && isEverybodyMuted
}

/** Whether the journal bears out what the words claim; sentences that claim nothing of the room are true. */
export const isTrue = ({ text, about }: Said, journal: Journal, snapshot: RoomSnapshot): boolean => {
  switch (text) {
    case 'Locked, confirmed':
    case 'The server shows the door shut':
    case 'The server shows the door shut. If they knock, it is marked here.':
      return journal.isLobbyOn()
    case 'The server shows the lock is off':
    case 'The server shows the waiting room off':
    case 'Waiting room off, shown by the server':
      return journal.isLobbyOff()
    case 'Quiet, confirmed':
      return isQuiet(journal, snapshot)
    case 'Cameras held, shown by the server':
      return journal.isModerated('video') === true
    case 'Cameras free, shown by the server':
      return journal.isModerated('video') === false
    case 'Paused, confirmed':
      return isQuiet(journal, snapshot) && journal.isModerated('video') === true && journal.isLobbyOn()
    case 'Quiet ended, shown by the server':
      return journal.isModerated() === false
    case 'Quiet is on again':
      return journal.isModerated() === true
    case '{{name}} was removed, confirmed':
      return journal.isKicked(about)
    case '{{name}} is not in the list any more':
      return journal.isGone(about)
    case 'Quiet no longer: people may unmute':
      return journal.isModerated() === false
    case 'Quiet no longer: a microphone is shown open':
      return journal.present().some((one) => one !== 'me' && journal.isOpen(one))
    case 'Cameras held no longer: people may turn them on':
      return journal.isModerated('video') === false
    case 'Cameras are held again':
      return journal.isModerated('video') === true
    case 'People in the room':
      return journal.isPresent(about)
    case 'moderator':
    case '{{name}} is a moderator now':
      return journal.roleOf(about) === 'moderator'
    case 'You are not the moderator any more':
      return journal.roleOf('me') !== undefined && journal.roleOf('me') !== 'moderator'
    case 'hand raised':
      return journal.hasHandUp(about)
    case 'Your microphone is on':
      return journal.isOpen(about)
    case 'Your microphone is off':
    case 'muted':
    case 'Muted, shown by the server':
      return journal.isMuted(about)
    case 'Let in, shown by the server. They are on their way.':
      return journal.isAdmissionShown(about)
    case 'The door was opened since: may be inside, or trying again':
      return journal.isOpenedSinceKnock(about)
    case 'This meeting is being recorded or streamed':
      return journal.isRecorderOn('file', 'local')
    case 'This meeting is being streamed':
      return journal.isRecorderOn('stream')
    case 'This meeting is being written down by the server':
      return journal.isRecorderOn('transcript')
    case 'Somebody began to record on their own device':
      return journal.hasRecordingBegun()
    case 'A recording or transcript was on and is off now':
      return !journal.isAnyRecorderOn()
    default:
      // Nothing else may sound as if the server had shown it.
      return !/confirmed|shown by the server|^Not locked|^Locked/.test(
        text.replace('not shown by the server', ''),
      )
  }
}

/** Plays one evening. Returns how many sentences were judged, and each that said more than was shown. */
export const playEvening = async (steps: Evening): Promise<{ judged: number; lies: string[] }> => {
  const evening = await inRoom()
  const { clock, room, draw } = evening
  const journal = createJournal()
  journal.heard({ name: 'joined', id: 'me', displayName: 'Me' })
  const heardBefore: MeetingEvent[] = []
  let page = evening.page()
  let read = 0
  let lastPoll = 0
  let answer: 'sent' | 'notSent' | null = 'sent'
  let judged = 0
  const lies: string[] = []
  const readLog = (): void => {
    for (; read < page.log.length; read += 1) {
      const entry = page.log[read]
      if (entry?.kind === 'command') journal.left(entry.command, answer === 'notSent')
      if (entry?.kind === 'poll') {
        lastPoll = entry.pollId
        journal.pollLeft(entry.pollId)
      }
    }
  }
  readLog()
  const hear = (one: MeetingEvent): void => {
    const { kind } = draw().stage
    if (kind === 'trouble' || kind === 'left' || kind === 'leaving') return
    journal.heard(one)
    page.event(one)
  }
  for (const one of steps) {
    switch (one.do) {
      case 'event':
        heardBefore.push(one.event)
        hear(one.event)
        break
      case 'again': {
        const again = heardBefore[one.index % Math.max(1, heardBefore.length)]
        if (again) hear(again)
        break
      }
      case 'poll': {
        const pollId = lastPoll - one.late
        if (pollId < 1) break
        const people = one.isLost
          ? null
          : one.ids.map((whom) => ({
              id: whom,
              displayName: names[whom] ?? '',
              role: one.moderators.includes(whom) ? ('moderator' as const) : ('participant' as const),
              isAudioMuted: one.muted.includes(whom),
            }))
        const { isLobbyOn, isAudioModerated, isVideoModerated } = one
        const shown = { isLobbyOn, isAudioModerated, isVideoModerated }
        if (draw().stage.kind === 'inRoom') journal.polled(pollId, people, shown)
        page.say({ kind: 'polled', pollId, people, ...shown })
        break
      }
      case 'mute':
        room.mute(one.whom)
        break
      case 'remove':
        room.remove(one.whom)
        break
      case 'admit':
        room.admit(one.whom)
        break
      case 'deny':
        room.deny(one.whom)
        break
      case 'wait':
        clock.advance(one.byMs)
        break
      case 'answers':
        answer = one.answer === 'sent' || one.answer === 'notSent' ? one.answer : null
        page.answerWith(answer)
        break
      case 'join':
        hear({ name: 'joined', id: 'me', displayName: 'Me' })
        break
      case 'rejoin':
        journal.rejoined()
        await room.rejoin()
        page = evening.page()
        page.answerWith(answer)
        read = 0
        lastPoll = 0
        hear({ name: 'joined', id: 'me', displayName: 'Me' })
        break
      case 'lock':
        room.lock()
        break
      case 'unlock':
        room.unlock()
        break
      case 'quiet':
        room.quiet()
        break
      case 'release':
        room.releaseQuiet()
        break
      case 'cameras':
        room.quietCameras()
        break
      case 'releaseCameras':
        room.releaseCameras()
        break
      case 'pause':
        room.pause('A pause')
        break
      case 'resume':
        room.resume('It goes on')
        break
    }
    readLog()
    await settled()
    readLog()
    const snapshot = draw()
    for (const said of saidBy(snapshot)) {
      judged += 1
      if (!isTrue(said, journal, snapshot))
        lies.push(`after ${JSON.stringify(one)}: ${said.text} (${said.about})`)
    }
  }
  await room.close()
  return { judged, lies }
}
