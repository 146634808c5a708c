/** @file What an opened file is: a hand-off, or a message about one. All of it is somebody else's text. */
import { z } from 'zod'
import { AskBackRecord, type DeskFileReason, FeedbackRecord, ReplyRecord } from '../contract/desk-files'
import { HandOffNumber, HandOffRecord } from '../contract/hand-off'
import { readJson } from './read-json'
import { lastLineOf } from './sealed-text'

/** What was read, or why it was not. */
export type DeskFile =
  | { kind: 'handOff'; record: HandOffRecord }
  | { kind: 'askBack'; record: AskBackRecord }
  | { kind: 'feedback'; record: FeedbackRecord }
  | { kind: 'reply'; record: ReplyRecord }
  | { kind: 'refused'; reason: DeskFileReason; number: HandOffNumber | null; where?: string }

/** A hand-off of format 1 had no key for an answer. */
const FirstHandOffRecord = HandOffRecord.omit({ replyTo: true })
  .extend({ holdspaceHandOff: z.literal(1) })
  .transform((first): HandOffRecord => ({ ...first, holdspaceHandOff: 2, replyTo: null }))

const handOff = z.union([HandOffRecord, FirstHandOffRecord])

/** Each kind of file: the key by which it says what it is, and the newest format that is read. */
const kinds = [
  { mark: 'holdspaceHandOff', newest: 2, read: (json: unknown) => asKind('handOff', handOff, json) },
  { mark: 'holdspaceAskBack', newest: 1, read: (json: unknown) => asKind('askBack', AskBackRecord, json) },
  { mark: 'holdspaceFeedback', newest: 1, read: (json: unknown) => asKind('feedback', FeedbackRecord, json) },
  { mark: 'holdspaceReply', newest: 1, read: (json: unknown) => asKind('reply', ReplyRecord, json) },
] as const

const asKind = <K extends string, R>(
  kind: K,
  schema: z.ZodType<R>,
  json: unknown,
): { kind: K; record: R } | null => {
  const read = schema.safeParse(json)
  return read.success ? { kind, record: read.data } : null
}

/** Reads the last line of a text; what stands before it is for people, and nothing of it is taken. */
export const readDeskFile = (text: string): DeskFile => {
  const line = readJson(lastLineOf(text) ?? '')
  if (line.kind === 'repeatedKey')
    return { kind: 'refused', reason: 'repeatedKey', number: null, where: line.where }
  const json = line.kind === 'json' ? line.value : undefined
  const found = kinds.find(
    ({ mark }) => typeof json === 'object' && json !== null && Object.hasOwn(json, mark),
  )
  if (!found) return { kind: 'refused', reason: 'notOurs', number: null }
  const said = z.looseObject({ [found.mark]: z.number() }).safeParse(json)
  const number = z.looseObject({ number: HandOffNumber }).safeParse(json).data?.number ?? null
  if (said.success && Number(said.data[found.mark]) > found.newest)
    return { kind: 'refused', reason: 'newer', number }
  return found.read(json) ?? { kind: 'refused', reason: 'badContent', number }
}
