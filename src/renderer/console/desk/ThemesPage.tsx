/** @file The monthly reflective meeting: an agenda of the themes that several share, and lesson cards, to be printed. */
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Lesson } from '../../../contract/desk'
import { NOT_YET } from '../../../contract/unfinished-forms'
import { Answered, bothAsked } from '../Answered'
import { LeftOut } from '../LeftOut'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { Page } from '../ui/Page'
import { Section } from '../ui/Section'
import classes from './desk.module.css'
import { beginLesson, LessonForm, typedLessons, useLessonForm } from './LessonForm'
import './words'

/** The page. */
export const ThemesPage = () => {
  const { t } = useTranslation('desk')
  const themes = useQuery(queries.desk.themes.queryOptions({ refetchOnMount: 'always' }))
  return (
    <Page
      title={t('meeting.title')}
      lead={t('meeting.lead')}
      width="narrow"
      actions={
        <div className={`${classes.actions} no-print`}>
          <Button variant="default" onClick={() => window.print()}>
            {t('meeting.print')}
          </Button>
          <Button variant="default" component={Link} href="/desk">
            {t('received.back')}
          </Button>
        </div>
      }
    >
      <Section title={t('meeting.agenda')} lead={t('meeting.rule')} isRegion>
        <Answered asked={themes}>
          {(shared) => (
            <ol className={classes.column}>
              <li>{t('meeting.begin')}</li>
              {shared.map((theme) => (
                <li key={theme}>
                  <strong>{t(`theme.${theme}`)}</strong>
                  <p>{t('meeting.questions')}</p>
                </li>
              ))}
              {shared.length === 0 ? <li>{t('meeting.noThemes')}</li> : null}
              <li>{t('meeting.lessonsPoint')}</li>
              <li>{t('meeting.end')}</li>
            </ol>
          )}
        </Answered>
      </Section>
      <Lessons />
    </Page>
  )
}

const Lessons = () => {
  const { t } = useTranslation('desk')
  const cache = useQueryClient()
  const list = useQuery(queries.desk.lessons.list.queryOptions())
  const typed = typedLessons.useAsked()
  const lessons = bothAsked(list, typed)
  const form = useLessonForm()
  const begun = typedLessons.useKeys().join(' ')
  useEffect(() => {
    if (form.open !== null || list.data === undefined) return
    // What was typed before the console was locked, or ended, is here again.
    for (const key of begun.split(' ')) {
      const lesson = list.data.find(({ id }) => id === key)
      if (lesson || key === NOT_YET) {
        beginLesson(lesson ?? null)
        return
      }
    }
  }, [form.open, begun, list.data])
  const heading = useRef<HTMLDivElement>(null)
  const close = async () => {
    form.close()
    await cache.invalidateQueries({ queryKey: queries.desk.lessons.key() })
    heading.current?.querySelector<HTMLElement>('button')?.focus()
  }
  return (
    <Section title={t('lessons.title')} lead={t('lessons.lead')} isRegion>
      <div ref={heading} className={classes.column}>
        {form.open === null && typed.data ? (
          <div className="no-print">
            <Button variant="default" onClick={() => form.begin(null)}>
              {t('lessons.new')}
            </Button>
          </div>
        ) : null}
        {form.open !== null && form.open.lesson === null ? <LessonForm onClose={() => void close()} /> : null}
        <LeftOut of={['lessons']} />
        <Answered asked={lessons}>
          {([all]) =>
            all.map((lesson) =>
              form.open?.lesson?.id === lesson.id ? (
                <LessonForm key={lesson.id} onClose={() => void close()} />
              ) : (
                <LessonCard key={lesson.id} lesson={lesson} onChange={() => form.begin(lesson)} />
              ),
            )
          }
        </Answered>
      </div>
    </Section>
  )
}

const LessonCard = ({ lesson, onChange }: { lesson: Lesson; onChange: () => void }) => {
  const { t } = useTranslation('desk')
  return (
    <Card label={lesson.title}>
      <h3>
        <bdi>{lesson.title}</bdi>
      </h3>
      <p dir="auto" className={classes.words}>
        {lesson.words}
      </p>
      <div className="no-print">
        <Button
          variant="default"
          aria-label={t('lessons.changeOf', { title: lesson.title })}
          onClick={onChange}
        >
          {t('lessons.change')}
        </Button>
      </div>
    </Card>
  )
}
