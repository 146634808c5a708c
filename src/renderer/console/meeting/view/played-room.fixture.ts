/** @file For component tests: a room that we moderate, its page played by the test, and people who came. */
import { inRoom, join, settled } from '../live/stand-in-evening'

/**
 * A room with guests.
 *
 * @param names - of those who are there; ids are `guest-1`, `guest-2` and so on.
 */
export const playRoom = async (...names: string[]) => {
  const one = await inRoom()
  for (const [index, name] of names.entries()) one.page().event(join(`guest-${index + 1}`, name))
  return {
    ...one,
    /** A private message from somebody who is there. */
    write: (fromId: string, text: string): void => {
      one.page().event({ name: 'messageReceived', fromId, displayName: '', text, isPrivate: true })
    },
    knock: (id: string, displayName: string): void => {
      one.page().event({ name: 'knocking', id, displayName })
    },
    /** Names of the commands that left, newcomers' mutes aside. */
    left: (): string[] =>
      one
        .page()
        .sent.map(({ name }) => name)
        .filter((name) => name !== 'muteParticipant'),
    settled,
  }
}
