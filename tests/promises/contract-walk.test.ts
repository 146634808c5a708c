/**
 * @file Walks every procedure of the contract: what the console can send to the main process is a number, a
 * choice, an id, a date, or one of the free texts listed here with its reason. Promise 2: no procedure could
 * receive a participant, but for the report that the facilitator types on purpose.
 */
import { isContractProcedure, oc } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type $ZodType, type $ZodTypes, safeParse } from 'zod/v4/core'
import { contract } from '../../src/contract'
import { debriefRecord } from '../../src/contract/debrief'
import { reportRecord } from '../../src/contract/report-fields'
import { violationRecord } from '../../src/contract/report-violations'

const ownSecret = "The facilitator's own passphrase or recovery key: opens the vault, is never stored."
const ownFolder =
  'A folder of this computer for backups: must be there, and is remembered as the place of the last one.'
const ownName = "The facilitator's own name for meetings, the one name in the vault."
const host = 'A server address: a refinement takes canonical host[:port][/tenant] only.'
const zone = 'A time zone: a refinement takes zones known to this machine only.'
const groupName = "What the facilitator calls the group; the screen asks for no person's name."
const operator = 'Who runs the meeting server, in the words of the facilitator.'
const onCall = "The organization's on-call contact: a role and a number, never a member of a group."

const sealedFile =
  'A file sealed to the person’s own key: refused unless it opens with it and is a record that this app wrote.'
const charterFile =
  'A signed charter file: refused unless it is a charter, which has rules and words and nobody of a group.'
const charterDraft =
  "An organization's charter as it is written: refused unless it has the parts of one, which are rules and words."

