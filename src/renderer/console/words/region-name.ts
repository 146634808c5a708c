/** @file A region's name in the reader's language. */

/**
 * The name of a region code: `US`, `US-CO`, `EU` or `WORLD`.
 *
 * @param code - as crisis resources have it; an unknown one is given back as it is.
 * @param language - BCP 47.
 * @param worldName - what `WORLD` is called.
 */
export const regionWords = (code: string, language: string, worldName: string): string => {
  if (code === 'WORLD') return worldName
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code)) return code
  const [country = code, part] = code.split('-')
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country
  return part === undefined ? name : `${name}, ${part}`
}
