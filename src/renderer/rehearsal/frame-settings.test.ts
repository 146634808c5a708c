/** @file The rehearsal does what the settings it is given do in a real meeting, and knows each that we give. */
import { describe, expect, it } from 'vitest'
import { meetingOptions } from '../room/meeting-options'
import { knownSettings, leavesOf, partOf, readFrameSettings } from './frame-settings'
import { begin, guest, plan } from './simulation/play'

const options = meetingOptions(
  {
    kind: 'join',
    domain: 'meet.example',
    scriptUrl: 'https://meet.example/external_api.js',
    roomName: 'abcdefghij0123456789',
    displayName: 'Ash',
    jwt: null,
    language: 'en',
  },
  {} as HTMLElement,
)
const given = [
  ...Object.entries(options.configOverwrite).flatMap(([key, value]) => leavesOf(`config.${key}`, value)),
  ...Object.entries(options.interfaceConfigOverwrite).flatMap(([key, value]) =>
    leavesOf(`interfaceConfig.${key}`, value),
  ),
]
const hashOf = (settings: readonly (readonly [string, unknown])[]) =>
  `#${settings.map(([path, value]) => `${path}=${encodeURIComponent(JSON.stringify(value))}`).join('&')}`

const writer = guest('Wren', [{ kind: 'writesPrivately', afterMs: 2000, text: 'help', answer: 'thanks' }])
const evening = (changed: Readonly<Record<string, unknown>> = {}) => {
  const merged = [...new Map([...given, ...Object.entries(changed)])]
  return begin(plan([writer]), readFrameSettings(hashOf(merged)))
}

/** For each setting that is played: that it makes a difference, with the value the other way round. */
const differences: Readonly<Record<string, () => void>> = {
  'config.disableChat': () => {
    const chatting = evening({ 'config.disableChat': false })
    const silenced = evening({ 'config.disableChat': true })
    for (const one of [chatting, silenced]) one.clock.advance(5000)
    expect(chatting.of('incoming-message')).toHaveLength(1)
    expect(silenced.of('incoming-message')).toEqual([])
    silenced.run('send-chat-message', 'still goes out', silenced.id('Wren'), true)
    expect(silenced.of('outgoing-message')).toHaveLength(1)
  },
  'config.prejoinConfig.enabled': () => {
    const waiting = evening({ 'config.prejoinConfig.enabled': true })
    expect(waiting.of('prejoin-screen-loaded')).toHaveLength(1)
    waiting.clock.advance(60_000)
    expect(waiting.of('video-conference-joined')).toEqual([])
    waiting.simulation.pressJoin()
    waiting.clock.advance(1000)
    expect(waiting.of('video-conference-joined')).toHaveLength(1)
  },
  'config.startWithAudioMuted': () => {
    expect(evening().simulation.view().isOwnMuted).toBe(true)
    expect(evening({ 'config.startWithAudioMuted': false }).simulation.view().isOwnMuted).toBe(false)
  },
  'config.disableShortcuts': () => {
    expect(readFrameSettings(hashOf([['config.disableShortcuts', true]])).hasShortcuts).toBe(false)
    expect(readFrameSettings('').hasShortcuts).toBe(true)
  },
  'config.toolbarButtons': () => {
    expect(evening().simulation.view().hasMicrophoneButton).toBe(true)
    expect(evening({ 'config.toolbarButtons': ['camera'] }).simulation.view().hasMicrophoneButton).toBe(false)
  },
}

describe('the settings of our joins', () => {
  it('are each known to the rehearsal', () => {
    expect(given.map(([path]) => path).filter((path) => partOf(path) === null)).toEqual([])
    expect(readFrameSettings(hashOf(given)).unknown).toEqual([])
  })

  it('are found missing when one is new', () => {
    expect(readFrameSettings(hashOf([...given, ['config.disableEverything', true]])).unknown).toEqual([
      'config.disableEverything',
    ])
  })

  it('let a message be heard', () => {
    const one = evening()
    one.clock.advance(5000)
    expect(one.of('incoming-message')).toMatchObject([{ message: 'help', privateMessage: true }])
  })
})

describe('a setting that is played', () => {
  const paths = Object.keys(knownSettings).filter((path) => partOf(path)?.kind === 'played')

  it('is each tried below', () => {
    expect(paths.toSorted()).toEqual(Object.keys(differences).toSorted())
  })

  it.each(paths)('%s makes the difference it makes in a real meeting', (path) => {
    differences[path]?.()
  })

  it('is left out when it is no JSON', () => {
    expect(readFrameSettings('#config.disableChat=yes').isChatDisabled).toBe(false)
  })
})
