/**
 * @file What a screen may say of the room: each sentence that claims something the server showed, what proves it, and
 * what ends the proof. The views ask here which sentence is true now; docs/room-guard.md has the same table, and a test
 * keeps the two in step. Sentences about what we did ("sent") claim nothing of the room and are not in it.
 */
import type { DoorState } from './door-runs'
import type { PauseState } from './pause'
import type { QuietState } from './quiet'
import type { Removal } from './removals'

/** Something the server shows. */
export type Fact =
  | 'the lobby is shown on'
  | 'the lobby is shown off'
  | 'somebody new knocked after the lobby command'
  | 'moderation is shown on since the command'
  | 'moderation is shown off since the command'
  | 'camera moderation is shown on since the command'
  | 'camera moderation is shown off since the command'
  | 'a poll asked since lists us'
  | 'every other microphone is shown muted'
  | 'this microphone is shown muted'
  | 'this microphone is shown open'
  | 'their removal is announced'
  | 'a poll asked since lists us and not them'
  | 'our letting them in is announced'
  | 'the end is announced while we end it'

/** Something that ends a proof. Our own way out ends every one. */
export type End =
  | 'the lobby is shown on'
  | 'the lobby is shown off'
  | 'somebody new knocks'
  | 'our own lobby command the other way'
  | 'somebody else changed the password'
  | 'somebody came in whom nobody let in'
  | 'moderation is shown on'
  | 'moderation is shown off'
  | 'camera moderation is shown on'
  | 'camera moderation is shown off'
  | 'a microphone is shown open'
  | 'somebody is here whose microphone was never shown'
  | 'they are in the list'
  | 'we are out'
  | 'nothing: it is over'

/** A sentence's proof: all of one of the groups of facts. */
export interface Sentence {
  provedBy: readonly (readonly Fact[])[]
  endedBy: readonly End[]
}

/** What ends each proof that nobody new comes in. */
const endsOfShut = [
  'the lobby is shown off',
  'our own lobby command the other way',
  'somebody else changed the password',
  'somebody came in whom nobody let in',
  'we are out',
] as const satisfies readonly End[]

/** Every sentence that claims something of the room, by its key among the words. */
export const sentences = {
  'status.lock.shownOn': {
    provedBy: [['the lobby is shown on']],
    endedBy: endsOfShut,
  },
  'status.lock.shownOff': {
    provedBy: [['the lobby is shown off']],
    endedBy: ['the lobby is shown on', 'somebody new knocks', 'we are out'],
  },
  'status.lock.locked.confirmed': {
    provedBy: [['the lobby is shown on'], ['somebody new knocked after the lobby command']],
    endedBy: endsOfShut,
  },
  'status.lock.locked.lapsed.shownOtherwise': {
    provedBy: [['the lobby is shown off']],
    endedBy: ['the lobby is shown on', 'somebody new knocks', 'we are out'],
  },
  'status.lock.unlocked.confirmed': {
    provedBy: [['the lobby is shown off']],
    endedBy: ['the lobby is shown on', 'somebody new knocks', 'we are out'],
  },
  'status.lock.unlocked.lapsed': {
    provedBy: [['the lobby is shown on']],
    endedBy: ['the lobby is shown off', 'we are out'],
  },
  'status.quiet.quiet.confirmed': {
    provedBy: [
      [
        'moderation is shown on since the command',
        'a poll asked since lists us',
        'every other microphone is shown muted',
      ],
    ],
    endedBy: [
      'moderation is shown off',
      'a microphone is shown open',
      'somebody is here whose microphone was never shown',
      'we are out',
    ],
  },
  'status.quiet.released.confirmed': {
    provedBy: [['moderation is shown off since the command']],
    endedBy: ['moderation is shown on', 'we are out'],
  },
  'status.cameras.quiet.confirmed': {
    provedBy: [['camera moderation is shown on since the command']],
    endedBy: ['camera moderation is shown off', 'we are out'],
  },
  'status.cameras.released.confirmed': {
    provedBy: [['camera moderation is shown off since the command']],
    endedBy: ['camera moderation is shown on', 'we are out'],
  },
  'status.pause.confirmed': {
    provedBy: [
      [
        'moderation is shown on since the command',
        'a poll asked since lists us',
        'every other microphone is shown muted',
        'camera moderation is shown on since the command',
        'the lobby is shown on',
      ],
      [
        'moderation is shown on since the command',
        'a poll asked since lists us',
        'every other microphone is shown muted',
        'camera moderation is shown on since the command',
        'somebody new knocked after the lobby command',
      ],
    ],
    endedBy: [
      'moderation is shown off',
      'a microphone is shown open',
      'somebody is here whose microphone was never shown',
      'camera moderation is shown off',
      ...endsOfShut,
    ],
  },
  'people.muted': {
    provedBy: [['this microphone is shown muted']],
    endedBy: ['a microphone is shown open', 'we are out'],
  },
  'person.muteState.confirmed': {
    provedBy: [['this microphone is shown muted']],
    endedBy: ['a microphone is shown open', 'we are out'],
  },
  'removal.confirmed.kickedEvent': {
    provedBy: [['their removal is announced']],
    endedBy: ['they are in the list', 'we are out'],
  },
  'removal.confirmed.goneFromPoll': {
    provedBy: [['a poll asked since lists us and not them']],
    endedBy: ['they are in the list', 'we are out'],
  },
  'removal.door.shut': {
    provedBy: [['the lobby is shown on'], ['somebody new knocked after the lobby command']],
    endedBy: endsOfShut,
  },
  'waiting.admitting.confirmed': {
    provedBy: [['our letting them in is announced']],
    endedBy: ['we are out'],
  },
  'stage.leftEveryoneShown': {
    provedBy: [['the end is announced while we end it']],
    endedBy: ['nothing: it is over'],
  },
} as const satisfies Readonly<Record<string, Sentence>>

