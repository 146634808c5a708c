/**
 * @file Asks a meeting server for its script: the only outbound connection of ours (promise 3), and only to
 * the server the facilitator chose. It carries no cookie, no credential, no referrer and nobody's name.
 */
import type { IncomingMessage } from 'node:http'
import type { ServerCheck } from '../../contract/meeting'
import type { Host, ServerWay } from '../host'
import { type Asker, askBy } from './server-request'

/** Longest a check may take altogether, in milliseconds (contract: eight seconds). */
export const CHECK_TIMEOUT_MS = 8_000
/** Longest wait for any answer while a room is open, in milliseconds. */
export const ANSWER_TIMEOUT_MS = 4_000
/** Largest script read, in bytes; the real one is a tenth of it. */
export const SCRIPT_BYTES_MAX = 3_000_000
/** Redirects followed within the server's own origin. */
const REDIRECTS_MAX = 3

type Result = ServerCheck['result']

/** Codes of a connection that was refused because the certificate is not trusted (Node's TLS and OpenSSL). */
const untrustedCodes = [
  /^CERT_/,
  /^ERR_TLS_CERT/,
  /SELF_SIGNED_CERT/,
  /^UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE|GET_CRL|DECRYPT_CERT)/,
  /^(INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED)$/,
]
/** Codes of something that answers, but not as a web server does. */
const rubbishCodes = [/^HPE_/, /^ERR_SSL/, /^EPROTO$/]

const codesOf = (thrown: unknown): string[] => {
  const codes: string[] = []
  let current: unknown = thrown
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code)
    current = current.cause
  }
  return codes
}

/** What a failed request shows about the server. */
const resultOfFailure = (thrown: unknown, signal: AbortSignal): Result => {
  if (signal.aborted) return 'timeout'
  const codes = codesOf(thrown)
  const isOneOf = (patterns: RegExp[]) => codes.some((code) => patterns.some((p) => p.test(code)))
  if (isOneOf(untrustedCodes)) return 'untrusted'
  if (isOneOf(rubbishCodes)) return 'rubbish'
  if (codes.some((code) => /TIMEOUT|TIMEDOUT/.test(code))) return 'timeout'
  return 'down'
}

/** Asks within one origin: a redirect that leads elsewhere is answered as it is, not followed. */
const askWithin = async (asker: Asker, url: string, signal: AbortSignal): Promise<IncomingMessage> => {
  let at = url
  for (let redirects = 0; ; redirects += 1) {
    const response = await asker.ask(at, signal)
    const { statusCode = 0, headers } = response
    const { location } = headers
    const isRedirect = statusCode >= 300 && statusCode < 400 && location !== undefined
    if (!isRedirect || redirects === REDIRECTS_MAX || !URL.canParse(location, at)) return response
    const next = new URL(location, at)
    if (next.origin !== new URL(url).origin) return response
    response.destroy()
    at = next.href
  }
}

/** The body as text, or null when it is larger than the cap. */
const readCapped = async (response: IncomingMessage): Promise<string | null> => {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response) {
    if (!(chunk instanceof Uint8Array)) continue
    bytes += chunk.byteLength
    // Leaving the loop ends the rest of the body.
    if (bytes > SCRIPT_BYTES_MAX) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** A header as pages mean it: several of one name are one list. */
const headersOf = ({ headersDistinct }: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const name of ['content-security-policy', 'x-frame-options']) {
    for (const value of headersDistinct[name] ?? []) headers.append(name, value)
  }
  return headers
}

/** True for text that defines the meeting's API and is not a page about it. */
export const looksLikeTheScript = (text: string): boolean =>
  text.includes('JitsiMeetExternalAPI') && !/^\s*</.test(text)

/**
 * Whether a page's headers forbid showing it inside our room page, which is served over plain loopback http:
 * of `frame-ancestors` only `*` and `http:` allow that. Where it is given, X-Frame-Options does not count.
 */
