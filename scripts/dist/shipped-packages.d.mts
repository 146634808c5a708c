/** @file Types of shipped-packages.mjs. */
/** The package that a bundled module belongs to; null for a module of ours. */
export declare const packageOfModule: (id: string) => string | null
/** What the page About says of this build (`About` in src/contract/device.ts). */
export declare const aboutBuild: (bundled: Iterable<string>) => object
