/**
 * @file Every setting of every pack that ships acts: another value has another outcome, in a reader that the list of
 * readers names. What is locked is moved by no call and offered on no screen.
 */
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { shortNotice } from '../../src/contract/charter-notice'
import {
  CharterSettings,
  isIdle,
  type SettingName,
  settingReaders,
} from '../../src/contract/charter-settings'
import type { CharterPack } from '../../src/contract/charters'
import { DebriefId } from '../../src/contract/primitives'
import { ViolationId } from '../../src/contract/report-violations'
import { createConduct, interventionMeasures } from '../../src/main/conduct/service'
import { createDebrief } from '../../src/main/debrief/service'
import { createViolations } from '../../src/main/reporting/violations'
import { SettingList } from '../../src/renderer/console/charters/SettingList'
import { ConductLadder } from '../../src/renderer/console/conduct'
import { useDebriefCharters } from '../../src/renderer/console/debrief/use-debrief-charters'
import { maxCharactersOf } from '../../src/renderer/console/debrief/writings'
import { useRoomSnapshot } from '../../src/renderer/console/meeting/open-room'
import { JustLeft } from '../../src/renderer/console/meeting/view/JustLeft'
import { LockTime } from '../../src/renderer/console/meeting/view/LockTime'
import { JUST_LEFT_MS } from '../../src/renderer/console/meeting/view/left'
import { NameAndCamera } from '../../src/renderer/console/meeting/view/NameAndCamera'
import { playRoom } from '../../src/renderer/console/meeting/view/played-room.fixture'
import { QuietStart } from '../../src/renderer/console/meeting/view/QuietStart'
import { useStepOuts } from '../../src/renderer/console/meeting/view/use-step-outs'
import { VoiceShare } from '../../src/renderer/console/meeting/view/VoiceShare'
import { NextSession } from '../../src/renderer/console/sessions/home/NextSession'
import '../../src/renderer/console/meeting/words'
import '../../src/renderer/console/sessions/words'
import { packFolder, shippedPack } from '../fixtures/charter-pack'
import { addGroup, type Evening, groupDraft, openEvening, refusalOf } from '../fixtures/evening'
import { openRealCore, PASSPHRASE } from '../fixtures/real-core'
import { connectTo, renderInConsole } from '../fixtures/render'

const ids = ['heartfelt', 'heartsupport', 'heypeers', 'uk-peer-group', 'agency-team'] as const

