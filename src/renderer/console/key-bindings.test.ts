/** @file Keys over keyboards: what is printed counts, and what writes a character is never ours. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeptKeyBindings, KeyAct, KeyBindings } from '../../contract/keys'
import { changedKeys, changeKey, gaveWay, keyOf } from './key-bindings'
import { bindingOf, isCommandKey, type KeyPress, scriptOf } from './ui/key-match'

const press = (fields: Partial<KeyPress> & { isAltGraph?: boolean }): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  getModifierState: () => fields.isAltGraph === true,
  ...fields,
})
const outside = { isInText: false, isMac: false, isLatin: null }
const inText = { isInText: true, isMac: false, isLatin: null }
const macOutside = { isInText: false, isMac: true, isLatin: null }
const macInText = { isInText: true, isMac: true, isLatin: null }

/** Keyboards: where the keys that are printed differently lie, and how `?` is written. */
const keyboards: Readonly<Record<string, { moved: Readonly<Record<string, string>>; question: string }>> = {
  'US English': { moved: {}, question: 'Slash' },
  German: { moved: { KeyY: 'z', KeyZ: 'y' }, question: 'Minus' },
  French: {
    moved: { KeyQ: 'a', KeyA: 'q', KeyW: 'z', KeyZ: 'w', Semicolon: 'm', KeyM: ',' },
    question: 'KeyM',
  },
  Spanish: { moved: {}, question: 'Minus' },
  Swedish: { moved: {}, question: 'Minus' },
  Dvorak: { moved: { KeyP: 'l', KeyL: 'n', KeyX: 'q', KeyQ: "'" }, question: 'BracketLeft' },
}
const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
/** What the physical keys write on a keyboard. */
const written = (moved: Readonly<Record<string, string>>) => {
  const all = letters.map((letter) => [`Key${letter.toUpperCase()}`, letter] as const)
  return Object.entries({ ...Object.fromEntries(all), ...moved })
}

describe('on any keyboard', () => {
  const anyKey = fc
    .constantFrom(...Object.values(keyboards))
    .chain(({ moved }) => fc.constantFrom(...written(moved)))

  it('Alt and a letter is the letter that is printed on the key, wherever it lies and whatever is typed in', () => {
    fc.assert(
      fc.property(anyKey, fc.boolean(), fc.boolean(), ([code, letter], isInText, shiftKey) => {
        fc.pre(/^[a-z]$/.test(letter))
        const key = shiftKey ? letter.toUpperCase() : letter
        const found = bindingOf(press({ key, code, altKey: true, shiftKey }), { ...outside, isInText })
        expect(found).toBe(`Alt+${shiftKey ? 'Shift+' : ''}${letter.toUpperCase()}`)
      }),
    )
  })

  it.each(Object.entries(keyboards))(
    '? opens the list on %s, and is written in a text box',
    (_name, { question }) => {
      const pressed = press({ key: '?', code: question, shiftKey: true })
      expect(bindingOf(pressed, outside)).toBe('?')
      expect(bindingOf(pressed, inText)).toBeNull()
    },
  )

  it('Shift and the key that is a slash in America does nothing where it writes something else', () => {
    for (const key of ['_', '§', '-', ':']) {
      expect(bindingOf(press({ key, code: 'Slash', shiftKey: true }), outside)).toBeNull()
    }
  })

  it('finds an act by Ctrl+K, Command+K on a Mac, by what is printed, and by nothing that writes', () => {
    const isFound = (fields: Parameters<typeof press>[0], isMac = false) =>
      isCommandKey(press(fields), 'K', { isMac })
    for (const key of ['k', 'K']) {
      expect(isFound({ key, code: 'KeyV', ctrlKey: true })).toBe(true)
      expect(isFound({ key, code: 'KeyK', metaKey: true }, true)).toBe(true)
    }
    expect(isFound({ key: 'л', code: 'KeyK', ctrlKey: true })).toBe(true)
    expect(isFound({ key: 't', code: 'KeyK', ctrlKey: true })).toBe(false)
    // On a Mac Ctrl+K is the text box's own: it cuts to the end of the line.
    expect(isFound({ key: 'k', code: 'KeyK', ctrlKey: true }, true)).toBe(false)
    for (const more of [
      { ctrlKey: false },
      { altKey: true },
      { shiftKey: true },
      { metaKey: true },
      { isComposing: true },
      { isAltGraph: true },
    ])
      expect(isFound({ key: 'k', code: 'KeyK', ctrlKey: true, ...more }), JSON.stringify(more)).toBe(false)
  })

  /** As Chromium reports them with Alt held, and that they wrote nothing: docs/keys.md. */
  const places = { KeyL: 'Alt+L', KeyQ: 'Alt+Q', KeyS: 'Alt+S' } as const
  it.each([
    ['Russian', { KeyL: 'д', KeyQ: 'й', KeyS: 'ы' }],
    ['Greek', { KeyL: 'λ', KeyQ: ';', KeyS: 'σ' }],
    ['Hebrew', { KeyL: 'ך', KeyQ: '/', KeyS: 'ד' }],
    ['Arabic', { KeyL: 'م', KeyQ: 'ض', KeyS: 'س' }],
  ])('a room is locked and quieted by place on a %s keyboard, from a text box too', (_name, printed) => {
    for (const [code, binding] of Object.entries(places)) {
      const pressed = press({ key: printed[code as keyof typeof places], code, altKey: true })
      for (const place of [outside, inText])
        expect(bindingOf(pressed, { ...place, isLatin: false })).toBe(binding)
    }
    expect(scriptOf(press({ key: printed.KeyL, code: 'KeyL' }))).toBe(false)
    // On a Mac Option writes there.
    expect(bindingOf(press({ key: printed.KeyL, code: 'KeyL', altKey: true }), macInText)).toBeNull()
  })

  it('a sign is no letter on a keyboard that writes Latin ones, such as Dvorak’s dot where others have E', () => {
    const dot = press({ key: '.', code: 'KeyE', altKey: true })
    const latin = scriptOf(press({ key: 'o', code: 'KeyS' }))
    expect(latin).toBe(true)
    for (const place of [outside, inText]) expect(bindingOf(dot, { ...place, isLatin: latin })).toBeNull()
    // Nothing is known of a keyboard by its signs, by what AltGr writes, or by what is being composed.
    for (const more of [
      { key: '.' },
      { key: 'ł', isAltGraph: true },
      { key: 'é', isComposing: true },
      { code: 'Comma', key: 'б' },
    ])
      expect(scriptOf(press({ code: 'KeyE', ...more }))).toBeNull()
    // Option makes signs everywhere.
    expect(bindingOf(press({ key: '¬', code: 'KeyL', altKey: true }), { ...macOutside, isLatin: true })).toBe(
      'Alt+L',
    )
  })

  it('finds a letter by its place where one with a mark is printed, outside text boxes', () => {
    expect(bindingOf(press({ key: 'ł', code: 'KeyL', altKey: true }), outside)).toBe('Alt+L')
    expect(bindingOf(press({ key: 'ł', code: 'KeyL', altKey: true }), inText)).toBeNull()
    expect(bindingOf(press({ key: '&', code: 'Digit1', altKey: true }), outside)).toBe('Alt+1')
  })
})

