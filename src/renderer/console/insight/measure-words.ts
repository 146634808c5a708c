/** @file What a measure is called: the catalogue's words, and the charter's own for its reasons. Pure. */
import type { TFunction } from 'i18next'
import type { CharterPack } from '../../../contract/charters'
import type { ActNumber, Measure } from '../../../contract/insight'

/** Charters whose reasons are named, by id. */
export type PacksById = ReadonlyMap<string, CharterPack>

const actName = (measure: ActNumber, pack: CharterPack | undefined, t: TFunction<'insight'>): string => {
  const charter = pack?.name ?? measure.charterId
  const act = t(`acts.${measure.act ?? 'all'}`)
  const { reason } = measure
  switch (reason.kind) {
    case 'all':
      return t('acts.total', { charter, act })
    case 'earlier':
      return t('acts.forReason', { charter, act, reason: t('acts.earlier') })
    case 'one': {
      const label = pack?.reasons.find(({ id }) => id === reason.reasonId)?.label ?? reason.reasonId
      return t('acts.forReason', { charter, act, reason: label })
    }
  }
}

/**
 * What a measure is called.
 *
 * @param t - of the words `insight`.
 */
export const measureName = (measure: Measure, packs: PacksById, t: TFunction<'insight'>): string => {
  if (measure.about === 'acts') return actName(measure, packs.get(measure.charterId), t)
  const { reason } = measure
  if (reason === null) return t(`work.${measure.measure}`)
  const pack = packs.get(reason.charterId)
  const label = pack?.cancelReasons.find(({ id }) => id === reason.reasonId)?.label ?? reason.reasonId
  return packs.size > 1
    ? t('work.cancelledForOf', { charter: pack?.name ?? reason.charterId, reason: label })
    : t('work.cancelledFor', { reason: label })
}
