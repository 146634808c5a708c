/** @file The lesson card that is being typed: it stays while one looks elsewhere, and the lock wipes it. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Lesson, LessonId } from '../../../contract/desk'
import { FEEDBACK_PART_MAX } from '../../../contract/desk-files'
import { registerAtStake } from '../at-stake'
import type { Looked } from '../checked-writing'
import { client } from '../client'
import { CheckedText } from '../debrief'
import { ProblemNotice } from '../ProblemNotice'
import { createPageStore, usePageStore } from '../page-store'
import { Card } from '../ui/Card'
import { catalogue } from '../words'
import classes from './desk.module.css'
import './words'

const TITLE_MAX = 80

interface OpenLesson {
  id: LessonId
  /** Null: a new one. */
  lesson: Lesson | null
  title: string
  words: string
  /** Takes it off the list of what leaving would lose; null while nothing was typed. */
  letGo: (() => void) | null
}

const open = createPageStore<OpenLesson | null>({
  name: 'desk.lesson',
  initial: null,
  onWipe: () => open.read()?.letGo?.(),
})

/** Opens the form of a card, or of a new one. */
export const beginLesson = (lesson: Lesson | null): void => {
  open.read()?.letGo?.()
  open.set({
    id: lesson?.id ?? LessonId.parse(crypto.randomUUID()),
    lesson,
    title: lesson?.title ?? '',
    words: lesson?.words ?? '',
    letGo: null,
  })
}

const closeLesson = (): void => {
  open.read()?.letGo?.()
  open.set(null)
}

const change = (part: Partial<Pick<OpenLesson, 'title' | 'words'>>): void => {
  const now = open.read()
  if (now === null) return
  const letGo =
    now.letGo ?? registerAtStake({ kind: 'words', describe: () => [catalogue.t('desk:lessons.atStake')] })
  open.set({ ...now, ...part, letGo })
}

/** Which form is open; opens and closes it. */
export const useLessonForm = () => ({ open: usePageStore(open), begin: beginLesson, close: closeLesson })

/** The form that is open. `onClose`: kept, or left. */
export const LessonForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('desk')
  const form = usePageStore(open)
  const [looked, setLooked] = useState<Readonly<Record<string, Looked>>>({})
  const place = useRef<HTMLDivElement>(null)
  const save = useMutation({
    mutationFn: ({ id, lesson, title, words }: OpenLesson) =>
      client.desk.lessons.save({ lessonId: id, isNew: lesson === null, title, words }),
    onSuccess: onClose,
  })
  useEffect(() => place.current?.querySelector('textarea')?.focus(), [])
  if (form === null) return null
  const { title, words } = form
  const look = (name: string) => (one: Looked) =>
    setLooked((before) =>
      before[name]?.text === one.text && before[name].state === one.state
        ? before
        : { ...before, [name]: one },
    )
  const isClean = (['title', 'words'] as const).every(
    (name) => form[name] === '' || (looked[name]?.text === form[name] && looked[name].state === 'clean'),
  )
  const isWhole =
    title.trim() !== '' &&
    title.length <= TITLE_MAX &&
    !/\p{Cc}/u.test(title.trim()) &&
    words.trim() !== '' &&
    words.length <= FEEDBACK_PART_MAX
  return (
    <Card label={t('lessons.form')}>
      <div ref={place} className={classes.column}>
        <CheckedText
          id="lesson-title"
          label={t('lessons.name')}
          value={title}
          maxLength={TITLE_MAX}
          minRows={1}
          onChange={(next) => change({ title: next })}
          onLook={look('title')}
        />
        <CheckedText
          id="lesson-words"
          label={t('lessons.words')}
          description={t('lessons.help')}
          value={words}
          maxLength={FEEDBACK_PART_MAX}
          onChange={(next) => change({ words: next })}
          onLook={look('words')}
        />
        <ProblemNotice error={save.error} />
        <div className={classes.actions}>
          <Button disabled={!isWhole || !isClean} loading={save.isPending} onClick={() => save.mutate(form)}>
            {t('lessons.keep')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('lessons.leave')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
