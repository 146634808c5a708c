/** @file The charter's settings: value, who fixed it, and the clause or reason it comes from. */
import { IconLock, IconLockOpen2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../contract/charters'
import classes from './charters.module.css'
import { citedClause, type SettingName, settingOrder, settingValueKey } from './setting-words'

/** Every setting of a pack, in a fixed order. */
export const SettingList = ({ pack }: { pack: CharterPack }) => (
  <dl className={classes.settings}>
    {settingOrder.map((name) => (
      <Setting key={name} name={name} pack={pack} />
    ))}
  </dl>
)

const Setting = ({ name, pack }: { name: SettingName; pack: CharterPack }) => {
  const { t } = useTranslation('charters')
  const { value, isLocked, source } = pack.settings[name]
  const { key, count } = settingValueKey(name, value)
  const clause = citedClause(source, pack.clauses)
  const standing = isLocked ? 'locked' : source.from === 'ourDefault' ? 'default' : 'open'
  return (
    <div className={classes.setting}>
      <dt>{t(`names.${name}`)}</dt>
      <dd>{count === undefined ? t(key) : t(key, { count })}</dd>
      <dd className={classes.standing}>
        {isLocked ? <IconLock size={18} aria-hidden /> : <IconLockOpen2 size={18} aria-hidden />}
        {t(`settings.${standing}`)}
      </dd>
      <dd className={classes.source}>
        {source.from === 'ourDefault' ? source.why : null}
        {clause ? (
          <>
            {clause.text} ({t('settings.clause', { id: clause.id, line: clause.line, seed: clause.seed })})
          </>
        ) : null}
      </dd>
    </div>
  )
}
