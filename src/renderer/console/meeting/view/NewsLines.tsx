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
import type { Person } from '../roster/person'
import classes from './Bars.module.css'
import type { NewsLine } from './news'
import { useToldName } from './use-name-marks'

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
 * @param people - of the room: a name that would be taken for ours is marked.
 * @param isPrivate - true where somebody else may be looking: kinds and numbers only, no name and no word.
 */
export const NewsLines = ({
  lines,
  people,
  isPrivate,
}: {
  lines: readonly NewsLine[]
  people: readonly Person[]
  isPrivate: boolean
}) => {
  const { t } = useTranslation('meeting')
  const told = useToldName(people)
  if (lines.length === 0) return null
  return (
    <ul className={classes.lines} aria-label={t('news.label')}>
      {lines.map((line) => {
        const Shape = shapes[line.kind]
        return (
          <li key={line.kind} className={classes.line} data-kind={line.kind}>
            <Shape size={20} aria-hidden />
            {isPrivate ? <CountWords line={line} /> : <LineWords line={line} told={told} />}
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

type Told = ReturnType<typeof useToldName>

const LineWords = ({ line, told }: { line: NewsLine; told: Told }) => {
  const { t } = useTranslation('meeting')
  // These are said by their number, with nobody's name: there is no first of them.
  if (line.kind === 'notSent' || line.kind === 'stepOut') return <CountWords line={line} />
  const more = line.kind !== 'stage' && line.count > 1 ? line.count - 1 : 0
  return (
    <>
      <span className={classes.cut}>
        <FirstWords line={line} told={told} />
      </span>
      {more > 0 ? <span className={classes.more}>{t('news.more', { count: more })}</span> : null}
    </>
  )
}

const FirstWords = ({
  line,
  told,
}: {
  line: Exclude<NewsLine, { kind: 'notSent' | 'stepOut' }>
  told: Told
}) => {
  const { t } = useTranslation('meeting')
  switch (line.kind) {
    case 'stage':
      return t(
        line.stage.kind === 'trouble' ? `stage.trouble.${line.stage.why}.title` : 'stage.ownLobby.title',
      )
    case 'alarm':
      return t(`alarm.${line.alarm}.title`, { name: told(line.name, NAME_MAX) })
    case 'message':
      return (
        <>
          <strong>
            <bdi>{told(line.name, NAME_MAX)}</bdi>
            {t('news.wrote')}
          </strong>{' '}
          <bdi>{line.text}</bdi>
        </>
      )
    case 'knock':
      return (
        <>
          <strong>
            <bdi>{told(line.name, NAME_MAX)}</bdi>
          </strong>{' '}
          {t('news.waits')}
        </>
      )
    case 'hand':
      return (
        <>
          <strong>
            <bdi>{told(line.name, NAME_MAX)}</bdi>
          </strong>{' '}
          {t('news.raised')}
        </>
      )
  }
}
