/** @file What is different between two versions, to be read before the newer one is taken in. */
import { useTranslation } from 'react-i18next'
import { tightenedNames } from '../../../../contract/charter-tightening'
import type { CharterPack } from '../../../../contract/charters'
import { capitalized } from '../../words/clause-place'
import { placeName } from '../../words/place-name'
import { settingValueKeys } from '../setting-words'
import { type Difference, differencesOf } from './difference'
import classes from './files.module.css'
import './words'

/** One line a difference: what it is part of, what it was, and what it is. */
export const DifferenceList = ({ before, after }: { before: CharterPack; after: CharterPack }) => {
  const { t } = useTranslation('charterFiles')
  const differences = differencesOf(before, after)
  if (differences.length === 0) return <p>{t('ready.none')}</p>
  return (
    <ul className={classes.differences} aria-label={t('ready.changes')}>
      {differences.map((one, at) => (
        // Two may read the same; the list never changes while it is shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={at} className={classes.difference}>
          <Line difference={one} />
        </li>
      ))}
    </ul>
  )
}

const Line = ({ difference }: { difference: Difference }) => {
  const { t, i18n } = useTranslation('charterFiles')
  if (difference.kind === 'setting') {
    const { name, before, after } = difference
    const valueIn = (settings: CharterPack['settings']) =>
      capitalized(
        settingValueKeys(name, settings[name].value)
          .map(({ key, count }) => t(`charters:${key}`, count === undefined ? {} : { count }))
          .join(t('charters:settings.then')),
        i18n.language,
      )
    const lock =
      before[name].isLocked === after[name].isLocked || !tightenedNames.some((one) => one === name)
        ? null
        : after[name].isLocked
          ? 'lockedNow'
          : 'openNow'
    return (
      <Words
        part={t(`charters:names.${name}`)}
        before={valueIn(before)}
        after={valueIn(after)}
        more={lock === null ? null : t(`difference.${lock}`)}
      />
    )
  }
  const { kind, part } = difference
  const name = t(`parts.${part}`)
  switch (kind) {
    case 'words': {
      const shown = (words: string | null) =>
        words !== null && part === 'jurisdiction' ? placeName(words, i18n.language) : words
      return (
        <Words part={name} before={shown(difference.before)} after={shown(difference.after)} more={null} />
      )
    }
    case 'permission': {
      const said = (may: boolean | null) =>
        t(`difference.${may === null ? 'unsaid' : may ? 'allowed' : 'notAllowed'}`)
      return <Words part={name} before={said(difference.before)} after={said(difference.after)} more={null} />
    }
    case 'order':
      return (
        <p>
          <strong>{name}</strong> <span className={classes.quiet}>{t('difference.order')}</span>
        </p>
      )
  }
}

const Words = (props: { part: string; before: string | null; after: string | null; more: string | null }) => {
  const { part, before, after, more } = props
  const { t } = useTranslation('charterFiles')
  const kind = before === null ? 'new' : after === null ? 'gone' : 'changed'
  const isSame = before !== null && before === after
  return (
    <>
      <p>
        <strong>{part}</strong> <span className={classes.quiet}>{t(`difference.${kind}`)}</span>
      </p>
      {isSame && more === null ? <p>{t('difference.workings')}</p> : null}
      {before === null || isSame ? null : <p>{t('difference.was', { words: before })}</p>}
      {after === null || isSame ? null : <p>{t('difference.now', { words: after })}</p>}
      {more === null ? null : <p>{more}</p>}
    </>
  )
}