describe('what writes a character', () => {
  /** Option on a Mac: German, Polish, Spanish, French, Danish, and dead keys. */
  const options = ['@', 'ł', 'ą', 'ø', '¬', '€', 'œ', '∂', 'Dead', '«', 'ß', '‚', 'l', 'q', 'e', 'k']

  it.each(options)('Option that writes %s is left alone in a text box', (key) => {
    for (const code of ['KeyL', 'KeyQ', 'KeyE', 'KeyK', 'Digit7']) {
      expect(bindingOf(press({ key, code, altKey: true }), macInText)).toBeNull()
    }
  })

  it('Option outside a text box writes nothing, and is ours', () => {
    expect(bindingOf(press({ key: '¬', code: 'KeyL', altKey: true }), macOutside)).toBe('Alt+L')
  })

  it('a sign that Alt writes is left alone in a text box on every system', () => {
    expect(bindingOf(press({ key: 'ł', code: 'KeyL', altKey: true }), inText)).toBeNull()
  })

  it.each(Array.from({ length: 10 }, (_, digit) => String(digit)))(
    'Alt and %s on the number pad is part of a code for a character, such as Alt 0233 for é',
    (digit) => {
      const onPad = press({ key: digit, code: `Numpad${digit}`, altKey: true })
      for (const place of [outside, inText, macOutside]) expect(bindingOf(onPad, place)).toBeNull()
      // The control: the same digit in its row is a binding.
      const inRow = press({ key: digit, code: `Digit${digit}`, altKey: true })
      expect(bindingOf(inRow, inText)).toBe(`Alt+${digit}`)
    },
  )

  it('a letter of another alphabet is no Latin one, though its capital looks the same', () => {
    for (const [key, code] of [
      ['ı', 'KeyI'],
      ['ſ', 'KeyH'],
    ] as const)
      expect(bindingOf(press({ key, code, altKey: true }), inText)).toBeNull()
  })

  it('is never ours in a text box, whatever the event: only Alt with that very letter, or a function key', () => {
    const any = fc.record({
      key: fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom(...options, 'L', 'l', '?', 'F2', 'Enter')),
      code: fc.constantFrom('KeyL', 'KeyQ', 'Slash', 'Digit1', 'F2', ''),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      repeat: fc.boolean(),
      isComposing: fc.boolean(),
      isAltGraph: fc.boolean(),
    })
    fc.assert(
      fc.property(any, fc.boolean(), fc.constantFrom(null, true, false), (fields, isMac, isLatin) => {
        const found = bindingOf(press(fields), { isInText: true, isMac, isLatin })
        if (found === null) return
        const isFunctionKey = /^F\d+$/.test(fields.key)
        const isPlainAlt = fields.altKey && !isMac && /^[a-z0-9]$/i.test(fields.key)
        // On a keyboard without Latin letters Alt writes nothing, whatever is printed on the key.
        const isOther = fields.altKey && !isMac && (isLatin === false || scriptOf(press(fields)) === false)
        expect(isFunctionKey || isPlainAlt || isOther).toBe(true)
        expect(fields.ctrlKey || fields.metaKey || fields.isComposing || fields.isAltGraph).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    { isAltGraph: true },
    { ctrlKey: true },
    { metaKey: true },
    { isComposing: true },
    { repeat: true },
  ])('nothing acts with %j', (more) => {
    expect(bindingOf(press({ key: 'l', code: 'KeyL', altKey: true, ...more }), outside)).toBeNull()
    expect(bindingOf(press({ key: '?', code: 'Slash', ...more }), outside)).toBeNull()
  })

  it('a letter alone never acts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...letters, '1', ' ', 'Enter'), fc.boolean(), (key, shiftKey) => {
        expect(bindingOf(press({ key, code: `Key${key.toUpperCase()}`, shiftKey }), outside)).toBeNull()
      }),
    )
  })
})

