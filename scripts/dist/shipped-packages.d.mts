/** A package that ships. */
export interface ShippedLicence {
  name: string
  version: string
  /** As the package names it: an SPDX expression. */
  licence: string
  text: string
}
export function packageOfModule(id: string): string | null
export function shippedLicences(bundled: Iterable<string>): ShippedLicence[]
