/** @file What of a pack is ours and not the organization's: gathered, so that an organization can agree to it. */
import type { Source } from '../../../contract/charter-source'
import type { CharterPack } from '../../../contract/charters'

/** Where in a pack something of ours stands; each has its words under `ours.place`. */
export type OursPlace =
  | 'invitation'
  | 'before'
  | 'opening'
  | 'hold'
  | 'close'
  | 'ladder'
  | 'reasons'
  | 'afterRemoval'
  | 'crisisCards'
  | 'conductCards'
  | 'groupClosing'
  | 'readyAnswers'
  | 'messages'
  | 'cancelling'
  | 'contacts'
  | 'values'
  | 'ownDuties'
  | 'handOff'
  | 'feedbackParts'
  | 'reports'

/** What a charter has no words for: they stand under `ours.unworded`. */
export type Unworded = 'mayHandOn' | 'copyMayGo' | 'copyStays'

/** One thing of ours, in its own words or by the name of ours, and why it is there; null: that has our words too. */
export interface Ours {
  id: string
  text: string | { unworded: Unworded }
  why: string | null
}

/** Something of a pack that says where it comes from. */
interface Sourced {
  id: string
  text: Ours['text']
  source: Source
}

const named = (id: string, text: Ours['text'], source: Source): Sourced => ({ id, text, source })

/** What holds where a charter says nothing of it. */
const unsaid = (pack: CharterPack): Partial<Record<OursPlace, Ours[]>> => {
  const one = (id: string, unworded: Unworded): Ours => ({ id, text: { unworded }, why: null })
  return {
    handOff:
      pack.handOff === undefined && pack.settings.debrief.value !== 'off'
        ? [one('handing', 'mayHandOn')]
        : [],
    reports: pack.reportCopy === undefined ? [one('copy', 'copyMayGo')] : [],
  }
}

/** Everything of ours in a pack besides its settings, by where it stands; a place with nothing of ours is left out. */
export const oursOf = (pack: CharterPack): readonly { place: OursPlace; ours: readonly Ours[] }[] => {
  const labelled = ({ id, label, source }: { id: string; label: string; source: Source }) =>
    named(id, label, source)
  const titled = ({ id, title, source }: { id: string; title: string; source: Source }) =>
    named(id, title, source)
  const places: [OursPlace, readonly Sourced[]][] = [
    ['invitation', pack.joiningWords],
    ['before', pack.checklists.before],
    ['opening', pack.openingScript],
    ['hold', pack.checklists.hold],
    ['close', pack.checklists.close],
    // A step without words of its own takes those of its reason.
    [
      'ladder',
      pack.settings.ladder.value.flatMap(({ kind, say, source }) =>
        say === null ? [] : [named(kind, say, source)],
      ),
    ],
    [
      'reasons',
      [
        ...pack.reasons.map(labelled),
        ...pack.reasons.flatMap((reason) =>
          reason.kind === 'conduct' && reason.redLine
            ? [named(`${reason.id} at once`, reason.label, reason.redLine)]
            : [],
        ),
      ],
    ],
    ['afterRemoval', pack.afterRemoval],
    ['crisisCards', pack.crisisCards.map(titled)],
    ['conductCards', pack.conductCards.map(titled)],
    ['groupClosing', [named('all', pack.groupClosing.say[0] ?? '', pack.groupClosing.source)]],
    ['readyAnswers', pack.cannedMessages],
    ['messages', pack.messageKits.map(titled)],
    ['cancelling', [...pack.onCancel, ...pack.cancelReasons.map(labelled)]],
    ['contacts', pack.contacts.map(({ id, turnTo, source }) => named(id, turnTo, source))],
    ['values', pack.values],
    ['ownDuties', (pack.ownDuties ?? []).map(titled)],
    ['feedbackParts', (pack.feedbackParts ?? []).map(({ id, text, source }) => named(id, text, source))],
    ['handOff', pack.handOff ? [named('handing', pack.handOff.text, pack.handOff.source)] : []],
    [
      'reports',
      [
        named('advice', pack.reportAdvice.text, pack.reportAdvice.source),
        ...pack.reportTriggers.map(labelled),
        ...(pack.reportCopy
          ? [
              named(
                'copy',
                { unworded: pack.reportCopy.mayBeShredded ? 'copyMayGo' : 'copyStays' },
                pack.reportCopy.source,
              ),
            ]
          : []),
      ],
    ],
  ]
  const left = unsaid(pack)
  return places.flatMap(([place, things]) => {
    const ours = [
      ...things.flatMap(({ id, text, source }) =>
        source.from === 'ourDefault' ? [{ id, text, why: source.why }] : [],
      ),
      ...(left[place] ?? []),
    ]
    return ours.length > 0 ? [{ place, ours }] : []
  })
}
