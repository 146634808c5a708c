/** @file A session's time in the reader's language, ready to print. */
import { useTranslation } from 'react-i18next'
import { machineZone, type PlannedTime, sessionWhen } from './session-times'

/**
 * Words for a session's time.
 *
 * @returns `when` ("Thursday, 19:00 Mountain Time"), `full` (with "in 2 days"), and `here`: the same moment on
 *   this computer's clock, or null where that is the same.
 */
export const useSessionWhen = (session: PlannedTime, nowMs: number) => {
  const { t, i18n } = useTranslation('sessions')
  const { when, relative, here } = sessionWhen(session, nowMs, i18n.language, machineZone())
  return {
    when,
    full: t('when.withRelative', { when, relative: relative ?? t('when.now') }),
    here: here === null ? null : t('when.forYou', { when: here }),
  }
}
