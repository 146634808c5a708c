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
  // Icelandic: Ólafur, Ólaf, Ólafs.
  const bare = /^(.+[^aeiouy])ur$/.exec(name)?.[1]
  if (bare !== undefined) forms.push(bare, `${bare}s`)
  return forms
}

/** The end of a name, and what its stems have in its place. */
const stemEnds: readonly (readonly [RegExp, readonly string[]])[] = [
  // Finnish, a consonant made weak before an ending: Mikko, Mikon; Satu, Sadun; Lahti, Lahden; Lampi, Lammen.
  [/([kpt])\1([aeiouy])$/, ['$1$2']],
  [/([aeiouyh])t([aeouy])$/, ['$1d$2']],
  [/([lnr])t([aeouy])$/, ['$1$1$2']],
  [/mp([aeouy])$/, ['mm$1']],
  [/nk([aeouy])$/, ['ng$1']],
  [/([aeiouyh])ti$/, ['$1te', '$1de']],
  [/mpi$/, ['mpe', 'mme']],
  [/([aeiouy])ki$/, ['$1ke', '$1e']],
  [/([lmnrv])i$/, ['$1e']],
  // Virtanen, Virtasen; Tuomas, Tuomaksen; Hannes, Hanneksen.
  [/nen$/, ['se', 's']],
  [/([aeiouy])s$/, ['$1kse']],
  // Turkish: Burak, Burağa; Mehmet, Mehmedi; Zeynep, Zeynebi.
  [/k$/, ['g']],
  [/t$/, ['d']],
  [/p$/, ['b']],
  // Lithuanian, Latvian: Jonas, Jono; Kazys, Kazio. Icelandic: Ólafur, Ólafs.
  [/(?:as|is|us|ys)$/, ['']],
  [/ys$/, ['i']],
  [/([^aeiouy])ur$/, ['$1']],
  // Serbian and Croatian: Aleksandar, Aleksandra. Polish: Kozioł, Kozła.
  [/([^aeiouy])a([rc])$/, ['$1$2']],
  [/io([lr])$/, ['$1']],
]

/** Stems of a name in Latin letters in which its own letters change. Folded, of three letters and more. */
export const changedStems = (name: string): string[] =>
  /^[a-z]{4,}$/.test(name)
    ? stemEnds
        .flatMap(([end, by]) => (end.test(name) ? by.map((other) => name.replace(end, other)) : []))
        .filter(({ length }) => length >= 3)
    : []

const shortEndings = ['i', 'y', 'ie', 'e', 'o', 'u', 'ou', 'ij', 'om']
const shortCyrillicEndings = ['ы', 'и', 'і', 'е', 'у', 'ю', 'ой', 'ою', 'ей', 'ею'].map(fold)
const shortCyrillic = new RegExp(`^(.{1,2})[${fold('ая')}]$`, 'u')
const bareCyrillicEndings = ['а', 'у', 'ом', 'е', 'ові', 'і'].map(fold)
const bareCyrillic = /^\p{Script=Cyrillic}{2}$/u

/**
 * Cases of names that are too short for a stem ("Ola", "Зоя", "Ян"): they block in a sentence of their language and ask in
 * one of ours.
 *
 * @param name - folded. @param shown - as the name shows it, which tells the script.
 */
export const shortForms = (name: string, shown: string): string[] => {
  const stem = /^([a-z]{2})a$/.exec(name)?.[1]
  if (stem !== undefined) {
    const cases = shortEndings.map((ending) => `${stem}${ending}`)
    // Polish: Iga, Idze. Czech: Eva, Evě.
    return [
      ...cases,
      ...softened.flatMap(([last, by]) => (last.test(name) ? by.map((end) => name.replace(last, end)) : [])),
    ]
  }
  const cyrillicStem = shortCyrillic.exec(name)?.[1]
  if (cyrillicStem !== undefined && /^\p{Script=Cyrillic}+$/u.test(shown))
    return shortCyrillicEndings.map((ending) => `${cyrillicStem}${ending}`)
  return bareCyrillic.test(shown) ? bareCyrillicEndings.map((ending) => `${name}${ending}`) : []
}

const cyrillicLast = /(?:[иыоі]й|[ая]я|[аеёиіїоуыэюяйь])$/u
const softLast = /^(.*л)[её]([^аеёиіїоуыэюяйьл])$/u
const narrowed = /^(.+)і([^аеёиіїоуыэюяйь]+)ь?$/u
const greekLast = /(?:[οηαιε]?ς|[αηοωι])$/u

const smallOf = (shown: string): string =>
  shown
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300\u0301]/g, '')
    .normalize('NFC')

const softenedCyrillic: readonly (readonly [RegExp, readonly string[]])[] = [
  // Ukrainian and Serbian: Ольга, Ользі; Соломійка, Соломійці; Олег, Олеже.
  [/га$/u, ['зі', 'зи']],
  [/ка$/u, ['ці', 'ци']],
  [/ха$/u, ['сі', 'си']],
  [/г$/u, ['же']],
  [/к$/u, ['че']],
  [/х$/u, ['ше']],
]

/** How somebody is called across a room: Саша, Саш; Таня, Тань. */
const calledCyrillic: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=..)а$/u, ['']],
  [/(?<=..)я$/u, ['ь']],
]

/** Forms of a name in Cyrillic in which its own letters change. Folded; none for other scripts. */
export const formsByScript = (shown: string): string[] => {
  const name = smallOf(shown)
  return /^\p{Script=Cyrillic}{3,}$/u.test(name)
    ? [...softenedCyrillic, ...calledCyrillic].flatMap(([last, by]) =>
        last.test(name) ? by.map((other) => fold(name.replace(last, other))) : [],
      )
    : []
}

/**
 * Stems of a name in Cyrillic or Greek, whose letters tell more before they are folded.
 *
 * @param shown - one word as the name shows it, in any case.
 * @returns folded, of three letters and more; none for other scripts.
 */
export const stemsByScript = (shown: string): string[] => {
  const name = smallOf(shown)
  const stems: string[] = []
  if (/^\p{Script=Greek}{3,}$/u.test(name)) stems.push(name, name.replace(greekLast, ''))
  if (/^\p{Script=Cyrillic}{3,}$/u.test(name)) {
    stems.push(name, name.replace(cyrillicLast, ''), name.replace(/[аеёиіїоуыэюяйь]$/u, ''))
    const fleeting = /^(.{2,})[еёо]([^аеёиіїоуыэюя])$/u.exec(name)
    if (fleeting) stems.push(`${fleeting[1] ?? ''}${fleeting[2] ?? ''}`)
    // Заяц, Зайца; Лев, Льва. Ukrainian: Федір, Федора; Яків, Якова; Кремінь, Кременя.
    const softFleeting = /^(.+)я([^аеёиіїоуыэюяйь])$/u.exec(name)
    if (softFleeting) stems.push(`${softFleeting[1] ?? ''}й${softFleeting[2] ?? ''}`)
    // Воробей, Воробья.
    if (/[^аеёиіїоуыэюя]ей$/u.test(name)) stems.push(name.replace(/ей$/u, 'ь'))
    if (softLast.test(name)) stems.push(name.replace(softLast, '$1ь$2'))
    if (narrowed.test(name)) stems.push(name.replace(narrowed, '$1о$2'), name.replace(narrowed, '$1е$2'))
  }
  return [...new Set(stems.filter((stem) => Array.from(stem).length >= 3).map(fold))]
}
