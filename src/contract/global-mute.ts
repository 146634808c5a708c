/** @file The key that turns the facilitator's own microphone off from any window: what shell and console page agree on. */
import { z } from 'zod'

/** How the key stands. It is the system's to give, and it is asked for only while a room is open. */
export const GlobalMute = z.enum([
  'acts',
  /** The system refused it: most likely another program has it. */
  'taken',
  /** Under Wayland a program hears no key while it is not in front. */
  'notOnWayland',
  /** A page in a browser cannot have one. */
  'notInBrowser',
  'noRoom',
])
export type GlobalMute = z.infer<typeof GlobalMute>

/** The key, as Electron names it. It writes no character in any layout. */
export const GLOBAL_MUTE_KEY = 'CommandOrControl+Shift+F9'

/** Where the page offers the act: `() => Promise<boolean>`, true once the meeting shows the microphone off. */
export const GLOBAL_MUTE_NAME = 'holdspaceMute'
