/** @file What is wrong with a folder or a backup, in words: what happened, what was kept, what to do. */
import { useTranslation } from 'react-i18next'
import { BackupProblem, PlaceProblem } from '../../../../contract/backup'
import { ProblemNotice } from '../../ProblemNotice'
import { Notice } from '../../ui/Notice'
import { codeOf } from '../../words/problems'

const problemIn = (error: unknown): unknown => {
  const data: unknown = Reflect.get(Object(error), 'data')
  return typeof data === 'object' && data !== null && 'problem' in data ? data.problem : null
}

/** Names its problem where it has one; any other error is shown as everywhere. */
export const BackupProblemNotice = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('vault')
  const code = codeOf(error)
  const place = PlaceProblem.safeParse(problemIn(error)).data
  if (code === 'BACKUP_PLACE' && place) {
    return (
      <Notice tone="problem" title={t(`backup.place.${place}.title`)}>
        {t(`backup.place.${place}.body`)}
      </Notice>
    )
  }
  const backup = BackupProblem.safeParse(problemIn(error)).data
  if (code === 'BACKUP_UNUSABLE' && backup) {
    return (
      <Notice tone="problem" title={t(`backup.problem.${backup}.title`)}>
        {t(`backup.problem.${backup}.body`)}
      </Notice>
    )
  }
  return <ProblemNotice error={error} />
}

/** Says that more lies there than is offered; nothing where there is no more. */
export const Unreadable = ({ count }: { count: number }) => {
  const { t } = useTranslation('vault')
  return count === 0 ? null : <p>{t('backup.unreadable', { count })}</p>
}
