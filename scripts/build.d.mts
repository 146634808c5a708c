/** @file Types of build.mjs. */
/** True when the build is missing or older than what it is made of. */
export declare const isStale: () => boolean
/** Builds if stale. Two callers at once build once. */
export declare const buildIfStale: () => Promise<void>
