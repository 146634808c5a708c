/** @file Names under which note-taking machines come, and names of people that only look a little like them. */
import { describe, expect, it } from 'vitest'
import { isNoteTakerName } from './note-taker'

describe('the name of a machine that takes notes', () => {
  it.each([
    'Fireflies.ai Notetaker',
    'Fireflies.ai Notetaker Juniper',
    'OtterPilot',
    "Juniper's OtterPilot",
    'Otter.ai',
    'Juniper’s Notetaker (Otter.ai)',
    'read.ai meeting notes',
    'Read AI',
    'Fathom Notetaker',
    'Fathom AI Notetaker',
    'tl;dv',
    'tldv.io Recorder',
    'MeetGeek AI Assistant',
    'Sembly Agent',
    'Avoma Notetaker',
    'Notta Bot',
    'Meeting notes (AI)',
    'AI Note Taker',
    'AI note-taking',
    'Transcription Bot',
    'AI Assistant',
    'Recorder bot',
    'ＯＴＴＥＲ．ＡＩ',
    'Asistente de notas',
  ])('%s', (name) => {
    expect(isNoteTakerName(name)).toBe(true)
  })

  it.each([
    'Otter',
    'Firefly',
    'Fred',
    'Grain',
    'Fellow traveler',
    'Jamie',
    'Ai',
    'Ai Tanaka',
    'Mai',
    'Robot',
    'Bottle',
    'Noted',
    'Note',
    'Wren (she/her)',
    'Assistant coach Sam',
    'Gemma',
    'Sol.a',
    'Kai.aiko',
    'Notas',
    '',
    '愛',
  ])('not %s', (name) => {
    expect(isNoteTakerName(name)).toBe(false)
  })
})
