/** @file Pieces of texts that must be gone: short pieces of long ones, none of short ones, as JSON writes them too. */
import { expect, it } from 'vitest'
import { debriefRecord } from '../contract/debrief'
import { piecesOf, recordProof } from './forgetting-proof'

it('takes short pieces of long texts, and none of short ones', () => {
  expect(piecesOf('a few words')).toEqual([])
  expect(piecesOf('x'.repeat(500)).map((piece) => piece.length)).toEqual([40, 40, 40])
})

it('takes them from every text, as it is and as JSON writes it', () => {
  const line = 'first line of several words\nand "another" one'
  const proof = recordProof(debriefRecord, { text: '', answers: { a: line } })
  expect(proof).toEqual([line.slice(0, 40), JSON.stringify(line).slice(1, 41)])
})
