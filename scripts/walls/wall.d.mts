/** A wall, the change that takes it down, and the test that must fail then. */
export interface Wall {
  /** In words. */
  name: string
  /** Where it stands, relative to the project. */
  file: string
  /** A part of that file, there once. */
  from: string
  /** What takes its place. */
  to: string
  testFile: string
  /** The test's own name, as it is written. */
  test: string
}
export const wallsIn: (
  file: string,
  test: readonly [string, string],
  rows: readonly (readonly [string, string, string])[],
) => Wall[]
