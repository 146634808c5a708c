/**
 * @file The catalogue in every language: the same keys, what is filled in, and forms of number; nothing left in English; no
 * jargon, no exclamation mark, one way of speaking to the reader.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../contract/preference-choices'
import { words as spanish } from './es'

const folder = import.meta.dirname
/** The files of a language: every text, by its key. */
const read = (language: string): Map<string, Map<string, string>> =>
  new Map(
    readdirSync(join(folder, language)).map((name) => [
      name,
      new Map(textsOf(JSON.parse(readFileSync(join(folder, language, name), 'utf8')))),
    ]),
  )
const textsOf = (words: unknown, path = ''): [string, string][] => {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words !== 'object' || words === null) throw new Error(`${path} is no text`)
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, path === '' ? key : `${path}.${key}`))
}
const english = read('en')
const files = [...english.keys()]

const FORM = /_(zero|one|two|few|many|other)$/
/** What is filled in, by its name: a language may say it in a way of its own (`{{time, clock}}`). */
const blanksIn = (text: string): string[] =>
  [...text.matchAll(/\{\{([^},]*)[^}]*\}\}/g)].map(([, name = '']) => name)
/** Keys with the forms of number of one word taken together, and what is filled into any of them. */
const asked = (texts: ReadonlyMap<string, string>): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  for (const [key, text] of texts) {
    const word = key.replace(FORM, '')
    const filled = found.get(word) ?? new Set()
    for (const blank of blanksIn(text)) filled.add(blank)
    found.set(word, filled)
  }
  return found
}
/** The words of a text, without what is filled in. */
const wordsIn = (text: string): string[] => text.replace(/\{\{[^}]*\}\}/g, ' ').match(/\p{L}{3,}/gu) ?? []

/** What is the same word in Spanish, or a name that is not translated. Places are told apart by their file. */
const SAME = [
  'Holdspace',
  'Chat: {{value}}',
  'chat',
  'web',
  'TTY',
  'TTY {{value}}',
  'English, United States',
  'English, United Kingdom',
  'Español',
  'No',
]

describe('Spanish', () => {
  const translated = read('es')

  it('has each file that English has, and no other', () => {
    expect([...translated.keys()].sort()).toEqual([...files].sort())
  })

  it.each(files)('%s has every word, with all that is filled in, and no other', (name) => {
    const own = asked(translated.get(name) ?? new Map())
    expect([...own.keys()].sort()).toEqual([...asked(english.get(name) ?? new Map()).keys()].sort())
    expect(own).toEqual(asked(english.get(name) ?? new Map()))
  })

  it.each(files)('%s fills into each form of number what the English one has', (name) => {
    for (const [key, text] of english.get(name) ?? []) {
      const said = translated.get(name)?.get(key)
      expect(said, key).toBeDefined()
      expect(blanksIn(said ?? '').sort(), key).toEqual(blanksIn(text).sort())
    }
  })

  it.each(files.filter((name) => name !== 'places.json'))('%s leaves nothing in English', (name) => {
    const left = [...(translated.get(name) ?? [])].filter(
      ([key, text]) =>
        text === english.get(name)?.get(key) && wordsIn(text).length > 0 && !SAME.includes(text),
    )
    expect(left).toEqual([])
  })

  it('as it is loaded has every form of number that its plural rules ask for', () => {
    const { pluralCategories } = new Intl.PluralRules('es').resolvedOptions()
    const keys = new Set(
      spanish.flatMap(([namespace, words]) => textsOf(words, namespace)).map(([key]) => key),
    )
    const counted = [...keys].filter((key) => key.endsWith('_other'))
    expect(counted.length).toBeGreaterThan(80)
    expect(
      counted.flatMap((key) =>
        pluralCategories.map((form) => key.replace(/other$/, form)).filter((form) => !keys.has(form)),
      ),
    ).toEqual([])
  })

  it('says tú to whoever reads, and the words of docs/glossary-es.md', () => {
    const OTHERS = [
      // Another way to speak to the reader.
      /\busted(es)?\b(?! saben)/i,
      /\b(vos|vosotros|vosotras|vuestr[oa]s?)\b/i,
      // Spain's words for what Latin America calls otherwise.
      /\b(ordenador|fichero|móvil)(es|s)?\b/i,
      // Other words for what has its word.
      /\b(contraseña maestra|carta de conducta|expuls\w+|echar fuera|anfitri\w+ de la sala)\b/i,
    ]
    const found = [...translated].flatMap(([name, texts]) =>
      [...texts]
        .filter(([key]) => !SPOKEN_TO_THE_GROUP.has(`${name}:${key}`))
        .filter(([, text]) => OTHERS.some((other) => other.test(text)))
        .map(([key, text]) => `${name}:${key}: ${text}`),
    )
    expect(found).toEqual([])
  })
})

