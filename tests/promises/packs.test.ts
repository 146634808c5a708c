/** @file The packs that ship: each parses, cites clauses that exist, keeps the floor, and is told truthfully. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CharterPack } from '../../src/contract/charters'
import { CrisisResource } from '../../src/contract/conduct'
import { Day } from '../../src/contract/primitives'
import { readPack } from '../../src/main/charters/loader'
import { loadCrisisResources, regionsOf, resourcesFor } from '../../src/main/conduct/crisis-packs'
import { shippedPack } from '../fixtures/charter-pack'
import { numberedCards, openPromises, unfilledPlaceholders } from './pack-rules'

const root = join(import.meta.dirname, '../..')
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const filesIn = (folder: string) =>
  readdirSync(join(root, 'resources', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, path: join(root, 'resources', folder, name) }))

const heartfelt = () => CharterPack.parse(readJson(join(root, 'resources/charters/heartfelt.json')))

describe.each(filesIn('charters'))('charter $name', ({ name, path }) => {
  it('is taken by the loader, complete, and named after its id', () => {
    const read = readPack(name, readFileSync(path, 'utf8'))
    expect(read).toMatchObject({ isTaken: true, pack: { id: basename(name, '.json'), isComplete: true } })
  })
  it('fills its placeholders, prints no number on a card, and leaves no promise open', () => {
    const pack = CharterPack.parse(readJson(path))
    expect(unfilledPlaceholders(pack)).toEqual([])
    expect(numberedCards(pack)).toEqual([])
    expect(openPromises(pack)).toEqual([])
  })
})

describe('the rules bite on', () => {
  it.each<[string, (pack: CharterPack) => void, (pack: CharterPack) => readonly string[]]>([
    ['a number on a card', (p) => p.crisisCards[0]?.say.push('Call 123.'), numberedCards],
    [
      'a number on a card for a hard moment',
      (p) => p.conductCards[0]?.say.push('In 5 minutes we go on.'),
      numberedCards,
    ],
    [
      'a placeholder on a card for a hard moment',
      (p) => p.conductCards[0]?.say.push('{contact} helps.'),
      unfilledPlaceholders,
    ],
    [
      'an unknown placeholder in closing the group',
      (p) => p.groupClosing.say.push('Call {onCall}.'),
      unfilledPlaceholders,
    ],
    [
      'no way to reach us in its line',
      (p) => {
        for (const line of p.openingScript) line.text = line.text.replaceAll('{contact}', 'the office')
      },
      openPromises,
    ],
    [
      'nothing said about privacy',
      (p) => (p.openingScript = p.openingScript.filter((line) => line.topic !== 'confidentiality')),
      openPromises,
    ],
    [
      'a placeholder on a card',
      (p) => p.crisisCards[0]?.say.push('Write to {contact}.'),
      unfilledPlaceholders,
    ],
    [
      'an unknown placeholder',
      (p) => {
        const [first] = p.openingScript
        if (first) first.text = 'Hello {participant}.'
      },
      unfilledPlaceholders,
    ],
  ])('%s', (_, plant, rule) => {
    const pack = heartfelt()
    expect(rule(pack)).toEqual([])
    plant(pack)
    expect(rule(pack)).not.toEqual([])
  })
})

describe('charter A', () => {
  it('decides as its clauses do', () => {
    const { settings } = heartfelt()
    expect(settings.interventions.value).toBe('none')
    expect(settings.muteOnEntry.value).toBe(true)
    expect(settings.needsApprovedServer.value).toBe(true)
    expect(settings.registrationsMinimum.value).toBe(10)
  })

  it('has its steps before removal, its red line and its cards for hard moments as its text allows', () => {
    const { settings, reasons, conductCards, groupClosing } = heartfelt()
    const ladder = settings.ladder.value
    expect(ladder.map(({ kind }) => kind)).toEqual(['remind', 'warn', 'stepOut', 'remove'])
    // The text has the right to remove and nothing before it: only that step may cite it.
    expect(ladder.map(({ source }) => source.from === 'clause' && source.clauseId)).toEqual([
      false,
      false,
      false,
      'a-g11',
    ])
    const red = reasons.flatMap((one) => (one.kind === 'conduct' && one.redLine !== null ? [one.id] : []))
    expect(red).toEqual(['harassment'])
    const cited = conductCards.map(({ id, source }) => [
      id,
      source.from === 'clause' ? source.clauseId : null,
    ])
    expect(cited).toEqual([
      ['asked-recording', null],
      ['unasked-advice-given', 'a-e8b'],
      ['argument', null],
      ['silence', 'a-e6'],
      ['left-in-tears', null],
      ['said-too-much', 'a-e2'],
    ])
    expect(groupClosing.source.from).toBe('ourDefault')
  })

  it('says no more than its text, and says of what is ours that it is', () => {
    const pack = heartfelt()
    const said = [
      ...pack.joiningWords,
      ...pack.checklists.before,
      ...pack.checklists.hold,
      ...pack.checklists.close,
      ...pack.openingScript,
      ...pack.cannedMessages,
      ...pack.reasons.map(({ say, source }) => ({ text: say, source })),
    ]
    // The text names nobody on call, knows no telling outside but mandated reports, and mutes nobody: people do.
    const ours = /on call|somebody outside|my program|we mute|do it for you|do not record/i
    const claimed = said.filter(({ text, source }) => ours.test(text) && source.from === 'clause')
    expect(claimed.map(({ text }) => text)).toEqual([])
    expect(said.filter(({ text }) => ours.test(text)).length).toBeGreaterThan(4)
    for (const name of ['muteOnEntry', 'debrief'] as const)
      expect(pack.settings[name].source.from, name).toBe('ourDefault')
    // Eating, drinking and smoking stay off camera; that they wait until afterwards is nowhere in the text.
    expect(said.filter(({ text }) => /before or after/i.test(text))).toEqual([])
  })
})

describe('the other charters', () => {
  const redLines = (id: string) =>
    shippedPack(id).reasons.flatMap((one) => (one.kind === 'conduct' && one.redLine ? [one] : []))
  const step = (id: string, kind: string) =>
    shippedPack(id).settings.ladder.value.findIndex((rung) => rung.kind === kind)
  const cites = (source: { from: string; clauseId?: string }) =>
    source.from === 'clause' ? source.clauseId : null

  it('B removes at once for telling somebody to hurt themselves, and never for one’s own pain', () => {
    const [harm] = redLines('heartsupport')
    expect(harm?.id).toBe('harm-advice')
    expect(harm?.redLine && cites(harm.redLine)).toBe('b-23')
    const own = shippedPack('heartsupport').reasons.find(({ id }) => id === 'at-risk')
    expect(own?.kind).toBe('safety')
    // Whether it is for good is for staff to say.
    expect(shippedPack('heartsupport').afterRemoval[0]?.text).toMatch(/staff/)
  })

  it('C sends people in a crisis to 988 first, and keeps the words of one message for thirty days', () => {
    const resources = loadCrisisResources(join(root, 'resources/crisis')).resources
    const line = resourcesFor(resources, 'US').find(
      ({ kind, audience }) => kind === 'crisis' && audience.includes('anyone'),
    )
    expect(line?.channels[0]?.value).toBe('988')
    const pack = shippedPack('heypeers')
    expect(pack.crisisCards.filter(({ source }) => cites(source) === 'c-13').map(({ id }) => id)).toContain(
      'first-line',
    )
    expect(pack.settings.debrief.value).toBe('off')
    expect(pack.settings.evidence.value).toEqual({ kind: 'oneMessage', days: 30 })
    expect(pack.settings.cancelFreeHours.value).toBe(24)
    expect(pack.settings.lock.value).toEqual({ kind: 'grace', minutes: 15 })
  })

  it('D speaks with somebody in private before a break or removal, and begins with the way back', () => {
    expect(step('uk-peer-group', 'speakPrivately')).toBeLessThan(step('uk-peer-group', 'stepOut'))
    expect(redLines('uk-peer-group')).toEqual([])
    const next = shippedPack('uk-peer-group').afterRemoval
    expect(next.map(({ source }) => cites(source))).toEqual(['d-r0b', 'd-r0a', 'd-r0b', 'd-4'])
    const { settings } = shippedPack('uk-peer-group')
    expect(settings.lock).toMatchObject({ value: { kind: 'atStart' }, isLocked: true })
    expect(settings.stepOutCheck).toMatchObject({ value: true, isLocked: true })
  })

  it('D acts for somebody who is not safe, and puts nobody out for it', () => {
    const unsafe = shippedPack('uk-peer-group').reasons.filter(({ source }) => cites(source) === 'd-r4')
    expect(unsafe.map(({ kind }) => kind)).toEqual(['safety'])
  })

  it('E has its limits said before anything else, and consults before it discloses', () => {
    const pack = shippedPack('agency-team')
    expect(pack.settings.requiredItemId).toMatchObject({ value: 'before-limits', isLocked: true })
    expect(pack.openingScript[0]?.id).toBe('open-limit')
    expect(pack.contacts.filter(({ isConsultedFirst }) => isConsultedFirst).map(({ role }) => role)).toEqual([
      'supervisor',
    ])
    expect(pack.reportAdvice.text).toMatch(/do not wait/)
  })

  it('all begin with the same first lines, and only D asks about those who step out', () => {
    const packs = filesIn('charters').map(({ name }) => shippedPack(basename(name, '.json')))
    expect(packs).toHaveLength(5)
    const first = packs.map(({ crisisCards }) => JSON.stringify(crisisCards[0]?.say.slice(0, 5)))
    expect(new Set(first).size).toBe(1)
    expect(packs.filter(({ settings }) => settings.stepOutCheck.value).map(({ id }) => id)).toEqual([
      'uk-peer-group',
    ])
    for (const pack of packs) expect(pack.settings.interventions.value, pack.id).toBe('none')
  })

  it('cite lines of their own text only, in its order', () => {
    for (const { name } of filesIn('charters')) {
      const { clauses } = shippedPack(basename(name, '.json'))
      expect(new Set(clauses.map(({ seed }) => seed)).size, name).toBe(1)
      const lines = clauses.flatMap(({ line }) => line ?? [])
      expect(lines, name).toHaveLength(clauses.length)
      expect(lines, name).toEqual(lines.toSorted((a, b) => a - b))
    }
  })
})

/** A file of resources/crisis: rows of one region and the age at which a check is out of date. */
const CrisisFile = z.strictObject({
  packVersion: Day,
  staleAfterDays: z.int().min(30).max(365),
  resources: z.array(CrisisResource).min(1),
})

