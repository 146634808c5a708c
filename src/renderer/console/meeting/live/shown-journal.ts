/**
 * @file For tests: what a room was really shown, kept without any of the guard's code. It reads what the test plays and
 * what left the console, and says whether a sentence claims more than that.
 */
import type { MeetingEvent, PolledPerson, RoomCommand } from '../../../../contract/room-protocol'

interface Fact<Value> {
  value: Value
  at: number
}
const newer = <Value>(known: Fact<Value> | undefined, value: Value, at: number): Fact<Value> =>
  known && known.at > at ? known : { value, at }

/** The journal of one evening. */
export const createJournal = () => {
  let now = 0
  let isJoined = false
  let lobby: Fact<boolean> | null = null
  let lobbyCommand: { isOn: boolean; at: number } | null = null
  const moderation = new Map<'audio' | 'video', Fact<boolean>>()
  const heldAt = { audio: 0, video: 0 }
  let lastListedUsAt = 0
  let otherAdmissions = 0
  let hasEnded = false
  let isEndAsked = false
  const polls = new Map<number, number>()
  const mutes = new Map<string, Fact<boolean>>()
  const spokenOf = new Set<string>()
  const inside = new Set<string>()
  const present = new Set<string>()
  const knocks = new Map<string, { name: string; at: number; isAdmitted: boolean; isSpent: boolean }>()
  const heardKnocks = new Set<string>()
  const admittedShown = new Map<string, number>()
  const kickAskedAt = new Map<string, number>()
  const kickedAt = new Map<string, number>()
  const leftAt = new Map<string, number>()
  const goneAt = new Map<string, number>()
  const recorders = new Map<string, boolean>()
  const roles = new Map<string, Fact<string>>()
  const hands = new Map<string, boolean>()
  const arrivedAt = new Map<string, number>()
  let lobbyOffAt = 0
  let firstKnockAt = 0
  let hasRecordingBegun = false

  const forgetRoom = (): void => {
    lobby = null
    lobbyCommand = null
    moderation.clear()
    otherAdmissions = 0
    lobbyOffAt = 0
    firstKnockAt = 0
    lastListedUsAt = 0
    polls.clear()
    kickedAt.clear()
    goneAt.clear()
    for (const knock of knocks.values()) knock.isAdmitted = false
    admittedShown.clear()
    inside.clear()
    for (const [recorder, isOn] of recorders) if (isOn) recorders.delete(recorder)
  }
  const forgetPeople = (): void => {
    roles.clear()
    hands.clear()
    arrivedAt.clear()
    knocks.clear()
    heardKnocks.clear()
    isJoined = false
    leftAt.clear()
    mutes.clear()
    spokenOf.clear()
    present.clear()
  }
  const showLobby = (isOn: boolean, at = now): void => {
    lobby = { value: isOn, at }
    if (!isOn) lobbyOffAt = Math.max(lobbyOffAt, at)
  }
  const forgetOne = (id: string): void => {
    // That we are out is told in other words.
    if (id === 'me') return
    present.delete(id)
    for (const known of [mutes, spokenOf, roles, hands, arrivedAt]) known.delete(id)
  }
  const appear = (id: string, displayName: string, at = now): void => {
    kickedAt.delete(id)
    goneAt.delete(id)
    present.add(id)
    arrivedAt.set(id, at)
    if (!isJoined || id === 'me' || inside.has(id)) {
      inside.add(id)
      return
    }
    inside.add(id)
    const isOpen = (knock: { at: number; isAdmitted: boolean }): boolean =>
      knock.isAdmitted || lobbyOffAt > knock.at
    const own = knocks.get(id)
    const admitted =
      own && isOpen(own)
        ? own
        : [...knocks.values()].find((knock) => knock.name === displayName && !knock.isSpent && isOpen(knock))
    // One admission lets in one of a name; whoever comes under the id of their knock is known to be its person all the same.
    if (admitted) admitted.isSpent = true
    else if (otherAdmissions > 0) otherAdmissions -= 1
    else if (lobby?.value) lobby = null
  }

  const heard = (event: MeetingEvent): void => {
    now += 1
    switch (event.name) {
      case 'joined':
        isJoined = true
        inside.add(event.id)
        present.add(event.id)
        return
      case 'left':
        forgetRoom()
        forgetPeople()
        return
      case 'participantJoined':
        if (present.has(event.id)) arrivedAt.set(event.id, now)
        else appear(event.id, event.displayName)
        return
      case 'participantLeft':
        if (event.id !== 'me') leftAt.set(event.id, now)
        forgetOne(event.id)
        return
      case 'kicked':
        if (event.isSelf) {
          forgetRoom()
          return
        }
        if (event.kickedId !== 'me') leftAt.set(event.kickedId, now)
        forgetOne(event.kickedId)
        kickedAt.set(event.kickedId, now)
        return
      case 'participantMuted':
        if (event.mediaType !== 'audio') return
        spokenOf.add(event.id)
        mutes.set(event.id, { value: event.isMuted, at: now })
        return
      case 'ownAudioMuted':
        spokenOf.add('me')
        mutes.set('me', { value: event.isMuted, at: now })
        return
      case 'roleChanged':
        roles.set(event.id, { value: event.role, at: now })
        return
      case 'handRaised':
        hands.set(event.id, event.raisedAtMs > 0)
        return
      case 'readyToClose':
        forgetRoom()
        return
      case 'moderationChanged':
        if (event.mediaType !== 'desktop')
          moderation.set(event.mediaType, { value: event.isEnabled, at: now })
        return
      case 'knocking':
        if (knocks.has(event.id) || present.has(event.id)) return
        if (!heardKnocks.has(event.id)) {
          // Whoever knocks meets a lobby; whether it is ours, our own command tells.
          firstKnockAt = now
          if (lobbyCommand?.isOn) showLobby(true)
          else if (lobby?.value === false) lobby = null
        }
        heardKnocks.add(event.id)
        knocks.set(event.id, { name: event.displayName, at: now, isAdmitted: false, isSpent: false })
        return
      case 'ownLobbyShown':
        showLobby(event.isOn)
        return
      case 'lobbyChanged':
        showLobby(event.isEnabled)
        return
      case 'ownAnswerShown':
        if (event.isAdmitted) admittedShown.set(event.id, now)
        return
      case 'hinted':
        if (event.description === 'lobby.notificationLobbyEnabled') showLobby(true)
        if (event.description === 'lobby.notificationLobbyDisabled') showLobby(false)
        if (event.description === 'lobby.notificationLobbyAccessGranted') otherAdmissions += 1
        if (event.description === 'notify.localRecordingStarted') hasRecordingBegun = true
        if (event.title.startsWith('notify.password') && lobby?.value) lobby = null
        return
      case 'recordingChanged':
        recorders.set(event.mode, event.isOn)
        return
      case 'transcribingChanged':
        recorders.set('transcript', event.isOn)
        return
      case 'errorOccurred':
        if (isEndAsked && event.errorName === 'conference.destroyed') hasEnded = true
        if (
          event.isFatal ||
          /^connection\.|^conference\.(focus|destroyed)|membersOnly$/.test(event.errorName)
        ) {
          forgetRoom()
          roles.delete('me')
        }
        return
      default:
        return
    }
  }

  const left = (command: RoomCommand, isRefused: boolean): void => {
    // What was refused never reached the meeting.
    if (isRefused) return
    now += 1
    switch (command.name) {
      case 'toggleLobby':
        lobbyCommand = { isOn: command.isOn, at: now }
        if (!command.isOn) {
          lobby = null
          lobbyOffAt = now
        }
        return
      case 'toggleModeration':
        heldAt[command.media] = now
        return
      case 'kickParticipant':
        kickAskedAt.set(command.id, now)
        return
      case 'answerKnockingParticipant': {
        const knock = knocks.get(command.id)
        if (knock) knock.isAdmitted = command.isAdmitted
        return
      }
      case 'endConference':
        isEndAsked = true
        return
      default:
        return
    }
  }

  const polled = (
    pollId: number,
    people: readonly PolledPerson[] | null,
    shown: { isLobbyOn: boolean | null; isAudioModerated: boolean | null; isVideoModerated: boolean | null },
  ): void => {
    now += 1
    const askedAt = polls.get(pollId)
    if (askedAt === undefined) return
    for (const known of polls.keys()) if (known <= pollId) polls.delete(known)
    if (shown.isLobbyOn !== null && askedAt > Math.max(lobby?.at ?? 0, lobbyCommand?.at ?? 0, firstKnockAt)) {
      // As old as its question: of two polls on their way at once, the one asked later is the newer.
      showLobby(shown.isLobbyOn, askedAt)
    }
    for (const [media, isOn] of [
      ['audio', shown.isAudioModerated],
      ['video', shown.isVideoModerated],
    ] as const) {
      if (isOn !== null) moderation.set(media, newer(moderation.get(media), isOn, askedAt))
    }
    if (people === null) return
    const listed = new Set(people.map(({ id }) => id))
    for (const person of people) {
      if ((leftAt.get(person.id) ?? 0) > askedAt) continue
      // As old as its question, too.
      if (!present.has(person.id)) appear(person.id, person.displayName, askedAt)
      roles.set(person.id, newer(roles.get(person.id), person.role, askedAt))
      const { isAudioMuted } = person
      if (isAudioMuted === undefined || (isAudioMuted && !spokenOf.has(person.id))) continue
      mutes.set(person.id, newer(mutes.get(person.id), isAudioMuted, askedAt))
    }
    if (!listed.has('me')) return
    lastListedUsAt = Math.max(lastListedUsAt, askedAt)
    for (const id of present) {
      if (!listed.has(id) && id !== 'me' && (arrivedAt.get(id) ?? 0) < askedAt) forgetOne(id)
    }
    for (const [id, at] of kickAskedAt) if (!listed.has(id) && askedAt > at) goneAt.set(id, askedAt)
  }

  const isLobbyOn = (): boolean => lobby?.value === true
  const isAnyRecorderOn = (): boolean => [...recorders.values()].some((isOn) => isOn)
  return {
    heard,
    left,
    pollLeft: (pollId: number): void => {
      now += 1
      polls.set(pollId, now)
    },
    polled,
    lineBroke: forgetRoom,
    rejoined: (): void => {
      forgetRoom()
      forgetPeople()
    },
    isLobbyOn,
    isLobbyOff: (): boolean => lobby?.value === false,
    isModerated: (media: 'audio' | 'video' = 'audio'): boolean | null => {
      const fact = moderation.get(media)
      return fact && fact.at > heldAt[media] ? fact.value : null
    },
    hasPollSinceQuiet: (): boolean => lastListedUsAt > heldAt.audio,
    isMuted: (id: string): boolean => mutes.get(id)?.value === true,
    isOpen: (id: string): boolean => mutes.get(id)?.value === false,
    isPresent: (id: string): boolean => present.has(id),
    present: (): readonly string[] => [...present],
    roleOf: (id: string): string | undefined => roles.get(id)?.value,
    hasHandUp: (id: string): boolean => hands.get(id) === true,
    isKicked: (id: string): boolean => (kickedAt.get(id) ?? 0) > (kickAskedAt.get(id) ?? Number.MAX_VALUE),
    isGone: (id: string): boolean => (goneAt.get(id) ?? 0) > (kickAskedAt.get(id) ?? Number.MAX_VALUE),
    isRecorderOn: (...modes: string[]): boolean => modes.some((mode) => recorders.get(mode) === true),
    isAnyRecorderOn,
    isAdmissionShown: (id: string): boolean => admittedShown.has(id),
    isOpenedSinceKnock: (id: string): boolean => lobbyOffAt > (knocks.get(id)?.at ?? Number.MAX_VALUE),
    hasRecordingBegun: (): boolean => hasRecordingBegun,
    hasEnded: (): boolean => hasEnded,
  }
}
/** A journal. */
export type Journal = ReturnType<typeof createJournal>