/** Lines for the people in the room, who are many, and names that somebody may take. */
const SPOKEN_TO_THE_GROUP = new Set([
  'meeting.json:mark.ourWords',
  'meeting.json:readThrough.kept.debrief_one',
  'meeting.json:readThrough.kept.debrief_other',
])

/** Words of a trade that a volunteer does not have to know; and those that blame. Whole words, in any case. */
const JARGON = {
  en: [
    'script',
    'decrypted',
    'hash',
    'abort',
    'admin panel',
    'api',
    'async',
    'attendee',
    'attendees',
    'authenticate',
    'authentication',
    'backend',
    'ban',
    'banned',
    'boolean',
    'buffer',
    'cache',
    'config',
    'configuration',
    'configure',
    'credentials expired',
    'daemon',
    'database error',
    'deprecated',
    'dropdown',
    'endpoint',
    'exception',
    'execute',
    'fatal',
    'frontend',
    'handshake',
    'host',
    'hosts',
    'http',
    'iframe',
    'illegal',
    'initialize',
    'initialise',
    'input field',
    'invalid',
    'kick',
    'kicked',
    'leverage',
    'localhost',
    'malformed',
    'metadata',
    'modal',
    'ok',
    'oops',
    'override',
    'parameter',
    'parse',
    'payload',
    'permission denied',
    'ping',
    'popup',
    'process id',
    'query',
    'render',
    'runtime',
    'schema',
    'seamless',
    'string',
    'submit',
    'sync',
    'syntax',
    'terminate',
    'timeout',
    'toggle',
    'undefined',
    'user',
    'users',
    'utilize',
    'whoops',
    'your fault',
    'you forgot to',
    'you failed',
  ],
  es: [
    'script',
    'descifrad[oa]s?',
    'hash',
    'abortar',
    'api',
    'asistente',
    'asistentes',
    'autenticar',
    'autenticación',
    'backend',
    'banear',
    'búfer',
    'caché',
    'clicar',
    'clickear',
    'configuración',
    'configurar',
    'desplegable',
    'ejecutar',
    'excepción',
    'fatal',
    'host',
    'http',
    'iframe',
    'ilegal',
    'inicializar',
    'inválida',
    'inválido',
    'kickear',
    'linkear',
    'localhost',
    'loguear',
    'loguearse',
    'malformado',
    'metadatos',
    'modal',
    'ok',
    'parámetro',
    'payload',
    'ping',
    'popup',
    'renderizar',
    'resetear',
    'servidor remoto',
    'sintaxis',
    'sincronizar',
    'someter',
    'tu culpa',
    'ups',
    'usuaria',
    'usuario',
    'usuarios',
    'fallaste',
  ],
} as const

describe.each(['en', 'es'] as const)('words in %s', (language) => {
  const all = [...read(language)].flatMap(([name, texts]) =>
    [...texts].map(([key, text]) => ({ place: `${name}:${key}`, text })),
  )

  it('are no jargon and blame nobody', () => {
    const banned = new RegExp(`(?<![\\p{L}-])(${JARGON[language].join('|')})(?![\\p{L}-])`, 'iu')
    expect(
      all
        .filter(({ place }) => place !== 'meeting.json:mark.ourWords')
        .flatMap(({ place, text }) => {
          const said = banned.exec(text.replace(/\{\{[^}]*\}\}/g, ' '))
          return said ? [`${place}: ${said[0]} in “${text}”`] : []
        }),
    ).toEqual([])
    // The list finds what it is for.
    expect(banned.test(language === 'en' ? 'Invalid input' : 'El usuario no existe')).toBe(true)
  })

  it('have no exclamation mark, no space at an end, and no straight quotes', () => {
    expect(
      all.filter(
        ({ place, text }) =>
          /[!¡"]/.test(text) ||
          // Joined to other words by the page.
          (text !== text.trim() && !/(\.or|\.join|\.then|news\.wrote)$/.test(place)),
      ),
    ).toEqual([])
  })
})

describe('the choice of a language', () => {
  it('offers those whose words are tested here', () => {
    expect(LANGUAGES).toEqual(['system', 'en-US', 'en-GB', 'es'])
  })
})