export const forbidsFraming = (headers: Headers): boolean => {
  const policies = (headers.get('content-security-policy') ?? '').split(',')
  const ancestors = policies.flatMap((policy) =>
    policy
      .split(';')
      .map((directive) => directive.trim().toLowerCase().split(/\s+/))
      .filter(([name]) => name === 'frame-ancestors')
      // The first of a policy counts, later ones are ignored.
      .slice(0, 1),
  )
  if (ancestors.length > 0) {
    return ancestors.some((sources) => !sources.some((source) => source === '*' || source === 'http:'))
  }
  const options = (headers.get('x-frame-options') ?? '').toLowerCase()
  return /\b(deny|sameorigin)\b/.test(options)
}

const resultOf = async (host: string, asker: Asker, signal: AbortSignal): Promise<Result> => {
  try {
    const script = await askWithin(asker, `https://${host}/external_api.js`, signal)
    if (script.statusCode !== 200) {
      script.destroy()
      return 'noScript'
    }
    const text = await readCapped(script)
    if (text === null || !looksLikeTheScript(text)) return 'rubbish'
  } catch (thrown) {
    return resultOfFailure(thrown, signal)
  }
  try {
    const page = await askWithin(asker, `https://${host}/`, signal)
    page.destroy()
    // A page that leads elsewhere or fails says nothing about a meeting's own page.
    return page.statusCode === 200 && forbidsFraming(headersOf(page)) ? 'framingForbidden' : 'answers'
  } catch {
    return 'answers'
  }
}

/** What no connection means by this way. */
const meant = (result: Result, way: Exclude<ServerWay, { kind: 'closed' }>): Result => {
  if (result !== 'down') return result
  if (way.kind === 'proxy') return 'proxyRefused'
  return way.isSure ? 'down' : 'notReached'
}

/**
 * Checks a server: does it answer, with its script, and may its pages be shown inside ours.
 *
 * @param host - canonical `host[:port][/tenant]`.
 * @param wayTo - how the call will reach it; the check goes the same way.
 * @param timeoutMs - for all requests together.
 */
export const checkJitsiServer = async (
  host: string,
  wayTo: Host['wayTo'],
  timeoutMs = CHECK_TIMEOUT_MS,
): Promise<ServerCheck> => {
  const startedMs = performance.now()
  const way = await wayTo(`https://${host}/external_api.js`)
  if (way.kind === 'closed') return { result: 'notAsked', elapsedMs: 0 }
  const signal = AbortSignal.timeout(timeoutMs)
  const ask = async (trustsAsHere: boolean): Promise<Result> => {
    const asker = askBy(way, trustsAsHere)
    try {
      return meant(await resultOf(host, asker, signal), way)
    } finally {
      asker.end()
    }
  }
  const first = await ask(false)
  const result = first === 'untrusted' ? await ask(true) : first
  return { result, elapsedMs: Math.round(performance.now() - startedMs) }
}

/**
 * Whether anything answers at a server's address, whatever it says: nothing of it is read.
 *
 * @param host - canonical `host[:port][/tenant]`.
 * @param wayTo - how the call reaches it; the question goes the same way.
 * @returns null where it cannot be asked, or where it is a proxy that failed.
 */
export const doesJitsiServerAnswer = async (
  host: string,
  wayTo: Host['wayTo'],
  timeoutMs = ANSWER_TIMEOUT_MS,
): Promise<boolean | null> => {
  const url = `https://${host}/external_api.js`
  const way = await wayTo(url)
  if (way.kind === 'closed') return null
  const signal = AbortSignal.timeout(timeoutMs)
  const asker = askBy(way, false)
  try {
    const response = await asker.ask(url, signal)
    response.destroy()
    return true
  } catch (thrown) {
    switch (resultOfFailure(thrown, signal)) {
      case 'timeout':
        return false
      case 'down':
        return way.kind === 'proxy' ? null : false
      default:
        // A certificate that we do not trust, or no web server: somebody is there.
        return true
    }
  } finally {
    asker.end()
  }
}
