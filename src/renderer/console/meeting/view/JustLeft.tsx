/**
 * @file One quiet line when somebody is not in the room any more, in every charter: so that a silent departure is seen.
 * It goes by itself, and at once where they are back. Where the charter asks for a check of those who step out, who is
 * not back by then is asked about, one after the other. Said aloud by the room's announcements, not here.
 */
import { Button } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { type RefObject, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useOnCall } from '../../conduct'
import { cutInMiddle, isolated } from '../../words/names-in-text'
import type { Person } from '../roster/person'
import classes from './Rail.module.css'
import { useToldName } from './use-name-marks'
import type { StepOutAnswer, StepOuts } from './use-step-outs'

/** Characters of a name on the line. */
const NAME_MAX = 20
const answers: readonly StepOutAnswer[] = ['safe', 'spoke', 'passed']

/** Who left, and how closing stands to it. */
export interface JustLeftProps {
  /** Who is here: a name that would be taken for ours is marked. */
  people: readonly Person[]
  stepOuts: StepOuts
  /** We are inside: only then is a departure news. What was to be asked stays to be asked. */
  isInRoom: boolean
  /** Closing was pressed, and waits for the answers. */
  hasClosingWaited: boolean
  /** For the way that leads here. */
  checkRef: RefObject<HTMLElement | null>
}

/** The question, what was just answered, or the line; nothing while nobody left lately. */
export const JustLeft = ({ people, stepOuts, isInRoom, hasClosingWaited, checkRef }: JustLeftProps) => {
  const { t } = useTranslation('meeting')
  const told = useToldName(people)
  const { lately, waiting } = stepOuts
  const last = lately.at(-1)
  return (
    <>
      {waiting.length > 0 ? (
        <StepOutCheck
          told={told}
          stepOuts={stepOuts}
          hasClosingWaited={hasClosingWaited}
          checkRef={checkRef}
        />
      ) : null}
      <Answered stepOuts={stepOuts} />
      {last && isInRoom ? (
        <p className={classes.left}>
          <IconDoorExit size={18} aria-hidden />
          <span>
            {t('people.left', {
              // By itself: one that runs from right to left turns no other round.
              name: isolated(told(last.name, NAME_MAX)),
              count: lately.length,
              others: lately.length - 1,
            })}
          </span>
        </p>
      ) : null}
    </>
  )
}

const StepOutCheck = ({
  told,
  stepOuts: { waiting, answer },
  hasClosingWaited,
  checkRef,
}: Pick<JustLeftProps, 'stepOuts' | 'hasClosingWaited' | 'checkRef'> & {
  told: ReturnType<typeof useToldName>
}) => {
  const { t } = useTranslation('meeting')
  const onCall = useOnCall()
  const id = useId()
  const [first, ...others] = waiting
  if (!first) return null
  return (
    <section ref={checkRef} tabIndex={-1} className={classes.stepOut} aria-labelledby={id}>
      <h2 id={id} className={classes.small}>
        {t('stepOut.asks', { name: isolated(told(first.name, NAME_MAX)) })}
      </h2>
      {hasClosingWaited ? <p role="alert">{t('stepOut.closingWaits')}</p> : null}
      <p className={classes.aside}>{t('stepOut.how')}</p>
      {onCall ? (
        <p>
          {t('stepOut.onCall')} <bdi>{onCall.role}</bdi>:{' '}
          <strong className={classes.wrapped}>{onCall.number}</strong>
        </p>
      ) : null}
      <div className={classes.actions}>
        {answers.map((one) => (
          <Button key={one} px={14} variant="default" onClick={() => answer([first], one)}>
            {t(`stepOut.${one}`)}
          </Button>
        ))}
      </div>
      {others.length > 0 ? (
        <div className={classes.actions}>
          <p className={classes.aside}>{t('stepOut.others', { count: others.length })}</p>
          <Button px={14} variant="subtle" onClick={() => answer(waiting, 'safe')}>
            {t('stepOut.allSafe', { count: waiting.length })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

const Answered = ({ stepOuts: { answered, undo } }: Pick<JustLeftProps, 'stepOuts'>) => {
  const { t, i18n } = useTranslation('meeting')
  const names = (answered?.about ?? []).map(({ name }) => isolated(cutInMiddle(name, NAME_MAX)))
  return (
    <div role="status" className={answered === null ? undefined : classes.left}>
      {answered === null ? null : (
        <>
          <span>
            {t(`stepOut.answered.${answered.answer}`, {
              names: new Intl.ListFormat(i18n.language).format(names),
            })}
          </span>
          <Button px={14} variant="default" onClick={undo}>
            {t('stepOut.undo')}
          </Button>
        </>
      )}
    </div>
  )
}
