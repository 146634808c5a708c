/**
 * @file Reports to a platform, where a charter asks for them: drafts apart from every report and every debrief, without a
 * name, each with its end. Nothing where no charter asks and none is kept.
 */
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Violation } from '../../../../contract/report-violations'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { setPendingRemoval, usePendingRemovals } from '../../pending-removals'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { Row, Rows } from '../../ui/Rows'
import { useUndo } from '../../ui/undo'
import { dayOf, momentOf } from '../../ui/when'
import classes from '../sealed/sealed.module.css'
import { useAskingCharters } from './use-asking-charters'
import { ViolationForm } from './ViolationForm'
import { endViolation, newViolation, useUnstoredViolations } from './violation-writing'
import '../words'

/** The draft whose form is open. */
interface Open {
  draft: Violation
  isStored: boolean
}

/** The card named "Reports to a platform". */
export const Violations = () => {
  const { t } = useTranslation('reporting')
  const asking = useAskingCharters()
  const drafts = useQuery(queries.reporting.violations.list.queryOptions())
  const leaving = usePendingRemovals()
  const [open, setOpen] = useState<Open | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const stored = drafts.data ?? []
  const unstored = useUnstoredViolations()
  const kept = [...unstored.filter(({ id }) => !stored.some((one) => one.id === id)), ...stored].filter(
    ({ id }) => !leaving.has(id),
  )
  if (asking.length === 0 && kept.length === 0 && open === null) return null
  const close = () => {
    setOpen(null)
    heading.current?.focus()
  }
  return (
    <Card label={t('violation.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('violation.title')}
      </h2>
      <p>{t('violation.lead')}</p>
      <p className={classes.quiet}>{t('violation.inDanger')}</p>
      <ProblemNotice error={drafts.error} />
      <DraftRows
        drafts={kept.filter(({ id }) => id !== open?.draft.id)}
        unstored={new Set(unstored.map(({ id }) => id))}
        onOpen={(draft) => setOpen({ draft, isStored: stored.includes(draft) })}
      />
      {open === null ? (
        <div className={classes.actions}>
          {asking.map(({ pack, evidence }) => (
            <Button
              key={pack.id}
              variant="default"
              onClick={() => setOpen({ draft: newViolation(pack.id, evidence.days), isStored: false })}
            >
              {asking.length === 1 ? t('violation.begin') : t('violation.beginFor', { name: pack.name })}
            </Button>
          ))}
        </div>
      ) : (
        <ViolationForm
          key={open.draft.id}
          {...open}
          evidence={asking.find(({ pack }) => pack.id === open.draft.charterId)?.evidence ?? null}
          onClose={close}
        />
      )}
    </Card>
  )
}

interface DraftRowsProps {
  drafts: readonly Violation[]
  /** Drafts with words that could not be stored. */
  unstored: ReadonlySet<Violation['id']>
  onOpen: (draft: Violation) => void
}

const DraftRows = (props: DraftRowsProps) => {
  const { t, i18n } = useTranslation('reporting')
  const cache = useQueryClient()
  const { offer } = useUndo()
  const [error, setError] = useState<unknown>(null)
  const discard = ({ id: violationId }: Violation) => {
    setPendingRemoval(violationId, true)
    offer({
      said: t('violation.discarded'),
      undo: () => setPendingRemoval(violationId, false),
      commit: async () => {
        try {
          endViolation(violationId)
          await client.reporting.violations.discard({ violationId })
        } catch (thrown) {
          setError(thrown)
        }
        await cache.invalidateQueries({ queryKey: queries.reporting.violations.key() })
        await cache.invalidateQueries({ queryKey: queries.vault.key() })
        setPendingRemoval(violationId, false)
      },
    })
  }
  return (
    <>
      <ProblemNotice error={error} />
      <Rows isHidden={props.drafts.length === 0}>
        {props.drafts.map((draft) => (
          <Row
            key={draft.id}
            label={t('violation.begun', { time: momentOf(draft.createdAt, i18n.language) })}
            labelId={`violation-${draft.id}`}
            said={
              props.unstored.has(draft.id)
                ? t('violation.unstored')
                : t('violation.until', { day: dayOf(draft.keptUntil, i18n.language) })
            }
            aside={
              <div className={classes.actions}>
                <Button
                  variant="default"
                  aria-describedby={`violation-${draft.id}`}
                  onClick={() => props.onOpen(draft)}
                >
                  {t('violation.goOn')}
                </Button>
                <Button
                  variant="subtle"
                  aria-describedby={`violation-${draft.id}`}
                  onClick={() => discard(draft)}
                >
                  {t('violation.discard')}
                </Button>
              </div>
            }
          />
        ))}
      </Rows>
    </>
  )
}
