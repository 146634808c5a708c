/** @file Types of chromium.mjs. */
/** Absolute path of a Chromium, or null. */
export declare const findChromium: () => Promise<string | null>
/** Finds a Chromium, or installs one; null when that did not work. */
export declare const ensureChromium: () => Promise<string | null>
