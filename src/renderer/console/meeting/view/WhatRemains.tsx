/** @file After closing: what remains and until when, and nothing else. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import { WellbeingOffer } from '../../WellbeingOffer'
import { useProblemWords } from '../../words/problems'
import { useRoomNames } from '../room-names'
import { clockTime } from './clock-time'
import type { Ended } from './use-closing'
import classes from './WhatRemains.module.css'

/** How it ended, and where to go. */
export interface WhatRemainsProps {
  ended: Ended
  isRehearsal: boolean
  /** Why the session could not be written down as closed; null when it was. */
  error: unknown
  onTryAgain: () => void
  /** Null where the session's charter has no debrief. */
  onDebrief: (() => void) | null
  onHome: () => void
  /** Leads to the wellbeing check. */
  onWellbeing: () => void
}

const endedWords = {
  left: 'remains.left',
  endedForEveryone: 'remains.leftEveryone',
  // A sentence of what the server showed: the same one as in the room.
  endShown: 'stage.leftEveryoneShown',
} as const satisfies Record<Ended, string>

/** A calm page. */
export const WhatRemains = (props: WhatRemainsProps) => {
  const { t } = useTranslation('meeting')
  const problemWords = useProblemWords()
  const names = useRoomNames()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <h1 ref={heading} tabIndex={-1}>
          {t('remains.title')}
        </h1>
        <p role="status">{t(endedWords[props.ended])}</p>
        {props.error === null ? null : (
          <Notice
            tone="alarm"
            title={t('remains.notClosed.title')}
            actions={<Button onClick={props.onTryAgain}>{t('tryAgain')}</Button>}
          >
            {t('remains.notClosed.body')} {problemWords(props.error).title}.
          </Notice>
        )}
        <section aria-label={t('remains.what')}>
          <h2>{t('remains.what')}</h2>
          <ul className={classes.list}>
            <li>{names ? t('remains.names', { time: clockTime(names.untilMs) }) : t('remains.noNames')}</li>
            <li>{t('remains.nothing')}</li>
            <li>{t(props.isRehearsal ? 'remains.recordRehearsal' : 'remains.record')}</li>
          </ul>
        </section>
        {props.error === null ? (
          <div className={classes.actions}>
            {props.onDebrief ? <Button onClick={props.onDebrief}>{t('remains.debrief')}</Button> : null}
            <Button variant={props.onDebrief ? 'default' : 'filled'} onClick={props.onHome}>
              {t('remains.home')}
            </Button>
          </div>
        ) : null}
        {props.error === null && !props.isRehearsal ? <WellbeingOffer onOpen={props.onWellbeing} /> : null}
      </div>
    </main>
  )
}
