/** @file The debriefs that are being written on this page, on their own page or laid aside until they are stored. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CharterPack } from '../../../contract/charters'
import { DEBRIEF_TEXT_MAX, type DebriefContent, debriefRecord } from '../../../contract/debrief'
import { DebriefId } from '../../../contract/primitives'
import { createOpenWritings } from '../autosave'
import { client } from '../client'
import { forgetRoomNames, ROOM_NAMES_KEPT_MS, readRoomNames } from '../meeting'
import { queries } from '../queries'
import { catalogue } from '../words'
import { codeOf } from '../words/problems'
import {
  type DebriefWriting,
  type HeldBack,
  type Stored,
  startWriting,
  type Written,
} from './debrief-writing'
import type { Unanswered } from './findings'

/** A debrief in writing, with its charter's pack, null when that is not installed any more. */
export interface OpenDebrief extends DebriefWriting<DebriefContent> {
  pack: CharterPack | null
}

/** What a debrief starts from. */
export interface DebriefStart {
  debriefId: DebriefId
  charterId: string
  pack: CharterPack | null
  stored: Stored<DebriefContent> | null
  /** What was written before it was discarded; left out: what is stored, or nothing. */
  written?: Written<DebriefContent>
  /** Questions that were open then; left out: none. */
  unanswered?: readonly Unanswered[]
}

/** All of them. */
export const debriefWritings = createOpenWritings<OpenDebrief>('debrief.openWritings')

/** A new debrief's id. Random: it says nothing of anybody. */
export const newDebriefId = (): DebriefId => DebriefId.parse(crypto.randomUUID())

/** The one that was begun, left and never stored: the page for a new debrief takes it up. */
export const findUnstoredNew = (): OpenDebrief | undefined =>
  debriefWritings.laidAside().find(({ autosave }) => autosave.snapshot().stored === null)

/** Paths of the answers that are chosen: they are the charter's own words. */
export const chosenPaths = (pack: CharterPack | null): ReadonlySet<string> =>
  new Set(
    (pack?.debriefPrompts ?? [])
      .filter(({ answer }) => answer.kind === 'choice')
      .map(({ id }) => `answers.${id}`),
  )

/** Longest text, in UTF-16 units: the charter's, where it asks for less. */
export const maxCharactersOf = (pack: CharterPack | null): number =>
  Math.min(pack?.settings.debriefMaxCharacters.value ?? DEBRIEF_TEXT_MAX, DEBRIEF_TEXT_MAX)

/** Where it was typed, for the question before it goes; never what. */
const describe = (pack: CharterPack | null, heldBack: readonly HeldBack[]): string[] => {
  const say = (key: string, values: Record<string, unknown> = {}) => catalogue.t(`debrief:${key}`, values)
  if (heldBack.length === 0) return [say('editor.title')]
  return heldBack.map((held) => {
    const prompt = pack?.debriefPrompts.find(({ id }) => held.path === `answers.${id}`)
    return say(`atStake.${held.kind}`, { field: prompt?.text ?? say(held.label) })
  })
}

const begin = (start: DebriefStart, cache: QueryClient): OpenDebrief => {
  const { debriefId, charterId, pack, stored } = start
  const wasFinishedAtMs = stored !== null && !stored.isDraft ? Date.parse(stored.createdAt) : null
  const writing = startWriting<DebriefContent>({
    record: debriefRecord,
    debriefId,
    charterId,
    written:
      start.written ??
      (stored
        ? { content: stored.content, isDraft: stored.isDraft }
        : { content: debriefRecord.empty(), isDraft: true }),
    stored,
    unanswered: start.unanswered ?? [],
    chosen: chosenPaths(pack),
    maxCharacters: maxCharactersOf(pack),
    save: (input) => client.debrief.save(input),
    onStored: (answer) => {
      void cache.invalidateQueries({ queryKey: queries.debrief.list.key() })
      if (answer.isDraft) return
      const names = readRoomNames()
      const namesSinceMs = names ? names.untilMs - ROOM_NAMES_KEPT_MS : 0
      // Reworking a debrief that was finished before this room closed is not the end of tonight's.
      if (wasFinishedAtMs === null || wasFinishedAtMs >= namesSinceMs) forgetRoomNames()
    },
    // Forgotten meanwhile, on the page What is kept: no waiting brings it back.
    isLasting: (error) => codeOf(error) === 'NOT_FOUND',
    describe: (heldBack) => describe(pack, heldBack),
  })
  return { ...writing, pack }
}

/** Opens a debrief: takes it up where it was laid aside, or begins. */
export const useOpenDebrief = (): ((start: DebriefStart) => OpenDebrief) => {
  const cache = useQueryClient()
  return useCallback((start) => debriefWritings.open(start.debriefId, () => begin(start, cache)), [cache])
}
