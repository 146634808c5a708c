/** @file Checks what asking a server for its script shows, against real https servers on this machine. */
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import { connect as connectTcp, createServer as createTcpServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import selfsigned from 'selfsigned'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ServerWay } from '../host'
import {
  checkJitsiServer,
  doesJitsiServerAnswer,
  forbidsFraming,
  looksLikeTheScript,
  SCRIPT_BYTES_MAX,
} from './server-check'

const script = 'var JitsiMeetExternalAPI = function () {}'
const usualCertificates = getCACertificates('default')
let key: string
let cert: string
const running: { close(): unknown }[] = []

beforeAll(async () => {
  const pems = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  })
  key = pems.private
  cert = pems.cert
  setDefaultCACertificates([...usualCertificates, cert])
})
afterEach(() => {
  for (const server of running.splice(0)) server.close()
})
afterAll(() => setDefaultCACertificates(usualCertificates))

const listen = async (server: Server | ReturnType<typeof createTcpServer>): Promise<string> => {
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return `localhost:${address.port}`
}
const serve = (answer: RequestListener): Promise<string> => {
  const server = createServer({ key, cert }, answer)
  return listen(server)
}
const direct = async (): Promise<ServerWay> => ({ kind: 'direct', isSure: true })
const resultAt = async (host: string, timeoutMs?: number) =>
  (await checkJitsiServer(host, direct, timeoutMs)).result
/** A sound server, with some headers on its pages. */
const soundServer =
  (pageHeaders: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    if (request.url?.endsWith('/external_api.js')) response.end(script)
    else response.writeHead(200, pageHeaders).end('<p>Meet</p>')
  }

describe('checkJitsiServer', () => {
  it('answers for a server that serves its script, and says how long it took', async () => {
    const check = await checkJitsiServer(await serve(soundServer()), direct)
    expect(check.result).toBe('answers')
    expect(check.elapsedMs).toBeGreaterThanOrEqual(0)
    expect(Number.isInteger(check.elapsedMs)).toBe(true)
  })

  it('asks below the tenant where there is one', async () => {
    const asked: string[] = []
    const host = await serve((request, response) => {
      asked.push(request.url ?? '')
      soundServer()(request, response)
    })
    expect(await resultAt(`${host}/my-tenant`)).toBe('answers')
    expect(asked).toEqual(['/my-tenant/external_api.js', '/my-tenant/'])
  })

  it('sends no cookie, credential or referrer', async () => {
    const sent: string[] = []
    const host = await serve((request, response) => {
      sent.push(...Object.keys(request.headers))
      response.setHeader('set-cookie', 'a=b; Secure')
      soundServer()(request, response)
    })
    expect(await resultAt(host)).toBe('answers')
    expect(sent).toContain('accept')
    for (const name of ['cookie', 'authorization', 'referer', 'origin']) expect(sent).not.toContain(name)
  })

  it('knows a server that is down', async () => {
    const server = createTcpServer()
    const host = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    running.pop()
    expect(await resultAt(host)).toBe('down')
    expect(await resultAt('nobody.invalid')).toBe('down')
  })

  it('knows a server that never answers', async () => {
    const host = await serve(() => {})
    expect(await resultAt(host, 300)).toBe('timeout')
  })

  it('knows a server that begins and never ends', async () => {
    const host = await serve((_, response) => {
      response.write(script)
    })
    expect(await resultAt(host, 300)).toBe('timeout')
  })

  it('knows a certificate that is not trusted', async () => {
    const host = await serve(soundServer())
    const [, port] = host.split(':')
    // The certificate is for localhost, not for the address.
    expect(await resultAt(`127.0.0.1:${port}`)).toBe('untrusted')
    setDefaultCACertificates(usualCertificates)
    try {
      expect(await resultAt(await serve(soundServer()))).toBe('untrusted')
    } finally {
      setDefaultCACertificates([...usualCertificates, cert])
    }
  })

  it('knows a server without the script', async () => {
    expect(await resultAt(await serve((_, response) => response.writeHead(404).end()))).toBe('noScript')
    expect(await resultAt(await serve((_, response) => response.writeHead(503).end()))).toBe('noScript')
  })

  it('follows a redirect within the server, never one that leads elsewhere', async () => {
    let isElsewhereAsked = false
    const elsewhere = await serve((_, response) => {
      isElsewhereAsked = true
      response.end(script)
    })
    const redirect =
      (to: string): RequestListener =>
      (request, response) => {
        if (request.url === '/external_api.js') response.writeHead(302, { location: to }).end()
        else soundServer()(request, response)
      }
    expect(await resultAt(await serve(redirect(`https://${elsewhere}/external_api.js`)))).toBe('noScript')
    expect(isElsewhereAsked).toBe(false)
    expect(await resultAt(await serve(redirect('/libs/external_api.js')))).toBe('answers')
    expect(await resultAt(await serve(redirect('/external_api.js')))).toBe('noScript')
  })

  it('knows rubbish: another page, too much, something that is no web server', async () => {
    expect(await resultAt(await serve((_, response) => response.end('<p>JitsiMeetExternalAPI</p>')))).toBe(
      'rubbish',
    )
    const large = script + ' '.repeat(SCRIPT_BYTES_MAX)
    expect(await resultAt(await serve((_, response) => response.end(large)))).toBe('rubbish')
    const notTls = await listen(createTcpServer((socket) => socket.end('220 mail.example.org\r\n')))
    expect(await resultAt(notTls)).toBe('rubbish')
  })

  it('knows a server whose pages may not be shown inside ours', async () => {
    expect(await resultAt(await serve(soundServer({ 'x-frame-options': 'SAMEORIGIN' })))).toBe(
      'framingForbidden',
    )
    expect(
      await resultAt(await serve(soundServer({ 'content-security-policy': "frame-ancestors 'self'" }))),
    ).toBe('framingForbidden')
    expect(
      await resultAt(
        await serve(
          soundServer({ 'x-frame-options': 'DENY', 'content-security-policy': 'frame-ancestors *' }),
        ),
      ),
    ).toBe('answers')
  })
})