describe('crisis resources', () => {
  const files = filesIn('crisis').map(({ path }) => ({
    region: basename(path, '.json').toUpperCase(),
    file: CrisisFile.parse(readJson(path)),
  }))
  const rows = files.flatMap(({ file }) => file.resources)
  const rowsByFile = files
    .toSorted((a, b) => (a.region < b.region ? -1 : 1))
    .flatMap(({ file }) => file.resources)

  it('are all taken by the loader', () => {
    expect(loadCrisisResources(join(root, 'resources/crisis'))).toEqual({
      resources: rowsByFile,
      refused: [],
    })
  })
  it('holds a region in one file, its subdivisions with it', () => {
    for (const { region, file } of files)
      for (const r of file.resources)
        for (const named of r.regions) expect(named === region || named.startsWith(`${region}-`)).toBe(true)
  })
  it('shows a line open at all hours before one that is not, in every region', () => {
    for (const region of regionsOf(rows).filter((name) => name !== 'EU' && name !== 'WORLD')) {
      const [emergency, ...others] = resourcesFor(rows, region).filter((r) => r.audience.includes('anyone'))
      expect(emergency?.kind, region).toBe('emergency')
      const first = others.find((r) => r.kind === 'crisis')
      expect(first?.hours, region).toMatch(/day and night/i)
    }
  })
  it('starts each region with an emergency number to call', () => {
    for (const { region, file } of files.filter((f) => f.region !== 'WORLD')) {
      const [first] = file.resources
      expect(first, region).toMatchObject({ kind: 'emergency', regions: [region] })
      expect(first?.channels[0]?.kind).toBe('call')
    }
  })
  it('says of each source when we read it', () => {
    for (const r of rows)
      for (const { readOn, pageDate } of r.source) {
        expect(readOn, r.id).toBeDefined()
        if (pageDate !== null) expect(pageDate <= (readOn ?? ''), r.id).toBe(true)
      }
  })
  it('holds no row that ends nowhere: each can be called, written to or opened', () => {
    for (const r of rows)
      for (const { kind, value } of r.channels) {
        if (kind === 'web' || kind === 'chat') expect(new URL(value).protocol, r.id).toBe('https:')
        else if (kind === 'email') expect(value, r.id).toMatch(/^[^@ ]+@[^@ ]+$/)
        else expect(value, r.id).toMatch(/^[0-9][0-9 -]{2,20}$/)
      }
  })
  it('calls nothing checked that nobody has checked', () => {
    for (const r of rows) expect(r.status === 'active', r.id).toBe(r.lastVerified !== null)
  })
  it('leaves out what has ended, and never offers 116 123 as good for all of Europe', () => {
    expect(rows.flatMap((r) => r.channels).some((c) => c.afterConnect === 'press 3')).toBe(false)
    const european = rows.filter((r) => r.regions.includes('EU')).flatMap((r) => r.channels)
    expect(european.map((c) => c.value)).not.toContain('116 123')
  })
})
