/** @file A server of ours is there for the newest, and for those that use it, however many connections others hold open. */
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { until } from '../../../../tests/fixtures/until'
import { CONNECTIONS_MAX } from './few-connections'
import { type LoopbackServer, listenOnLoopback } from './server'

const OURS = 'r0123.localhost'
let server: LoopbackServer
let opened: Socket[] = []

beforeEach(async () => {
  opened = []
  server = await listenOnLoopback({
    port: 0,
    hasIpv6: false,
    siteOf: (host) => (host === OURS ? () => ({ status: 200, headers: {}, body: 'here' }) : null),
  })
})
afterEach(async () => {
  for (const socket of opened) socket.destroy()
  await server.close()
})

const openOne = (words: string) => {
  const socket = connect(server.port, '127.0.0.1', () => socket.write(words))
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('utf8')
  })
  socket.on('error', () => undefined)
  opened.push(socket)
  return { socket, answers: () => heard.split('200 OK').length - 1 }
}
const request = (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`
const open = (sockets: readonly Socket[]): number => sockets.filter(({ closed }) => !closed).length
const flood = async (words: string): Promise<void> => {
  const before = opened.length
  for (let count = 0; count < 3 * CONNECTIONS_MAX; count += 1) openOne(words)
  const others = opened.slice(before)
  await until(async () => open(others) <= CONNECTIONS_MAX / 2 || undefined, 'let go')
}
const answered = (one: ReturnType<typeof openOne>, times: number) =>
  until(async () => one.answers() === times || undefined, 'an answer')
const FIRST_LINE = 'GET / HTTP/1.1\r\n'
/** Asks, and begins to ask again: what is in the middle of something is not ended for being idle. */
const asking = `${request(OURS)}${FIRST_LINE}`
const askingStill = asking.slice(FIRST_LINE.length)

it.each([
  ['say nothing', ''],
  ['ask for an address that is none of ours', request('127.0.0.1')],
  ['never end what they ask', `GET / HTTP/1.1\r\nHost: ${OURS}\r\nX-`],
])('goes on with one that asked for an address of ours, while many others %s', async (_what, words) => {
  const ours = openOne(asking)
  await answered(ours, 1)
  await flood(words)
  ours.socket.write(askingStill)
  await answered(ours, 2)
  await answered(openOne(request(OURS)), 1)
})

it('answers the newest where it holds as many as it may, and goes on with one that asks again', async () => {
  const ours = openOne(asking)
  await answered(ours, 1)
  for (let round = 0; round < 4; round += 1) {
    const others = Array.from({ length: CONNECTIONS_MAX / 2 - 1 }, () => openOne(request(OURS)))
    for (const other of others) await answered(other, 1)
    ours.socket.write(askingStill)
    await answered(ours, round + 2)
  }
  expect(open(opened)).toBeLessThanOrEqual(CONNECTIONS_MAX / 2)
})
