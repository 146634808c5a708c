/** @file Asking the meeting who is there: each request has a time limit of its own (trap 11). */
import { PEOPLE_MAX, PolledPerson } from '../../contract/room-protocol'
import type { MeetingApi } from './meeting-api'
import { OUTSIDE } from './meeting-events'

/** How long one request may take, in milliseconds; the script itself never gives up. */
export const POLL_LIMIT_MS = 4000

/** What one poll showed; null where the script cannot say or did not answer. */
export interface PollResult {
  people: PolledPerson[] | null
  isAudioModerated: boolean | null
  isVideoModerated: boolean | null
  isLobbyOn: boolean | null
}

const get = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/**
 * Reads the answer of `getRoomsInfo`: the people of the main room, ourselves included.
 *
 * @param answer - anything at all; an error comes as `{ error: {} }` in a promise that resolves.
 * @returns null when it is not a roster, when the frame is out of the meeting, or when it claims more than PEOPLE_MAX people. An entry without a proper id
 * is left out: nothing could be done with it.
 */
export const readRoster = (answer: unknown): PolledPerson[] | null => {
  try {
    const rooms = get(answer, 'rooms')
    if (!Array.isArray(rooms)) return null
    const main: unknown = rooms.find((room) => get(room, 'isMainRoom') === true) ?? rooms[0]
    const participants = get(main, 'participants')
    if (!Array.isArray(participants) || participants.length > PEOPLE_MAX) return null
    // Out of the meeting the frame lists itself alone, under no connection's id: taken for a newcomer, we would be muted
    // by ourselves, and on us that is a toggle.
    if (participants.some((entry: unknown) => get(entry, 'id') === OUTSIDE)) return null
    return participants.flatMap((entry: unknown) => {
      const isAudioMuted = get(entry, 'audioMuted')
      const isVideoMuted = get(entry, 'videoMuted')
      const read = PolledPerson.safeParse({
        id: get(entry, 'id'),
        displayName: get(entry, 'displayName'),
        role: get(entry, 'role'),
        ...(typeof isAudioMuted === 'boolean' ? { isAudioMuted } : {}),
        ...(typeof isVideoMuted === 'boolean' ? { isVideoMuted } : {}),
      })
      return read.success ? [read.data] : []
    })
  } catch {
    return null
  }
}

/** Asks, and answers undefined after the limit, on a throw, and where the function is missing. */
const ask = async (request: (() => unknown) | undefined, limitMs: number): Promise<unknown> => {
  if (request === undefined) return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs)
  })
  try {
    return await Promise.race([Promise.resolve(request()), tooLate])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

const booleanOrNull = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)

const method = (
  api: MeetingApi,
  name: 'getRoomsInfo' | 'isModerationOn' | 'isLobbyEnabled',
  arg?: string,
) => {
  const member: unknown = Reflect.get(api, name)
  if (typeof member !== 'function') return undefined
  return (): unknown => Reflect.apply(member, api, arg === undefined ? [] : [arg])
}

/**
 * Polls once: roster, moderation of microphones and cameras, and the lobby where a later script can say. Never rejects.
 *
 * @param api - the server's script.
 * @param limitMs - for each of the requests, which run side by side.
 */
export const pollMeeting = async (api: MeetingApi, limitMs = POLL_LIMIT_MS): Promise<PollResult> => {
  const [rooms, audio, video, lobby] = await Promise.all([
    ask(method(api, 'getRoomsInfo'), limitMs),
    ask(method(api, 'isModerationOn', 'audio'), limitMs),
    ask(method(api, 'isModerationOn', 'video'), limitMs),
    ask(method(api, 'isLobbyEnabled'), limitMs),
  ])
  return {
    people: readRoster(rooms),
    isAudioModerated: booleanOrNull(audio),
    isVideoModerated: booleanOrNull(video),
    isLobbyOn: booleanOrNull(lobby),
  }
}
