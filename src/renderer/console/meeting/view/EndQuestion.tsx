/** @file End for everyone asks once: it cannot be undone. */
import { useTranslation } from 'react-i18next'
import { RoomQuestion } from './RoomQuestion'

/** The question. */
export const EndQuestion = ({ onYes, onNo }: { onYes: () => void; onNo: () => void }) => {
  const { t } = useTranslation('meeting')
  return (
    <RoomQuestion title={t('end.title')} yes={t('end.yes')} no={t('end.no')} onYes={onYes} onNo={onNo}>
      <p>{t('end.body')}</p>
    </RoomQuestion>
  )
}
