/** @file The way on where a group's charter is not here any more: its form, where another one is chosen. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Session } from '../../../../contract/sessions'
import { codeOf } from '../../words/problems'

/** Whether that is what an error says, of a session that has a group. */
export const isCharterGone = (error: unknown, { groupId }: Pick<Session, 'groupId'>): boolean =>
  error !== null && codeOf(error) === 'CHARTER_UNKNOWN' && groupId !== null

/** The button. */
export const OtherCharter = ({ session }: { session: Pick<Session, 'groupId'> }) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  return (
    <Button variant="default" onClick={() => navigate(`/groups/${session.groupId}`)}>
      {t('prepare.otherCharter')}
    </Button>
  )
}
