/** @file The three steps of the rail: open, hold, close. Moving between them is the facilitator's. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { Checklist, type Ticks } from '../../conduct'
import classes from './Rail.module.css'

/** Where the evening stands. */
export type Step = 'open' | 'hold' | 'close'
/** In their order. */
export const STEPS: readonly Step[] = ['open', 'hold', 'close']

/** The three bars. */
export const StepTabs = ({ step, onStep }: { step: Step; onStep: (step: Step) => void }) => {
  const { t } = useTranslation('meeting')
  const here = STEPS.indexOf(step)
  return (
    <nav className={classes.steps} aria-label={t('rail.steps')}>
      {STEPS.map((name, index) => (
        <button
          key={name}
          type="button"
          className={classes.step}
          data-reached={index <= here}
          {...(name === step ? { 'aria-current': 'step' } : {})}
          onClick={() => onStep(name)}
        >
          {t(`rail.${name}`)}
        </button>
      ))}
    </nav>
  )
}

/** What to keep in mind while holding, and what is rarely needed. */
export const HoldStep = ({
  pack,
  ticks,
  onHoldCameras,
}: {
  pack: CharterPack
  ticks: Ticks
  /** Undefined where it would not act. */
  onHoldCameras: (() => void) | undefined
}) => {
  const { t } = useTranslation('meeting')
  const { hold } = pack.checklists
  return (
    <>
      {hold.length === 0 ? (
        <p className={classes.aside}>{t('rail.holdEmpty')}</p>
      ) : (
        <Checklist
          language={pack.language}
          items={hold.map(({ id, text }) => ({ id, text, isTicked: ticks.isTicked('hold', id) }))}
          onTick={(itemId, isTicked) => ticks.tick('hold', itemId, isTicked)}
        />
      )}
      <div className={classes.closing}>
        <Button
          variant="default"
          disabled={onHoldCameras === undefined}
          aria-describedby="hold-cameras-hint"
          onClick={onHoldCameras}
        >
          {t('quietCameras')}
        </Button>
        <p id="hold-cameras-hint" className={classes.aside}>
          {t('quietCamerasHint')}
        </p>
      </div>
    </>
  )
}

/** The first line of closing, before anything is wiped. */
export const MustAct = ({ onReport }: { onReport: () => void }) => {
  const { t } = useTranslation('meeting')
  return (
    <div className={classes.must}>
      <p className={classes.mustWords}>{t('rail.mustAct')}</p>
      <Button variant="default" onClick={onReport}>
        {t('rail.startReport')}
      </Button>
    </div>
  )
}

/** The closing list, then the end. */
export const CloseStep = ({
  pack,
  ticks,
  hasLeft,
  isClosing,
  onClose,
}: {
  pack: CharterPack | null
  ticks: Ticks
  hasLeft: boolean
  isClosing: boolean
  onClose: () => void
}) => {
  const { t } = useTranslation('meeting')
  return (
    <>
      {pack ? (
        <Checklist
          language={pack.language}
          items={pack.checklists.close.map(({ id, text }) => ({
            id,
            text,
            isTicked: ticks.isTicked('close', id),
          }))}
          onTick={(itemId, isTicked) => ticks.tick('close', itemId, isTicked)}
        />
      ) : null}
      <div className={classes.closing}>
        <Button onClick={onClose} disabled={isClosing} aria-describedby="close-session-hint">
          {t('rail.closeSession')}
        </Button>
        <p id="close-session-hint" className={classes.aside}>
          {isClosing ? t('rail.closing') : t(hasLeft ? 'rail.closeHintLeft' : 'rail.closeHint')}
        </p>
      </div>
    </>
  )
}
