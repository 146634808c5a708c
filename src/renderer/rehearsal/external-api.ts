/**
 * @file The rehearsal server's `/external_api.js`: the same class, commands, events and requests as the script
 * of a real server, for the part of them the console uses. Built as one classic script.
 */
import { type Channel, openChannel, type Parcel } from './channel'
import { commandNames, eventNames, wireCommand } from './wire-names'

type Listener = (payload: unknown) => void

interface Options {
  roomName?: string
  parentNode?: HTMLElement
  width?: string | number
  height?: string | number
  lang?: string
  userInfo?: { displayName?: string }
  configOverwrite?: Readonly<Record<string, unknown>>
  interfaceConfigOverwrite?: Readonly<Record<string, unknown>>
  jwt?: string
}

// Upstream always uses https; ours follows the script, because the rehearsal is served from loopback.
const scriptAddress = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''
const { protocol } = new URL(scriptAddress || window.location.href)

let instances = 0

/** Settings in the frame's address, each as JSON under its own key, as upstream writes them. */
const asParameters = (prefix: string, settings: Readonly<Record<string, unknown>> = {}): string =>
  Object.entries(settings)
    .map(([key, value]) => `&${prefix}.${key}=${encodeURIComponent(JSON.stringify(value))}`)
    .join('')

const size = (value: string | number | undefined): string =>
  typeof value === 'number' ? `${value}px` : (value ?? '100%')

/** Stands where a real server's class stands; see docs/meeting-api.md for the constructor's contract. */
class RehearsalMeetApi {
  readonly #frame: HTMLIFrameElement
  readonly #channel: Channel
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #unanswered = new Map<number, (result: unknown) => void>()
  #requests = 0

  constructor(domain: string, options: Options = {}) {
    const id = instances
    instances += 1
    const { roomName = '', parentNode = document.body, userInfo, lang, jwt } = options
    const address = new URL(`${protocol}//${domain}/${encodeURIComponent(roomName)}`)
    // As upstream: the token goes to the server in the frame's address.
    if (jwt !== undefined) address.searchParams.set('jwt', jwt)
    if (lang !== undefined) address.searchParams.set('lang', lang)
    const displayName = encodeURIComponent(JSON.stringify(userInfo?.displayName ?? ''))
    const settings = `${asParameters('config', options.configOverwrite)}${asParameters('interfaceConfig', options.interfaceConfigOverwrite)}`
    address.hash = `jitsi_meet_external_api_id=${id}&userInfo.displayName=${displayName}${settings}`

    const frame = document.createElement('iframe')
    frame.allow = 'autoplay; camera; display-capture; fullscreen; microphone'
    frame.name = `jitsiConferenceFrame${id}`
    frame.id = frame.name
    frame.title = 'Meeting'
    frame.style.width = size(options.width)
    frame.style.height = size(options.height)
    frame.style.border = '0'
    frame.src = address.href
    this.#frame = parentNode.appendChild(frame)
    this.#channel = openChannel({
      scope: `jitsi_meet_external_api_${id}`,
      target: () => frame.contentWindow,
      allowedOrigin: address.origin,
      receive: (parcel) => this.#receive(parcel),
    })
  }

  #receive(parcel: Parcel): void {
    switch (parcel.type) {
      case 'event': {
        const { name, ...payload } = parcel.data
        const eventName = typeof name === 'string' ? eventNames[name] : undefined
        if (eventName === undefined) return
        for (const listener of this.#listeners.get(eventName) ?? []) listener(payload)
        return
      }
      case 'response':
        this.#unanswered.get(parcel.id)?.(parcel.result ?? { error: parcel.error })
        this.#unanswered.delete(parcel.id)
        return
      case 'request':
        return
    }
  }

  /** Settles when the frame answers, and never where it does not (trap 11). */
  #ask(data: Readonly<Record<string, unknown>>): Promise<unknown> {
    this.#requests += 1
    const id = this.#requests
    return new Promise((resolve) => {
      this.#unanswered.set(id, resolve)
      this.#channel.send({ type: 'request', id, data })
    })
  }

  on(event: string, listener: Listener): this {
    const listeners = this.#listeners.get(event) ?? new Set()
    listeners.add(listener)
    this.#listeners.set(event, listeners)
    return this
  }

  addListener(event: string, listener: Listener): this {
    return this.on(event, listener)
  }

  addEventListener(event: string, listener: Listener): void {
    this.on(event, listener)
  }

  off(event: string, listener: Listener): this {
    this.#listeners.get(event)?.delete(listener)
    return this
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener)
  }

  /** Answers nothing, whatever becomes of it (trap 1). */
  executeCommand(name: string, ...args: readonly unknown[]): void {
    const wireName = wireCommand(name)
    if (wireName !== null) this.#channel.send({ type: 'event', data: { name: wireName, data: args } })
  }

  getRoomsInfo(): Promise<unknown> {
    return this.#ask({ name: 'rooms-info' })
  }

  isModerationOn(mediaType?: string): Promise<unknown> {
    return this.#ask({ name: 'is-moderation-on', mediaType })
  }

  isAudioMuted(): Promise<unknown> {
    return this.#ask({ name: 'is-audio-muted' })
  }

  isVideoMuted(): Promise<unknown> {
    return this.#ask({ name: 'is-video-muted' })
  }

  getSupportedCommands(): string[] {
    return Object.keys(commandNames)
  }

  getSupportedEvents(): string[] {
    return Object.values(eventNames)
  }

  getIFrame(): HTMLIFrameElement {
    return this.#frame
  }

  dispose(): void {
    this.#channel.close()
    this.#listeners.clear()
    this.#frame.remove()
  }
}

Object.assign(window, { JitsiMeetExternalAPI: RehearsalMeetApi })
