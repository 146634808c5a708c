/**
 * @file The steps before removal for one person: what it is about, the words for each step, to them alone. Choosing
 * and moving through the lists sends nothing; words go into the message box, and leave it by its own button.
 */
import { Button, NativeSelect } from '@mantine/core'
import { IconArrowUp, IconLifebuoy, IconSpeakerphone } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConductReason, RungKind, SafetyReason } from '../../../../contract/charter-conduct'
import type { CharterPack } from '../../../../contract/charters'
import { timeOf } from '../../ui/when'
import { useCharterTag } from '../../words/group-language'
import '../words'
import classes from './ConductLadder.module.css'
import {
  type MessageState,
  nextRung,
  putStepIntoBox,
  type SaidStep,
  type StepAsked,
  toggleSaidAloud,
  useSaidSteps,
  wasSaid,
} from './said-steps'

/** The person, the charter's ladder and reasons, and the ways its words go. */
export interface ConductLadderProps {
  person: { id: string; name: string }
  pack: Pick<CharterPack, 'settings' | 'reasons' | 'crisisCards'>
  canSend: boolean
  /** What became of a message of ours by its key. */
  stateOf: (messageKey: number) => MessageState | null
  /** Puts words into the message box in place of those put there before, and the keyboard with them. */
  onPut: (words: string, before: string) => void
  onOpenCard: (cardId: string) => void
}

/** Choose what it is about, then a step. */
export const ConductLadder = (props: ConductLadderProps) => {
  const { person, pack, stateOf } = props
  const { t } = useTranslation('conduct')
  const steps = useSaidSteps().filter(({ personId }) => personId === person.id)
  const [reasonId, setReasonId] = useState(steps.at(-1)?.reasonId ?? '')
  const reason = pack.reasons.find(({ id }) => id === reasonId)
  const noteId = useId()
  const tag = useCharterTag()
  const group = (kind: 'conduct' | 'safety') => (
    <optgroup label={t(`ladder.group.${kind}`)}>
      {pack.reasons
        .filter((one) => one.kind === kind)
        .map(({ id, label }) => (
          <option key={id} value={id} lang={tag}>
            {label}
          </option>
        ))}
    </optgroup>
  )
  return (
    <section className={classes.ladder} aria-label={t('ladder.label')}>
      <NativeSelect
        label={t('ladder.about')}
        aria-describedby={noteId}
        value={reasonId}
        onChange={(event) => setReasonId(event.currentTarget.value)}
      >
        <option value="">{t('ladder.choose')}</option>
        {group('conduct')}
        {group('safety')}
      </NativeSelect>
      {reason ? <Steps key={reason.id} {...props} reason={reason} said={steps} /> : null}
      <SaidList steps={steps} pack={pack} stateOf={stateOf} />
      {reason || steps.length > 0 ? (
        <p id={noteId} className={classes.note}>
          {t('ladder.note')}
        </p>
      ) : null}
    </section>
  )
}

/** A button as wide as the column whose words may take two lines. */
const WRAPPING = { h: 'auto', mih: 44, px: 12, py: 8 } as const

type StepsProps = ConductLadderProps & { reason: ConductReason | SafetyReason; said: readonly SaidStep[] }

const Steps = (props: StepsProps) => {
  const { reason } = props
  switch (reason.kind) {
    case 'conduct':
      return <ConductSteps {...props} reason={reason} />
    case 'safety':
      return <SafetyWords {...props} reason={reason} />
  }
}

const ConductSteps = (props: StepsProps & { reason: ConductReason }) => {
  const { person, pack, reason, said, stateOf } = props
  const { t } = useTranslation('conduct')
  const ladder = pack.settings.ladder.value
  const [kind, setKind] = useState<RungKind>(() => {
    const rungs = said.flatMap((step) =>
      step.reasonId === reason.id && step.rung !== null && wasSaid(step, stateOf) ? [step.rung] : [],
    )
    return nextRung(ladder, reason, rungs)
  })
  const rung = ladder.find((one) => one.kind === kind) ?? ladder[0]
  const words = rung?.say ?? reason.say
  return (
    <>
      {reason.redLine === null ? null : <p className={classes.redLine}>{t('ladder.redLine')}</p>}
      <NativeSelect
        label={t('ladder.step')}
        value={kind}
        onChange={({ currentTarget: { value } }) =>
          setKind(ladder.find((one) => one.kind === value)?.kind ?? kind)
        }
      >
        {ladder.map((one, index) => (
          <option key={one.kind} value={one.kind}>
            {t('ladder.option', {
              number: index + 1,
              count: ladder.length,
              step: t(`ladder.rung.${one.kind}`),
            })}
          </option>
        ))}
      </NativeSelect>
      <Words {...props} step={{ personId: person.id, reasonId: reason.id, rung: kind, words }} />
      {kind === 'remove' ? <p className={classes.note}>{t('ladder.removeBelow')}</p> : null}
    </>
  )
}

