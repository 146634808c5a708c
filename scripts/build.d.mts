/** @file Types of build.mjs. */
/** True when the build is missing or older than what it is made of. */
export declare const isStale: () => boolean
/** Builds if stale. Two callers at once build once. */
export declare const buildIfStale: () => Promise<void>

/** Why a build may have failed, by the folder of the packages: what an older npm left out is named. */
export declare const whyFailed: (modules: string) => string
