/** @file The debrief's editor: what it is about, its texts, the charter's questions, and one primary action. */
import { Button } from '@mantine/core'
import { IconUserShare } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { debriefRecord } from '../../../contract/debrief'
import { useAutosave } from '../autosave'
import { useRoomNames } from '../meeting'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { useSaveKeys } from '../ui/save-keys'
import { useFocusInSight } from '../ui/use-focus-in-sight'
import { dayOf } from '../ui/when'
import { useProblemWords } from '../words/problems'
import { About } from './About'
import type { FinishAnswer } from './debrief-writing'
import classes from './Editor.module.css'
import './hand-off/words'
import { useLintSources } from './lint-context'
import { noPack, type Prompt, Prompts } from './Prompts'
import { SavingLine } from './SavingLine'
import { Tags } from './Tags'
import { type FieldsInUse, TextFieldAt } from './TextFieldAt'
import { useDiscard } from './use-discard'
import { debriefWritings, maxCharactersOf, type OpenDebrief } from './writings'

/** The editor of one debrief, for as long as its page is shown. */
export const Editor = ({ writing }: { writing: OpenDebrief }) => {
  const { t, i18n } = useTranslation('debrief')
  const problem = useProblemWords()
  const fieldsBox = useRef<HTMLDivElement>(null)
  const [answer, setAnswer] = useState<FinishAnswer | null>(null)
  const roomNames = useRoomNames()
  useLintSources()
  useEffect(() => debriefWritings.show(writing.debriefId), [writing])

  const { pack, autosave } = writing
  const { value, stored, saving, heldBack } = useAutosave(autosave)
  const check = useSyncExternalStore(writing.subscribe, writing.check)
  const [startedFrom] = useState(stored)
  const { content } = value

  const prompts = useMemo(
    (): readonly Prompt[] =>
      pack?.debriefPrompts ??
      Object.keys(startedFrom?.content.answers ?? {}).map((id) => ({
        id,
        section: t('prompts.earlierSection'),
        text: t('prompts.earlier'),
        answer: { kind: 'text' },
      })),
    [pack, startedFrom, t],
  )

  const save = async () => {
    const given = await writing.finish()
    // The findings are on screen before the keyboard goes to the first.
    flushSync(() => setAnswer(given))
    if (given !== 'open') return
    const first = fieldsBox.current?.querySelector<HTMLElement>('[data-finding]')
    first?.focus({ preventScroll: true })
    first?.scrollIntoView({ block: 'center' })
  }
  const saveKeys = useSaveKeys(t('editor.save'), () => void save())
  const discard = useDiscard(writing)

  // The fields, the choices and the questions are drawn anew where something of theirs is another one.
  const onBlur = useCallback(() => void autosave.flush(), [autosave])
  const fields: FieldsInUse = {
    textAt: (path) => debriefRecord.textAt(content, path),
    checkedAt: (path) => debriefRecord.textAt(check.checked, path),
    open: check.open,
    heldBack,
    maxCharacters: maxCharactersOf(pack),
    onChange: writing.change,
    onBlur,
    onLeaveIn: writing.leaveIn,
  }
  // Every text that the record declares, but for the answers, which have the charter's own questions.
  const ownTexts = debriefRecord.texts(content).filter((leaf) => leaf.declaredPath === leaf.path)
  const title = startedFrom
    ? t('editor.ofDay', { day: dayOf(startedFrom.createdAt, i18n.language) })
    : t('editor.newTitle')
  const isEmpty = debriefRecord.isEmpty(content)
  useFocusInSight(saving.kind === 'failed')
  const isSaved = stored !== null && !stored.isDraft && answer === 'saved' && saving.kind === 'stored'
  const patternCount = [...check.open.values()].flat().filter(({ severity }) => severity === 'warns').length

  return (
    <Page title={title} width="narrow">
      <About roomNames={roomNames} />
      <div ref={fieldsBox} className={classes.fields}>
        {check.namesTakenOut > 0 ? (
          <Notice tone="wait" title={t('names.takenOutTitle', { count: check.namesTakenOut })}>
            {t('names.takenOut')}
          </Notice>
        ) : null}
        <p className={classes.limits}>{t('about.limits')}</p>
        {ownTexts.map(({ path, label }, at) => (
          <TextFieldAt
            key={path}
            path={path}
            label={t(label)}
            help={i18n.exists(`debrief:${label}Help`) ? t(`${label}Help`) : undefined}
            minRows={at === 0 ? 5 : 2}
            fields={fields}
          />
        ))}
        <Tags tags={content.tags} onChange={writing.change} />
        {prompts.length > 0 ? (
          <div className={classes.prompts}>
            <div>
              <h2>{t('prompts.title')}</h2>
              <p className={classes.lead}>{t('prompts.lead')}</p>
            </div>
            <Prompts prompts={prompts} pack={pack ?? noPack} fields={fields} />
          </div>
        ) : null}
      </div>
      {value.isDraft || stored === null || stored.isDraft || saving.kind !== 'stored' ? null : (
        <div>
          <Button
            variant="default"
            component={Link}
            href={`/debrief/${writing.debriefId}/hand-off`}
            leftSection={<IconUserShare size={20} aria-hidden />}
          >
            {t('handOff.link')}
          </Button>
        </div>
      )}
      <div className={classes.foot} data-failed={saving.kind === 'failed' || undefined}>
        {saving.kind === 'failed' ? (
          <div className={classes.trouble}>
            <Notice
              tone="problem"
              title={problem(saving.error).title}
              actions={<Button onClick={() => void autosave.flush()}>{t('app:tryAgain')}</Button>}
            >
              {problem(saving.error).body} {t('editor.textStays')}
            </Notice>
          </div>
        ) : null}
        <SavingLine
          stored={stored}
          saving={saving}
          heldBack={heldBack}
          patternCount={patternCount}
          isEmpty={isEmpty}
          isPressedEmpty={answer === 'empty' && isEmpty}
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
          <Button onClick={() => void save()} {...saveKeys}>
            {t('editor.save')}
          </Button>
        </div>
      </div>
    </Page>
  )
}
