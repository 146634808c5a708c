/** @file How much the linter finds and how often it is wrong, over mentions and diary lines written for this test. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from './finding'
import { lint } from './lint'
import { indexNames, type NameIndex, noNames } from './name-index'
import { loadPhoneFinder } from './phones'

const linesOf = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../../../tests/fixtures/linter', name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))

interface Mention {
  group: string
  name: string
  text: string
  start: number
  end: number
}

/** A line of the fixture; a name may hold no bar. */
const mentionsOf = (line: string): Mention[] => {
  const [group = '', name = '', ...rest] = line.split(' | ').map((part, at) => (at < 2 ? part.trim() : part))
  let text = ''
  const places: { start: number; end: number }[] = []
  for (const [at, piece] of rest
    .join(' | ')
    .replaceAll('\\n', '\n')
    .split(/\[\[|\]\](?!\])/)
    .entries()) {
    if (at % 2 === 1) places.push({ start: text.length, end: text.length + piece.length })
    text += piece
  }
  return places.map((place) => ({ group, name, text, ...place }))
}

const phones = await loadPhoneFinder()
const mentions = [...linesOf('mentions.txt'), ...linesOf('mentions-held-out.txt')].flatMap(mentionsOf)
const indexes = new Map<string, NameIndex>()
const indexOf = (name: string): NameIndex => {
  const known = indexes.get(name)
  if (known) return known
  const made = name === '' ? noNames : indexNames(name.split(';').map((one) => one.trim()))
  indexes.set(name, made)
  return made
}
const foundAt = ({ name, text, start, end }: Mention): Finding[] =>
  lint(text, { names: indexOf(name), phones, publicNumbers: [] }).filter(
    (one) => one.start < end && start < one.end && (name === '' || one.kind === 'roomName'),
  )
/** In these the name stands as it is, however it is dressed: every one is found, and stops a save. */
const sureGroups = [
  'exact',
  'lower',
  'upper',
  'possessive',
  'plural',
  'split',
  'lookalike',
  'zerowidth',
  'cjk',
]
const shareOf = (some: readonly Mention[], is: (one: Mention) => boolean) =>
  some.filter(is).length / some.length
const missed = (some: readonly Mention[]) =>
  some.filter((one) => foundAt(one).length === 0).map(({ text }) => text)

describe('what is found', () => {
  const ofRoom = mentions.filter(({ name }) => name !== '')
  const ofShape = mentions.filter(({ name }) => name === '')

  it('is every name that stands as it is, and it blocks', () => {
    const sure = ofRoom.filter(({ group }) => sureGroups.includes(group))
    expect(sure.length).toBeGreaterThan(500)
    const open = sure.filter((one) => !foundAt(one).some(({ severity }) => severity === 'blocks'))
    expect(open.map(({ text }) => text)).toEqual([])
  })
  it('is nine of ten mentions of the room, misspelt, shortened and disguised ones among them', () => {
    expect(ofRoom.length).toBeGreaterThan(1200)
    expect(
      shareOf(ofRoom, (one) => foundAt(one).length > 0),
      missed(ofRoom).join('\n'),
    ).toBeGreaterThanOrEqual(0.9)
    for (const group of new Set(ofRoom.map((one) => one.group))) {
      const some = ofRoom.filter((one) => one.group === group)
      expect(
        shareOf(some, (one) => foundAt(one).length > 0),
        group,
      ).toBeGreaterThanOrEqual(0.75)
    }
  })
  it('is nine of ten shapes', () => {
    expect(ofShape.length).toBeGreaterThan(500)
    expect(
      shareOf(ofShape, (one) => foundAt(one).length > 0),
      missed(ofShape).join('\n'),
    ).toBeGreaterThanOrEqual(0.9)
  })
})

const rooms: Readonly<Record<string, readonly string[]>> = {
  nobody: [],
  'words that are names':
    'Will Hope Mark Grace Al Bo Jo Rose May Art Joy Faith Angel King Summer Jean Pat Sue'.split(' '),
  'short names': [
    'Xi Li',
    'Bo Wang',
    'Ng',
    'An',
    'In-Sook',
    'My Linh',
    'Thu',
    'Van',
    'J',
    'JT',
    'M',
    'Ed',
    'Ty',
    'So Jin',
  ],
  'screen names': [
    'sk8r_boi',
    'QuietRiver',
    'anon7',
    'Guest',
    'tired mama bear',
    'Sunny Day',
    'lonely in the dark',
    '🦋',
  ],
  'nearly words': [
    'Dawn',
    'Carol',
    'Steven',
    'Diane',
    'Hasan',
    'Anita',
    'Amit',
    'Asher',
    'Trent',
    'Stephen Hand',
    'Martin Day',
  ],
  'names of Spanish': [
    'María José',
    'Luz',
    'Mar',
    'Pilar Ríos',
    'Ángel',
    'Al',
    'Ana',
    'Begoña',
    'Rosario',
    'Clara',
    'Domingo',
    'La de siempre',
  ],
  'many scripts': [
    'Ольга Петрова',
    '田中さくら',
    '김민수',
    'محمد',
    'Γιώργος',
    '張偉',
    'Nguyễn Thị Hoa',
    'Ayşe Yılmaz',
  ],
  handles: [
    'iPhone',
    'Mum',
    'Dad',
    'user4821',
    'quiet_one',
    'el_gato_triste',
    'Mom of 3',
    'papa_oso',
    '22',
    '7',
    'Anon',
    'lost & found',
    'just me',
    'tired.nurse',
  ],
  'thirty of them': linesOf('room-of-150.txt').slice(0, 30),
  'a hundred and fifty': linesOf('room-of-150.txt'),
}

describe('what is not found', () => {
  const texts = [
    'calm.txt',
    'innocent-en.txt',
    'innocent-es.txt',
    'innocent-in-haste-en.txt',
    'innocent-in-haste-es.txt',
  ].map((file): [string, string[]] => [file, linesOf(file)])
  it.each(Object.entries(rooms))('more than twice in a hundred words: %s', (_room, names) => {
    const context = { names: names.length > 0 ? indexNames(names) : noNames, phones, publicNumbers: [] }
    for (const [file, lines] of texts) {
      const words = lines.join(' ').split(/\s+/).length
      const alerts = lines.flatMap((line) =>
        lint(line, context).map(({ start, end }) => `${line.slice(start, end)}: ${line}`),
      )
      expect((alerts.length / words) * 100, [file, ...alerts].join('\n')).toBeLessThanOrEqual(2)
    }
  })
  it.each([
    '2026-11-24: a quiet evening',
    'Version 2.10.04 and v1.9.12 of the script',
    'so tired.so I stopped, ok.so what',
    'it costs 20000 a year, or 1,650.00 a month, £4.60 with tea',
    'I may 2 or 3 times have looked away',
    'we met from 19:00 to 20:30, 12 of us, 5 cameras on',
    'We were 13 on the 3rd and 9 on the 10th',
    'Tue 24 Nov. A long one',
    'My plan for Jan: one group. For Feb: none',
    '¿Dónde estaba mi poder? ¡Sí! ¿Una campana? No',
    'Tengo 20 años de experiencia, el contrato es de 12 años de duración',
    'El grupo tiene 12 y el otro tiene 34 personas',
    'We moved to Zoom, from Monday on, and I work in English',
  ])('at all: %s', (line) => {
    expect(lint(line, { names: noNames, phones, publicNumbers: [] })).toEqual([])
  })
})