describe('the way of the call', () => {
  /** A proxy that lets through to one server, whatever name it was asked for, or answers with a status. */
  const proxy = async (to: string | number): Promise<{ address: string; asked: string[] }> => {
    const asked: string[] = []
    const server = createHttpServer()
    server.on('connect', (request, client) => {
      asked.push(request.url ?? '')
      client.on('error', () => client.destroy())
      if (typeof to === 'number') {
        client.end(`HTTP/1.1 ${to} No\r\n\r\n`)
        return
      }
      const onward = connectTcp(Number(to.split(':')[1]), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        onward.pipe(client).pipe(onward)
      })
      onward.on('error', () => client.destroy())
    })
    running.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : null
    return { address: `http://127.0.0.1:${port}`, asked }
  }
  const through = (address: string) => async (): Promise<ServerWay> => ({ kind: 'proxy', address })

  it('goes through the proxy that the call goes through, for every request of a check', async () => {
    const there = await serve(soundServer())
    const { address, asked } = await proxy(there)
    // A name that only the proxy can reach: directly nothing is there.
    const host = `localhost:${Number(there.split(':')[1]) === 1 ? 2 : 1}`
    expect(await resultAt(host)).toBe('down')
    expect((await checkJitsiServer(host, through(address))).result).toBe('answers')
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set([host]))
  })

  it.each([403, 407, 502])('says that the proxy did not let it through: %i', async (status) => {
    const { address } = await proxy(status)
    expect((await checkJitsiServer('meet.example.org', through(address))).result).toBe('proxyRefused')
  })

  it('says so of a proxy that is not there, and looks at the server’s own certificate behind one', async () => {
    expect((await checkJitsiServer('meet.example.org', through('http://127.0.0.1:1'))).result).toBe(
      'proxyRefused',
    )
    const { address } = await proxy(await serve(soundServer()))
    expect((await checkJitsiServer('meet.example.org', through(address))).result).toBe('untrusted')
  })

  it('asks nothing where it cannot go the same way, and is not sure where it may not be the same', async () => {
    let isAsked = false
    const host = await serve((request, response) => {
      isAsked = true
      soundServer()(request, response)
    })
    expect(await checkJitsiServer(host, async () => ({ kind: 'closed' }))).toEqual({
      result: 'notAsked',
      elapsedMs: 0,
    })
    expect(isAsked).toBe(false)
    const unsure = async (): Promise<ServerWay> => ({ kind: 'direct', isSure: false })
    expect((await checkJitsiServer('localhost:1', unsure)).result).toBe('notReached')
    expect((await checkJitsiServer(host, unsure)).result).toBe('answers')
  })
})

describe('forbidsFraming', () => {
  it.each([
    [{}, false],
    [{ 'content-security-policy': "default-src 'self'" }, false],
    [{ 'content-security-policy': "default-src 'self'; Frame-Ancestors 'none'" }, true],
    [{ 'content-security-policy': 'frame-ancestors https:' }, true],
    [{ 'content-security-policy': 'frame-ancestors http: https:' }, false],
    // Every policy counts.
    [{ 'content-security-policy': "frame-ancestors *, frame-ancestors 'self'" }, true],
    [{ 'x-frame-options': 'ALLOW-FROM https://example.org' }, false],
    [{ 'x-frame-options': 'deny' }, true],
  ])('reads %j as %s', (headers, isForbidden) => {
    expect(forbidsFraming(new Headers(headers))).toBe(isForbidden)
  })
})

it('takes no page for the script', () => {
  expect(looksLikeTheScript(script)).toBe(true)
  expect(looksLikeTheScript('  <!doctype html><script>JitsiMeetExternalAPI</script>')).toBe(false)
  expect(looksLikeTheScript('console.log(1)')).toBe(false)
})

describe('doesJitsiServerAnswer', () => {
  it('is answered by whatever is there: a page, an error, a certificate that nobody trusts', async () => {
    const sound = await serve(soundServer())
    const failing = await serve((_, response) => response.writeHead(503).end())
    const noServer = await listen(createTcpServer((socket) => socket.end('rubbish\r\n')))
    for (const host of [sound, failing, noServer])
      expect(await doesJitsiServerAnswer(host, direct)).toBe(true)
  })

  it('is not answered where nothing listens, nor by who takes the question and keeps still', async () => {
    const gone = createTcpServer()
    const down = await listen(gone)
    await new Promise((resolve) => gone.close(resolve))
    running.pop()
    const still = await listen(createTcpServer(() => undefined))
    expect(await doesJitsiServerAnswer(down, direct)).toBe(false)
    expect(await doesJitsiServerAnswer(still, direct, 50)).toBe(false)
  })

  it('is not known where it cannot be asked, or a proxy does not let it through', async () => {
    const gone = createTcpServer()
    const down = await listen(gone)
    await new Promise((resolve) => gone.close(resolve))
    running.pop()
    const sound = await serve(soundServer())
    expect(await doesJitsiServerAnswer(sound, async () => ({ kind: 'closed' }))).toBeNull()
    const byProxy = async (): Promise<ServerWay> => ({ kind: 'proxy', address: `http://${down}` })
    expect(await doesJitsiServerAnswer(sound, byProxy)).toBeNull()
  })
})