/** Every free text that may enter the main process, with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'insight.rollUp.takeIn:[]':
    "A sealed bundle of a colleague's numbers. Opened, parsed by its schema, and not kept as text.",
  'vault.create:displayName': ownName,
  'vault.create:passphrase': ownSecret,
  'vault.unlock:secret': ownSecret,
  'vault.renewRecoverySheet:passphrase': ownSecret,
  'vault.changePassphrase:passphrase': ownSecret,
  'vault.changePassphrase:next': ownSecret,
  'vault.replaceSecrets:next': ownSecret,
  'vault.testRecoverySheet:recoveryKey': ownSecret,
  'vault.backup.make:folder': ownFolder,
  'vault.backup.makeReadable:folder': ownFolder,
  'vault.backup.find:folder': ownFolder,
  'vault.backup.rehearse:folder': ownFolder,
  'vault.backup.rehearse:secret': ownSecret,
  'vault.backup.restore:folder': ownFolder,
  'vault.backup.restore:secret': ownSecret,
  'device.askMove:folder':
    'A folder of this computer to which the data folder is to go: looked at, and noted beside it.',
  'vault.rename:displayName': ownName,
  'duties.save:draft.title': 'What the facilitator calls a duty of their own role.',
  'vault.forget:id':
    'The id of a kept entry, made by the app (a UUID, or a charter and a month). Looked up, never stored.',
  'vault.keepLonger:id': 'The id of a kept entry, made by the app. Looked up, never stored.',
  ...Object.fromEntries(
    ['createGroup', 'updateGroup'].flatMap((name) => [
      [`sessions.${name}:name`, groupName],
      [`sessions.${name}:server.host`, host],
      [`sessions.${name}:serverOperator`, operator],
      [`sessions.${name}:secondServer.host`, host],
      [`sessions.${name}:secondServer.operator`, operator],
      [`sessions.${name}:timeZone`, zone],
    ]),
  ),
  'charters.files.examine:text': charterFile,
  'charters.files.take:text': charterFile,
  'charters.drafts.save:text': charterDraft,
  'meeting.checkServer:server.host': host,
  'conduct.saveCrisisSettings:onCall.role': onCall,
  'conduct.saveCrisisSettings:onCall.number': onCall,
  'conduct.saveCrisisSettings:groupContact':
    "How anybody reaches the organization after a session: read aloud to everyone, never a member's.",
  'debrief.list:query': 'What is searched for in the own debriefs. Never stored.',
  ...Object.fromEntries(
    debriefRecord.textPaths.map((path) => [`debrief.save:content.${path}`, debriefRecord.reason]),
  ),
  'debrief.handOff.seal:text':
    "What the facilitator chose of a debrief, as it was shown: sealed to a lead's key and handed back, never stored.",
  'debrief.handOff.sealAskBack:text':
    'A message that asks for a hand-off back: a number and fixed words, refused where it does not end with its record.',
  'debrief.feedback.open:file': sealedFile,
  'debrief.feedback.saveReply:words': "The facilitator's own reply to their lead, past the linter.",
  'debrief.feedback.sealReply:text': 'The same, as it was shown: sealed and handed back.',
  'desk.open:file': sealedFile,
  'desk.saveFeedback:parts[].heading': 'A heading of the charter, or of ours, for a part of a feedback note.',
  'desk.saveFeedback:parts[].words':
    "A lead's answer to a facilitator about their practice, past the linter.",
  'desk.sealFeedback:text': 'The same, as it was shown: sealed and handed back.',
  'desk.lessons.save:title': 'What a lead calls a lesson of situations, past the linter.',
  'desk.lessons.save:words': 'A lesson of situations, past the linter.',
  // A text of the report that is not declared as one is not on this list, and fails here.
  ...Object.fromEntries(
    reportRecord.textPaths.map((path) => [`reporting.save:body.${path}`, reportRecord.reason]),
  ),
  ...Object.fromEntries(
    violationRecord.textPaths.map((path) => [
      `reporting.violations.save:content.${path}`,
      violationRecord.reason,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      agency: 'The agency that is being given a report, while one types: goes with the report, in any case.',
      reference: 'The reference that an agency gives on the telephone: goes with the report, in any case.',
      name: `As one types: ${groupName} Or a role or an agency that a file can be sealed to.`,
      server: host,
      serverOperator: operator,
      secondServer: host,
      secondOperator: operator,
      timeZone: zone,
      role: onCall,
      number: onCall,
      contact: 'How anybody reaches the organization after a session, while one types.',
      key: 'The public half of a key: a refinement refuses the secret half.',
      title: 'What the facilitator calls a duty of their own role, or a lesson card, past the linter.',
      words: 'A lesson of situations, past the linter.',
      ...Object.fromEntries(
        ['plannedMinutes', 'registeredCount', 'days', 'months', 'soonHours', 'dueHours', 'remindDays'].map(
          (field) => [field, 'A number as one types it: twenty characters at most.'],
        ),
      ),
    }).map(([field, reason]) => [`unfinished.keep:typed.${field}`, reason]),
  ),
  'reporting.saveAddendum:words': reportRecord.reason,
  'reporting.addAddendum:words': reportRecord.reason,
  'reporting.noteHandOver:handOver.agency':
    'The agency or role that was given a report: refused where it holds a name that the report has.',
  'reporting.noteHandOver:handOver.reference':
    'The reference that the agency gave: refused where it holds a name that the report has.',
  'recipients.add:name': 'A role or an agency that a file can be sealed to.',
  'reporting.sealTo:text':
    'The text of a sealed report, as it was shown: sealed to a key and handed back, never stored.',
}

/** Texts a person could be told by. A string that takes one of them is free, whatever pattern it claims. */
const personTexts = ['Canary Person', 'canary.person@example.org', 'Она сказала', 'she said: "no"\nand left']

const isFreeString = (schema: $ZodType): boolean => {
  const def = (schema as $ZodTypes)._zod.def
  if (def.type !== 'string') return true
  const checks = def.checks ?? []
  const isBound =
    ('format' in def && def.format !== undefined) ||
    checks.some((check) => check._zod.def.check === 'string_format')
  return !isBound || personTexts.some((text) => safeParse(schema, text).success)
}

