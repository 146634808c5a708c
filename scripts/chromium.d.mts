/** @file Types of chromium.mjs. */
/** Words for a Chromium that Playwright starts in a test. */
export declare const testArguments: string[]
/** Absolute path of a Chromium, or null. */
export declare const findChromium: () => Promise<string | null>
/** Absolute path of the Chromium of the end-to-end tests, or null. */
export declare const findChromiumWithoutWindow: () => Promise<string | null>
/** Finds a Chromium, or installs one; null when that did not work. */
export declare const ensureChromium: () => Promise<string | null>
