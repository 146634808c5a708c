/** @file The debrief's editor: what it is about, the text, the charter's questions, and one primary action. */
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { CharterPack } from '../../../contract/charters'
import { DEBRIEF_TEXT_MAX } from '../../../contract/debrief'
import { client } from '../client'
import { forgetRoomNames } from '../meeting'
import { useKey } from '../ui/keys'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { useUndo } from '../ui/undo'
import { dayOf } from '../ui/when'
import { useProblemWords } from '../words/problems'
import { About } from './About'
import classes from './Editor.module.css'
import { dropInHand, layAside, NEW_SLOT } from './in-hand'
import { setLeaving } from './leaving'
import { type Prompt, Prompts } from './Prompts'
import { SavingLine } from './SavingLine'
import { type SaveAnswer, useWriting } from './use-writing'
import { WrittenField } from './WrittenField'
import { isEmpty, overBy, type Writing } from './writing'

/** Where the writing starts, and the charter's pack, null when it is not installed any more. */
export interface EditorProps {
  start: Writing
  pack: CharterPack | null
}

/** The editor. */
export const Editor = (props: EditorProps) => {
  // Typed words must never be replaced by a later answer.
  const [{ start, pack }] = useState(props)
  const { t, i18n } = useTranslation('debrief')
  const problem = useProblemWords()
  const cache = useQueryClient()
  const undo = useUndo()
  const [, navigate] = useLocation()
  const fields = useRef<HTMLDivElement>(null)
  const [answer, setAnswer] = useState<SaveAnswer | null>(null)

  const prompts = useMemo(
    (): readonly Prompt[] =>
      pack?.debriefPrompts ??
      Object.keys(start.answers).map((id) => ({
        id,
        section: t('prompts.earlierSection'),
        text: t('prompts.earlier'),
        answer: { kind: 'text' },
      })),
    [pack, start, t],
  )
  const chosen = useMemo(
    () => new Set(prompts.filter((prompt) => prompt.answer.kind === 'choice').map((prompt) => prompt.id)),
    [prompts],
  )
  const maxCharacters = Math.min(
    pack?.settings.debriefMaxCharacters.value ?? DEBRIEF_TEXT_MAX,
    DEBRIEF_TEXT_MAX,
  )
  const desk = useWriting(start, chosen, maxCharacters)
  const { writing, checked, open, saving, roomNames, namesTakenOut } = desk

  const save = async () => {
    const given = await desk.save()
    setAnswer(given)
    if (given !== 'open') return
    // After the findings are on screen.
    requestAnimationFrame(() => {
      const first = fields.current?.querySelector<HTMLElement>('[data-finding]')
      first?.focus({ preventScroll: true })
      first?.scrollIntoView({ block: 'center' })
    })
  }
  useKey({ code: 'KeyS', isAlt: true, shownAs: 'Alt S' }, t('editor.save'), () => void save())

  const discard = () => {
    const left = desk.letGo()
    const { debriefId } = left
    const slot = debriefId ?? NEW_SLOT
    dropInHand(cache, slot)
    if (debriefId) setLeaving(cache, debriefId, true)
    navigate('/debrief')
    undo.offer({
      said: t('editor.discarded'),
      commit: async () => {
        forgetRoomNames()
        if (!debriefId) return
        try {
          await client.debrief.discard({ debriefId })
        } finally {
          setLeaving(cache, debriefId, false)
          await cache.invalidateQueries({ queryKey: ['debrief', 'list'] })
        }
      },
      undo: () => {
        layAside(cache, slot, { writing: left, findings: open, chosen }, roomNames?.untilMs ?? null)
        if (debriefId) setLeaving(cache, debriefId, false)
        navigate(`/debrief/${slot}`)
      },
    })
  }

  const title = start.stored
    ? t('editor.ofDay', { day: dayOf(start.stored.createdAt, i18n.language) })
    : t('editor.newTitle')
  const isSaved = saving.is === 'saved' && answer === 'saved'

  return (
    <Page title={title} width="narrow">
      <About roomNames={roomNames} />
      <div ref={fields} className={classes.fields}>
        {namesTakenOut > 0 ? (
          <Notice tone="wait" title={t('names.takenOutTitle', { count: namesTakenOut })}>
            {t('names.takenOut')}
          </Notice>
        ) : null}
        <WrittenField
          label={t('editor.text')}
          help={t('editor.textHelp')}
          value={writing.text}
          checkedText={checked.text}
          findings={open.get('text') ?? []}
          maxCharacters={maxCharacters}
          minRows={5}
          onChange={(text) => desk.change('text', text)}
          onBlur={desk.keepDraft}
          onKeep={(finding) => desk.keep('text', finding)}
        />
        {prompts.length > 0 ? (
          <div className={classes.prompts}>
            <div>
              <h2>{t('prompts.title')}</h2>
              <p className={classes.lead}>{t('prompts.lead')}</p>
            </div>
            <Prompts
              prompts={prompts}
              content={writing}
              checked={checked}
              open={open}
              maxCharacters={maxCharacters}
              onChange={desk.change}
              onBlur={desk.keepDraft}
              onKeep={desk.keep}
            />
          </div>
        ) : null}
      </div>
      {saving.is === 'failed' ? (
        <Notice
          tone="problem"
          title={problem(saving.error).title}
          actions={
            <Button onClick={() => (saving.wasDraft ? desk.keepDraft() : void save())}>
              {t('app:tryAgain')}
            </Button>
          }
        >
          {problem(saving.error).body} {t('editor.textStays')}
        </Notice>
      ) : null}
      <div className={classes.foot}>
        <SavingLine
          writing={writing}
          open={open}
          saving={saving}
          isTooLong={overBy(writing, maxCharacters) > 0}
          isPressedEmpty={answer === 'empty' && isEmpty(writing)}
        />
        <div className={classes.actions}>
          {isSaved ? (
            <Button variant="default" component={Link} href="/debrief">
              {t('editor.all')}
            </Button>
          ) : (
            <Button variant="default" onClick={discard}>
              {t('editor.discard')}
            </Button>
          )}
          <Button onClick={() => void save()} aria-keyshortcuts="Alt+S">
            {t('editor.save')}
          </Button>
        </div>
      </div>
    </Page>
  )
}
