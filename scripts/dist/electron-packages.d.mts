/** @file Types of electron-packages.mjs. */
/** Makes the packages of the desktop app; null, or one plain sentence that says why not. */
export function makeElectronPackages(to: string): Promise<string | null>
/** An environment without the secrets of signing that are set to nothing. */
export function signingOnly(environment: Readonly<Record<string, string | undefined>>): Record<string, string>
