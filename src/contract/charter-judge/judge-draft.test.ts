/** @file A draft is judged by what judges a file: every pack that ships is sound, and each fault is named by its place. */
import { describe, expect, it } from 'vitest'
import { shippedPack, soundPack } from '../../../tests/fixtures/charter-pack'
import type { CharterPack } from '../charters'
import { DraftPack } from './draft-pack'
import { judgeDraft } from './judge-draft'

const said = (pack: CharterPack) => judgeDraft(pack).map(({ where, code }) => `${where} ${code}`)
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('There is none.')
  return one
}

describe('judging a draft', () => {
  it.each(['heartfelt', 'heartsupport', 'heypeers', 'uk-peer-group', 'agency-team'])(
    'finds nothing in %s, which is a draft to the letter',
    (id) => {
      const pack = shippedPack(id)
      expect(DraftPack.parse(pack)).toEqual(pack)
      expect(judgeDraft(pack)).toEqual([])
    },
  )

  it('names each rule of the floor where it is seen', () => {
    const pack = soundPack()
    const card = first(pack.crisisCards)
    const sentAway: CharterPack = {
      ...pack,
      openingScript: pack.openingScript.filter(({ topic }) => topic !== 'lineDrops'),
      crisisCards: [{ ...card, say: ['Call this number: I have it.'] }],
      reasons: pack.reasons.map((reason) =>
        reason.kind === 'safety' ? { ...reason, say: 'I will remove you.' } : reason,
      ),
    }
    expect(said(sentAway)).toEqual([
      'openingScript floor.lineDrops',
      'crisisCards floor.firstLineWords',
      'crisisCards.0 floor.promisedLines',
      'reasons.2 floor.safetyNeverRemoves',
    ])
  })

  it('names what a schema finds, of the kind of words that was meant', () => {
    const pack = soundPack()
    const card = first(pack.crisisCards)
    expect(said({ ...pack, name: ' ' })).toEqual(['name empty'])
    expect(said({ ...pack, name: 'x'.repeat(81) })).toEqual(['name tooLong'])
    expect(said({ ...pack, crisisCards: [{ ...card, say: [...card.say, ''] }] })).toEqual([
      'crisisCards.0.say.3 empty',
    ])
    expect(
      said({
        ...pack,
        crisisCards: [{ ...card, say: [...card.say, { text: '{nobody}', otherwise: null }] }],
      }),
    ).toEqual(['crisisCards.0.say.3.text blank'])
    expect(said({ ...pack, conductCards: [{ ...first(pack.conductCards), say: ['Say {this}'] }] })).toEqual([
      'conductCards.0.say.0 blank',
    ])
    const { ladder } = pack.settings
    const reversed = { ...pack.settings, ladder: { ...ladder, value: ladder.value.toReversed() } }
    expect(said({ ...pack, settings: reversed })).toEqual(['settings.ladder.value removalLast'])
  })

  it('names what leads nowhere', () => {
    const pack = soundPack()
    expect(
      said({
        ...pack,
        cannedMessages: [{ id: 'one', text: 'Yes.', source: { from: 'clause', clauseId: 'gone' } }],
        reasons: pack.reasons.map((reason) =>
          reason.kind === 'safety' ? { ...reason, cardId: 'gone' } : reason,
        ),
      }),
    ).toEqual(['reasons.2.cardId cardGone', 'cannedMessages.0.source clauseGone'])
  })
})