/** A pack with another value of one setting. */
const packWith = (pack: CharterPack, name: SettingName, value: unknown, id = pack.id): CharterPack => ({
  ...pack,
  id,
  settings: CharterSettings.parse({ ...pack.settings, [name]: { ...pack.settings[name], value } }),
})
const eveningOf = (pack: CharterPack): Evening => openEvening(packFolder([pack]))
/** What is shown at last; its styles are no words. */
const lastShown = (container: HTMLElement): string => {
  const shown = [...container.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE')
  const said = shown.map(({ textContent }) => textContent).join(' ')
  cleanup()
  return said
}
const shownText = (ui: ReactElement): string => lastShown(renderInConsole(ui).container)
type Played = Awaited<ReturnType<typeof playRoom>>
/** What a component shows of a room with one guest in it. */
const inRoom = async (View: (props: { played: Played }) => ReactElement) => {
  const played = await playRoom('Wren')
  played.draw()
  return shownText(<View played={played} />)
}
/** Whoever steps out, a moment after the quiet line about them is over. */
const afterSteppingOut = async ({ settings }: CharterPack): Promise<string> => {
  const played = await playRoom('Wren')
  played.draw()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const Line = () => {
    const snapshot = useRoomSnapshot(played.room)
    const stepOuts = useStepOuts(snapshot, settings, false, false)
    const checkRef = { current: null }
    return <JustLeft people={[]} stepOuts={stepOuts} isInRoom hasClosingWaited={false} checkRef={checkRef} />
  }
  const { container } = renderInConsole(<Line />)
  act(() => {
    played.page().event({ name: 'participantLeft', id: 'guest-1' })
    played.draw()
  })
  act(() => void vi.advanceTimersByTime(JUST_LEFT_MS + 1))
  vi.useRealTimers()
  return lastShown(container)
}
const written = { text: 'I spoke too much.', answers: {}, tags: [] }

/** One way in which a setting is seen to act: the file that reads it, other values than a pack's, and what comes of one. */
interface Trial {
  reader: string
  others: (pack: CharterPack) => readonly unknown[]
  outcome: (pack: CharterPack) => unknown
}
const either = (name: SettingName) => (pack: CharterPack) => [!pack.settings[name].value]

/** What of the list before a session is ticked by oneself. */
const ownItems = ({ checklists: { before } }: CharterPack) =>
  before.filter(({ kind }) => kind.by === 'self').map(({ id }) => id)

/** Settings whose outcome needs no vault behind a screen. */
const trials = {
  interventions: {
    reader: 'src/main/conduct/service.ts',
    others: () => ['monthlyCounters'],
    outcome: (pack) => {
      const conduct = createConduct({ ...eveningOf(pack), folder: '/nowhere' })
      return refusalOf(() => conduct.countIntervention(pack.id, 'removed', pack.reasons[0]?.id ?? ''))
    },
  },
  ladder: {
    reader: 'src/renderer/console/conduct/ladder/ConductLadder.tsx',
    others: ({ settings }) => [settings.ladder.value.slice(1)],
    outcome: (pack) => {
      const person = { id: 'guest-1', name: 'Wren' }
      const { container } = renderInConsole(
        <ConductLadder
          person={person}
          pack={pack}
          canSend
          stateOf={() => null}
          onPut={() => {}}
          onOpenCard={() => {}}
        />,
      )
      const about = pack.reasons.find(({ kind }) => kind === 'conduct')?.id
      fireEvent.change(screen.getAllByRole('combobox')[0] ?? container, { target: { value: about } })
      return lastShown(container)
    },
  },
  muteOnEntry: {
    reader: 'src/renderer/console/meeting/view/QuietStart.tsx',
    others: either('muteOnEntry'),
    outcome: (pack) =>
      inRoom(({ played: { room } }) => (
        <QuietStart settings={pack.settings} snapshot={useRoomSnapshot(room)} room={room} />
      )),
  },
  cameras: {
    reader: 'src/renderer/console/meeting/view/NameAndCamera.tsx',
    others: ({ settings }) => [settings.cameras.value === 'expected' ? 'optional' : 'expected'],
    outcome: (pack) =>
      shownText(
        <NameAndCamera
          person={{ id: 'guest-1', name: 'Wren' }}
          agreed={new Set()}
          pack={pack}
          canSend
          room={{ setAgreed: () => {} }}
          onPut={() => {}}
        />,
      ),
  },
  invitesUnheard: {
    reader: 'src/renderer/console/meeting/view/VoiceShare.tsx',
    others: either('invitesUnheard'),
    outcome: (pack) =>
      inRoom(({ played: { room } }) => (
        <VoiceShare snapshot={useRoomSnapshot(room)} room={room} pack={pack} markOf={() => null} />
      )),
  },
  lock: {
    reader: 'src/renderer/console/meeting/view/LockTime.tsx',
    others: ({ settings }) =>
      [{ kind: 'manual' }, { kind: 'atStart' }, { kind: 'grace', minutes: 7 }].filter(
        ({ kind }) => kind !== settings.lock.value.kind || kind === 'grace',
      ),
    outcome: (pack) =>
      inRoom(({ played: { room } }) => (
        <LockTime settings={pack.settings} snapshot={useRoomSnapshot(room)} />
      )),
  },
  stepOutCheck: {
    reader: 'src/renderer/console/meeting/view/use-step-outs.ts',
    others: either('stepOutCheck'),
    outcome: afterSteppingOut,
  },
  requiredItemId: {
    reader: 'src/main/sessions/service.ts',
    others: (pack) => [
      ...(pack.settings.requiredItemId.value === null ? [] : [null]),
      ownItems(pack).find((itemId) => itemId !== pack.settings.requiredItemId.value),
    ],
    outcome: (pack) => {
      const evening = eveningOf(pack)
      const { next } = addGroup(evening, { charterId: pack.id, isServerApproved: true })
      const conduct = createConduct({ ...evening, folder: '/nowhere' })
      const stops = () => refusalOf(() => evening.sessions.open(next.id))?.code
      const before = stops()
      conduct.tick(next.id, 'before', ownItems(pack)[0] ?? '', true)
      return [before, before && stops()]
    },
  },
  needsApprovedServer: {
    reader: 'src/main/sessions/service.ts',
    others: either('needsApprovedServer'),
    outcome: (pack) => refusalOf(() => addGroup(eveningOf(pack), { charterId: pack.id })),
  },
  noticeDays: {
    reader: 'src/contract/charter-notice.ts',
    others: ({ settings }) => [settings.noticeDays.value === null ? 14 : null, 90],
    outcome: (pack) => shortNotice(pack, pack),
  },
  evidence: {
    reader: 'src/main/reporting/violations.ts',
    others: ({ settings }) =>
      [
        { kind: 'none' },
        { kind: 'words', days: 7 },
        { kind: 'words', days: 8 },
        { kind: 'oneMessage', days: 7 },
      ].filter(({ kind }) => kind !== settings.evidence.value.kind || kind !== 'none'),
    outcome: (pack) => {
      const drafts = createViolations(eveningOf(pack))
      const save = (message: string) => {
        const content = { happened: 'An insult.', message }
        const violationId = ViolationId.parse(crypto.randomUUID())
        let until = ''
        const refused = refusalOf(() => {
          until = drafts.save({ violationId, isNew: true, charterId: pack.id, content }).keptUntil
        })
        return refused?.code ?? until
      }
      return [save(''), save('You are worth nothing.')]
    },
  },
  debriefRetentionDays: {
    reader: 'src/main/debrief/service.ts',
    others: ({ settings }) => [settings.debriefRetentionDays.value + 1],
    outcome: (pack) =>
      createDebrief(eveningOf(pack)).save({
        debriefId: DebriefId.parse(crypto.randomUUID()),
        isNew: true,
        charterId: pack.id,
        content: written,
        isDraft: false,
      }).keptUntil,
  },
  debriefMaxCharacters: {
    reader: 'src/renderer/console/debrief/writings.ts',
    others: ({ settings }) => [settings.debriefMaxCharacters.value + 1],
    outcome: maxCharactersOf,
  },
  exportK: {
    reader: 'src/main/conduct/measures.ts',
    others: ({ settings }) => [settings.exportK.value + 1],
    // Where a charter counts nothing it waits for one that does, and its page says nothing of it.
    outcome: (pack) =>
      interventionMeasures(eveningOf(packWith(pack, 'interventions', 'monthlyCounters')).charters)
        .tablesOf([])
        .map(({ k }) => k),
  },
} satisfies Partial<Record<SettingName, Trial>>

/** Every value has an outcome of its own. */
const expectActs = async ({ others, outcome }: Trial, name: SettingName, pack: CharterPack) => {
  const packs = [pack, ...others(pack).map((value) => packWith(pack, name, value))]
  const outcomes = []
  for (const one of packs) outcomes.push(JSON.stringify((await outcome(one)) ?? null))
  expect(new Set(outcomes).size, outcomes.join('\n')).toBe(packs.length)
  expect(packs.length).toBeGreaterThan(1)
}

describe.each(ids)('charter %s', (id) => {
  const pack = shippedPack(id)
  it.each(Object.entries(trials))('%s acts', async (name, trial) => {
    const known = CharterSettings.keyof().parse(name)
    expect(settingReaders[known]).toContain(trial.reader)
    await expectActs(trial, known, pack)
  })
})

it('sees a setting that acts on nothing', async () => {
  const idle: Trial = { reader: '', others: either('muteOnEntry'), outcome: ({ name }) => name }
  await expect(expectActs(idle, 'muteOnEntry', shippedPack('heartfelt'))).rejects.toThrow()
})

/** Settings whose outcome is on a screen before a real vault: all packs in one, each other value as a pack of its own. */
const onScreens = {
  debrief: ({ settings }: CharterPack) => [settings.debrief.value === 'off' ? 'selfReflection' : 'off'],
  registrationsMinimum: ({ settings }: CharterPack) => [(settings.registrationsMinimum.value ?? 0) + 30, 50],
  cancelFreeHours: ({ settings }: CharterPack) => [(settings.cancelFreeHours.value ?? 0) + 1, 48],
} satisfies Partial<Record<SettingName, (pack: CharterPack) => readonly unknown[]>>

it('every other setting acts too: on the next session, and where debriefs are offered', async () => {
  expect([...Object.keys(trials), ...Object.keys(onScreens)].toSorted()).toEqual(
    [...CharterSettings.keyof().options].toSorted(),
  )
  // Debriefs first: while there are no groups, the chosen charter alone decides.
  const tried = Object.entries(onScreens).flatMap(([name, others]) =>
    ids.map((id) => {
      const pack = shippedPack(id)
      const setting = CharterSettings.keyof().parse(name)
      const values = [pack.settings[setting].value, ...others(pack)]
      return {
        setting,
        packs: values.map((value, at) =>
          packWith(pack, setting, value, `${id}-${setting.toLowerCase()}-${at}`),
        ),
      }
    }),
  )
  const real = openRealCore(
    undefined,
    tried.flatMap(({ packs }) => packs),
  )
  onTestFinished(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  const Offered = () => {
    const { isOff, charters } = useDebriefCharters()
    return <p>{isOff ? 'none offered' : charters.length > 0 ? 'offered' : null}</p>
  }
  for (const { setting, packs } of tried) {
    const outcomes = []
    for (const { id: charterId, name } of packs) {
      if (setting === 'debrief') {
        await real.client.charters.choose({ charterId })
        const { container } = renderInConsole(<Offered />)
        await screen.findByText(/offered$/)
        outcomes.push(lastShown(container))
        continue
      }
      const group = await real.client.sessions.createGroup({
        ...groupDraft,
        charterId,
        isServerApproved: true,
      })
      const session = (await real.client.sessions.upcoming()).find(({ groupId }) => groupId === group.id)
      if (!session) throw new Error('No session was scheduled.')
      const nowMs = Date.parse(session.plannedAt) - 100 * 3_600_000
      const { container } = renderInConsole(<NextSession session={session} group={group} nowMs={nowMs} />)
      await screen.findByText(`${name} charter`)
      outcomes.push(lastShown(container))
    }
    expect(new Set(outcomes).size, `${packs[0]?.id}: ${outcomes.join('\n')}`).toBe(packs.length)
  }
})

it.each(ids)('the page of charter %s has each setting that acts, and none that waits for another', (id) => {
  const pack = shippedPack(id)
  const shownOf = (one: CharterPack) => {
    const shown = renderInConsole(<SettingList pack={one} />).container.querySelectorAll('dt').length
    cleanup()
    return shown
  }
  const all = CharterSettings.keyof().options
  expect(shownOf(pack)).toBe(all.filter((name) => !isIdle(name, pack.settings)).length)
  const acting = packWith(packWith(pack, 'interventions', 'monthlyCounters'), 'debrief', 'selfReflection')
  expect(shownOf(acting)).toBe(all.length)
})
