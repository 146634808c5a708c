/** @file Answers to what was handed on: opened, read, kept as one's own, replied to. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FEEDBACK_PART_MAX, type ReplyRecord } from '../../../../contract/desk-files'
import type { FeedbackNote } from '../../../../contract/feedback'
import { client } from '../../client'
import { OpenSealedFile } from '../../OpenSealedFile'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { SavingWords } from '../../SavingWords'
import { saveAsFile } from '../../save-file'
import { Card } from '../../ui/Card'
import { dayOf } from '../../ui/when'
import { CheckedText } from '../CheckedText'
import classes from './hand-off.module.css'
import { endReply, useReply } from './reply-writing'
import './words'

/** The card named "Answers"; nothing as long as nothing was handed on. */
export const Answers = () => {
  const { t } = useTranslation('debrief')
  const cache = useQueryClient()
  const notes = useQuery(queries.debrief.handOff.list.queryOptions())
  const answers = useQuery(queries.debrief.feedback.list.queryOptions())
  const [opened, setOpened] = useState<string | null>(null)
  if ((notes.data?.length ?? 0) === 0 && (answers.data?.length ?? 0) === 0) return null
  return (
    <Card label={t('answers.title')}>
      <h2>{t('answers.title')}</h2>
      <p className={classes.quiet}>{t('answers.lead')}</p>
      <OpenSealedFile
        label={t('answers.open')}
        open={(file) => client.debrief.feedback.open({ file })}
        onOpened={({ note }) => {
          endReply(note.number)
          setOpened(note.number)
          void cache.invalidateQueries({ queryKey: queries.debrief.feedback.key() })
        }}
      />
      {answers.data?.map((note) => (
        <Answer key={`${note.number} ${note.madeAt}`} note={note} isOpened={note.number === opened} />
      ))}
    </Card>
  )
}

const Answer = ({ note, isOpened }: { note: FeedbackNote; isOpened: boolean }) => {
  const { t, i18n } = useTranslation('debrief')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isOpened) heading.current?.focus()
  }, [isOpened])
  return (
    <section className={classes.column} aria-label={t('answers.of', { number: note.number })}>
      <h3 ref={heading} tabIndex={-1}>
        {t('answers.of', { number: note.number })}
      </h3>
      <p className={classes.quiet}>
        {t('answers.kept', {
          day: dayOf(note.madeAt, i18n.language),
          until: dayOf(note.keptUntil, i18n.language),
        })}
      </p>
      {note.parts.map(({ heading: title, words }) => (
        <div key={title}>
          <p className={classes.quiet}>
            <bdi>{title}</bdi>
          </p>
          <p dir="auto" className={classes.words}>
            {words}
          </p>
        </div>
      ))}
      {note.takesReply ? <Reply note={note} /> : <p>{t('answers.noReply')}</p>}
    </section>
  )
}

const Reply = ({ note }: { note: FeedbackNote }) => {
  const { number } = note
  const { t, i18n } = useTranslation('debrief')
  const cache = useQueryClient()
  const { autosave, value, saving, heldBack, look, isClean } = useReply(note)
  const [words = ''] = value
  const seal = useMutation({
    mutationFn: async () => {
      await autosave.flush()
      const record: ReplyRecord = { holdspaceReply: 1, number, madeAt: new Date().toISOString(), words }
      const text = [
        t('answers.fileTitle', { number }),
        '',
        words,
        '',
        t('handOff.file.follows'),
        JSON.stringify(record),
        '',
      ].join('\n')
      const { file, fileName } = await client.debrief.feedback.sealReply({ number, text })
      return saveAsFile(file, fileName, 'text/plain')
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.debrief.feedback.key() }),
  })
  return (
    <>
      <CheckedText
        id={`reply-${number}`}
        label={t('answers.reply')}
        value={words}
        maxLength={FEEDBACK_PART_MAX}
        isReadOnly={seal.isPending}
        onChange={(next) => autosave.change([next])}
        onLook={(looked) => look(0, looked)}
      />
      {words === '' ? null : <SavingWords saving={saving} heldBack={heldBack} />}
      <ProblemNotice error={seal.error} />
      <div>
        <Button
          variant="default"
          disabled={words.trim() === '' || !isClean || words.length > FEEDBACK_PART_MAX}
          loading={seal.isPending}
          onClick={() => seal.mutate()}
        >
          {t('answers.seal')}
        </Button>
      </div>
      {seal.data ? (
        <p role="status">{t('answers.sealed', { name: seal.data.fileName })}</p>
      ) : note.repliedAt === null ? null : (
        <p>{t('answers.repliedOn', { day: dayOf(note.repliedAt, i18n.language) })}</p>
      )}
    </>
  )
}
