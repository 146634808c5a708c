/** @file What became of the data folder's move at this start, in words: on the lock screen and in Settings. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from './queries'
import { Notice } from './ui/Notice'
import { registerWords } from './words'
import words from './words/en/settings.json'

registerWords('settings', words)

/** The notice; nothing where no move was due at this start. */
export const FolderMoved = () => {
  const { t } = useTranslation('settings')
  const { data } = useQuery(queries.device.state.queryOptions())
  const move = data?.folder.move ?? null
  if (!data || move === null) return null
  if (move.kind === 'notMoved') {
    return (
      <Notice tone="wait" title={t('folder.notMoved.title')}>
        {t('folder.notMoved.body', { folder: move.to })} {t(`folder.problem.${move.problem}`)}
      </Notice>
    )
  }
  return (
    <Notice tone={move.isOldCleared ? 'plain' : 'wait'} title={t('folder.moved.title')}>
      {t('folder.moved.body', { folder: data.folder.path })}{' '}
      {move.isOldCleared ? null : t('folder.moved.left', { folder: move.from })}
    </Notice>
  )
}
