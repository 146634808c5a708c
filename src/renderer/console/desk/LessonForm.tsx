/** @file The lesson card that is being typed: which one its form is of, and what stands in it, which is kept as one types. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Lesson, LessonId } from '../../../contract/desk'
import { FEEDBACK_PART_MAX } from '../../../contract/desk-files'
import { NOT_YET, type TypedLesson } from '../../../contract/unfinished-forms'
import type { Looked } from '../checked-writing'
import { client } from '../client'
import { CheckedText } from '../debrief'
import { ProblemNotice } from '../ProblemNotice'
import { createPageStore, usePageStore } from '../page-store'
import { createTypedForms } from '../typed-forms'
import { UnfinishedLine } from '../UnfinishedLine'
import { Card } from '../ui/Card'
import { catalogue } from '../words'
import classes from './desk.module.css'
import './words'

const TITLE_MAX = 80

interface OpenLesson {
  id: LessonId
  /** Null: a new one. */
  lesson: Lesson | null
}

const open = createPageStore<OpenLesson | null>({ name: 'desk.lesson', initial: null })

/** What is typed, by the id of the card, or that there is none yet. */
export const typedLessons = createTypedForms({
  form: 'lesson',
  name: 'desk.typedLessons',
  describe: () => [catalogue.t('desk:lessons.atStake')],
  wordsOf: ({ title, words }) => [title, words],
})

const formKeyOf = ({ lesson }: OpenLesson): string => lesson?.id ?? NOT_YET
const startOf = ({ lesson }: OpenLesson): TypedLesson => ({
  title: lesson?.title ?? '',
  words: lesson?.words ?? '',
})

/** Opens the form of a card, or of a new one. */
export const beginLesson = (lesson: Lesson | null): void => {
  open.set({ id: lesson?.id ?? LessonId.parse(crypto.randomUUID()), lesson })
}

const closeLesson = (): void => {
  const now = open.read()
  if (now) typedLessons.hold(formKeyOf(now), null)
  open.set(null)
}

const change = (part: Partial<TypedLesson>): void => {
  const now = open.read()
  if (now === null) return
  const key = formKeyOf(now)
  typedLessons.hold(key, { ...(typedLessons.read(key) ?? startOf(now)), ...part }, startOf(now))
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
    mutationFn: ({ id, lesson, title, words }: OpenLesson & TypedLesson) =>
      client.desk.lessons.save({ lessonId: id, isNew: lesson === null, title, words }),
    onSuccess: onClose,
  })
  useEffect(() => place.current?.querySelector('textarea')?.focus(), [])
  const key = form === null ? NOT_YET : formKeyOf(form)
  const held = typedLessons.useTyped(key)
  if (form === null) return null
  const typed = held ?? startOf(form)
  const { title, words } = typed
  const look = (name: string) => (one: Looked) =>
    setLooked((before) =>
      before[name]?.text === one.text && before[name].state === one.state
        ? before
        : { ...before, [name]: one },
    )
  const isClean = (['title', 'words'] as const).every(
    (name) => typed[name] === '' || (looked[name]?.text === typed[name] && looked[name].state === 'clean'),
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
        <UnfinishedLine forms={typedLessons} formKey={key} onDiscard={onClose} />
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
          <Button
            disabled={!isWhole || !isClean}
            loading={save.isPending}
            onClick={() => save.mutate({ ...form, ...typed })}
          >
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
