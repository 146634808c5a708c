/** @file One duty in its list: what it is, when, where it stands, and its acts, each named with the duty. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { OwnDuty } from '../../../contract/duties'
import { Pill, type PillState } from '../ui/Pill'
import { calendarDayOf, dayOf, zonedMomentOf } from '../ui/when'
import classes from './duties.module.css'
import { rhythmWords } from './rhythm-words'
import './words'

/** The duty and its acts. */
export interface DutyRowProps {
  duty: OwnDuty
  onDone: () => void
  /** Null while a form is open: what is typed there is not put away by another. */
  onChange: (() => void) | null
  onForget: () => void
}

const pillOf: Readonly<Record<OwnDuty['state'], PillState>> = {
  overdue: 'wait',
  due: 'wait',
  now: 'sent',
  soon: 'sent',
  undated: 'quiet',
  later: 'quiet',
  over: 'held',
}

/** The line. */
export const DutyRow = ({ duty, onDone, onChange, onForget }: DutyRowProps) => {
  const { t, i18n } = useTranslation('duties')
  const { title, rhythm, dueOn, endsOn, dueAt, doneAt, state, keptUntil, plannedSessions } = duty
  const kind = t(`kind.${duty.kind}`)
  const dayOfInstant = (instant: string) => dayOf(instant, i18n.language)
  const dayWords = (day: string) => calendarDayOf(day, i18n.language)
  const when = () => {
    if (endsOn !== null && dueOn !== null)
      return t('when.away', { from: dayWords(dueOn), to: dayWords(endsOn) })
    if (rhythm.kind === 'hours') {
      return dueAt === null
        ? t('when.firstRound', { kind })
        : t('when.round', { kind, time: zonedMomentOf(dueAt, i18n.language) })
    }
    if (state === 'over' && doneAt !== null) return t('when.done', { kind, day: dayOfInstant(doneAt) })
    return dueOn === null ? t('when.undated', { kind }) : t('when.dueOn', { kind, day: dayWords(dueOn) })
  }
  const canBeDone = state !== 'over' && duty.kind !== 'absence'
  return (
    <li className={classes.row} data-duty={duty.id}>
      <div className={classes.words}>
        <p className={classes.title}>
          <bdi>{title}</bdi>
        </p>
        <p className={classes.said}>
          {when()}
          {'. '}
          {rhythmWords(rhythm, t)}{' '}
          {doneAt !== null && state !== 'over' ? t('when.lastDone', { day: dayOfInstant(doneAt) }) : null}{' '}
          {keptUntil !== null && state === 'over' ? t('when.goes', { day: dayOfInstant(keptUntil) }) : null}
        </p>
        {plannedSessions > 0 ? (
          <p className={classes.said}>
            {t('awaySessions', { count: plannedSessions })} <Link to="/groups">{t('toGroups')}</Link>
          </p>
        ) : null}
      </div>
      <Pill state={pillOf[state]}>{t(`state.${state}`)}</Pill>
      <div className={`${classes.actions} no-print`}>
        {canBeDone ? (
          <Button variant="default" aria-label={t('doneNamed', { title })} onClick={onDone}>
            {t('done')}
          </Button>
        ) : null}
        {onChange ? (
          <Button variant="subtle" aria-label={t('changeNamed', { title })} onClick={onChange}>
            {t('change')}
          </Button>
        ) : null}
        <Button variant="subtle" aria-label={t('forgetNamed', { title })} onClick={onForget}>
          {t('forget')}
        </Button>
      </div>
    </li>
  )
}
