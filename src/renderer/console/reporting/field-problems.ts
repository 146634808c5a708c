/** @file What is wrong with fields of the form, in words beside each: too long, no date, a time that lies ahead. Pure. */
import { type Answers, timesAhead } from '../../../contract/report-reading'
import type { Translate } from './answer-words'
import type { HeldBack } from './draft'

/** Path of the field that shows what stands at a place: what is set aside is shown beside its field. */
export const fieldPath = (path: string): string => path.replace(/\.setAside(\..*)?$/, '')

/** Problems by the path of their field. */
export const fieldProblems = (
  body: Answers,
  heldBack: readonly HeldBack[],
  now: Date,
  t: Translate,
): ReadonlyMap<string, string> => {
  const held = heldBack.map((one): [string, string] => [
    fieldPath(one.path),
    one.kind === 'tooLong'
      ? t('keeping.tooLong', { count: one.overBy, storedLength: one.storedLength })
      : t('keeping.invalid'),
  ])
  return new Map([
    ...timesAhead(body, now).map((path): [string, string] => [path, t('event.inTheFuture')]),
    ...held,
  ])
}
