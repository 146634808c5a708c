/** @file The page Duties: what is due first; new, changed, done and forgotten in place, each to be taken back. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyState, OwnDuty } from '../../../contract/duties'
import type { DutyId } from '../../../contract/primitives'
import { Answered } from '../Answered'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { setPendingRemoval, usePendingRemovals } from '../pending-removals'
import { queries } from '../queries'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { Section } from '../ui/Section'
import { useUndo } from '../ui/undo'
import { codeOf } from '../words/problems'
import { DutyForm } from './DutyForm'
import { DutyRow } from './DutyRow'
import classes from './duties.module.css'
import { localToday } from './local-today'
import { SuggestedDuties } from './SuggestedDuties'
import './words'

const groups = [
  { name: 'now', states: ['overdue', 'due', 'now', 'soon'] },
  { name: 'coming', states: ['undated', 'later'] },
  { name: 'over', states: ['over'] },
] as const satisfies readonly { name: string; states: readonly DutyState[] }[]

/** A duty is open for change, a new one is typed, or neither. */
type Open = { kind: 'none' } | { kind: 'new' } | { kind: 'change'; dutyId: DutyId }

/** The page. */
export const DutiesPage = () => {
  const { t } = useTranslation('duties')
  const cache = useQueryClient()
  const undo = useUndo()
  const asked = useQuery(queries.duties.list.queryOptions())
  const leaving = usePendingRemovals()
  const [open, setOpen] = useState<Open>({ kind: 'none' })
  /** Whose row the keyboard goes to, as soon as it is there. */
  const [focused, setFocused] = useState<DutyId | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const refresh = async () => {
    await cache.invalidateQueries({ queryKey: queries.duties.key() })
    await cache.invalidateQueries({ queryKey: queries.vault.key() })
  }
  const done = useMutation({
    mutationFn: ({ id }: OwnDuty) => client.duties.done({ dutyId: id, doneOn: localToday() }),
    onSuccess: async (_, { id, title, dueOn, doneAt }) => {
      undo.offer({
        said: t('noted', { title }),
        commit: () => undefined,
        undo: async () => {
          await client.duties.takeBack({ dutyId: id, dueOn, doneAt })
          await refresh()
        },
      })
      await refresh()
      focusHeading()
    },
  })
  const forget = ({ id, title }: OwnDuty) => {
    setPendingRemoval(id, true)
    focusHeading()
    undo.offer({
      said: t('forgotten', { title }),
      commit: async () => {
        try {
          await client.duties.discard({ dutyId: id })
        } catch (error) {
          // It is gone already: that is what was asked for.
          if (codeOf(error) !== 'NOT_FOUND') throw error
        } finally {
          setPendingRemoval(id, false)
          await refresh()
        }
      },
      undo: () => setPendingRemoval(id, false),
    })
  }
  // The row that had the keyboard may be in another list, or gone.
  const focusHeading = () => document.querySelector<HTMLElement>('#page h1')?.focus()
  const close = async (saved: OwnDuty | null) => {
    const was = open
    setOpen({ kind: 'none' })
    if (saved) await refresh()
    const id = saved?.id ?? (was.kind === 'change' ? was.dutyId : null)
    if (id === null) focusHeading()
    else setFocused(id)
  }
  useEffect(() => {
    if (focused === null || open.kind !== 'none') return
    const row = page.current?.querySelector<HTMLElement>(`[data-duty="${focused}"] button`)
    if (!row) return
    row.focus()
    setFocused(null)
  })
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpen({ kind: 'new' })}>
      {t('new')}
    </Button>
  )
  const shown = (asked.data ?? []).filter(({ id }) => !leaving.has(id))
  const isAddOffered = open.kind === 'none' && shown.length > 0
  return (
    <Page title={t('title')} lead={t('lead')} actions={isAddOffered ? add : undefined}>
      <div ref={page} className={classes.column}>
        <ProblemNotice error={done.error} />
        {open.kind === 'new' ? <DutyForm duty={null} onClose={(saved) => void close(saved)} /> : null}
        <Answered
          asked={asked}
          failed={t('failed')}
          empty={{
            isEmpty: () => shown.length === 0,
            shown:
              open.kind === 'new' ? null : (
                <EmptyState title={t('empty.title')} action={add}>
                  {t('empty.body')}
                </EmptyState>
              ),
          }}
        >
          {() =>
            groups.map(({ name, states }) => {
              const own = shown.filter(({ state }) => states.some((one) => one === state))
              return own.length === 0 ? null : (
                <Section key={name} title={t(`group.${name}`)} isRegion>
                  <ul className={classes.rows}>
                    {own.map((duty) =>
                      open.kind === 'change' && open.dutyId === duty.id ? (
                        <li key={duty.id}>
                          <DutyForm duty={duty} onClose={(saved) => void close(saved)} />
                        </li>
                      ) : (
                        <DutyRow
                          key={duty.id}
                          duty={duty}
                          onDone={() => done.mutate(duty)}
                          onChange={() => setOpen({ kind: 'change', dutyId: duty.id })}
                          onForget={() => forget(duty)}
                        />
                      ),
                    )}
                  </ul>
                </Section>
              )
            })
          }
        </Answered>
        {asked.data && open.kind === 'none' ? (
          <SuggestedDuties
            own={asked.data}
            onAdded={({ id }) => {
              setFocused(id)
              void refresh()
            }}
          />
        ) : null}
      </div>
    </Page>
  )
}
