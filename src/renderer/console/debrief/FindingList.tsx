/** @file What the linter found in one field, in words, with a way to each place. */
import { Button } from '@mantine/core'
import { IconHelpCircle, IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './FindingList.module.css'
import type { Finding } from './linter'

/** Findings shown at once; the rest follow as these are settled. */
const SHOWN_MAX = 8

/** A field's findings and what may be done about them. */
export interface FindingListProps {
  /** Element id, for the field's description. */
  id: string
  /** Name of the field. */
  fieldLabel: string
  /** The text the findings were made from. */
  text: string
  findings: readonly Finding[]
  /** Where there is a box to show it in. */
  onShow?: (finding: Finding) => void
  onLeaveIn: (finding: Finding) => void
  /** Puts other words in the place of a name; left out where nothing can be written. */
  onReword?: (finding: Finding, words: string) => void
}

const opensSentence = (text: string, start: number): boolean => {
  const before = text.slice(0, start)
  const words = before.trimEnd()
  return words === '' || /[.!?]$/.test(words) || before.slice(words.length).includes('\n')
}

/** Findings under their field. A name that is in the room as it stands has no "Keep it". */
export const FindingList = (props: FindingListProps) => {
  const { id, fieldLabel, text, findings, onShow, onLeaveIn, onReword } = props
  const { t } = useTranslation('debrief')
  if (findings.length === 0) return null
  return (
    <ul id={id} className={classes.list} aria-label={t('findings.label', { field: fieldLabel })}>
      {findings.slice(0, SHOWN_MAX).map((finding) => (
        <li
          key={`${finding.kind}-${finding.start}`}
          className={classes.finding}
          data-severity={finding.severity}
          data-finding
          tabIndex={-1}
        >
          {finding.severity === 'blocks' ? (
            <IconUserOff size={22} aria-hidden />
          ) : (
            <IconHelpCircle size={22} aria-hidden />
          )}
          <div className={classes.words}>
            <p className={classes.matched}>
              <bdi>{text.slice(finding.start, finding.end)}</bdi>
            </p>
            <p>{finding.likeness ? t(`findings.like.${finding.likeness}`) : t(`findings.${finding.kind}`)}</p>
          </div>
          <div className={classes.actions}>
            {onShow ? (
              <Button variant="default" onClick={() => onShow(finding)}>
                {t('findings.show')}
              </Button>
            ) : null}
            {onReword && (finding.kind === 'roomName' || finding.kind === 'properName') ? (
              <Button
                variant="default"
                onClick={() =>
                  onReword(
                    finding,
                    t(opensSentence(text, finding.start) ? 'findings.somebodyFirst' : 'findings.somebody'),
                  )
                }
              >
                {t('findings.reword')}
              </Button>
            ) : null}
            {finding.severity === 'warns' ? (
              <Button variant="default" onClick={() => onLeaveIn(finding)}>
                {t('findings.keep')}
              </Button>
            ) : null}
          </div>
        </li>
      ))}
      {findings.length > SHOWN_MAX ? (
        <li className={classes.more}>{t('findings.more', { count: findings.length - SHOWN_MAX })}</li>
      ) : null}
    </ul>
  )
}
