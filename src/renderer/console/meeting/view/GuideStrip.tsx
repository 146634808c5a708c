/** @file Above the room of a guided evening: one plain sentence, which waits for the act it names, and the ways past it. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNamedAct, useShownKey } from '../../ui/keys'
import { Strip } from '../../ui/Strip'
import { type Guide, type GuidedAct, type Practice, useGuide, usePractice } from '../practice'

/** The guide, the room it leads through, and how to leave both. */
export interface GuideStripProps {
  guide: Guide
  practice: Practice
  isClosing: boolean
  onClose: () => void
}

/** The key that does what is waited for, where one does. */
const KEYS: Record<GuidedAct, string | null> = {
  open: null,
  lock: 'Alt L',
  admit: null,
  quiet: 'Alt Q',
  cards: 'Alt C',
  close: 'Alt E',
}

/** Says the step in a live region; both ways past it have a name where acts are found. */
export const GuideStrip = ({ guide, practice, isClosing, onClose }: GuideStripProps) => {
  const { t } = useTranslation('meeting')
  const { act, number, of } = useGuide(guide)
  const { hasReported } = usePractice(practice)
  const { shown } = useShownKey(KEYS[act] ?? '')
  const leave = () => {
    guide.leave()
    onClose()
  }
  const canSkip = act !== 'open' && act !== 'close'
  useNamedAct(t('guide.skip'), canSkip ? guide.skip : undefined)
  useNamedAct(t('guide.leave'), isClosing ? undefined : leave)
  return (
    <Strip
      label={practice.title}
      actions={
        <>
          {canSkip ? (
            <Button variant="subtle" onClick={guide.skip}>
              {t('guide.skip')}
            </Button>
          ) : null}
          <Button variant="default" disabled={isClosing} onClick={leave}>
            {t('guide.leave')}
          </Button>
        </>
      }
    >
      <div role="status">
        <p>
          <strong>{t('guide.step', { number, of })}</strong> {t(`guide.act.${act}`, { key: shown })}
        </p>
        {hasReported ? <p>{t('practice.reported')}</p> : null}
      </div>
    </Strip>
  )
}
