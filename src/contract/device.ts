/** @file Device: preferences of this computer, outside the vault, and the folder in which everything is kept. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TypedFolder } from './backup'
import { GlobalMute } from './global-mute'
import { Preferences, PreferencesChange } from './preferences'
import { Day, Done } from './primitives'

/** Why a preference acts but is not stored: it is as it was at the next start. */
export const NotStoredReason = z.enum(['diskFull', 'readOnly', 'other'])
export type NotStoredReason = z.infer<typeof NotStoredReason>

/** What is wrong with the file of preferences. */
export const PreferencesTrouble = z.discriminatedUnion('kind', [
  /** It could not be read as one; it was renamed, and what of it could be read was taken over. */
  z.strictObject({ kind: z.literal('setAside'), fileName: z.string() }),
  z.strictObject({ kind: z.literal('notStored'), reason: NotStoredReason }),
])
export type PreferencesTrouble = z.infer<typeof PreferencesTrouble>

/** Where keeping the window out of screen captures acts. */
export const ContentProtectionReach = z.enum([
  'acts',
  /** Electron has no such thing on Linux. */
  'notOnLinux',
  /** A page in a browser cannot ask for it. */
  'notInBrowser',
  /** `HOLDSPACE_CONTENT_PROTECTION=off` was set for this start. */
  'offForThisStart',
])
export type ContentProtectionReach = z.infer<typeof ContentProtectionReach>

/** Why the data folder is not moved somewhere, or was not. It is where it was, and whole. */
export const MoveProblem = z.enum([
  'notAbsolute', // no full path
  'network', // on another computer: a database's log cannot live there
  'notThere',
  'notAFolder',
  'inside', // in the folder that is to be moved
  'same', // it is there already
  'taken', // there is a folder of that name
  'notAllowed',
  'readOnly', // write-protected
  'full', // too little room
  'gone', // its disk does not answer any more
  'unfit', // its disk does not do what the vault needs
  'strange', // a link, a pipe or a folder in the data folder, where a file of ours belongs
  'inUse', // another console has the vault
  'named', // it was named at the start
])
export type MoveProblem = z.infer<typeof MoveProblem>

/** What became of a move at this start. */
export const FolderMove = z.discriminatedUnion('kind', [
  /** `isOldCleared` is false where something is still in the folder that was left. */
  z.strictObject({ kind: z.literal('moved'), from: z.string(), isOldCleared: z.boolean() }),
  z.strictObject({ kind: z.literal('notMoved'), to: z.string(), problem: MoveProblem }),
])
export type FolderMove = z.infer<typeof FolderMove>

/** The folder with vault and preferences. */
export const FolderState = z.strictObject({
  /** Absolute path. */
  path: z.string(),
  /** True where the command line or the environment named it: it is moved by naming another. */
  isNamedAtStart: z.boolean(),
  /** Where it goes at the next start; null: nowhere. */
  moveTo: z.string().nullable(),
  move: FolderMove.nullable(),
})
export type FolderState = z.infer<typeof FolderState>

/** How a move can be refused. */
const moveErrors = {
  MOVE_REFUSED: {
    message: 'The data folder cannot be moved there.',
    data: z.strictObject({ problem: MoveProblem }),
  },
} as const

/** Preferences and what there is to say about them. */
export const DeviceState = z.strictObject({
  preferences: Preferences,
  trouble: PreferencesTrouble.nullable(),
  contentProtection: ContentProtectionReach,
  folder: FolderState,
  /** Name of the file of preferences in it. */
  fileName: z.string(),
})
export type DeviceState = z.infer<typeof DeviceState>

/** A package that is inside, and under which licence. */
export const ShippedLicence = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** As the package names it: an SPDX expression. */
  licence: z.string(),
  /** Empty where the package brings none. */
  text: z.string(),
})
export type ShippedLicence = z.infer<typeof ShippedLicence>

/** What this build is; written by the build itself. */
export const Build = z.strictObject({
  version: z.string(),
  /** Day of its source; null where that is not known. */
  madeOn: Day.nullable(),
  /** The earliest day among the collections of crisis numbers in it. */
  crisisOn: Day,
  licences: z.array(ShippedLicence),
})
export type Build = z.infer<typeof Build>

/** The build, and what it runs in. */
export const About = Build.extend({
  /** Such as `Electron 45.4.1, Node 24.2.0` and `linux x64`: for whoever reads a report of a fault. */
  runsIn: z.string(),
  system: z.string(),
})
export type About = z.infer<typeof About>

/** Answered whether the vault is locked or not: nothing here is of the vault. */
export const device = {
  state: oc.output(DeviceState),
  /** Changes some. They act from the answer on, also where they could not be stored: `trouble` says so. */
  change: oc.input(PreferencesChange).output(DeviceState),
  /** Puts every preference back to what it was at first, and removes the file. */
  reset: oc.output(DeviceState),
  about: oc.output(About),
  /** How the key stands that turns one's own microphone off from any window. */
  globalMute: oc.output(GlobalMute),
  /** Asks for the folder to be moved into one of that name in the given folder, at the next start. */
  askMove: oc
    .input(z.strictObject({ folder: TypedFolder }))
    .output(DeviceState)
    .errors(moveErrors),
  /** Takes that back. */
  takeMoveBack: oc.output(DeviceState).errors(moveErrors),
  /** Shows the data folder in the system's own window for files. */
  openDataDir: oc.output(Done).errors({ NOT_OPENED: { message: 'The folder could not be opened.' } }),
}
