/** @file What is wrong with fields of the form, in words beside each: too long, a time that lies ahead, a name. Pure. */
import { type ReportBody, reportRecord } from '../../../contract/report-fields'
import { hasNameOf } from '../../../contract/report-names'
import { timesAhead } from '../../../contract/report-reading'
import type { Translate } from './answer-words'
import type { HeldBack } from './draft'

/** Path of the field that shows what stands at a place: what is set aside is shown beside its field. */
export const fieldPath = (path: string): string => path.replace(/\.setAside(\..*)?$/, '')

/** Problems by the path of their field. */
export const fieldProblems = (
  body: ReportBody,
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
  const named = reportRecord
    .texts(body)
    .flatMap(({ path, text }): [string, string][] =>
      path.startsWith('consult.') && hasNameOf(body, text) ? [[fieldPath(path), t('consultName')]] : [],
    )
  return new Map([
    ...named,
    ...timesAhead(body, now).map((path): [string, string] => [path, t('event.inTheFuture')]),
    ...held,
  ])
}
