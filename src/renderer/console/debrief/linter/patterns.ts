/** @file Everything that is found by its shape, phone numbers apart. Shapes warn and never stop a save: a shape is a guess. */
import { findAges } from './ages'
import { findDates } from './dates'
import type { Finding } from './finding'
import { findIdNumbers } from './id-numbers'
import { findLinks } from './links'
import { findPlaces } from './places'
import { findProperNames } from './proper-names'

/** Every identifier that has a shape. Findings may overlap. */
export const findPatterns = (text: string): Finding[] => [
  ...findLinks(text),
  ...findDates(text),
  ...findAges(text),
  ...findPlaces(text),
  ...findIdNumbers(text),
  ...findProperNames(text),
]
