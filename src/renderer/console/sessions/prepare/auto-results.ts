/** @file What the items that check themselves say. They warn and never block. */
import type { AutoCheck } from '../../../../contract/charters'
import type { ServerCheck } from '../../../../contract/meeting'

/** What was found; `unknown` where it could not be looked for. */
export type Found = 'checking' | 'found' | 'none' | 'unknown'

/** Everything the checks have found so far. */
export interface Findings {
  isRehearsal: boolean
  server: { kind: 'checking' } | { kind: 'unknown' } | { kind: 'answered'; check: ServerCheck }
  microphone: Found
  camera: Found
  vault: 'checking' | 'good' | 'bad' | 'unknown'
}

/** State for the checklist, and a key of the catalogue with the seconds it took, where it has one. */
export interface AutoWords {
  state: 'checking' | 'good' | 'warns'
  key: string | null
  elapsedMs?: number
}

const deviceWords = (name: 'microphone' | 'camera', found: Found, isRehearsal: boolean): AutoWords => {
  switch (found) {
    case 'checking':
      return { state: 'checking', key: null }
    case 'found':
      return { state: 'good', key: `prepare.auto.${name}.found` }
    case 'none':
      return { state: 'warns', key: `prepare.auto.${name}.${isRehearsal ? 'notNeeded' : 'none'}` }
    case 'unknown':
      return { state: 'warns', key: `prepare.auto.${name}.unknown` }
  }
}

const serverWords = ({ server, isRehearsal }: Findings): AutoWords => {
  switch (server.kind) {
    case 'checking':
      return { state: 'checking', key: null }
    case 'unknown':
      return { state: 'warns', key: 'prepare.auto.serverUnknown' }
    case 'answered':
      if (server.check.result !== 'answers') {
        return { state: 'warns', key: `group.checked.${server.check.result}` }
      }
      return isRehearsal
        ? { state: 'good', key: 'prepare.auto.rehearsal' }
        : { state: 'good', key: 'group.checked.answers', elapsedMs: server.check.elapsedMs }
  }
}

/**
 * Words for one check.
 *
 * @param check - as the pack names it.
 * @param findings - what was found so far.
 */
export const autoWords = (check: AutoCheck, findings: Findings): AutoWords => {
  switch (check) {
    case 'serverAnswers':
      return serverWords(findings)
    case 'microphone':
    case 'camera':
      return deviceWords(check, findings[check], findings.isRehearsal)
    case 'vaultHealthy':
      if (findings.vault === 'checking') return { state: 'checking', key: null }
      return {
        state: findings.vault === 'good' ? 'good' : 'warns',
        key: `prepare.auto.vaultHealthy.${findings.vault}`,
      }
  }
}

/**
 * Whether a kind of device is connected. Its presence is listed without permission; its name is not, and is
 * never asked for.
 */
export const foundAmong = (
  devices: readonly { kind: string }[] | null,
  kind: 'audioinput' | 'videoinput',
): Found => (devices === null ? 'unknown' : devices.some((device) => device.kind === kind) ? 'found' : 'none')
