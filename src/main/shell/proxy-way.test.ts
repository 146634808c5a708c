/** @file The way to a server: as Electron says it, and as the environment does where Chromium heeds it. */
import { describe, expect, it } from 'vitest'
import { readProxyAnswer, wayByEnvironment } from './proxy-way'

const sure = { kind: 'direct', isSure: true }
const unsure = { kind: 'direct', isSure: false }
const proxy = (address: string) => ({ kind: 'proxy', address })
const closed = { kind: 'closed' }

describe('what Electron answers', () => {
  it.each([
    ['DIRECT', sure],
    ['', sure],
    ['PROXY proxy.example:3128', proxy('http://proxy.example:3128')],
    ['PROXY a:1; PROXY b:2; DIRECT', proxy('http://a:1')],
    ['HTTPS proxy.example:443', proxy('https://proxy.example:443')],
    ['PROXY [::1]:3128', proxy('http://[::1]:3128')],
    ['SOCKS5 a:1080; DIRECT', closed],
    ['QUIC a:1', closed],
    ['PROXY', closed],
    ['nonsense', closed],
  ])('%j', (answer, way) => {
    expect(readProxyAnswer(answer)).toEqual(way)
  })
})

describe('what the environment says', () => {
  const url = 'https://meet.example.org/external_api.js'
  it.each([
    [{}, unsure],
    [{ https_proxy: 'http://p:3128' }, proxy('http://p:3128')],
    [{ HTTPS_PROXY: 'p:3128' }, proxy('http://p:3128')],
    [{ http_proxy: 'http://p:3128' }, unsure],
    [{ all_proxy: 'https://p:1', https_proxy: 'http://q:1' }, proxy('https://p:1')],
    [{ https_proxy: 'socks5://p:1080' }, closed],
    [{ auto_proxy: 'http://p/wpad.dat' }, closed],
    [{ https_proxy: 'http://' }, closed],
    [{ https_proxy: 'http://p:1', no_proxy: 'localhost, .example.org' }, unsure],
    [{ https_proxy: 'http://p:1', no_proxy: '*' }, unsure],
    [{ https_proxy: 'http://p:1', NO_PROXY: 'meet.example.org' }, unsure],
    [{ https_proxy: 'http://p:1', no_proxy: 'ample.org' }, proxy('http://p:1')],
  ])('%j', (environment, way) => {
    expect(wayByEnvironment(url, environment, 'linux')).toEqual(way)
  })

  it('is not heeded by a browser on another system', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      expect(wayByEnvironment(url, { https_proxy: 'http://p:3128' }, platform)).toEqual(unsure)
    }
  })
})
