/** @file Types of pinned-node.mjs. */
/** The project's folder. */
export declare const root: string
/** Lowest major version that serves where no pinned Node is. */
export declare const NODE_MAJOR_MIN: number
/** Where `npm ci` puts the pinned Node of a platform, whether or not it is there. */
export declare const pinnedNodePath: (platform?: string, arch?: string) => string
/** What a Node that runs a script of ours must do. */
export declare const chooseNode: (here: {
  execPath: string
  version: string
  pinned: string | null
}) => 'stay' | 'rerun' | 'refuse'
