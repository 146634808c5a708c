/**
 * @file Short and pet names that a name's own letters do not tell: each row is one name in its forms. Written for
 * this project, from common use in the languages named; the English rows were compared in part with the public table
 * github.com/carltonnorthern/nicknames (Apache-2.0), none of which is copied. What is not here is not found.
 */

import { fold } from './fold'
import { lettersWrong } from './misspelt'
import { englishRows } from './nicknames-english'
import { otherRows } from './nicknames-others'
import { soundOf } from './sounds'

const rows = [englishRows, otherRows].join('')

const toForms = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const forms = new Map<string, Set<string>>()
  for (const row of rows.trim().split(/\n+/)) {
    const names = row.split(' ').map((name) => name.normalize('NFD').replace(/\p{M}/gu, ''))
    for (const name of names) {
      const others = forms.get(name) ?? new Set<string>()
      for (const other of names) if (other !== name) others.add(other)
      forms.set(name, others)
    }
  }
  return forms
}
const byName = toForms()

const bySound = Map.groupBy(
  [...byName.keys()].filter((name) => name.length >= 6),
  soundOf,
)
const none: ReadonlySet<string> = new Set()

/** Other forms of a name, folded; none for a name that is in no row. */
export const formsOfName = (name: string): ReadonlySet<string> => byName.get(name) ?? none

/** The same, for another spelling of a name of six letters and more too: "Margarethe". */
export const formsOfSpelling = (name: string): ReadonlySet<string> => {
  const known = byName.get(name)
  if (known || name.length < 6) return known ?? none
  const alike = bySound.get(soundOf(name)) ?? []
  const wrong = alike.map((other) => lettersWrong(name, other))
  // Nikolay is Nikolai and not Nicole, which sounds the same here.
  return byName.get(alike[wrong.indexOf(Math.min(...wrong))] ?? '') ?? none
}

const petEnding =
  /^(.{3,}?)(?:y|ie|i|ey|c?it[oa]s?|ill[oa]|ín|uc[oa]|inho|inha|inh|in[oa]|ett[oa]|ucci[oa]|chen|lein|ka|ko|ushka)$/
const either = (text: string) => `(?:${text.split(' ').map(fold).join('|')})`
/** Russian and Ukrainian: Саша, Сашка, Сашенька; Ваня, Ванечка. */
const cyrillicPetEnding = new RegExp(
  `^(.{2,}?)${either('ень онь оч еч уш юш иш ь')}?${fold('к')}${either('а и і е у ой ою о')}$`,
  'u',
)

/**
 * What a pet name is made from: "dann" and "dan" of "danny", "sus" of "susie".
 *
 * @returns beginnings of at least three letters.
 */
export const petStems = (word: string): string[] => {
  const stems = [petEnding, cyrillicPetEnding].flatMap((ending) => ending.exec(word)?.[1] ?? [])
  return [
    ...new Set(
      stems.flatMap((stem) => [
        stem,
        stem.replace(/(.)\1$/, '$1'),
        // Spanish spells the sound: Diego, Dieguito; Marcos, Marquitos.
        stem.replace(/gu$/, 'g').replace(/qu$/, 'c'),
      ]),
    ),
  ].filter(({ length }) => length >= 3)
}
