/** @file A bare console page for the room tests: only the real connection, and what it told. Runs in a browser. */

import type { FromRoom } from '../../src/contract/room-protocol'
import type { RoomConnection, RoomNotice } from '../../src/renderer/console/meeting/connection'
import { connectRoom } from '../../src/renderer/console/meeting/connection'

/** What the tests reach from outside. */
export interface RoomTestConsole {
  notices: RoomNotice[]
  /** Of the notices, what a test looks for again and again: to carry all of a flood across takes what a page has. */
  alarms(): Extract<RoomNotice, { kind: 'alarm' }>['alarm'][]
  /** The first answer to one of these polls. */
  answerTo(pollIds: readonly (number | null)[]): Extract<FromRoom, { kind: 'polled' }> | undefined
  connection: RoomConnection | null
  /** A box to type in, as a report has. */
  words: HTMLTextAreaElement
  connect(roomUrl: string): void
  /** An iframe as somebody careless would make it: no sandbox. */
  embedCarelessly(url: string): void
}

const container = document.createElement('div')
container.id = 'room'
container.style.setProperty('height', '480px')
document.body.append(container)

const words = document.createElement('textarea')
words.ariaLabel = 'Words'
document.body.append(words)

const testConsole: RoomTestConsole = {
  words,
  notices: [],
  alarms: () => testConsole.notices.flatMap((notice) => (notice.kind === 'alarm' ? [notice.alarm] : [])),
  answerTo: (pollIds) =>
    testConsole.notices
      .flatMap((notice) =>
        notice.kind === 'message' && notice.message.kind === 'polled' ? [notice.message] : [],
      )
      .find(({ pollId }) => pollIds.includes(pollId)),
  connection: null,
  connect(roomUrl) {
    const connection = connectRoom({
      container,
      roomUrl,
      title: 'The room',
      startIntake: () => new Worker('/intake-worker.js'),
    })
    connection.subscribe((notice) => testConsole.notices.push(notice))
    testConsole.connection = connection
  },
  embedCarelessly(url) {
    const frame = document.createElement('iframe')
    frame.src = url
    container.replaceChildren(frame)
  },
}
Object.assign(window, { testConsole })
