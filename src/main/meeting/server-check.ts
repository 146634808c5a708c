/**
 * @file Asks a meeting server for its script: the only outbound connection of ours (promise 3), and only to
 * the server the facilitator chose. It carries no cookie, no credential, no referrer and nobody's name.
 */
import type { ServerCheck } from '../../contract/meeting'

/** Longest a check may take altogether, in milliseconds (contract: eight seconds). */
export const CHECK_TIMEOUT_MS = 8_000
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
const rubbishCodes = [/^HPE_/, /^ERR_SSL/, /^UND_ERR_(RES|HEADERS_OVERFLOW)/, /^EPROTO$/]

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

/** Fetches within one origin: a redirect that leads elsewhere is answered as it is, not followed. */
const fetchWithin = async (url: string, signal: AbortSignal): Promise<Response> => {
  let at = url
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(at, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: '*/*' },
    })
    const location = response.headers.get('location')
    const isRedirect = response.status >= 300 && response.status < 400 && location !== null
    if (!isRedirect || redirects === REDIRECTS_MAX || !URL.canParse(location, at)) return response
    const next = new URL(location, at)
    if (next.origin !== new URL(url).origin) return response
    await response.body?.cancel()
    at = next.href
  }
}

/** The body as text, or null when it is larger than the cap. */
const readCapped = async (response: Response): Promise<string | null> => {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body) {
    bytes += chunk.byteLength
    // Leaving the loop cancels the rest of the body.
    if (bytes > SCRIPT_BYTES_MAX) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
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

const resultOf = async (host: string, signal: AbortSignal): Promise<Result> => {
  try {
    const script = await fetchWithin(`https://${host}/external_api.js`, signal)
    if (script.status !== 200) {
      await script.body?.cancel()
      return 'noScript'
    }
    const text = await readCapped(script)
    if (text === null || !looksLikeTheScript(text)) return 'rubbish'
  } catch (thrown) {
    return resultOfFailure(thrown, signal)
  }
  try {
    const page = await fetchWithin(`https://${host}/`, signal)
    await page.body?.cancel()
    // A page that leads elsewhere or fails says nothing about a meeting's own page.
    return page.status === 200 && forbidsFraming(page.headers) ? 'framingForbidden' : 'answers'
  } catch {
    return 'answers'
  }
}

/**
 * Checks a server: does it answer, with its script, and may its pages be shown inside ours.
 *
 * @param host - canonical `host[:port][/tenant]`.
 * @param timeoutMs - for all requests together.
 */
export const checkJitsiServer = async (host: string, timeoutMs = CHECK_TIMEOUT_MS): Promise<ServerCheck> => {
  const startedMs = performance.now()
  const result = await resultOf(host, AbortSignal.timeout(timeoutMs))
  return { result, elapsedMs: Math.round(performance.now() - startedMs) }
}
