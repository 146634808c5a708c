/** @file How the lists of walls are written: what a wall is, is in wall.d.mts. */

/**
 * Walls of one file that one test guards.
 *
 * @param {string} file
 * @param {readonly [string, string]} test - its file and its name.
 * @param {readonly (readonly [string, string, string])[]} rows - name, from, to.
 * @returns {import('./wall.mjs').Wall[]}
 */
export const wallsIn = (file, [testFile, test], rows) =>
  rows.map(([name, from, to]) => ({ name, file, from, to, testFile, test }))
