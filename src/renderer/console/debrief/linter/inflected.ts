/**
 * @file What a name becomes when an ending changes its own letters, from grammars of the languages named. Forms are whole
 * words; stems take an ending (endings.ts).
 */
import { fold } from './fold'

const softened: readonly (readonly [RegExp, readonly string[]])[] = [
  // Polish, Czech and Slovak: Lenka, Lence; Jadwiga, Jadwidze; Marta, Marcie; Barbara, Barbarze; Piotr, Piotrze.
  [/ka$/, ['ce']],
  [/ga$/, ['dze', 'ze']],
  [/ha$/, ['se']],
  [/ta$/, ['cie']],
  [/da$/, ['dzie']],
  [/ra?$/, ['rze']],
  [/t$/, ['cie']],
  [/d$/, ['dzie']],
]
/** Hungarian letters of two signs: the first is doubled before "with". */
const hungarian = /(zs|sz|gy|ny|ty|cs|ly)$/
const vowelLast = /[aeiouy]$/

/**
 * Forms of a name in Latin letters in which its own letters change.
 *
 * @param name - folded, of four letters and more.
 */
export const changedForms = (name: string): string[] => {
  if (!/^[a-z]{4,}$/.test(name)) return []
  const forms = softened.flatMap(([last, by]) =>
    last.test(name) ? by.map((ending) => name.replace(last, ending)) : [],
  )
  const double = hungarian.exec(name)?.[0]
  if (double !== undefined) {
    const stem = `${name.slice(0, -2)}${double.slice(0, 1)}${double}`
    forms.push(`${stem}al`, `${stem}el`)
  }
  // Finnish "into": Raija, Raijaan.
  const vowel = vowelLast.exec(name)?.[0]
  if (vowel !== undefined) forms.push(`${name}${vowel}n`)
  return forms.filter(({ length }) => length >= 5)
}

/** Stems of a name in Latin letters in which its own letters change: Mikko, Miko-; Tuomas, Tuomakse-; Jonas, Jon-. */
export const changedStems = (name: string): string[] => {
  const single = name.replace(/([kpt])\1([aeiouy])$/, '$1$2')
  return [
    ...(single === name ? [] : [single]),
    // Turkish: Burak, Burağ-; Mehmet, Mehmed-.
    ...(/^[a-z]{3,}[kt]$/.test(name) ? [`${name.slice(0, -1)}${name.endsWith('k') ? 'g' : 'd'}`] : []),
    ...(/[aeiouy]s$/.test(name) ? [`${name.slice(0, -1)}kse`] : []),
    ...(/^[a-z]{3,}(?:as|is|us|ys)$/.test(name) ? [name.slice(0, -2)] : []),
  ]
}

const shortEndings = ['i', 'y', 'ie', 'e', 'o', 'u', 'ou', 'ij', 'om']
const shortCyrillicEndings = ['ы', 'и', 'е', 'у', 'ю', 'ой', 'ей'].map(fold)
const shortCyrillic = new RegExp(`^(.{2})[${fold('ая')}]$`, 'u')

/** Cases of Slavic names of three letters ("Ola", "Зоя") and small forms of Spanish ones ("Anita"): too short for a stem, they ask. */
export const shortForms = (name: string): string[] => {
  const latin = /^([a-z]{2})([ao])$/.exec(name)
  if (latin !== null) {
    const [, stem = '', last = ''] = latin
    const cases = last === 'a' ? shortEndings.map((ending) => `${stem}${ending}`) : []
    // Iga, Idze.
    if (name.endsWith('ga')) cases.push(`${stem.slice(0, -1)}dze`)
    return [...cases, `${stem}it${last}`]
  }
  const stem = shortCyrillic.exec(name)?.[1]
  return stem === undefined ? [] : shortCyrillicEndings.map((ending) => `${stem}${ending}`)
}

const cyrillicLast = /(?:[иыоі]й|[ая]я|[аеёиіїоуыэюяйь])$/u
const greekLast = /(?:[οηαιε]?ς|[αηοωι])$/u

/**
 * Stems of a name in Cyrillic or Greek, whose letters tell more before they are folded.
 *
 * @param shown - one word as the name shows it, in any case.
 * @returns folded, of three letters and more; none for other scripts.
 */
export const stemsByScript = (shown: string): string[] => {
  const name = shown
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300\u0301]/g, '')
    .normalize('NFC')
  const stems: string[] = []
  if (/^\p{Script=Greek}{3,}$/u.test(name)) stems.push(name, name.replace(greekLast, ''))
  if (/^\p{Script=Cyrillic}{3,}$/u.test(name)) {
    stems.push(name, name.replace(cyrillicLast, ''), name.replace(/[аеёиіїоуыэюяйь]$/u, ''))
    const fleeting = /^(.{2,})[еёо]([^аеёиіїоуыэюя])$/u.exec(name)
    if (fleeting) stems.push(`${fleeting[1] ?? ''}${fleeting[2] ?? ''}`)
  }
  return [...new Set(stems.filter((stem) => Array.from(stem).length >= 3).map(fold))]
}
