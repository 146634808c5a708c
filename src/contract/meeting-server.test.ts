/** @file What a typed server address may be, by example and by property. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../tests/fixtures/rounds'
import { JitsiHost, MeetingServer, readServerAddress } from './meeting-server'

const accepted = (typed: string) => {
  const read = readServerAddress(typed)
  return read.isAccepted ? read.host : null
}
const refusal = (typed: string) => {
  const read = readServerAddress(typed)
  return read.isAccepted ? null : read.refusal
}

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/)
const domain = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('org', 'example', 'co', 'test'))
  .map(([labels, last]) => [...labels, last].join('.'))
/** Four numbers the way people and attackers write them: leading zeros, too large, too few digits. */
const quad = fc
  .array(fc.stringMatching(/^[0-9]{1,4}$/), { minLength: 4, maxLength: 4 })
  .map((numbers) => numbers.join('.'))
const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: null })
const tenant = fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), { nil: null })
const address = fc
  .tuple(domain, port, tenant)
  .map(
    ([host, portNumber, path]) =>
      `${host}${portNumber === null ? '' : `:${portNumber}`}${path === null ? '' : `/${path}`}`,
  )

describe('what is accepted', () => {
  it.each([
    ['meet.example.org', 'meet.example.org'],
    ['  meet.example.org\n', 'meet.example.org'],
    ['https://meet.example.org/', 'meet.example.org'],
    ['HTTPS://Meet.Example.ORG', 'meet.example.org'],
    ['meet.example.org:443', 'meet.example.org'],
    ['meet.example.org:0443', 'meet.example.org'],
    ['meet.example.org:08443', 'meet.example.org:8443'],
    ['meet.example.org:8443/Tenant-1', 'meet.example.org:8443/Tenant-1'],
    ['8x8.vc/vpaas-magic-cookie-0a1b', '8x8.vc/vpaas-magic-cookie-0a1b'],
    ['192.0.2.7', '192.0.2.7'],
    ['localhost:8443', 'localhost:8443'],
    ['127.0.0.1:8443', '127.0.0.1:8443'],
    ['jitsi.localhost:9000', 'jitsi.localhost:9000'],
    ['localhost:443', 'localhost:443'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('%j is %s', (typed, host) => expect(accepted(typed)).toBe(host))

  it('every address of the form, in every disguise that is forgiven', () => {
    fc.assert(
      fc.property(
        address,
        fc.constantFrom('', 'https://', 'HTTPS://'),
        fc.constantFrom('', ' '),
        (text, scheme, space) => accepted(`${space}${scheme}${text}${space}`) !== null,
      ),
    )
  })

  it('is a fixpoint: reading the canonical form gives it again', () => {
    fc.assert(
      fc.property(address, (text) => {
        const host = accepted(text)
        expect(host).not.toBeNull()
        if (host === null) return
        expect(accepted(host)).toBe(host)
        expect(JitsiHost.safeParse(host).success).toBe(true)
      }),
    )
  })

  it('is the host a browser would connect to, with nothing else in the address', () => {
    fc.assert(
      fc.property(fc.oneof(address, quad, fc.webUrl(), fc.string({ maxLength: 60 })), (typed) => {
        const host = accepted(typed)
        if (host === null) return
        const url = new URL(`https://${host}`)
        expect(`${url.host}${url.pathname === '/' ? '' : url.pathname}`).toBe(
          host.replace(/:443(?=\/|$)/, ''),
        )
        expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', ''])
        expect(url.protocol).toBe('https:')
      }),
      { numRuns: rounds(400, 10_000) },
    )
  })

  it('only canonical addresses pass the schema', () => {
    expect(MeetingServer.safeParse({ kind: 'jitsi', host: 'Meet.Example.org' }).success).toBe(false)
    expect(MeetingServer.safeParse({ kind: 'jitsi', host: 'https://meet.example.org' }).success).toBe(false)
    expect(MeetingServer.safeParse({ kind: 'jitsi', host: 'meet.example.org' }).success).toBe(true)
    expect(MeetingServer.safeParse({ kind: 'rehearsal' }).success).toBe(true)
    expect(MeetingServer.safeParse({ kind: 'rehearsal', host: 'meet.example.org' }).success).toBe(false)
  })
})

describe('what is refused', () => {
  it.each([
    ['', 'empty'],
    [' \t\n', 'empty'],
    ['http://meet.example.org', 'notHttps'],
    ['javascript://meet.example.org', 'notHttps'],
    ['wss://meet.example.org', 'notHttps'],
    ['user@meet.example.org', 'notAHost'],
    ['meet.example.org@evil.example', 'notAHost'],
    ['meet.example.org\\@evil.example', 'notAHost'],
    ['meet.example.org?jwt=1', 'notAHost'],
    ['meet.example.org#config', 'notAHost'],
    ['meet.example.org/a?b', 'notAHost'],
    ['meet.example.org/a/b', 'notAHost'],
    ['meet.example.org//', 'notAHost'],
    ['meet.example.org/%2e%2e', 'notAHost'],
    ['meet.example.org/..', 'notAHost'],
    ['meet%2eexample.org', 'notAHost'],
    ['meet.example.org:', 'notAHost'],
    ['meet.example.org:0', 'notAHost'],
    ['meet.example.org:65536', 'notAHost'],
    ['meet.example.org:8443:1', 'notAHost'],
    ['meet.example.org.', 'notAHost'],
    ['.meet.example.org', 'notAHost'],
    ['meet..example.org', 'notAHost'],
    ['-meet.example.org', 'notAHost'],
    ['meet-.example.org', 'notAHost'],
    ['meet_room.example.org', 'notAHost'],
    ['bücher.example', 'notAHost'],
    ['ｍeet.example.org', 'notAHost'],
    ['meet.example\u3002org', 'notAHost'],
    ['meet.\u202egro.example', 'notAHost'],
    ['meet.exa\u00admple.org', 'notAHost'],
    // Lower-casing turns this into an ASCII k; it is not the host that was read.
    ['meet.\u212aelvin.example', 'notAHost'],
    ['meet', 'notAHost'],
    ['localhost', 'notAHost'],
    ['127.0.0.1', 'notAHost'],
    ['[::1]:8443', 'notAHost'],
    ['2130706433:8443', 'notAHost'],
    ['127.1:8443', 'notAHost'],
    ['0x7f.0.0.0x1:8443', 'notAHost'],
    ['0177.0.0.01', 'notAHost'],
    ['999.1.1.1', 'notAHost'],
    ['01.2.3.4', 'notAHost'],
    ['0.0.0.0', 'notAHost'],
    ['127.00.0.1:8443', 'notAHost'],
    [`${'a'.repeat(64)}.example`, 'notAHost'],
    [`${'a.'.repeat(126)}example`, 'notAHost'],
    ['a'.repeat(301), 'notAHost'],
  ])('%j as %s', (typed, why) => expect(refusal(typed)).toBe(why))

  it('anything with a character that could change the address', () => {
    const meddling = fc.constantFrom(
      '@',
      '?',
      '#',
      '%',
      '\\',
      ' ',
      '\t',
      '\n',
      '\r',
      '\0',
      '\u007f',
      '\u00a0',
      '\u2028',
      '\ufeff',
      '"',
      "'",
      '<',
      '>',
      '&',
      '=',
      ';',
      ',',
      '(',
      '{',
      '|',
      '^',
      '`',
      'é',
      'ı',
      'ſ',
      '\u212a',
      '。',
    )
    fc.assert(
      fc.property(address, meddling, fc.nat(), (text, character, at) => {
        // Strictly inside: white space at the ends is forgiven.
        const position = 1 + (at % (text.length - 1))
        expect(accepted(`${text.slice(0, position)}${character}${text.slice(position)}`)).toBeNull()
      }),
      { numRuns: rounds(400, 10_000) },
    )
  })

  it('whatever it accepts is plain ASCII of the form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const host = accepted(typed)
        expect(host === null || /^[a-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9_-]+)?$/.test(host)).toBe(true)
      }),
      { numRuns: rounds(400, 10_000) },
    )
  })
})

describe('meet.jit.si', () => {
  it('is refused with its reason in every disguise', () => {
    const letterCase = fc
      .array(fc.boolean(), { minLength: 11, maxLength: 11 })
      .map((upper) => Array.from('meet.jit.si', (c, i) => (upper[i] ? c.toUpperCase() : c)).join(''))
    fc.assert(
      fc.property(
        fc.constantFrom('', ' ', 'https://', 'HTTPS://'),
        fc.constantFrom('', 'alpha.', 'a.b.'),
        letterCase,
        fc.constantFrom('', '.'),
        fc.constantFrom('', ':443', ':8443', ':00443'),
        fc.constantFrom('', '/', '/tenant', '/Tenant/'),
        (before, sub, name, dot, portText, path) => {
          expect(refusal(`${before}${sub}${name}${dot}${portText}${path}`)).toBe('meetJitSi')
        },
      ),
      { numRuns: rounds(200, 5000) },
    )
  })

  it('does not refuse a neighbour that only looks like it', () => {
    expect(accepted('meet.jit.si.example.org')).toBe('meet.jit.si.example.org')
    expect(accepted('notmeet.jit.si')).toBe('notmeet.jit.si')
  })
})
