/** @file What a charter decides here: each setting that acts, its value, and the clause or reason behind it. */
import { useTranslation } from 'react-i18next'
import { CharterSettings, isIdle, type SettingName } from '../../../contract/charter-settings'
import { tightenedNames } from '../../../contract/charter-tightening'
import type { CharterPack } from '../../../contract/charters'
import { capitalized, useClausePlace } from '../words/clause-place'
import classes from './charters.module.css'
import { citedClause, settingValueKeys } from './setting-words'

const names = CharterSettings.keyof().options

/** Every setting of a pack that acts, in a fixed order. */
export const SettingList = ({ pack }: { pack: CharterPack }) => (
  <dl className={classes.settings}>
    {names
      .filter((name) => !isIdle(name, pack.settings))
      .map((name) => (
        <Setting key={name} name={name} pack={pack} />
      ))}
  </dl>
)

const Setting = ({ name, pack }: { name: SettingName; pack: CharterPack }) => {
  const { t, i18n } = useTranslation('charters')
  const placeOf = useClausePlace()
  const { value, source, isLocked } = pack.settings[name]
  // A lock says something only where a group could decide otherwise.
  const isLockSaid = isLocked && tightenedNames.some((one) => one === name)
  const said = settingValueKeys(name, value).map(({ key, count }) =>
    count === undefined ? t(key) : t(key, { count }),
  )
  const clause = citedClause(source, pack.clauses)
  return (
    <div className={classes.setting}>
      <dt>{t(`names.${name}`)}</dt>
      <dd>{capitalized(said.join(t('settings.then')), i18n.language)}</dd>
      {isLockSaid ? <dd>{t('settings.locked')}</dd> : null}
      <dd className={classes.origin}>
        {t(source.from === 'ourDefault' ? 'settings.default' : 'settings.fromCharter')}
      </dd>
      <dd className={classes.source}>
        {source.from === 'ourDefault' ? <span lang={pack.language}>{source.why}</span> : null}
        {clause ? (
          <>
            <span lang={pack.language}>{clause.text}</span>{' '}
            {t('settings.clause', { place: capitalized(placeOf(clause), i18n.language) })}
          </>
        ) : null}
      </dd>
    </div>
  )
}
