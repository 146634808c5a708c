/** @file The meeting's frame: runs a simulated evening and speaks with the script that embeds it. */
import { openChannel } from './channel'
import { readFrameSettings } from './frame-settings'
import { browserClock } from './simulation/clock'
import type { EveningPlan } from './simulation/plan'
import { createSimulation, type Simulation } from './simulation/simulation'
import { createStage } from './stage'

/** What the script put into the frame's address. */
export interface FrameAddress {
  /** Number of the script's instance. */
  apiId: string
  roomName: string
  displayName: string
}

/** Reads the frame's address; what is missing or malformed becomes empty. */
export const readFrameAddress = (address: Pick<Location, 'pathname' | 'hash'>): FrameAddress => {
  const fields = new URLSearchParams(address.hash.replace(/^#/, ''))
  const quoted = fields.get('userInfo.displayName') ?? '""'
  let displayName: unknown = ''
  try {
    displayName = JSON.parse(quoted)
  } catch {
    // A name that is no JSON text is no name.
  }
  return {
    apiId: fields.get('jitsi_meet_external_api_id') ?? '0',
    roomName: address.pathname.split('/').at(-1) ?? '',
    displayName: typeof displayName === 'string' ? displayName : '',
  }
}

/** A meeting that is running in this page. */
export interface RunningMeeting {
  simulation: Simulation
  /** Stops hearing and answering, as a frame that crashed; for tests. */
  fallSilent(): void
}

/**
 * Runs an evening in this page.
 *
 * @param plan - who comes and what they do.
 * @param root - where the stage is drawn.
 */
export const runMeetingFrame = (plan: EveningPlan, root: HTMLElement): RunningMeeting => {
  const { apiId, roomName, displayName } = readFrameAddress(window.location)
  const settings = readFrameSettings(window.location.hash)
  let isSilent = false
  let isDrawn = false

  const channel = openChannel({
    scope: `jitsi_meet_external_api_${apiId}`,
    target: () => window.parent,
    // Upstream's frame hears any parent (trap 12); who may embed it is the server's to say.
    allowedOrigin: null,
    receive: (parcel) => {
      if (parcel.type === 'response' || isSilent) return
      const { name, data, ...params } = parcel.data
      if (typeof name !== 'string') return
      if (parcel.type === 'event') {
        simulation.execute(name, Array.isArray(data) ? data : [])
        return
      }
      const result = simulation.request(name, params)
      if (result !== undefined) channel.send({ type: 'response', id: parcel.id, result })
    },
  })

  const emit = (name: string, payload: Readonly<Record<string, unknown>>): void => {
    if (!isSilent) channel.send({ type: 'event', data: { ...payload, name } })
  }

  const draw = (): void => {
    if (isDrawn) return
    isDrawn = true
    requestAnimationFrame(() => {
      isDrawn = false
      stage.draw(simulation.view())
    })
  }

  const simulation = createSimulation({
    plan,
    clock: browserClock,
    settings,
    roomName,
    ownName: displayName || 'You',
    emit,
    changed: draw,
  })
  const toggleMicrophone = (): void => simulation.execute('toggle-audio', [])
  const stage = createStage(root, {
    onToggleMicrophone: toggleMicrophone,
    onJoin: () => simulation.pressJoin(),
  })
  if (settings.hasShortcuts) {
    addEventListener('keydown', ({ code, altKey, ctrlKey, metaKey }) => {
      if (code === 'KeyM' && !altKey && !ctrlKey && !metaKey) toggleMicrophone()
    })
  }

  stage.draw(simulation.view())
  simulation.start()

  return {
    simulation,
    fallSilent: () => {
      isSilent = true
      channel.close()
    },
  }
}
