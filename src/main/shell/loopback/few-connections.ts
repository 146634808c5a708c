/**
 * @file Holds few connections, whoever opens them: any user of this machine may open as many as they like, and all the
 * files that a system lets a program have open would keep the vault from its own.
 *
 * Nobody is refused: the oldest is let go for each that is too many, so that the newest, which may be our own page, is
 * heard. Those that asked for an address of ours are held apart from those that have not, so that connections which say
 * nothing push out none that a page uses; on the room's server only our page knows such an address.
 */
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Of those that have asked for nothing of ours, and of those that have, this many at once; a page of ours needs six. */
const EACH_MAX = 64

/** Connections that one server holds at once, those kept apart. */
export const CONNECTIONS_MAX = 2 * EACH_MAX

/** Told what a server's connections turn out to be. */
export interface FewConnections {
  /** This one asked for an address of ours. */
  asked(socket: Duplex): void
  /** This one has shown that it is our page's: it stays for as long as it likes. */
  keep(socket: Duplex): void
}

const letOldestGo = (held: Set<Duplex>): void => {
  const [oldest] = held
  if (oldest === undefined || held.size <= EACH_MAX) return
  held.delete(oldest)
  oldest.destroy()
}

/** Watches a server's connections from now on. */
export const holdFew = (server: Server): FewConnections => {
  const silent = new Set<Duplex>()
  // In the order in which they last asked.
  const known = new Set<Duplex>()
  const forget = (socket: Duplex): void => {
    silent.delete(socket)
    known.delete(socket)
  }
  server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => forget(socket))
    letOldestGo(silent)
  })
  return {
    asked: (socket) => {
      forget(socket)
      known.add(socket)
      letOldestGo(known)
    },
    keep: forget,
  }
}
