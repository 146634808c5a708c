/** @file How the call will reach an address: what Electron answers, and what the environment says where a browser heeds it. */
import type { ServerWay } from '../host'

/** The first way of an answer in the words of a proxy script: `PROXY host:port; DIRECT`. */
export const readProxyAnswer = (answer: string): ServerWay => {
  const [first = ''] = answer.split(';', 1)
  const [kind = '', host = ''] = first.trim().split(/\s+/)
  switch (kind.toUpperCase()) {
    case 'DIRECT':
    case '':
      return { kind: 'direct', isSure: true }
    case 'PROXY':
    case 'HTTP':
      return proxyAt(`http://${host}`)
    case 'HTTPS':
      return proxyAt(`https://${host}`)
    default:
      return { kind: 'closed' }
  }
}

const proxyAt = (address: string): ServerWay => {
  if (!URL.canParse(address)) return { kind: 'closed' }
  const { protocol, hostname } = new URL(address)
  const canBeGone = (protocol === 'http:' || protocol === 'https:') && hostname !== ''
  return canBeGone ? { kind: 'proxy', address } : { kind: 'closed' }
}

/** True when a list such as `localhost, .example.org, *` leaves a host out. Chromium compares by the end of a name. */
const isLeftOut = (host: string, list: string): boolean =>
  list
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim().replace(/^\*?\./, ''))
    .some((entry) => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))))

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The way of a browser that the shell starts. On Linux Chromium heeds the environment where the desktop says nothing;
 * elsewhere it asks the system, which we cannot, so a direct way is not sure.
 */
export const wayByEnvironment = (
  url: string,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): ServerWay => {
  const said = (name: string) => (environment[name] || environment[name.toUpperCase()] || '').trim()
  if (platform !== 'linux') return { kind: 'direct', isSure: false }
  if (said('auto_proxy') !== '') return { kind: 'closed' }
  const proxy = said('all_proxy') || said('https_proxy')
  if (proxy === '' || isLeftOut(new URL(url).hostname, said('no_proxy')))
    return { kind: 'direct', isSure: false }
  return proxyAt(/^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`)
}
