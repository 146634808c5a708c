/** @file Someone may die tonight: one card that leads, step by step. Nothing of it waits for an earlier step. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupClosing } from '../../../contract/charter-conduct'
import type { OnCallContact } from '../../../contract/conduct'
import { CloseGroup } from './CloseGroup'
import { OnCall } from './CrisisResources'
import classes from './LifeSteps.module.css'
import type { CardSending } from './SendCard'
import './words'

/** The card's words and ways, filled for the place. */
export interface LifeStepsProps {
  say: ReactNode
  /** The ways to send words with the lines in them; null where nothing can be sent. */
  send: ReactNode
  /** Emergency numbers of the place in words; null where none is known for sure. */
  emergency: string | null
  onCall: OnCallContact | null
  groupClosing: { words: GroupClosing; contact: string } | undefined
  sending: CardSending | undefined
}

/** Say, call, send the line, on call, close the group. */
export const LifeSteps = ({ say, send, emergency, onCall, groupClosing, sending }: LifeStepsProps) => {
  const { t } = useTranslation('conduct')
  return (
    <ol className={classes.steps} aria-label={t('life.label')}>
      <li>
        <h3>{t('life.say')}</h3>
        {say}
      </li>
      <li>
        <h3>{t('life.call')}</h3>
        <p>{emergency === null ? t('life.callUnknown') : t('life.callNumber', { numbers: emergency })}</p>
      </li>
      {send ? (
        <li>
          <h3>{t('life.send')}</h3>
          {send}
        </li>
      ) : null}
      <li>
        <OnCall onCall={onCall} />
      </li>
      {groupClosing && sending ? (
        <li>
          <CloseGroup
            words={groupClosing.words}
            contact={groupClosing.contact}
            onCall={onCall}
            sending={sending}
          />
        </li>
      ) : null}
    </ol>
  )
}
