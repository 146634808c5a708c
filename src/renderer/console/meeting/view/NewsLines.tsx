/** @file What waits in the room, one line a kind, each with its shape: for every bar, and read out by its words. */
import {
  IconAlertTriangle,
  IconDoorEnter,
  IconDoorExit,
  IconHandStop,
  IconMessage,
  IconMessageX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cutInMiddle } from '../../words/names-in-text'
import classes from './Bars.module.css'
import type { NewsLine } from './news'

/** Characters of a name on a line that must keep its verb; the card has the whole name. */
const NAME_MAX = 20

const shapes = {
  stage: IconAlertTriangle,
  alarm: IconAlertTriangle,
  message: IconMessage,
  notSent: IconMessageX,
  stepOut: IconDoorExit,
  knock: IconDoorEnter,
  hand: IconHandStop,
} as const

/**
 * The lines.
 *
 * @param isPrivate - true where somebody else may be looking: kinds and numbers only, no name and no word.
 */
export const NewsLines = ({ lines, isPrivate }: { lines: readonly NewsLine[]; isPrivate: boolean }) => {
  const { t } = useTranslation('meeting')
  if (lines.length === 0) return null
  return (
    <ul className={classes.lines} aria-label={t('news.label')}>
      {lines.map((line) => {
        const Shape = shapes[line.kind]
        return (
          <li key={line.kind} className={classes.line} data-kind={line.kind}>
            <Shape size={20} aria-hidden />
            {isPrivate ? <CountWords line={line} /> : <LineWords line={line} />}
          </li>
        )
      })}
    </ul>
  )
}

const CountWords = ({ line }: { line: NewsLine }) => {
  const { t } = useTranslation('meeting')
  return line.kind === 'stage' ? (
    <span>{t('news.needsYou')}</span>
  ) : (
    <span>{t(`news.count.${line.kind}`, { count: line.count })}</span>
  )
}

const LineWords = ({ line }: { line: NewsLine }) => {
  const { t } = useTranslation('meeting')
  // These are said by their number, with nobody's name: there is no first of them.
  if (line.kind === 'notSent' || line.kind === 'stepOut') return <CountWords line={line} />
  const more = line.kind !== 'stage' && line.count > 1 ? line.count - 1 : 0
  return (
    <>
      <span className={classes.cut}>
        <FirstWords line={line} />
      </span>
      {more > 0 ? <span className={classes.more}>{t('news.more', { count: more })}</span> : null}
    </>
  )
}

const FirstWords = ({ line }: { line: Exclude<NewsLine, { kind: 'notSent' | 'stepOut' }> }) => {
  const { t } = useTranslation('meeting')
  switch (line.kind) {
    case 'stage':
      return t(
        line.stage.kind === 'trouble' ? `stage.trouble.${line.stage.why}.title` : 'stage.ownLobby.title',
      )
    case 'alarm':
      return t(`alarm.${line.alarm}.title`, { name: cutInMiddle(line.name, NAME_MAX) })
    case 'message':
      return (
        <>
          <strong>
            <bdi>{cutInMiddle(line.name, NAME_MAX)}</bdi>
            {t('news.wrote')}
          </strong>{' '}
          <bdi>{line.text}</bdi>
        </>
      )
    case 'knock':
      return (
        <>
          <strong>
            <bdi>{cutInMiddle(line.name, NAME_MAX)}</bdi>
          </strong>{' '}
          {t('news.waits')}
        </>
      )
    case 'hand':
      return (
        <>
          <strong>
            <bdi>{cutInMiddle(line.name, NAME_MAX)}</bdi>
          </strong>{' '}
          {t('news.raised')}
        </>
      )
  }
}
