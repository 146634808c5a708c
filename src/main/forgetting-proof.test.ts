/** @file Pieces of texts that must be gone: short pieces of long ones, none of short ones. */
import { expect, it } from 'vitest'
import { debriefRecord } from '../contract/debrief'
import { piecesOf, recordProof, written } from './forgetting-proof'

it('takes short pieces of long texts, their ends too, and none of short ones', () => {
  expect(piecesOf('a few words')).toEqual([])
  const text = Array.from({ length: 100 }, (_, index) => `word ${index}`).join(' ')
  const pieces = piecesOf(text)
  expect(pieces).toHaveLength(1 + Math.ceil((text.length - 19) / 200))
  for (const piece of [text.slice(0, 40), text.slice(-40)]) expect(pieces).toContain(piece)
})

it('takes them from every text, in each way in which it is stored', () => {
  const line = 'first line of several words\nand "another" one'
  const inJson = JSON.stringify(line).slice(1, -1)
  const proof = (...ways: Parameters<typeof recordProof>[2]) =>
    new Set(recordProof(debriefRecord, { text: '', answers: { a: line }, tags: [] }, ways))
  expect(proof(written.plainly, written.inJson)).toEqual(
    new Set([line.slice(0, 40), line.slice(-40), inJson.slice(0, 40), inJson.slice(-40)]),
  )
  expect(proof(written.inJson)).toEqual(new Set([inJson.slice(0, 40), inJson.slice(-40)]))
})