const SafetyWords = (props: StepsProps & { reason: SafetyReason }) => {
  const { person, pack, reason, onOpenCard } = props
  const { t } = useTranslation('conduct')
  const card = pack.crisisCards.find(({ id }) => id === reason.cardId)
  return (
    <>
      <Words {...props} step={{ personId: person.id, reasonId: reason.id, rung: null, words: reason.say }} />
      {card ? (
        <Button
          {...WRAPPING}
          leftSection={<IconLifebuoy size={20} aria-hidden />}
          onClick={() => onOpenCard(card.id)}
        >
          <span className={classes.wrap}>{t('ladder.openCard', { title: card.title })}</span>
        </Button>
      ) : null}
    </>
  )
}

/** The words of one step, and their two ways: into the box, or aloud. */
const Words = ({ step, said, canSend, stateOf, onPut }: StepsProps & { step: StepAsked }) => {
  const { t } = useTranslation('conduct')
  const wordsId = useId()
  const tag = useCharterTag()
  const same = said.filter(({ reasonId, rung }) => reasonId === step.reasonId && rung === step.rung)
  const isAloud = same.some(({ how }) => how.kind === 'aloud')
  const last = same.findLast(({ how }) => how.kind !== 'aloud')
  return (
    <>
      <p id={wordsId} className={classes.words} lang={tag}>
        {step.words}
      </p>
      <div className={classes.acts}>
        <Button
          {...WRAPPING}
          variant="default"
          disabled={!canSend}
          aria-describedby={wordsId}
          leftSection={<IconArrowUp size={20} aria-hidden />}
          onClick={() => {
            onPut(step.words, said.findLast(({ how }) => how.kind === 'inBox')?.words ?? '')
            putStepIntoBox(step)
          }}
        >
          <span className={classes.wrap}>{t('ladder.put')}</span>
        </Button>
        <Button
          px={12}
          variant="default"
          aria-pressed={isAloud}
          aria-describedby={wordsId}
          leftSection={<IconSpeakerphone size={20} aria-hidden />}
          onClick={() => toggleSaidAloud(step, Date.now())}
        >
          {t('ladder.aloud')}
        </Button>
      </div>
      <p role="status" className={classes.note}>
        {last ? <HowItWent step={last} stateOf={stateOf} /> : null}
      </p>
    </>
  )
}

const HowItWent = ({
  step: { how },
  stateOf,
}: {
  step: SaidStep
  stateOf: ConductLadderProps['stateOf']
}) => {
  const { t, i18n } = useTranslation('conduct')
  switch (how.kind) {
    case 'inBox':
      return t('ladder.how.inBox')
    case 'aloud':
      return t('ladder.how.aloud', { time: timeOf(how.saidAtMs, i18n.language) })
    case 'written': {
      const state = stateOf(how.messageKey)
      if (state === null) return t('ladder.how.unknown')
      return state.kind === 'sent'
        ? t('ladder.how.sent', { time: timeOf(state.sentAtMs, i18n.language) })
        : t(`ladder.how.${state.kind}`)
    }
  }
}

const SaidList = ({
  steps,
  pack,
  stateOf,
}: {
  steps: readonly SaidStep[]
} & Pick<ConductLadderProps, 'pack' | 'stateOf'>) => {
  const { t } = useTranslation('conduct')
  const listed = steps.filter(({ how }) => how.kind !== 'inBox')
  if (listed.length === 0) return null
  return (
    <ul className={classes.said} aria-label={t('ladder.said')}>
      {listed.map((step) => (
        <li key={`${step.reasonId} ${step.rung} ${step.how.kind} ${JSON.stringify(step.how)}`}>
          {t('ladder.saidStep', {
            reason: pack.reasons.find(({ id }) => id === step.reasonId)?.label ?? '',
            step: t(step.rung === null ? 'ladder.words' : `ladder.rung.${step.rung}`),
          })}{' '}
          <span className={classes.note}>
            <HowItWent step={step} stateOf={stateOf} />
          </span>
        </li>
      ))}
    </ul>
  )
}
