/** @file Hand-off, step by step: what goes, what the linter says of it now, to whom, exactly what leaves. */
import { Checkbox, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { type Debrief, debriefRecord } from '../../../../contract/debrief'
import { HAND_OFF_DAYS, type HandOffDays } from '../../../../contract/hand-off'
import { Answered } from '../../Answered'
import { useRoomNames } from '../../meeting'
import { queries } from '../../queries'
import { ChooseKey, KeepKey, OwnKey } from '../../recipients'
import { Card } from '../../ui/Card'
import { FindingList } from '../FindingList'
import { findIn, keyOf, openOnes } from '../findings'
import { readLintContext, subscribeLintContext, useLintSources } from '../lint-context'
import type { Finding } from '../linter'
import classes from './hand-off.module.css'
import { Preview } from './Preview'

/** A saved debrief under a charter that allows a hand-off. */
export interface HandOffFormProps {
  debrief: Debrief
  pack: CharterPack
  /** The way back to the debrief. */
  back: ReactNode
}

const isOfRoom = ({ kind }: Finding) => kind === 'roomName'

/** The chosen parts as a debrief of their own: what is not chosen is not looked at. */
const onlyChosen = ({ content }: Debrief, paths: ReadonlySet<string>) =>
  debriefRecord
    .texts(content)
    .filter(({ path }) => !paths.has(path))
    .reduce((rest, { path }) => debriefRecord.withText(rest, path, ''), content)

/** Answers that are the charter's own words. What was typed before its version of today had choices is not among them. */
const inCharterWords = (content: Debrief['content'], pack: CharterPack): ReadonlySet<string> =>
  new Set(
    pack.debriefPrompts.flatMap(({ id, answer }) => {
      const path = `answers.${id}`
      const text = debriefRecord.textAt(content, path)
      if (answer.kind !== 'choice') return []
      // Several answers stand one a line.
      return text.split('\n').every((one) => answer.options.includes(one)) ? [path] : []
    }),
  )

/**
 * What is open in the chosen parts. A name of the room, or a likeness, that was seen here stays in the way when the
 * names leave memory: a text does not turn clean by waiting.
 */
const useOpen = ({ debrief, pack }: HandOffFormProps, paths: ReadonlySet<string>) => {
  useLintSources()
  const context = useSyncExternalStore(subscribeLintContext, readLintContext)
  const [leftIn, setLeftIn] = useState<ReadonlySet<string>>(new Set())
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const textAt = (path: string) => debriefRecord.textAt(debrief.content, path)
  const open = useMemo(
    () =>
      openOnes(
        findIn(debriefRecord, onlyChosen(debrief, paths), inCharterWords(debrief.content, pack), context),
        (path) => debriefRecord.textAt(debrief.content, path),
        leftIn,
      ),
    [debrief, pack, paths, context, leftIn],
  )
  useEffect(() => {
    const ofRoom = [...open].filter(([, found]) => found.some(isOfRoom)).map(([path]) => path)
    if (ofRoom.length > 0) setSeen((before) => new Set([...before, ...ofRoom]))
  }, [open])
  return {
    open,
    /** Parts in which something of the room was seen that nobody answered, and is not found any more. */
    unanswered: [...seen].filter((path) => paths.has(path) && !(open.get(path) ?? []).some(isOfRoom)),
    leaveIn: (path: string, finding: Finding) => {
      setLeftIn((before) => new Set([...before, keyOf(path, finding, textAt(path))]))
      const others = (open.get(path) ?? []).filter((one) => isOfRoom(one) && one !== finding)
      if (isOfRoom(finding) && others.length === 0) {
        setSeen((before) => new Set([...before].filter((one) => one !== path)))
      }
    },
  }
}

/** The form. */
export const HandOffForm = (props: HandOffFormProps) => {
  const { debrief, pack, back } = props
  const { t } = useTranslation('debrief')
  const [paths, setPaths] = useState<ReadonlySet<string>>(new Set())
  const [recipientId, setRecipientId] = useState('')
  const [isAnswerAsked, setIsAnswerAsked] = useState(false)
  const ownKeys = useQuery(queries.recipients.own.list.queryOptions())
  const hasOwnKey = ownKeys.data?.[0]?.replacedAt === null
  const [days, setDays] = useState<HandOffDays>(30)
  const roomNames = useRoomNames()
  const recipients = useQuery(queries.recipients.list.queryOptions())
  const { open, unanswered, leaveIn } = useOpen(props, paths)
  const parts = debriefRecord
    .texts(debrief.content)
    .filter(({ text }) => text.trim() !== '')
    .map(({ path, text, label }) => ({
      path,
      text,
      name:
        pack.debriefPrompts.find(({ id }) => path === `answers.${id}`)?.text ??
        (path === 'text' ? t(label) : t('prompts.earlier')),
    }))
  const choose = (path: string, isChosen: boolean) =>
    setPaths((before) => new Set(isChosen ? [...before, path] : [...before].filter((one) => one !== path)))
  const isClean = open.size === 0 && unanswered.length === 0
  const chosen = parts.filter(({ path }) => paths.has(path))
  const recipient = recipients.data?.find(({ id }) => id === recipientId)

  return (
    <>
      <Card label={t('handOff.what')}>
        <h2>{t('handOff.what')}</h2>
        <p className={classes.quiet}>{t('handOff.whatLead')}</p>
        <div className={classes.column}>
          {parts.map(({ path, text, name }) => (
            <Checkbox
              key={path}
              label={name}
              description={<bdi className={classes.words}>{text}</bdi>}
              checked={paths.has(path)}
              onChange={(event) => choose(path, event.currentTarget.checked)}
            />
          ))}
        </div>
      </Card>
      <Card label={t('handOff.look')}>
        <h2>{t('handOff.look')}</h2>
        <p>{t(roomNames ? 'handOff.namesKnown' : 'handOff.namesGone')}</p>
        <p className={classes.quiet}>{t('about.limits')}</p>
        <p role="status">
          {chosen.length === 0
            ? t('handOff.nothingChosen')
            : isClean
              ? t('handOff.clean')
              : t('handOff.open', { count: [...open.values()].flat().length + unanswered.length })}
        </p>
        {chosen.map(({ path, text, name }) => (
          <FindingList
            key={path}
            id={`hand-off-${path}`}
            fieldLabel={name}
            text={text}
            findings={open.get(path) ?? []}
            onLeaveIn={(finding) => leaveIn(path, finding)}
          />
        ))}
        {chosen
          .filter(({ path }) => unanswered.includes(path))
          .map(({ path, name }) => (
            <p key={path}>{t('handOff.seenBefore', { field: name })}</p>
          ))}
        {isClean ? null : <div className={classes.actions}>{back}</div>}
      </Card>
      <Card label={t('handOff.whom')}>
        <h2>{t('handOff.whom')}</h2>
        <p className={classes.quiet}>{t('handOff.whomLead')}</p>
        <Answered asked={recipients}>
          {(some) => <ChooseKey recipients={some} chosenId={recipientId} onChoose={setRecipientId} />}
        </Answered>
        <KeepKey />
        <Checkbox
          label={t('handOff.answer')}
          description={t('handOff.answerHelp')}
          checked={isAnswerAsked}
          onChange={(event) => setIsAnswerAsked(event.currentTarget.checked)}
        />
        {isAnswerAsked && !hasOwnKey ? <OwnKey lead={t('handOff.answerKey')} /> : null}
        <Radio.Group
          label={t('handOff.days')}
          description={t('handOff.daysHelp')}
          value={String(days)}
          onChange={(value) => setDays(HAND_OFF_DAYS.find((one) => String(one) === value) ?? days)}
        >
          <div className={classes.column}>
            {HAND_OFF_DAYS.map((one) => (
              <Radio key={one} value={String(one)} label={t('handOff.inDays', { count: one })} />
            ))}
          </div>
        </Radio.Group>
      </Card>
      <Preview
        debriefId={debrief.id}
        pack={pack}
        parts={isClean ? chosen : []}
        days={days}
        hasReplyKey={isAnswerAsked}
        recipient={isAnswerAsked && !hasOwnKey ? null : (recipient ?? null)}
      />
      <div className={classes.actions}>{back}</div>
    </>
  )
}
