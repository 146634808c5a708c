/** @file A number of bytes as people say it. */

/**
 * Bytes in words, in units of 1,000: "640 bytes", "120 kB", "4.2 MB".
 *
 * @param bytes - zero or more.
 * @param language - BCP 47, for the decimal sign.
 */
export const byteWords = (bytes: number, language: string): string => {
  const [value, unit] =
    bytes >= 999_500
      ? [bytes / 1_000_000, 'megabyte']
      : bytes >= 1000
        ? [bytes / 1000, 'kilobyte']
        : [bytes, 'byte']
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(value)
}
