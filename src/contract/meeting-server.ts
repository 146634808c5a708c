/** @file The meeting server a group uses: the built-in rehearsal, or a Jitsi host the facilitator typed. */
import { z } from 'zod'

const hostLabel = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/
const tenantPart = /^[A-Za-z0-9_-]{1,128}$/
// No leading zeros: browsers read those as octal.
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/
// A trailing dot names the same host to a resolver.
const meetJitSi = /(?:^|\.)meet\.jit\.si\.?$/

/** Why a typed server address is refused. The console has the words for each. */
export type ServerRefusal =
  | 'empty'
  | 'notHttps' // a scheme other than https
  | 'notAHost' // anything that is not host[:port][/tenant]
  | 'meetJitSi' // trap 18: moderator login, embedded calls end after five minutes

/**
 * Reads what was typed as `host[:port][/tenant]`; a leading `https://` and one trailing slash are forgiven.
 * The script does not validate `domain` (trap 13), so this does: no user, query, fragment, or escape.
 *
 * @param typed - anything a person may paste; at most 300 characters are looked at.
 * @returns the canonical address (host in lower case), or why it is refused.
 */
export const readServerAddress = (
  typed: string,
): { isAccepted: true; host: string } | { isAccepted: false; refusal: ServerRefusal } => {
  const refuse = (refusal: ServerRefusal) => ({ isAccepted: false, refusal }) as const
  let text = typed.trim()
  if (text === '') return refuse('empty')
  if (text.length > 300) return refuse('notAHost')
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)
  if (scheme) {
    if (scheme[1]?.toLowerCase() !== 'https') return refuse('notHttps')
    text = text.slice(scheme[0].length)
  }
  // Before lower-casing, which turns a few letters of other scripts into ASCII ones.
  if (!/^[\x21-\x7e]*$/.test(text)) return refuse('notAHost')
  const parts = text.replace(/\/$/, '').split('/')
  const [authority = '', tenant] = parts
  if (parts.length > 2 || (tenant !== undefined && !tenantPart.test(tenant))) return refuse('notAHost')
  const match = /^([^:]+)(?::(\d{1,5}))?$/.exec(authority.toLowerCase())
  if (!match) return refuse('notAHost')
  const [, host = '', port] = match
  if (meetJitSi.test(host)) return refuse('meetJitSi')
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return refuse('notAHost')
  const labels = host.split('.')
  const isIpv4 = ipv4.test(host)
  const isLoopback =
    host === 'localhost' || host.endsWith('.localhost') || (isIpv4 && host.startsWith('127.'))
  // "This host": connects to whatever listens on this laptop, past the rule on loopback ports.
  if (isIpv4 && host.startsWith('0.')) return refuse('notAHost')
  if (!isIpv4 && !labels.every((label) => hostLabel.test(label))) return refuse('notAHost')
  // A last label of digits only would be read as an IPv4 number by browsers.
  if (!isIpv4 && /^(\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return refuse('notAHost')
  if (!isLoopback && !isIpv4 && labels.length < 2) return refuse('notAHost')
  // Loopback without a port would be whatever else listens on 443 of this laptop: ask for it by name.
  if (isLoopback && port === undefined) return refuse('notAHost')
  if (host.length > 253) return refuse('notAHost')
  // 443 goes without saying, except on loopback, where the port is asked for.
  const isPortShown = port !== undefined && (isLoopback || Number(port) !== 443)
  return {
    isAccepted: true,
    host: `${host}${isPortShown ? `:${Number(port)}` : ''}${tenant ? `/${tenant}` : ''}`,
  }
}

/** A canonical `host[:port][/tenant]`, https implied. */
export const JitsiHost = z
  .string()
  .max(300)
  .refine(
    (text) => {
      const read = readServerAddress(text)
      return read.isAccepted && read.host === text
    },
    { message: 'Not a canonical host[:port][/tenant]' },
  )

export const MeetingServer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rehearsal') }),
  z.strictObject({ kind: z.literal('jitsi'), host: JitsiHost }),
])
export type MeetingServer = z.infer<typeof MeetingServer>

/**
 * The way into a room, as everybody is sent it: no password, token or name is in it.
 *
 * @returns null for the rehearsal, whose room is on this computer.
 */
export const linkOf = (server: MeetingServer, roomName: string): string | null =>
  server.kind === 'jitsi' ? `https://${server.host}/${roomName}` : null
