/** @file Checks that debriefs are kept, found, ended and forgotten, over real SQLite with its index. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { rounds } from '../../../tests/fixtures/rounds'
import { Debrief, DebriefListed, type DebriefTag, debriefRecord } from '../../contract/debrief'
import { answers, text } from '../../contract/field-kinds'
import { DebriefId } from '../../contract/primitives'
import { declareRecord } from '../../contract/record-fields'
import { cutExcerpt } from './excerpt'
import { matchQuery } from './search'
import {
  createDebrief,
  createDebriefOf,
  type DebriefInput,
  type DebriefService,
  debriefsKept,
  debriefsKeptOf,
} from './service'

const DAY_MS = 86_400_000
let evening: Evening
let debrief: DebriefService
beforeEach(() => {
  evening = openEvening()
  debrief = createDebrief(evening)
})

const newId = () => DebriefId.parse(crypto.randomUUID())
const write = (text: string, more: Partial<DebriefInput> = {}, answers: Record<string, string> = {}) =>
  debrief.save({
    debriefId: newId(),
    isNew: true,
    charterId: 'test-circle',
    content: { text, answers, tags: [] },
    isDraft: false,
    ...more,
  })
const found = (query: string) => debrief.list(query, 50).entries.map((entry) => entry.excerpt)
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('tags', () => {
  it('find entries, with words and with a time, and only those that have them', () => {
    const tagged = (text: string, ...tags: DebriefTag[]) =>
      write(text, { content: { text, answers: {}, tags } })
    tagged('A long silence.', 'silence', 'roleConflict')
    evening.clock.advance(60_000)
    const since = evening.clock.now().toISOString()
    tagged('A quarrel, and then a silence.', 'conflict')
    write('A silence that has no tag.')
    const by = (query: string, narrowing: Parameters<typeof debrief.list>[2]) => {
      const { entries, totalCount } = debrief.list(query, 50, narrowing)
      expect(entries).toHaveLength(totalCount)
      return entries.map(({ excerpt }) => excerpt)
    }
    expect(by('', { tag: 'silence' })).toEqual(['A long silence.'])
    // One is the end of another's name, and is not taken for it.
    expect(by('', { tag: 'conflict' })).toEqual(['A quarrel, and then a silence.'])
    expect(by('silence', { tag: 'conflict' })).toEqual(['A quarrel, and then a silence.'])
    expect(by('quarrel', { tag: 'silence' })).toEqual([])
    expect(by('', { tag: 'silence', since })).toEqual([])
    expect(by('silence', {})).toHaveLength(3)
  })

  it('are read from their index alone', () => {
    const plan = evening.vault.raw
      .prepare(
        "EXPLAIN QUERY PLAN SELECT count(*) FROM debriefs INDEXED BY debriefs_by_tags WHERE tags <> '' AND instr(tags, '|silence|') > 0 AND kept_until > '2026' AND created_at >= '2026'",
      )
      .all()
    expect(JSON.stringify(plan)).toContain('COVERING INDEX debriefs_by_tags')
  })

  it('change with the entry', () => {
    const { id } = write('It was quiet.', {
      content: { text: 'It was quiet.', answers: {}, tags: ['silence'] },
    })
    write('It was quiet.', {
      debriefId: id,
      isNew: false,
      content: { text: 'It was quiet.', answers: {}, tags: ['ending'] },
    })
    expect(debrief.list('', 50, { tag: 'silence' }).totalCount).toBe(0)
    expect(debrief.list('', 50, { tag: 'ending' }).totalCount).toBe(1)
    expect(debrief.get(id).content.tags).toEqual(['ending'])
  })
})

describe('keeping', () => {
  it('keeps text and answers until the end date of its charter', () => {
    const saved = write('I spoke too much.', {}, { 'own-share': 'A third of the time' })
    expect(Debrief.parse(saved)).toEqual(saved)
    expect(saved).toMatchObject({
      content: { text: 'I spoke too much.', answers: { 'own-share': 'A third of the time' }, tags: [] },
      createdAt: '2026-11-21T20:00:00.000Z',
      keptUntil: '2026-12-21T20:00:00.000Z',
    })
    expect(debrief.get(saved.id)).toEqual(saved)
  })

  it('replaces a draft by its final version; creation, charter and end date stay', () => {
    const draft = write('First', { isDraft: true })
    evening.clock.advance(DAY_MS)
    const final = write('Second', { debriefId: draft.id, charterId: 'counting-circle' })
    expect(final).toEqual({
      ...draft,
      content: { text: 'Second', answers: {}, tags: [] },
      isDraft: false,
      changedAt: '2026-11-22T20:00:00.000Z',
    })
    expect(debrief.list('', 10).totalCount).toBe(1)
  })

  it('refuses an entry that is gone and a charter that is not installed', () => {
    const { id } = write('Here')
    debrief.discard(id)
    expect(() => debrief.get(id)).toThrow(refuses('NOT_FOUND'))
    expect(() => debrief.discard(id)).toThrow(refuses('NOT_FOUND'))
    expect(() => write('There', { debriefId: id, isNew: false })).toThrow(refuses('NOT_FOUND'))
    expect(() => write('There', { charterId: 'nobody' })).toThrow(refuses('NOT_FOUND'))
    expect(debrief.list('', 10)).toEqual({ entries: [], totalCount: 0 })
  })

  it('is removed at its end date by unlocking, not a moment before', () => {
    const { id, keptUntil } = write('Short-lived words')
    const enforceAt = (atMs: number) =>
      evening.vault.write((vault) => debriefsKept().enforceEnd(vault, new Date(atMs)))
    enforceAt(Date.parse(keptUntil) - 1)
    expect(debrief.get(id).content.text).toBe('Short-lived words')
    enforceAt(Date.parse(keptUntil))
    expect(() => debrief.get(id)).toThrow(refuses('NOT_FOUND'))
    expect(found('short')).toEqual([])
  })
})

describe('searching', () => {
  it('finds words of text and answers by their beginning, in any case, newest first', () => {
    write('Held a quiet room.')
    write('', {}, { feeling: 'Quietly proud\nand tired' })
    write('Something else.')
    expect(found('QUIET')).toEqual(['Quietly proud and tired', 'Held a quiet room.'])
    expect(found('quiet room')).toEqual(['Held a quiet room.'])
    expect(found('iet')).toEqual([])
    expect(found('feeling')).toEqual([])
    expect(debrief.list('quiet', 1)).toMatchObject({ totalCount: 2, entries: [{ isDraft: false }] })
  })

  it('lists all for a blank query, nothing for one without words', () => {
    write('One')
    write('Two')
    expect(found('  ')).toEqual(['Two', 'One'])
    expect(found('!?')).toEqual([])
  })

  it('follows a change and a discard', () => {
    const { id } = write('Before')
    write('After', { debriefId: id })
    expect([found('before'), found('after')]).toEqual([[], ['After']])
    debrief.discard(id)
    expect(found('after')).toEqual([])
    evening.vault.raw.exec("INSERT INTO debrief_words (debrief_words, rank) VALUES ('integrity-check', 1)")
  })

  it('takes any query at all, operators of the index included', () => {
    write('alpha NEAR omega')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom(
            '"',
            '*',
            'a" OR "b',
            'NEAR(alpha omega)',
            'text:alpha',
            '-alpha',
            '^a',
            '\u0000',
            '(',
            'AND',
          ),
        ),
        (query) => {
          const result = debrief.list(query, 5)
          for (const entry of result.entries) DebriefListed.parse(entry)
        },
      ),
      { numRuns: rounds(150, 2000) },
    )
    expect(found('alpha OR missing')).toEqual([])
    expect(found('text:alpha')).toEqual([])
  })

  it('finds every entry by the beginning of any word of its own', () => {
    const word = fc.stringMatching(/^[a-zäöüßéñ]{3,12}$/u)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (words, pick) => {
        const { id } = write(words.join(' '))
        const wanted = words[pick % words.length] ?? ''
        expect(debrief.list(wanted.slice(0, 2), 200).entries.map((entry) => entry.id)).toContain(id)
        debrief.discard(id)
      }),
      { numRuns: 100 },
    )
  })

  it('finds letters by what is commonly typed for them, and the other way round', () => {
    write('Die Straße war still.')
    write('Bir ışık yandı.')
    write('W Łodzi i w Ørsted')
    write('Ma sœur')
    for (const [typed, written] of [
      ['strasse', 'Die Straße war still.'],
      ['STRASSE', 'Die Straße war still.'],
      ['straße', 'Die Straße war still.'],
      ['isik', 'Bir ışık yandı.'],
      ['IŞIK', 'Bir ışık yandı.'],
      ['lodzi', 'W Łodzi i w Ørsted'],
      ['orsted', 'W Łodzi i w Ørsted'],
      ['soeur', 'Ma sœur'],
      ['ｓｔｉｌｌ', 'Die Straße war still.'],
    ] as const) {
      expect(found(typed), typed).toEqual([written])
    }
  })

  it.each([
    ['今日はとても疲れた', '疲れ'],
    ['我今天很累hello你好', '你好'],
    ['我今天很累hello你好', 'hello'],
    ['ฉันเหนื่อยมากวันนี้', 'เหนื่อย'],
    ['ມື້ນີ້ຂ້ອຍເມື່ອຍຫຼາຍ', 'ເມື່ອຍ'],
    ['ဒီနေ့ငါပင်ပန်းတယ်', 'ပန်း'],
    ['ថ្ងៃនេះខ្ញុំហត់នឿយណាស់', 'នឿយ'],
    ['오늘은너무힘들었다', '힘들'],
    ['ｶﾀｶﾅで書いた', 'カタカナ'],
    ['𠮷野家で話した', '野家'],
    ['مُحَادَثَة طويلة', 'محادثة'],
    ['مرحبـــا بكم', 'مرحبا'],
    ['أحسست بالتعب', 'احسست'],
    ['שָׁלוֹם לכולם', 'שלום'],
    ['आज ज़रूरत थी', 'जरूरत'],
    ['ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ იყო', 'საქარ'],
    ['ti\u00adred and ti\u200bmid', 'timid'],
    ['Ｔｉｒｅｄ again', 'tired'],
    ['ο λόγος', 'ΛΟΓΟΣ'],
    ['Færøyene i går', 'faeroyene'],
    ['وقت می‌خواهم', 'میخواهم'],
  ])('finds in every script, and however it was written: %s by %s', (written, typed) => {
    write(`${'One sentence before it. '.repeat(20)}${written}`)
    write('Something else 别的 อื่น.')
    expect(found(typed)).toEqual([expect.stringContaining(written)])
    expect(debrief.list(`${typed} sentence`, 1).totalCount).toBe(1)
    expect(found(`${typed} nowhere`)).toEqual([])
    expect(debrief.list(typed, 9, { tag: 'silence' }).totalCount).toBe(0)
    evening.clock.advance(31 * DAY_MS)
    expect(found(typed)).toEqual([])
  })

  it('finds the oldest of many, beside newer ones that are written more plainly', () => {
    write('שָׁלוֹם לכולם')
    evening.vault.raw.exec(`WITH RECURSIVE other(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM other WHERE n < 1200)
      INSERT INTO debriefs (id, charter_id, words, is_draft, created_at, changed_at, kept_until)
      SELECT 'other-' || n, charter_id, 'evening ' || n, 0, created_at, changed_at, kept_until FROM debriefs, other`)
    expect(found('שלום')).toEqual(['שָׁלוֹם לכולם'])
    write('שלום')
    expect(found('שלום')).toEqual(['שלום', 'שָׁלוֹם לכולם'])
  })

  it('shows the words around what was found, as they were written', () => {
    const before = 'One sentence before it. '.repeat(40)
    for (const [written, typed] of [
      [`${before}Naïve, and then more.`, 'naive'],
      [`${before}A concatenation of cats.`, 'cats'],
      [`${'今日はとても。'.repeat(200)}疲れた`, '疲れ'],
      [`${'𠮷'.repeat(400)}疲れた`, '疲れ'],
    ] as const) {
      const { id } = write(written)
      const [excerpt = ''] = found(typed)
      expect(excerpt).toMatch(/^…/)
      expect(excerpt).not.toMatch(/^…[\uDC00-\uDFFF]/)
      expect(excerpt.endsWith(written.slice(-3))).toBe(true)
      expect(excerpt.length).toBeLessThan(90)
      debrief.discard(id)
    }
    write('A breath. '.repeat(100))
    expect(found('breath')).toEqual([expect.stringMatching(/^A breath\..{280,}…$/)])
  })

  it('quotes each word, folded, and adds no operator', () => {
    expect(matchQuery('77 "x" NOT-* 疲れ')?.match).toBe('"77"* AND "x"* AND "not"* AND "疲 れ"*')
    expect(matchQuery('…')).toBeNull()
  })

  it('cuts an excerpt to its length, never through a sign', () => {
    expect(cutExcerpt('a\n\n b')).toBe('a b')
    expect(cutExcerpt('x'.repeat(300))).toHaveLength(300)
    const cut = cutExcerpt(`${'x'.repeat(298)}😀😀`)
    expect(cut).toBe(`${'x'.repeat(298)}…`)
  })
})

describe('forgetting', () => {
  const forget = (id: string) => evening.vault.write((vault) => debriefsKept().forget(vault, id))
  const bytes = () => evening.vault.raw.serialize()

  it('leaves no word of an entry in table, index or free pages; and the search would see one', () => {
    const text = `The canary sang xylophonically. ${'And so on and on. '.repeat(200)}`
    for (let other = 0; other < 30; other += 1) write(`Another evening, number ${other}.`)
    const { id } = write(text, {}, { a: 'marmaladeish' })
    for (const word of ['xylophonically', 'marmaladeish']) expect(bytes().includes(word)).toBe(true)
    const proof = forget(id)
    expect(proof).toEqual(expect.arrayContaining([id, text.slice(0, 40)]))
    for (const left of ['xylophonically', 'marmaladeish', ...(proof ?? [])]) {
      expect(bytes().includes(left), left).toBe(false)
    }
    expect(found('another')).toHaveLength(30)
    expect(forget(id)).toBeNull()
    expect(forget(DebriefId.parse(crypto.randomUUID()))).toBeNull()
  })

  it('leaves and looks for none of the words that only the search has', () => {
    const { id } = write('Ein ganz stiller ÄRGER, und 今日はとても疲れたよ.')
    const folded = 'ein ganz stiller arger, und 今 日 は と て も 疲 れ た よ .'
    expect(bytes().includes(folded)).toBe(true)
    const proof = forget(id)
    expect(proof).toContain(folded.slice(0, 40))
    for (const left of [folded, 'arger']) expect(bytes().includes(left), left).toBe(false)
  })

  it('looks for the words of every field that is declared, and leaves none', () => {
    const planted: string[] = []
    const content = debriefRecord.filled(() => {
      planted.push(`Planted words number ${planted.length}, long enough to be looked for.`)
      return planted.at(-1) ?? ''
    })
    expect(planted.length).toBe(debriefRecord.texts(content).length)
    const { id } = write('', { content })
    for (const words of planted) expect(bytes().includes(words.slice(0, 40))).toBe(true)
    const proof = forget(id)
    for (const words of planted) {
      expect(proof).toContain(words.slice(0, 40))
      expect(bytes().includes(words.slice(0, 40))).toBe(false)
    }
  })

  it('lists entries by day, without a word of them', () => {
    write('Secret words')
    const listed = debriefsKept().list(evening.vault.read(), evening.clock.now())
    expect(listed).toMatchObject([
      { label: '', date: { kind: 'day', day: '2026-11-21' }, keptUntil: '2026-12-21T20:00:00.000Z' },
    ])
    expect(JSON.stringify(listed)).not.toContain('Secret')
  })
})

describe('a save that is sent again because its answer was lost', () => {
  it('creates one entry, which has what was sent last', () => {
    const debriefId = newId()
    const first = write('Once', { debriefId })
    evening.clock.advance(1000)
    const second = write('Once and more', { debriefId })
    expect(second).toMatchObject({
      id: debriefId,
      createdAt: first.createdAt,
      content: { text: 'Once and more' },
    })
    expect(debrief.list('', 10).totalCount).toBe(1)
  })
})

describe('a field that is planted in the declaration', () => {
  const planted = declareRecord({
    name: 'debrief',
    reason: 'A debrief with one more field, for this test.',
    fields: {
      text: text({ label: 'editor.text', maxLength: 4000 }),
      answers: answers({ label: 'prompts.title', maxLength: 4000, maxCount: 40 }),
      tomorrow: text({ label: 'editor.tomorrow', maxLength: 4000 }),
    },
  })
  const long = `Plantedly said. ${'And on. '.repeat(100)}`
  const save = () => {
    const service = createDebriefOf(planted, evening)
    const content = { text: '', answers: {}, tomorrow: long }
    const debriefId = newId()
    return {
      service,
      saved: service.save({ debriefId, isNew: true, charterId: 'test-circle', content, isDraft: true }),
    }
  }

  it('is stored, read back and found, with no other change', () => {
    const { service, saved } = save()
    expect(service.get(saved.id).content.tomorrow).toBe(long)
    expect(found('plantedly')).toHaveLength(1)
    expect(service.list('', 5).entries[0]?.excerpt).toContain('Plantedly')
  })

  it('is forgotten with proof: the search that follows looks for its words', () => {
    const { saved } = save()
    expect(evening.vault.raw.serialize().includes('Plantedly said')).toBe(true)
    const proof = evening.vault.write((vault) => debriefsKeptOf(planted).forget(vault, saved.id)) ?? []
    expect(proof).toContain(long.slice(0, 40))
    for (const piece of proof) expect(evening.vault.raw.serialize().includes(piece), piece).toBe(false)
  })

  it('is empty in what was stored before it was there', () => {
    const { id } = write('Before')
    expect(createDebriefOf(planted, evening).get(id).content).toEqual({
      text: 'Before',
      answers: {},
      tomorrow: '',
    })
  })
})

describe('a clock that is not trusted', () => {
  it('hides what is due and gives it back, and what is written meanwhile does not end before it began', () => {
    const { id, keptUntil } = write('Kept for thirty days')
    evening.clock.set(keptUntil)
    expect(() => debrief.get(id)).toThrow(refuses('NOT_FOUND'))
    expect(found('')).toEqual([])
    expect(found('thirty')).toEqual([])
    expect(debrief.list('thirty', 10).totalCount).toBe(0)
    evening.vault.clockTrust.isTrusted = false
    evening.vault.clockTrust.dueBefore = new Date(Date.parse(keptUntil) - 1)
    expect(found('thirty')).toEqual(['Kept for thirty days'])
    // Set back by a year: end dates are counted from the latest instant that is known.
    evening.clock.advance(-365 * DAY_MS)
    const late = write('Written on a wrong clock')
    expect(debrief.get(late.id).content.text).toBe('Written on a wrong clock')
  })
})
