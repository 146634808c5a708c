/** @file Tests of reading the group form: nothing bad becomes a draft, every problem has words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroupDraft } from '../../../../contract/sessions'
import words from '../../words/en/sessions.json'
import { emptyGroup, readGroup, readServer, zoneChoices } from './draft'

const good = { ...emptyGroup('heartfelt', 'America/Denver', 4), name: 'Tuesday circle' }
const at = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (now, part) => (typeof now === 'object' && now !== null ? Reflect.get(now, part) : undefined),
      words.group,
    )

describe('the group form', () => {
  it('reads an empty server as the rehearsal room and drops what belongs to a real one', () => {
    const read = readGroup({ ...good, serverOperator: 'Somebody', isServerApproved: true }, true)
    expect(read).toMatchObject({
      isGood: true,
      draft: { server: { kind: 'rehearsal' }, serverOperator: null, isServerApproved: false },
    })
  })
  it('asks for the tick where the charter does and a real server is named', () => {
    const real = { ...good, server: 'https://Meet.Example.org/' }
    expect(readGroup(real, true)).toEqual({
      isGood: false,
      problems: { isServerApproved: 'approvedNeeded' },
    })
    expect(readGroup(real, false).isGood).toBe(true)
    expect(readGroup({ ...real, isServerApproved: true }, true)).toMatchObject({
      isGood: true,
      draft: { server: { kind: 'jitsi', host: 'meet.example.org' } },
    })
  })
  it('takes a second server beside a real one only, another than the first, approved where the charter asks', () => {
    const real = { ...good, server: 'meet.example.org', isServerApproved: true }
    const second = {
      secondServer: 'https://Second.example.org/',
      secondOperator: ' ',
      isSecondApproved: true,
    }
    expect(readGroup({ ...real, ...second }, true)).toMatchObject({
      isGood: true,
      draft: { secondServer: { host: 'second.example.org', operator: null, isApproved: true } },
    })
    expect(readGroup({ ...good, ...second }, true)).toMatchObject({ draft: { secondServer: null } })
    const problemsOf = (change: object) => readGroup({ ...real, ...second, ...change }, true)
    expect(problemsOf({ isSecondApproved: false })).toEqual({
      isGood: false,
      problems: { isSecondApproved: 'approvedNeeded' },
    })
    expect(problemsOf({ secondServer: 'MEET.example.org' })).toEqual({
      isGood: false,
      problems: { secondServer: 'sameServer' },
    })
    expect(problemsOf({ secondServer: 'meet.jit.si' })).toEqual({
      isGood: false,
      problems: { secondServer: 'refusal.meetJitSi' },
    })
    expect(problemsOf({ secondOperator: 'x'.repeat(121) })).toEqual({
      isGood: false,
      problems: { secondOperator: 'bad.secondOperator' },
    })
  })
  it('says why meet.jit.si is refused', () => {
    expect(readServer('meet.jit.si')).toEqual({ kind: 'refused', refusal: 'meetJitSi' })
    expect(readServer('   ')).toEqual({ kind: 'rehearsal' })
  })
  it('takes a time with seconds and numbers with spaces, and nothing that is not a whole number', () => {
    const read = readGroup({ ...good, startsAtLocal: '19:30:00', registeredCount: ' 12 ' }, true)
    expect(read).toMatchObject({ isGood: true, draft: { startsAtLocal: '19:30', registeredCount: 12 } })
    for (const registeredCount of ['', '1.5', '-1', 'many', '1e3', '99999']) {
      expect(readGroup({ ...good, registeredCount }, true)).toEqual({
        isGood: false,
        problems: { registeredCount: 'bad.registeredCount' },
      })
    }
  })
  it('has words for every problem, and never makes a draft the contract refuses', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 100 }),
      fc.constantFrom('', 'meet.jit.si', 'http://a.b', '7'),
    )
    fc.assert(
      fc.property(
        fc.record({
          name: text,
          charterId: text,
          server: text,
          serverOperator: text,
          isServerApproved: fc.boolean(),
          secondServer: text,
          secondOperator: text,
          isSecondApproved: fc.boolean(),
          weekday: text,
          startsAtLocal: text,
          timeZone: text,
          plannedMinutes: text,
          registeredCount: text,
          tightened: fc.constantFrom({}, { lock: { kind: 'atStart' as const } }),
        }),
        fc.boolean(),
        (typed, needsApprovedServer) => {
          const read = readGroup(typed, needsApprovedServer)
          if (read.isGood) expect(GroupDraft.safeParse(read.draft).success).toBe(true)
          else {
            expect(Object.keys(read.problems)).not.toHaveLength(0)
            for (const key of Object.values(read.problems)) expect(typeof at(key ?? ''), key).toBe('string')
          }
        },
      ),
    )
  })
})

describe('time zones', () => {
  it('have the city first, and always the one in use', () => {
    const choices = zoneChoices('Etc/GMT+5')
    expect(choices).toContainEqual({ value: 'America/Denver', label: 'Denver, America' })
    expect(choices.filter(({ value }) => value === 'Etc/GMT+5')).toHaveLength(1)
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
  })
})
