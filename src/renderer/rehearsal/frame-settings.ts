/**
 * @file The settings that an embedder gives the meeting's frame, read as the real one reads them. What a setting
 * does there is played here or named as having nothing to play: one that is in neither list fails a test, so that
 * the rehearsal never hides what a setting costs.
 */

/** What the rehearsal does about one setting. */
export type SettingPart =
  /** It changes what the simulated meeting says or shows. */
  | { kind: 'played' }
  /** It changes a part of the real frame that the rehearsal does not have. */
  | { kind: 'nothingToPlay'; because: string }
  /** The real frame's list of overridable settings lacks it: dropped without a word. */
  | { kind: 'dropped' }

const played = { kind: 'played' } as const
const lacks = (because: string) => ({ kind: 'nothingToPlay', because }) as const

/**
 * Every setting that the rehearsal knows, by its path in the frame's address. A path stands for all below it.
 * Read in jitsi/jitsi-meet: `configWhitelist.ts`, `chat/middleware.ts`, `prejoin`, `keyboard-shortcuts`, `toolbox`.
 */
export const knownSettings: Readonly<Record<string, SettingPart>> = {
  // Left out, the real frame stops at a page where one presses Join.
  'config.prejoinConfig.enabled': played,
  'config.startWithAudioMuted': played,
  // True: the frame returns before it stores or announces a message. Sending still works.
  'config.disableChat': played,
  // Left out, M in the frame switches the microphone.
  'config.disableShortcuts': played,
  'config.toolbarButtons': played,
  'config.startWithVideoMuted': lacks('nobody has a camera'),
  'config.requireDisplayName': lacks('a name is always given'),
  'config.readOnlyName': lacks('no place to change the name'),
  'config.disableProfile': lacks('no place to change the name'),
  'config.lobby': lacks('we are always the first inside'),
  'config.securityUi': lacks('no menu'),
  'config.disableInviteFunctions': lacks('no menu'),
  'config.doNotStoreRoom': lacks('nothing is stored either way'),
  'config.disableThirdPartyRequests': lacks('nothing is asked of the network'),
  'config.gravatar': lacks('nobody has a picture'),
  'config.analytics': lacks('nothing is counted'),
  'config.enableEmailInStats': lacks('nothing is counted'),
  'config.feedbackPercentage': lacks('nothing is asked afterwards'),
  'config.faceLandmarks': lacks('nobody has a camera'),
  'config.speakerStats': lacks('no menu'),
  'config.localRecording': lacks('nothing is recorded'),
  'config.recordingService': lacks('nothing is recorded'),
  'config.liveStreaming': lacks('nothing is recorded'),
  'config.transcription': lacks('nothing is recorded'),
  'config.screenshotCapture': lacks('nothing is recorded'),
  'config.fileSharing': { kind: 'dropped' },
  'config.disablePolls': lacks('no polls'),
  'config.disableReactions': lacks('no reactions'),
  'config.giphy': lacks('no pictures'),
  'config.whiteboard': lacks('no whiteboard'),
  'config.p2p': lacks('nobody is connected'),
  'config.remoteVideoMenu': lacks('tiles have no menu'),
  'config.participantsPane': lacks('no menu'),
  'config.breakoutRooms': lacks('no breakout rooms'),
  'config.disabledNotifications': lacks('nothing pops up; what is announced is announced all the same'),
  'config.disableDeepLinking': lacks('no mobile app'),
  'config.disableBeforeUnloadHandlers': lacks('nothing asks before leaving'),
  'config.disableSelfDemote': lacks('no menu'),
  'config.hideEmailInSettings': lacks('no settings page'),
  'config.hideConferenceSubject': lacks('no subject is shown'),
  'config.enableInsecureRoomNameWarning': lacks('no warning about names'),
  'config.useHostPageLocalStorage': lacks('nothing is stored either way'),
  'config.apiLogLevels': lacks('nothing is logged'),
  'interfaceConfig.SETTINGS_SECTIONS': lacks('no settings page'),
}

/** What the simulated meeting does differently by its settings. */
export interface FrameSettings {
  /** We come in only after a press on Join. */
  hasJoinPage: boolean
  startsMuted: boolean
  /** No message that comes in is announced. */
  isChatDisabled: boolean
  hasShortcuts: boolean
  /** Null: every button. */
  toolbarButtons: readonly string[] | null
  /** Paths that the rehearsal has no word for, in order. */
  unknown: readonly string[]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The paths of a nested value, down to what is no object.
 *
 * @param value - a setting's value; an empty object is a leaf.
 */
export const leavesOf = (path: string, value: unknown): readonly (readonly [string, unknown])[] => {
  const inner = isRecord(value) ? Object.entries(value) : []
  return inner.length === 0
    ? [[path, value]]
    : inner.flatMap(([key, part]) => leavesOf(`${path}.${key}`, part))
}

/** The part for a path: its own, or that of what it lies under. */
export const partOf = (path: string): SettingPart | null => {
  const parts = path.split('.')
  for (let length = parts.length; length > 1; length -= 1) {
    const prefix = parts.slice(0, length).join('.')
    if (Object.hasOwn(knownSettings, prefix)) return knownSettings[prefix] ?? null
  }
  return null
}

/**
 * Reads the settings from the frame's address.
 *
 * @param hash - with or without its `#`. A value that is no JSON is left out, as the real frame does.
 */
export const readFrameSettings = (hash: string): FrameSettings => {
  const given = new Map<string, unknown>()
  for (const [key, text] of new URLSearchParams(hash.replace(/^#/, ''))) {
    if (!/^(config|interfaceConfig)\./.test(key)) continue
    try {
      for (const [path, value] of leavesOf(key, JSON.parse(text))) given.set(path, value)
    } catch {
      // Not JSON: no setting.
    }
  }
  const buttons = given.get('config.toolbarButtons')
  return {
    hasJoinPage: given.get('config.prejoinConfig.enabled') !== false,
    startsMuted: given.get('config.startWithAudioMuted') === true,
    isChatDisabled: given.get('config.disableChat') === true,
    hasShortcuts: given.get('config.disableShortcuts') !== true,
    toolbarButtons: Array.isArray(buttons)
      ? buttons.filter((button): button is string => typeof button === 'string')
      : null,
    unknown: [...given.keys()].filter((path) => partOf(path) === null),
  }
}
