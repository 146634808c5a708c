/** @file One request to a meeting server, by the way that the call will go. */
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import type { ServerWay } from '../host'

/** What Node brings and what this computer trusts besides, as the browser does; null where they cannot be read. */
const trustedHere = (): SecureContext | null => {
  try {
    return createSecureContext({ ca: [...getCACertificates('default'), ...getCACertificates('system')] })
  } catch {
    return null
  }
}

/** Asks by one way, one request after another. */
export interface Asker {
  /**
   * Reads an address. It carries no cookie, no credential, no referrer and nobody's name. The body is not read yet.
   *
   * @throws the system's error, with its code.
   */
  ask(url: string, signal: AbortSignal): Promise<IncomingMessage>
  /** Ends what is still open. */
  end(): void
}

/**
 * An asker for a way that can be gone.
 *
 * @param trustsAsHere - also trusts what this computer does: behind a company's proxy that is its own. To read all of it
 *   takes a moment, so it is asked for only where a certificate was not trusted without.
 */
export const askBy = (way: Exclude<ServerWay, { kind: 'closed' }>, trustsAsHere: boolean): Asker => {
  const secureContext = trustsAsHere ? trustedHere() : null
  const agent = new Agent({
    ...(secureContext === null ? {} : { secureContext }),
    ...(way.kind === 'proxy' ? { proxyEnv: { HTTPS_PROXY: way.address } } : {}),
  })
  return {
    ask: (url, signal) =>
      new Promise((resolve, reject) => {
        const asked = request(url, { agent, signal, headers: { accept: '*/*' } }, resolve)
        asked.once('error', reject)
        asked.end()
      }),
    end: () => agent.destroy(),
  }
}
