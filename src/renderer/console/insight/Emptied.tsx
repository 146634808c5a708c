/** @file Says before anything leaves what will be empty, and why: the screen's own words, no part of an export. */
import { useTranslation } from 'react-i18next'
import type { Numbers } from '../../../contract/insight'
import { Notice } from '../ui/Notice'
import { dayOf } from '../ui/when'
import type { PacksById } from './measure-words'
import { periodName } from './period-words'

/** One notice for each charter whose counts are emptier than their own sizes ask for. */
export const Emptied = ({ numbers, packs }: { numbers: Numbers; packs: PacksById }) => {
  const { t, i18n } = useTranslation('insight')
  return numbers.emptied.map(({ charterId, why, exports }) => (
    <Notice
      key={charterId}
      tone="plain"
      title={t(`emptied.${why}.title`, { charter: packs.get(charterId)?.name ?? charterId })}
    >
      <p>{t(`emptied.${why}.body`)}</p>
      {exports.length > 0 ? (
        <ul>
          {exports.map(({ period, releasedAt }) => (
            <li key={releasedAt}>
              {t('emptied.export', {
                period: periodName(period, t, i18n.language),
                day: dayOf(releasedAt, i18n.language),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  ))
}
