/** @file The thread of the room page's port: everything in order, in small pieces; what may not be heard as an alarm. */
import { afterEach, describe, expect, it } from 'vitest'
import { MESSAGE_MAX } from '../../../../contract/room-protocol'
import { BATCH_MAX, createIntakeThread, type Heard } from './intake-thread'

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

const started = () => {
  const toRoom = new MessageChannel()
  const toConsole = new MessageChannel()
  ports.push(toRoom.port1, toRoom.port2, toConsole.port1, toConsole.port2)
  const stop = createIntakeThread(toRoom.port1, toConsole.port2)
  const pieces: (readonly Heard[])[] = []
  const orders: unknown[] = []
  toConsole.port1.onmessage = ({ data }) => void pieces.push(data)
  toRoom.port2.onmessage = ({ data }) => void orders.push(data)
  const until = async (isDone: () => boolean): Promise<void> => {
    while (!isDone()) await new Promise((done) => setTimeout(done, 1))
  }
  return {
    stop,
    pieces,
    orders,
    until,
    say: (data: unknown) => toRoom.port2.postMessage(data),
    order: (text: string) => toConsole.port1.postMessage(text),
  }
}

describe('the thread of the room page’s port', () => {
  it('hands on what may be heard, in order and in pieces that hold up no frame', async () => {
    const { say, pieces, until, stop } = started()
    const count = 3 * BATCH_MAX + 7
    for (let pingId = 0; pingId < count; pingId += 1) say(JSON.stringify({ kind: 'pong', pingId, more: 'x' }))
    await until(() => pieces.flat().length === count)
    expect(pieces.flat()).toEqual(
      Array.from({ length: count }, (_, pingId) => ({ kind: 'message', message: { kind: 'pong', pingId } })),
    )
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(BATCH_MAX)
    stop()
  })

  it('lets nothing through that is too long or no word of the protocol, and says so', async () => {
    const { say, pieces, until, stop } = started()
    say('y'.repeat(MESSAGE_MAX + 1))
    say({ kind: 'pong', pingId: 1 })
    say(JSON.stringify({ kind: 'alive' }))
    await until(() => pieces.flat().length === 3)
    expect(pieces.flat()).toEqual([
      { kind: 'alarm', alarm: 'tooLarge' },
      { kind: 'alarm', alarm: 'unparsable' },
      { kind: 'message', message: { kind: 'alive' } },
    ])
    stop()
  })

  it('passes an order through as it is', async () => {
    const { order, orders, until, stop } = started()
    order('{"kind":"poll","pollId":1}')
    await until(() => orders.length === 1)
    expect(orders).toEqual(['{"kind":"poll","pollId":1}'])
    stop()
  })
})
