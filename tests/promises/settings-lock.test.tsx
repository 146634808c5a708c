/** @file A lock on a setting locks, in every pack that ships: by a call that the console never makes, and on the screen. */
import { expect, it, onTestFinished } from 'vitest'
import { type Tightening, tightenedNames } from '../../src/contract/charter-tightening'
import type { CharterPack } from '../../src/contract/charters'
import { StricterFields } from '../../src/renderer/console/sessions/group/StricterFields'
import '../../src/renderer/console/sessions/words'
import { shippedPack } from '../fixtures/charter-pack'
import { groupDraft } from '../fixtures/evening'
import { openRealCore, PASSPHRASE } from '../fixtures/real-core'
import { renderInConsole } from '../fixtures/render'

const ids = ['heartfelt', 'heartsupport', 'heypeers', 'uk-peer-group', 'agency-team'] as const

/** A pack in which whatever a group may tighten is at its loosest, locked or open. */
const loosest = (id: string, isLocked: boolean): CharterPack => {
  const pack = shippedPack(id)
  const { settings } = pack
  const set = <T,>({ source }: { source: T }) => ({ isLocked, source })
  return {
    ...pack,
    id: `${id}-${isLocked ? 'locked' : 'open'}`,
    settings: {
      ...settings,
      muteOnEntry: { ...set(settings.muteOnEntry), value: false },
      invitesUnheard: { ...set(settings.invitesUnheard), value: true },
      lock: { ...set(settings.lock), value: { kind: 'manual' } },
      stepOutCheck: { ...set(settings.stepOutCheck), value: false },
      needsApprovedServer: { ...set(settings.needsApprovedServer), value: false },
      registrationsMinimum: { ...set(settings.registrationsMinimum), value: null },
    },
  }
}
const strictest = {
  muteOnEntry: true,
  invitesUnheard: false,
  lock: { kind: 'atStart' },
  stepOutCheck: true,
  needsApprovedServer: true,
  registrationsMinimum: 500,
} as const satisfies Required<Tightening>

it('no call moves what a pack locks, or has a word for what no group may decide', async () => {
  const packs = ids.flatMap((id) => [loosest(id, true), loosest(id, false), shippedPack(id)])
  const { core, client } = openRealCore(undefined, packs)
  onTestFinished(() => core.close())
  await client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  for (const pack of packs) {
    const draft = { ...groupDraft, charterId: pack.id, isServerApproved: true }
    const group = await client.sessions.createGroup({ ...draft, tightened: strictest })
    const session = (await client.sessions.upcoming()).find(({ groupId }) => groupId === group.id)
    if (!session) throw new Error('No session was scheduled.')
    const { settings } = await client.sessions.charter({ sessionId: session.id })
    for (const name of tightenedNames) {
      const { isLocked, value } = pack.settings[name]
      expect(settings[name].value, `${pack.id}: ${name}`).toEqual(isLocked ? value : strictest[name])
    }
    for (const [name, setting] of Object.entries(pack.settings))
      if (!tightenedNames.some((one) => one === name)) {
        expect(Reflect.get(settings, name), name).toEqual(setting)
        const crafted = Object.assign({ ...draft }, { tightened: { [name]: setting.value } })
        await expect(client.sessions.createGroup(crafted), name).rejects.toThrow()
      }
  }
})

it.each(ids)('no control is on the screen for what charter %s locks', (id) => {
  const shown = (isLocked: boolean) => {
    const { container, unmount } = renderInConsole(
      <StricterFields pack={loosest(id, isLocked)} value={strictest} onChange={() => {}} />,
    )
    const controls = container.querySelectorAll('input, select').length
    unmount()
    return controls
  }
  expect(shown(false)).toBe(tightenedNames.length)
  expect(shown(true)).toBe(0)
})