/** Paths of everything in a schema that could carry free text: `a.b`, `a[]` for items, `a{}` for values. */
const freeTextPaths = (schema: $ZodType, path: string, seen: ReadonlySet<$ZodType> = new Set()): string[] => {
  if (seen.has(schema)) return []
  const seenNow = new Set(seen).add(schema)
  const walk = (inner: $ZodType, at = path) => freeTextPaths(inner, at, seenNow)
  const def = (schema as $ZodTypes)._zod.def
  switch (def.type) {
    case 'string':
      return isFreeString(schema) ? [path] : []
    case 'object': {
      const fields = Object.entries(def.shape).flatMap(([key, field]) =>
        walk(field, path === '' ? key : `${path}.${key}`),
      )
      const isOpen = def.catchall !== undefined && def.catchall._zod.def.type !== 'never'
      return isOpen ? [...fields, `${path}{}`] : fields
    }
    case 'array':
      return walk(def.element, `${path}[]`)
    case 'record':
      return [...walk(def.keyType, `${path}{key}`), ...walk(def.valueType, `${path}{}`)]
    case 'union':
      return def.options.flatMap((option) => walk(option))
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return walk(def.innerType)
    case 'pipe':
      return walk(def.in)
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'enum':
    case 'literal':
    case 'null':
    case 'undefined':
    case 'void':
    case 'never':
    case 'nan':
    case 'date':
      return []
    default:
      // any, unknown, custom, template, map, file, ...: what is not known to be bound is free.
      return [`${path} (${def.type})`]
  }
}

interface Procedure {
  name: string
  input: unknown
  output: unknown
}

const proceduresOf = (router: unknown, name = ''): Procedure[] => {
  if (isContractProcedure(router)) {
    const { inputSchema, outputSchema } = router['~orpc']
    return [{ name, input: inputSchema, output: outputSchema }]
  }
  if (typeof router !== 'object' || router === null) return []
  return Object.entries(router).flatMap(([key, inner]) =>
    proceduresOf(inner, name === '' ? key : `${name}.${key}`),
  )
}

const freeTextsOf = (router: unknown): string[] =>
  proceduresOf(router).flatMap(({ name, input }) => {
    if (input === undefined) return []
    if (!(input instanceof z.ZodType)) return [`${name} (not zod)`]
    return [...new Set(freeTextPaths(input, ''))].map((path) => `${name}:${path}`)
  })

describe('the contract', () => {
  it('has procedures of every domain, each with an output', () => {
    const procedures = proceduresOf(contract)
    expect(procedures.length).toBeGreaterThan(40)
    expect([...new Set(procedures.map(({ name }) => name.split('.')[0]))]).toEqual(Object.keys(contract))
    expect(procedures.filter(({ output }) => output === undefined).map(({ name }) => name)).toEqual([])
  })

  it('takes no free text but what is listed with its reason', () => {
    const found = freeTextsOf(contract)
    expect(found.filter((path) => !Object.hasOwn(allowed, path))).toEqual([])
  })

  it('lists no free text that is not there', () => {
    const found = new Set(freeTextsOf(contract))
    expect(Object.keys(allowed).filter((path) => !found.has(path))).toEqual([])
    for (const reason of Object.values(allowed)) expect(reason.length).toBeGreaterThan(20)
  })
})

describe('the walk itself', () => {
  const planted: [string, z.ZodType, string[]][] = [
    ['a plain string', z.strictObject({ note: z.string() }), ['planted.add:note']],
    ['a trimmed, bounded one', z.strictObject({ note: z.string().trim().max(3) }), ['planted.add:note']],
    ['a bare one', z.string(), ['planted.add:']],
    [
      'one deep inside',
      z.strictObject({
        a: z.array(z.union([z.int(), z.strictObject({ b: z.string().nullable().optional() })])),
      }),
      ['planted.add:a[].b'],
    ],
    [
      "a record's keys and values",
      z.strictObject({ byName: z.record(z.string(), z.string().default('')) }),
      ['planted.add:byName{key}', 'planted.add:byName{}'],
    ],
    ['a pattern that takes anything', z.strictObject({ id: z.string().regex(/./) }), ['planted.add:id']],
    ['a refinement', z.strictObject({ id: z.string().refine(() => true) }), ['planted.add:id']],
    ['before a transform', z.strictObject({ n: z.string().transform(Number) }), ['planted.add:n']],
    ['anything', z.strictObject({ extra: z.unknown() }), ['planted.add:extra (unknown)']],
    ['an open object', z.looseObject({ n: z.int() }), ['planted.add:{}']],
    ['nothing free', z.strictObject({ n: z.int(), id: z.uuid(), at: z.iso.date(), k: z.enum(['a']) }), []],
  ]
  it.each(planted)('finds %s', (_, schema, paths) => {
    const found = freeTextsOf({ ...contract, planted: { add: oc.input(schema) } })
    expect(found.filter((path) => path.startsWith('planted.'))).toEqual(paths)
  })
})
