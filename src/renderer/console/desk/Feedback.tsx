/** @file The answer to a hand-off: its parts, looked at by the linter, sealed to the facilitator or given on paper. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Received } from '../../../contract/desk'
import { FEEDBACK_PART_MAX, type FeedbackRecord } from '../../../contract/desk-files'
import { client } from '../client'
import { CheckedText } from '../debrief'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { SavingWords } from '../SavingWords'
import { saveAsFile } from '../save-file'
import { Card } from '../ui/Card'
import { dayOf } from '../ui/when'
import classes from './desk.module.css'
import { feedbackText, useFeedback } from './feedback-writing'

/** The card named "Your answer". `headings`: of the charter, or ours. */
export const Feedback = ({ received, headings }: { received: Received; headings: readonly string[] }) => {
  const { number, hasReplyKey, answeredAt, reply } = received
  const { t, i18n } = useTranslation('desk')
  const cache = useQueryClient()
  const own = useQuery(queries.recipients.own.list.queryOptions())
  const { autosave, value, saving, heldBack, look, isClean, parts } = useFeedback(received, headings)
  const refresh = () => cache.invalidateQueries({ queryKey: queries.desk.key() })
  const words = (key: string, values?: Record<string, unknown>) => t(key, values ?? {})
  const seal = useMutation({
    mutationFn: async () => {
      await autosave.flush()
      const inUse = own.data?.find(({ replacedAt }) => replacedAt === null)
      const record: FeedbackRecord = {
        holdspaceFeedback: 1,
        number,
        madeAt: new Date().toISOString(),
        parts,
        replyTo: inUse?.key ?? null,
      }
      const text = feedbackText(number, parts, words, record)
      const { file, fileName } = await client.desk.sealFeedback({ number, text })
      return saveAsFile(file, fileName, 'text/plain')
    },
    onSuccess: refresh,
  })
  const give = useMutation({
    mutationFn: async () => {
      await autosave.flush()
      await client.desk.noteGiven({ number })
      return saveAsFile(feedbackText(number, parts, words), `feedback-${number}.txt`, 'text/plain')
    },
    onSuccess: refresh,
  })
  const isReady = parts.length > 0 && isClean && value.every((text) => text.length <= FEEDBACK_PART_MAX)
  const saved = seal.data ?? give.data
  return (
    <Card label={t('feedback.title')}>
      <h2>{t('feedback.title')}</h2>
      <p className={classes.quiet}>{t('feedback.lead')}</p>
      {headings.map((heading, place) => (
        <CheckedText
          key={heading}
          id={`feedback-${place}`}
          label={heading}
          value={value[place] ?? ''}
          maxLength={FEEDBACK_PART_MAX}
          isReadOnly={seal.isPending || give.isPending}
          onChange={(next) => autosave.change(value.map((text, at) => (at === place ? next : text)))}
          onLook={(looked) => look(place, looked)}
        />
      ))}
      {parts.length > 0 ? <SavingWords saving={saving} heldBack={heldBack} /> : null}
      <ProblemNotice error={seal.error ?? give.error} title={t('feedback.failed')} />
      <p className={classes.quiet}>{t(hasReplyKey ? 'feedback.sealed' : 'feedback.open')}</p>
      <div className={classes.actions}>
        {hasReplyKey ? (
          <Button disabled={!isReady} loading={seal.isPending} onClick={() => seal.mutate()}>
            {t('feedback.seal')}
          </Button>
        ) : null}
        <Button
          variant={hasReplyKey ? 'default' : 'filled'}
          disabled={!isReady}
          loading={give.isPending}
          onClick={() => give.mutate()}
        >
          {t('feedback.give')}
        </Button>
      </div>
      {saved ? (
        <p role="status">{t('feedback.saved', { name: saved.fileName })}</p>
      ) : answeredAt === null ? null : (
        <p>{t('feedback.answeredOn', { day: dayOf(answeredAt, i18n.language) })}</p>
      )}
      {reply === null ? null : (
        <section aria-label={t('feedback.reply')} className={classes.column}>
          <h3>{t('feedback.reply')}</h3>
          <p dir="auto" className={classes.words}>
            {reply.words}
          </p>
        </section>
      )}
    </Card>
  )
}