describe('changing a key', () => {
  it('takes what may be used, says who has it, and forgets a change that is none', () => {
    expect(changeKey({}, 'Alt+L', 'F2')).toEqual({ kind: 'changed', bindings: { 'Alt+L': 'F2' } })
    expect(changeKey({ 'Alt+L': 'F2' }, 'Alt+L', 'Alt+L')).toEqual({ kind: 'changed', bindings: {} })
    expect(changeKey({}, 'Alt+L', 'Alt+Q')).toEqual({ kind: 'taken', by: 'Alt+Q' })
    expect(changeKey({ 'Alt+Q': 'F2' }, 'Alt+L', 'Alt+Q').kind).toBe('changed')
    for (const unusable of [null, 'L', 'Alt+?', 'F5', 'F12', '?', 'Ctrl+C', ''])
      expect(changeKey({}, 'Alt+L', unusable)).toEqual({ kind: 'notUsable' })
  })

  it('never leaves two acts with one key, whatever is changed', () => {
    const binding = fc.constantFrom('Alt+L', 'Alt+Q', 'Alt+Shift+L', 'F2', 'Alt+F4', 'Alt+9', '?', 'x')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...KeyAct.options), binding), { maxLength: 30 }),
        (changes) => {
          let bindings = {}
          for (const [act, next] of changes) {
            const made = changeKey(bindings, act, next)
            if (made.kind === 'changed') ({ bindings } = made)
            const keys = KeyAct.options.map((one) => keyOf(one, bindings))
            expect(new Set(keys).size).toBe(keys.length)
          }
        },
      ),
    )
  })
})

describe('a key kept by a release that did not have every act', () => {
  const pairs = KeyAct.options.flatMap((act) =>
    KeyAct.options
      .filter((other): other is Exclude<KeyAct, '?'> => other !== act && other !== '?')
      .map((other) => [act, other] as const),
  )

  it('stays there in every pair, and the act that has it at first gives way', () => {
    for (const [act, other] of pairs) staysThere(act, other)
  })

  const staysThere = (act: KeyAct, other: Exclude<KeyAct, '?'>) => {
    const kept = KeptKeyBindings.parse({ [act]: other })
    expect(kept).toEqual({ [act]: other })
    expect(KeyBindings.safeParse(kept).success).toBe(true)
    const moved = gaveWay(kept)
    expect(moved.map((one) => [one.act, one.to])).toEqual([[other, act]])
    expect(keyOf(act, kept)).toBe(other)
    expect(keyOf(other, kept)).not.toBe(other)
    const keys = KeyAct.options.map((one) => keyOf(one, kept))
    expect(new Set(keys).size).toBe(keys.length)
    // Put back, nothing is out of its place.
    const back = changeKey(kept, act, act)
    expect(back.kind === 'changed' ? changedKeys(back.bindings) : back).toEqual({})
  }

  it('reads whatever is kept, loses no choice that it knows, and gives every act a key of its own', () => {
    const key = fc.constantFrom<unknown>(...KeyAct.options, 'F2', 'Alt+Shift+M', 'Alt+Shift+L', 'x', 7, null)
    const kept = fc.oneof(
      fc.dictionary(fc.constantFrom(...KeyAct.options, 'Alt+Z', 'constructor', '__proto__'), key),
      fc.anything(),
    )
    fc.assert(
      fc.property(kept, (value) => {
        const read = KeptKeyBindings.parse(value)
        expect(KeyBindings.safeParse(read).success).toBe(true)
        for (const act of KeyAct.options) {
          const chosen = read[act]
          if (chosen !== undefined) expect(keyOf(act, read)).toBe(chosen)
        }
        const keys = KeyAct.options.map((one) => keyOf(one, read))
        expect(new Set(keys).size).toBe(keys.length)
        expect(KeyBindings.safeParse(changedKeys(read)).success).toBe(true)
      }),
    )
  })
})
