/** @file Rules a shipped charter keeps beyond its schema, each answering with what breaks it. */
import type { CharterPack } from '../../src/contract/charters'

/** Everything in a pack that cites a source, with where it stands. */
const citations = (pack: CharterPack) => [
  ...Object.entries(pack.settings).map(([name, { source }]) => ({ where: `settings.${name}`, source })),
  ...Object.entries(lists(pack)).flatMap(([name, items]) =>
    items.flatMap((item) => (item.source ? [{ where: `${name}.${item.id}`, source: item.source }] : [])),
  ),
]

type Listed = { id: string; source?: CharterPack['reasons'][number]['source'] }

const lists = (pack: CharterPack): Record<string, readonly Listed[]> => ({
  clauses: pack.clauses,
  joiningWords: pack.joiningWords,
  before: pack.checklists.before,
  hold: pack.checklists.hold,
  close: pack.checklists.close,
  openingScript: pack.openingScript,
  ladder: pack.ladder,
  reasons: pack.reasons,
  crisisCards: pack.crisisCards,
  cannedMessages: pack.cannedMessages,
  debriefPrompts: pack.debriefPrompts,
  reportTriggers: pack.reportTriggers,
  cancelReasons: pack.cancelReasons,
  values: pack.values,
})

/** Places that cite a clause the pack does not have. */
export const brokenReferences = (pack: CharterPack): string[] => {
  const known = new Set(pack.clauses.map((clause) => clause.id))
  return citations(pack).flatMap(({ where, source }) =>
    source.from === 'clause' && !known.has(source.clauseId) ? [`${where}: ${source.clauseId}`] : [],
  )
}

/** Ids used twice in one list. */
export const repeatedIds = (pack: CharterPack): string[] =>
  Object.entries(lists(pack)).flatMap(([name, items]) => {
    const seen = new Set<string>()
    return items.flatMap(({ id }) => {
      if (seen.has(id)) return [`${name}.${id}`]
      seen.add(id)
      return []
    })
  })

/** What every opening says, whatever the charter (design: the evening, step 4). */
const toldAtOpening = [
  'welcome',
  'whatIsKept',
  'notRecordedByUs',
  'stepOut',
  'reachUsAfter',
  'lineDrops',
  'confidentiality',
] as const

/** Where a pack is weaker than the promises that no charter may loosen (design.md 2 and 7). */
export const floorBreaches = (pack: CharterPack): string[] => {
  const breaches: string[] = []
  for (const topic of toldAtOpening)
    if (!pack.openingScript.some((line) => line.topic === topic)) breaches.push(`no line on ${topic}`)
  if (!pack.openingScript.some((line) => line.topic === 'reachUsAfter' && line.text.includes('{contact}')))
    breaches.push('reachUsAfter names no contact')
  if (!pack.settings.recording.isLocked) breaches.push('recording is not locked')
  if (!pack.settings.attendance.isLocked) breaches.push('attendance is not locked')
  const [first] = pack.crisisCards
  if (first?.id !== 'first-line' || !first.say.some((said) => said.startsWith('Are you safe this minute')))
    breaches.push('the first crisis card is not the common one')
  // Numbers come from the region's crisis resources: one printed on a card would outlive its check.
  for (const card of pack.crisisCards)
    if ([...card.say, card.message ?? ''].some((said) => /\d/.test(said)))
      breaches.push(`a number on card ${card.id}`)
  if (!pack.reasons.some((reason) => reason.kind === 'safety')) breaches.push('no safety reason')
  return breaches
}

const filled = ['{displayName}', '{groupName}', '{contact}']

/** Placeholders the console would not fill: unknown ones, and any outside the opening script. */
export const misplacedPlaceholders = (pack: CharterPack): string[] => {
  const unknown = pack.openingScript.flatMap((line) =>
    (line.text.match(/\{[^}]*\}?/g) ?? [])
      .filter((placeholder) => !filled.includes(placeholder))
      .map((placeholder) => `openingScript.${line.id}: ${placeholder}`),
  )
  const { openingScript: _filled, ...rest } = pack
  const elsewhere = JSON.stringify(rest).match(/\{[a-zA-Z]+\}/g) ?? []
  return [...unknown, ...elsewhere]
}
