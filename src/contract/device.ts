/** @file Device: preferences of this computer, outside the vault, and the folder in which everything is kept. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
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

/** Preferences and what there is to say about them. */
export const DeviceState = z.strictObject({
  preferences: Preferences,
  trouble: PreferencesTrouble.nullable(),
  contentProtection: ContentProtectionReach,
  /** Absolute path of the folder with vault and preferences. */
  dataDir: z.string(),
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
  /** Shows the data folder in the system's own window for files. */
  openDataDir: oc.output(Done).errors({ NOT_OPENED: { message: 'The folder could not be opened.' } }),
}
