/** @file Refuses a Node that would crash on the vault's native module, in words instead of a core dump. */

/** Oldest Node major whose loader can run the SQLite prebuild; older ones end in a segmentation fault. */
export const NODE_MAJOR_MIN = 22

/**
 * Throws a readable error on a Node that is too old. Called before the first database is opened, which is
 * when the native module is loaded.
 *
 * @param version as `process.versions.node` has it, such as `24.21.0`.
 */
export function requireModernNode(version: string = process.versions.node): void {
  const major = Number.parseInt(version, 10)
  if (major >= NODE_MAJOR_MIN) return
  throw new Error(
    `Holdspace needs Node ${NODE_MAJOR_MIN} or newer; this is Node ${version}. ` +
      'Start it with "npm start" or "npm run", which bring their own Node.',
  )
}
