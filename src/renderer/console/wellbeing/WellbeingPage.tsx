/** @file The page How are you?: half a minute, the checks before, and forgetting them all. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WellbeingCheckId } from '../../../contract/primitives'
import type { WellbeingCheck } from '../../../contract/wellbeing'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { Section } from '../ui/Section'
import { useUndo } from '../ui/undo'
import { dayOf } from '../ui/when'
import { codeOf } from '../words/problems'
import { Before } from './Before'
import { ForgetChecks } from './ForgetChecks'
import { Questions } from './Questions'
import { WhereToTurn } from './WhereToTurn'
import classes from './wellbeing.module.css'
import { type Choices, noChoices, whereTo } from './where-to'
import './words'

const newId = () => WellbeingCheckId.parse(crypto.randomUUID())

/** One check is being made, or was just kept. */
type Step = { kind: 'asking' } | { kind: 'kept'; check: WellbeingCheck }

/** The page. */
export const WellbeingPage = () => {
  const { t, i18n } = useTranslation('wellbeing')
  const cache = useQueryClient()
  const undo = useUndo()
  const asked = useQuery(queries.wellbeing.list.queryOptions())
  const [step, setStep] = useState<Step>({ kind: 'asking' })
  const [choices, setChoices] = useState<Choices>(noChoices)
  /** Stays the same until it is kept: sent again after a lost answer, it is kept once. */
  const [checkId, setCheckId] = useState(newId)
  const [isEmpty, setIsEmpty] = useState(false)
  const [isTakenBack, setIsTakenBack] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const shownKind = useRef(step.kind)
  useEffect(() => {
    // What had the keyboard is gone with the step before.
    if (shownKind.current !== step.kind) heading.current?.focus()
    shownKind.current = step.kind
  }, [step.kind])
  const refresh = async () => {
    await cache.invalidateQueries({ queryKey: queries.wellbeing.key() })
    await cache.invalidateQueries({ queryKey: queries.vault.key() })
  }
  const begin = (from: Choices) => {
    setCheckId(newId())
    setChoices(from)
    setStep({ kind: 'asking' })
  }
  const keep = useMutation({
    mutationFn: () => client.wellbeing.keep({ checkId, answers: choices }),
    onSuccess: async (check) => {
      setStep({ kind: 'kept', check })
      undo.offer({
        said: t('keptSaid'),
        commit: () => undefined,
        undo: async () => {
          try {
            await client.wellbeing.discard({ checkId: check.id })
          } catch (error) {
            // It is gone already: that is what was asked for.
            if (codeOf(error) !== 'NOT_FOUND') throw error
          }
          begin(check.answers)
          setIsTakenBack(true)
          await refresh()
        },
      })
      await refresh()
    },
  })
  const keptLead = step.kind === 'kept' ? whereTo(step.check.answers) : null
  return (
    <Page title={t('title')} lead={t('lead')} width="narrow">
      <p className={classes.onPaper}>{t('onPaper')}</p>
      <div className={`${classes.column} ${classes.notOnPaper}`}>
        {step.kind === 'asking' ? (
          <section className={classes.column} aria-labelledby="wellbeing-now">
            <h2 id="wellbeing-now" ref={heading} tabIndex={-1}>
              {t('ask.title')}
            </h2>
            {isTakenBack ? <p role="status">{t('takenBack')}</p> : null}
            <Questions
              choices={choices}
              onChange={(next) => {
                setIsEmpty(false)
                setIsTakenBack(false)
                setChoices(next)
              }}
            />
            {isEmpty ? <Notice tone="wait" title={t('nothingChosen')} /> : null}
            <ProblemNotice
              error={keep.error}
              title={t('keepFailed')}
              more={codeOf(keep.error) === 'TOO_MANY' ? t('tooMany') : t('keepMore')}
            />
            <div className={classes.actions}>
              <Button
                loading={keep.isPending}
                onClick={() => {
                  const isNothing = Object.values(choices).every((choice) => choice === null)
                  setIsEmpty(isNothing)
                  if (!isNothing) keep.mutate()
                }}
              >
                {t('keep')}
              </Button>
              <Button
                variant="subtle"
                onClick={() => {
                  setIsEmpty(false)
                  setChoices(noChoices)
                }}
              >
                {t('clear')}
              </Button>
            </div>
          </section>
        ) : (
          <section className={classes.column} aria-labelledby="wellbeing-kept">
            <h2 id="wellbeing-kept" ref={heading} tabIndex={-1}>
              {t('keptTitle')}
            </h2>
            <p>{t('kept', { day: dayOf(step.check.keptUntil, i18n.language) })}</p>
            {keptLead === null ? null : <WhereToTurn to={keptLead} />}
            <div className={classes.actions}>
              <Button variant="default" onClick={() => begin(noChoices)}>
                {t('another')}
              </Button>
            </div>
          </section>
        )}
        <Section title={t('before.title')} lead={t('before.lead')} isRegion>
          <Before asked={asked} />
        </Section>
        <ForgetChecks
          keyId={asked.data?.keyId ?? null}
          onForgotten={() => {
            begin(noChoices)
            void undo.flush()
          }}
        />
      </div>
    </Page>
  )
}