/** The key of what is said of the lock. Where nothing is known, that is what is said. */
export const sayLock = ({ wish, status, isLobbyShownOn }: DoorState) => {
  switch (wish) {
    case 'none':
    case 'unknown':
      if (isLobbyShownOn === null) return `status.lock.${wish}` as const
      return isLobbyShownOn ? ('status.lock.shownOn' as const) : ('status.lock.shownOff' as const)
    case 'locked':
      if (status.kind !== 'lapsed') return `status.lock.locked.${status.kind}` as const
      switch (status.why) {
        case 'shownOtherwise':
        case 'changedByOther':
        case 'cameInUnasked':
          return `status.lock.locked.lapsed.${status.why}` as const
        default:
          return 'status.lock.unknown' as const
      }
    case 'unlocked':
      if (status.kind !== 'lapsed') return `status.lock.unlocked.${status.kind}` as const
      return status.why === 'shownOtherwise'
        ? ('status.lock.unlocked.lapsed' as const)
        : ('status.lock.none' as const)
  }
}

/** The key of what is said of quiet; null where it was never wished. */
export const sayQuiet = ({ wish, status }: QuietState) => {
  if (wish === 'none') return null
  if (wish === 'released') return `status.quiet.released.${status.kind}` as const
  if (status.kind !== 'lapsed') return `status.quiet.quiet.${status.kind}` as const
  switch (status.why) {
    case 'heard':
    case 'newcomer':
      return `status.quiet.quiet.lapsed.${status.why}` as const
    default:
      return 'status.quiet.quiet.lapsed.shownOtherwise' as const
  }
}

/** The key of what is said of cameras; null where nothing was ever wished of them. */
export const sayCameras = ({ wish, status }: QuietState) => {
  switch (wish) {
    case 'none':
      return null
    case 'released':
      return `status.cameras.released.${status.kind}` as const
    case 'quiet':
      return `status.cameras.quiet.${status.kind}` as const
  }
}

/**
 * The key of what is said of a pause, which is what its weakest part allows; null where the room is not paused. A part
 * that was freed since, or that nothing was asked of, is not paused, however well that is shown.
 */
export const sayPause = ({
  pause,
  lock,
  quiet,
  cameras,
}: {
  pause: PauseState
  lock: DoorState
  quiet: QuietState
  cameras: QuietState
}) => {
  if (pause.kind !== 'paused') return null
  if (!pause.isKnown) return 'status.pause.notKnown' as const
  const parts = [
    { isAsked: lock.wish === 'locked', status: lock.status },
    { isAsked: quiet.wish === 'quiet', status: quiet.status },
    { isAsked: cameras.wish === 'quiet', status: cameras.status },
  ]
  const kinds = parts.map(({ isAsked, status }) => (isAsked ? status.kind : 'freed'))
  const weakest = (
    ['notSent', 'freed', 'queued', 'sending', 'lapsed', 'notShown', 'idle', 'sent'] as const
  ).find((kind) => kinds.includes(kind))
  switch (weakest) {
    case undefined:
      return 'status.pause.confirmed' as const
    case 'freed':
      return 'status.pause.partly' as const
    case 'queued':
    case 'sending':
      return 'status.pause.sending' as const
    case 'notSent':
    case 'sent':
      return `status.pause.${weakest}` as const
    case 'idle':
    case 'lapsed':
    case 'notShown':
      return 'status.pause.notShown' as const
  }
}

/** The key of what is said of a removal; null while it is on its way. */
export const sayRemoval = ({ status }: Pick<Removal, 'status'>) => {
  switch (status.kind) {
    case 'queued':
    case 'sending':
      return null
    case 'idle':
      return 'removal.notKnown' as const
    case 'confirmed':
      return status.proof === 'kickedEvent'
        ? ('removal.confirmed.kickedEvent' as const)
        : ('removal.confirmed.goneFromPoll' as const)
    case 'sent':
    case 'notShown':
    case 'notSent':
    case 'lapsed':
      return `removal.${status.kind}` as const
  }
}

/**
 * The key of what is said of the door beside a removal.
 *
 * @param isDoubted - the line to the meeting may be dead: what was shown of the door is of before.
 */
export const sayRemovalDoor = ({ wish, status, isLobbyShownOn }: DoorState, isDoubted = false) => {
  if (isDoubted) return 'removal.door.open' as const
  if (isLobbyShownOn === true) return 'removal.door.shut' as const
  if (wish !== 'locked') return 'removal.door.open' as const
  switch (status.kind) {
    case 'confirmed':
      return 'removal.door.shut' as const
    case 'queued':
    case 'sending':
    case 'sent':
    case 'notShown':
      return 'removal.door.asked' as const
    case 'idle':
    case 'lapsed':
    case 'notSent':
      return 'removal.door.open' as const
  }
}
