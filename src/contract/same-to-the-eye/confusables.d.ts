/** @file The table of look-alikes as a plain record: six thousand names in a type would slow every check. */
declare module 'unhomoglyph/data.json' {
  const table: Readonly<Record<string, string>>
  export default table
}
