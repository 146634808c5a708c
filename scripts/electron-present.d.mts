/** @file Types of electron-present.mjs. */
/** Absolute path of Electron's binary, or null when it is absent or of another version. */
export declare const findElectron: () => string | null
/** The folder of Electron's own files, whether or not they are there. */
export declare const electronDist: () => string
/** Why a real Electron cannot be started on this machine, in a few words; null where it can. */
export declare const whyNoElectron: () => string | null
/** Fetches the binary; false when it failed, or nothing arrived for 15 seconds. */
export declare const fetchElectron: () => Promise<boolean>
