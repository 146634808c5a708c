/** @file Texts that leave sealed: plain words, and as their last line one record for programs (docs/lead-desk.md). */
import type { z } from 'zod'
import { readJson } from './read-json'
import { Refusal } from './refusal'

const DAY_MS = 86_400_000

/** The last line of a text, without what ends it; null where there is none. */
export const lastLineOf = (text: string): string | null => {
  const trimmed = text.trimEnd()
  return trimmed === '' ? null : trimmed.slice(trimmed.lastIndexOf('\n') + 1).trim()
}

/**
 * The record that ends a text that is about to leave, and its line to the letter. What was shown long ago, or by
 * another clock, is shown again with its date before it leaves.
 *
 * @throws Refusal NOT_AS_SHOWN where the text does not end with one, or with one made more than a day ago.
 */
export const shownRecord = <R extends { madeAt: string }>(
  schema: z.ZodType<R>,
  text: string,
  now: Date,
): { record: R; line: string } => {
  const line = /\n([^\n]+)\n$/.exec(text)?.[1]
  const json = line === undefined ? undefined : readJson(line)
  const read = json?.kind === 'json' ? schema.safeParse(json.value) : undefined
  if (line === undefined || !read?.success) throw Refusal.of('NOT_AS_SHOWN')
  const ageMs = now.getTime() - Date.parse(read.data.madeAt)
  if (!(ageMs >= 0 && ageMs <= DAY_MS)) throw Refusal.of('NOT_AS_SHOWN')
  return { record: read.data, line }
}
