/** @file The room page's pure parts: what may be loaded, sent, heard and polled. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../tests/fixtures/rounds'
import { MeetingEvent, PEOPLE_MAX, RoomCommand } from '../../contract/room-protocol'
import { callsFor, commandNames } from './command-calls'
import { readConstructor } from './meeting-api'
import { eventNames, readMeetingEvent } from './meeting-events'
import { configOverwrite, isOfThisMeeting, meetingOptions, toolbarButtons } from './meeting-options'
import { pollMeeting, readRoster } from './roster-poll'

const password = 'A1b2C3d4E5f6G7h8I9j0K1l2'

describe('what may be loaded', () => {
  const meeting = 'https://meet.example:8443'
  const order = (scriptUrl: string, domain = 'meet.example:8443') => ({ scriptUrl, domain })
  it.each([
    ['the server itself', order('https://meet.example:8443/external_api.js'), true],
    ['a tenant', order('https://meet.example:8443/t/external_api.js', 'meet.example:8443/t'), true],
    ['another host', order('https://evil.example/external_api.js'), false],
    ['another port', order('https://meet.example/external_api.js'), false],
    ['plain http', order('http://meet.example:8443/external_api.js'), false],
    ['a user in the address', order('https://a@meet.example:8443/external_api.js'), false],
    ['a domain of another host', order('https://meet.example:8443/x.js', 'evil.example'), false],
    ['a domain with a user', order('https://meet.example:8443/x.js', 'a@meet.example:8443'), false],
    ['a domain with a query', order('https://meet.example:8443/x.js', 'meet.example:8443?x'), false],
    ['a domain with a fragment', order('https://meet.example:8443/x.js', 'meet.example:8443#x'), false],
    ['a script that is data', order('data:text/javascript,1'), false],
    ['no address', order('nonsense'), false],
  ])('decides on %s', (_what, asked, isAllowed) => {
    expect(isOfThisMeeting(asked, meeting)).toBe(isAllowed)
  })

  it('never accepts a script of another origin, whatever the address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (scriptUrl) => {
        expect(isOfThisMeeting(order(scriptUrl), meeting)).toBe(false)
      }),
    )
  })

  it('is refused where the page was given no meeting', () => {
    expect(isOfThisMeeting(order('https://meet.example:8443/x.js'), '')).toBe(false)
  })

  it('tells a constructor from anything else left on the window', () => {
    expect(readConstructor({})).toBeNull()
    expect(readConstructor({ JitsiMeetExternalAPI: 'no' })).toBeNull()
    expect(readConstructor({ JitsiMeetExternalAPI: class {} })).not.toBeNull()
  })
})

describe('how we join', () => {
  const order = {
    kind: 'join',
    domain: 'meet.example',
    scriptUrl: 'https://meet.example/external_api.js',
    roomName: 'abcdefghij0123456789abcdef',
    displayName: 'Marsh',
    jwt: null,
    language: 'en',
  } as const
  const parentNode = {} as HTMLElement

  it('gives the server a display name and nothing else about us', () => {
    const options = meetingOptions(order, parentNode)
    expect(options.userInfo).toEqual({ displayName: 'Marsh' })
    expect(options).not.toHaveProperty('jwt')
    expect(meetingOptions({ ...order, jwt: 'a.b.c' }, parentNode).jwt).toBe('a.b.c')
  })

  it('leaves nothing in the frame that acts on others or keeps something', () => {
    for (const button of ['security', 'mute-everyone', 'participants-pane', 'recording', 'chat', 'invite']) {
      expect(toolbarButtons).not.toContain(button)
    }
    expect(configOverwrite).toMatchObject({
      startWithAudioMuted: true,
      startWithVideoMuted: true,
      disableThirdPartyRequests: true,
      doNotStoreRoom: true,
      p2p: { enabled: false },
      localRecording: { disable: true },
      recordingService: { enabled: false },
      transcription: { enabled: false },
    })
  })
})

describe('what is sent', () => {
  const own = '0000aaaa'
  const wire = (command: RoomCommand, ownId: string | null = own) =>
    callsFor(command, ownId)?.map(({ name, args }) => [name, ...args]) ?? null

  it.each<[RoomCommand, unknown]>([
    [{ name: 'toggleLobby', isOn: true }, [['toggleLobby', true]]],
    [{ name: 'toggleLobby', isOn: false }, [['toggleLobby', false]]],
    [{ name: 'password', password }, [['password', password]]],
    [{ name: 'password', password: '' }, [['password', '']]],
    [
      { name: 'answerKnockingParticipant', id: 'k1', isAdmitted: false },
      [['answerKnockingParticipant', 'k1', false]],
    ],
    [{ name: 'muteEveryone', media: 'audio' }, [['muteEveryone', 'audio']]],
    [{ name: 'muteEveryone', media: 'desktop' }, [['muteEveryone', 'screenshare']]],
    [{ name: 'muteParticipant', id: 'g1' }, [['muteRemoteParticipant', 'g1', 'audio']]],
    [{ name: 'toggleModeration', isOn: true, media: 'video' }, [['toggleModeration', true, 'video']]],
    [{ name: 'approveVideo', id: 'a1' }, [['approveVideo', 'a1']]],
    [{ name: 'askToUnmute', id: 'g1' }, [['askToUnmute', 'g1']]],
    [{ name: 'kickParticipant', id: 'g1' }, [['kickParticipant', 'g1']]],
    [
      { name: 'sendPrivateMessage', toId: 'g1', text: 'Of course.' },
      [['sendChatMessage', 'Of course.', 'g1', true], ['cancelPrivateChat']],
    ],
    [{ name: 'sendToEveryone', text: 'Hello' }, [['sendChatMessage', 'Hello', '', true]]],
    [{ name: 'toggleOwnAudio' }, [['toggleAudio']]],
    [{ name: 'endConference' }, [['endConference']]],
  ])('sends %j in the script’s own words', (command, calls) => {
    expect(wire(command)).toEqual(calls)
  })

  it('never mutes or removes ourselves, nor anybody while our own id is unknown', () => {
    for (const name of ['muteParticipant', 'kickParticipant'] as const) {
      expect(wire({ name, id: own })).toBeNull()
      expect(wire({ name, id: 'g1' }, null)).toBeNull()
      // What the frame calls us once it is out of the meeting.
      expect(wire({ name, id: 'local' })).toBeNull()
    }
  })

  it('sends nothing of an empty recipient: the protocol has no such word', () => {
    expect(RoomCommand.safeParse({ name: 'sendPrivateMessage', toId: '', text: 'x' }).success).toBe(false)
  })

  it('uses only names it declares', () => {
    const calls = callsFor({ name: 'sendPrivateMessage', toId: 'g1', text: 'x' }, own) ?? []
    for (const { name } of calls) expect(commandNames).toContain(name)
  })
})

describe('what is heard', () => {
  const receive = (name: string, payload: unknown) => readMeetingEvent(name, payload, '0000aaaa')

  it.each<[string, unknown, unknown]>([
    [
      'videoConferenceJoined',
      { id: 'a1', displayName: 'Me', roomName: 'x', avatarURL: 'https://g' },
      { name: 'joined', id: 'a1', displayName: 'Me' },
    ],
    [
      'participantMuted',
      { id: 'a1', isMuted: true, mediaType: 'audio' },
      { name: 'participantMuted', id: 'a1', isMuted: true, mediaType: 'audio' },
    ],
    [
      'displayNameChange',
      { id: 'a1', displayname: 'New' },
      { name: 'displayNameChange', id: 'a1', displayName: 'New' },
    ],
    [
      'participantKickedOut',
      { kicked: { id: 'a1', name: 'N' }, kicker: {} },
      { name: 'kicked', kickedId: 'a1', isSelf: false },
    ],
    [
      'participantKickedOut',
      { kicked: { id: '0000aaaa' } },
      { name: 'kicked', kickedId: '0000aaaa', isSelf: true },
    ],
    [
      'knockingParticipant',
      { participant: { id: 'k1', name: 'Sol' } },
      { name: 'knocking', id: 'k1', displayName: 'Sol' },
    ],
    ['raiseHandUpdated', { id: 'a1', handRaised: 5 }, { name: 'handRaised', id: 'a1', raisedAtMs: 5 }],
    ['raiseHandUpdated', { id: 'a1', handRaised: false }, { name: 'handRaised', id: 'a1', raisedAtMs: 0 }],
    [
      'participantRoleChanged',
      { id: 'a1', role: 'visitor' },
      { name: 'roleChanged', id: 'a1', role: 'none' },
    ],
    [
      'incomingMessage',
      { from: 'a1', nick: 'Wren', message: 'Hi', privateMessage: true, stamp: 'x' },
      { name: 'messageReceived', fromId: 'a1', displayName: 'Wren', text: 'Hi', isPrivate: true },
    ],
    [
      'errorOccurred',
      { error: { name: 'conference.destroyed', isFatal: true, message: 'Wren said' } },
      { name: 'errorOccurred', errorName: 'conference.destroyed', isFatal: true },
    ],
    [
      'errorOccurred',
      { error: { name: 'Wren was here' } },
      { name: 'errorOccurred', errorName: 'unknown', isFatal: false },
    ],
    [
      'notificationTriggered',
      { title: 'dialog.lockTitle', description: 'dialog.lockMessage' },
      { name: 'hinted', title: 'dialog.lockTitle', description: 'dialog.lockMessage' },
    ],
    ['notificationTriggered', { title: 'Wren joined the room' }, null],
    [
      'notificationTriggered',
      { title: 'notify.passwordSetRemotely' },
      { name: 'hinted', title: 'notify.passwordSetRemotely', description: '' },
    ],
    [
      'notificationTriggered',
      { description: 'lobby.notificationLobbyDisabled' },
      { name: 'hinted', title: '', description: 'lobby.notificationLobbyDisabled' },
    ],
    ['notificationTriggered', {}, null],
    [
      'nonParticipantMessageReceived',
      { id: '0000aaaa', message: { type: 'lobby-notify', event: 'LOBBY-ENABLED', value: true } },
      { name: 'ownLobbyShown', isOn: true },
    ],
    [
      'nonParticipantMessageReceived',
      { id: '0000aaaa', message: { type: 'lobby-notify', event: 'LOBBY-ENABLED', value: false } },
      { name: 'ownLobbyShown', isOn: false },
    ],
    [
      'nonParticipantMessageReceived',
      {
        id: '0000aaaa',
        message: {
          type: 'lobby-notify',
          event: 'LOBBY-ACCESS-GRANTED',
          value: 'r@lobby.meet.example/1234abcd',
          name: 'Sol',
        },
      },
      { name: 'ownAnswerShown', id: '1234abcd', isAdmitted: true },
    ],
    [
      'nonParticipantMessageReceived',
      {
        id: '0000aaaa',
        message: {
          type: 'lobby-notify',
          event: 'LOBBY-ACCESS-DENIED',
          value: 'r@lobby.meet.example/1234abcd',
        },
      },
      { name: 'ownAnswerShown', id: '1234abcd', isAdmitted: false },
    ],
    // Somebody else's act, another message, a value that is none.
    [
      'nonParticipantMessageReceived',
      { id: 'a1', message: { type: 'lobby-notify', event: 'LOBBY-ENABLED', value: true } },
      null,
    ],
    [
      'nonParticipantMessageReceived',
      { id: '0000aaaa', message: { type: 'x', event: 'LOBBY-ENABLED' } },
      null,
    ],
    [
      'nonParticipantMessageReceived',
      { id: '0000aaaa', message: { type: 'lobby-notify', event: 'LOBBY-ENABLED', value: 'yes' } },
      null,
    ],
    [
      'nonParticipantMessageReceived',
      { id: '0000aaaa', message: { type: 'lobby-notify', event: 'LOBBY-ACCESS-DENIED', value: '<b>' } },
      null,
    ],
    ['nonParticipantMessageReceived', { id: '0000aaaa', message: 'LOBBY-ENABLED' }, null],
    // Before we joined, we are `local`.
    [
      'participantMuted',
      { id: 'local', isMuted: true, mediaType: 'audio' },
      { name: 'ownAudioMuted', isMuted: true },
    ],
    [
      'displayNameChange',
      { id: 'local', displayname: 'Ash' },
      { name: 'displayNameChange', id: '0000aaaa', displayName: 'Ash' },
    ],
    [
      'raiseHandUpdated',
      { id: 'local', handRaised: 7 },
      { name: 'handRaised', id: '0000aaaa', raisedAtMs: 7 },
    ],
    // `transcription` says that a transcript runs as well: what it says of the recording is true all the same.
    [
      'recordingStatusChanged',
      { on: true, mode: 'file', transcription: true },
      { name: 'recordingChanged', isOn: true, mode: 'file' },
    ],
    [
      'recordingStatusChanged',
      { on: false, mode: 'stream', transcription: true },
      { name: 'recordingChanged', isOn: false, mode: 'stream' },
    ],
    // Somebody could not start a second one: the first goes on.
    ['recordingStatusChanged', { on: false, mode: 'file', error: 'unexpected-request' }, null],
    ['recordingStatusChanged', { on: false, mode: 'file', error: { code: 1 } }, null],
    // Nobody is called so: it is what the frame calls us.
    ['participantJoined', { id: 'local', displayName: 'Ash' }, null],
    ['knockingParticipant', { participant: { id: 'local', name: 'Ash' } }, null],
    [
      'participantRoleChanged',
      { id: 'local', role: 'moderator' },
      { name: 'roleChanged', id: '0000aaaa', role: 'moderator' },
    ],
    ['dominantSpeakerChanged', { id: 'local' }, { name: 'dominantSpeaker', id: '0000aaaa' }],
    ['incomingMessage', { from: 'local', nick: 'x', message: 'y', privateMessage: true }, null],
    ['participantLeft', { id: '' }, null],
    [
      'recordingStatusChanged',
      { on: true, mode: 'file' },
      { name: 'recordingChanged', isOn: true, mode: 'file' },
    ],
    ['lobbyModeChanged', { enabled: true }, { name: 'lobbyChanged', isEnabled: true }],
    ['participantJoined', { id: '<b>', displayName: 'x' }, null],
    ['constructor', {}, null],
    ['__proto__', {}, null],
    ['videoQualityChanged', { videoQuality: 1 }, null],
  ])('reads %s %j', (name, payload, event) => {
    expect(receive(name, payload)).toEqual(event)
  })

  it('never throws, and never says what the protocol has no word for', () => {
    const names = fc.oneof(fc.constantFrom(...eventNames), fc.string())
    fc.assert(
      fc.property(names, fc.anything({ withNullPrototype: true }), (name, payload) => {
        const event = receive(name, payload)
        if (event !== null) expect(MeetingEvent.parse(event)).toEqual(event)
      }),
      { numRuns: rounds(200, 5000) },
    )
  })

  it('takes no notice of the lobby for ours while our own id is unknown, and nobody for `local`', () => {
    const notice = { id: 'a1', message: { type: 'lobby-notify', event: 'LOBBY-ENABLED', value: true } }
    expect(readMeetingEvent('nonParticipantMessageReceived', notice, null)).toBeNull()
    expect(readMeetingEvent('displayNameChange', { id: 'local', displayname: 'Ash' }, null)).toBeNull()
    expect(readMeetingEvent('raiseHandUpdated', { id: 'local', handRaised: 0 }, null)).toBeNull()
  })

  it('survives a payload whose fields throw', () => {
    const trap = Object.defineProperty({}, 'id', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    expect(receive('participantLeft', trap)).toBeNull()
  })
})

describe('what a poll shows', () => {
  const rooms = (participants: unknown) => ({ rooms: [{ isMainRoom: true, participants }] })

  it('reads the main room, ourselves included, older servers too', () => {
    const answer = {
      rooms: [
        { isMainRoom: false, participants: [{ id: 'other' }] },
        {
          isMainRoom: true,
          participants: [
            {
              id: 'a1',
              displayName: 'Marsh',
              role: 'moderator',
              audioMuted: true,
              videoMuted: false,
              jid: 'j',
            },
            { id: 'a2' },
            { id: '' },
            'rubbish',
          ],
        },
      ],
    }
    expect(readRoster(answer)).toEqual([
      { id: 'a1', displayName: 'Marsh', role: 'moderator', isAudioMuted: true, isVideoMuted: false },
      { id: 'a2', displayName: '', role: 'none' },
    ])
  })

  it.each([
    ['an error that resolved', { error: {} }],
    ['nothing', undefined],
    ['no rooms', { rooms: [] }],
    ['ourselves alone, out of the meeting', rooms([{ id: 'local', displayName: 'Sam', role: 'moderator' }])],
    ['too many', rooms(Array.from({ length: PEOPLE_MAX + 1 }, (_, index) => ({ id: `a${index}` })))],
  ])('takes %s for no answer', (_what, answer) => {
    expect(readRoster(answer)).toBeNull()
  })

  it('never throws on anything', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => void readRoster(answer)),
      { numRuns: rounds(150, 2000) },
    )
  })

  const silent = { executeCommand: () => undefined, on: () => undefined }

  it('gives up by itself on a meeting that never answers', async () => {
    const never = () => new Promise(() => undefined)
    const result = await pollMeeting({ ...silent, getRoomsInfo: never, isModerationOn: never }, 20)
    expect(result).toEqual({ people: null, isAudioModerated: null, isVideoModerated: null, isLobbyOn: null })
  })

  it('asks what is there and minds neither a throw nor a missing function', async () => {
    const result = await pollMeeting({
      ...silent,
      getRoomsInfo: () => {
        throw new Error('no')
      },
      isModerationOn: (mediaType) => mediaType === 'audio',
      isLobbyEnabled: () => Promise.resolve(true),
    })
    expect(result).toEqual({ people: null, isAudioModerated: true, isVideoModerated: false, isLobbyOn: true })
  })
})
