/** @file The page Duties: what is due first; new, changed, done and forgotten in place, each to be taken back. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyState, OwnDuty } from '../../../contract/duties'
import type { DutyId } from '../../../contract/primitives'
import { NOT_YET } from '../../../contract/unfinished-forms'
import { Answered, bothAsked } from '../Answered'
import { LeftOut } from '../LeftOut'
import { ProblemNotice } from '../ProblemNotice'
import { usePendingRemovals } from '../pending-removals'
import { queries } from '../queries'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { Section } from '../ui/Section'
import { DutyForm } from './DutyForm'
import { DutyRow } from './DutyRow'
import classes from './duties.module.css'
import { closeForm, openForm, typedDuties, useOpenForm } from './open-form'
import { SuggestedDuties } from './SuggestedDuties'
import { useDutyActs } from './use-duty-acts'
import './words'

const groups = [
  { name: 'now', states: ['overdue', 'due', 'now', 'soon'] },
  { name: 'coming', states: ['undated', 'later'] },
  { name: 'over', states: ['over'] },
] as const satisfies readonly { name: string; states: readonly DutyState[] }[]

/** The page. */
export const DutiesPage = () => {
  const { t } = useTranslation('duties')
  const list = useQuery(queries.duties.list.queryOptions())
  const asked = bothAsked(list, typedDuties.useAsked())
  const leaving = usePendingRemovals()
  const form = useOpenForm()
  /** Whose row the keyboard goes to, as soon as it is there. */
  const [focused, setFocused] = useState<DutyId | null>(null)
  const page = useRef<HTMLDivElement>(null)
  // The row that had the keyboard may be in another list, or gone.
  const focusHeading = () => document.querySelector<HTMLElement>('#page h1')?.focus()
  const { done, forget, failed, refresh } = useDutyActs(focusHeading)
  const close = (saved: OwnDuty | null) => {
    const id = saved?.id ?? form?.duty?.id ?? null
    closeForm()
    if (id === null) focusHeading()
    else setFocused(id)
    if (saved) void refresh()
  }
  useEffect(() => {
    if (focused === null || form !== null) return
    const row = page.current?.querySelector<HTMLElement>(`[data-duty="${focused}"] button`)
    if (!row) return
    row.focus()
    setFocused(null)
  })
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => openForm(null)}>
      {t('new')}
    </Button>
  )
  const begun = typedDuties.useKeys().join(' ')
  useEffect(() => {
    if (form !== null || list.data === undefined) return
    // What was typed before the console was locked, or ended, is here again.
    for (const key of begun.split(' ')) {
      const duty = list.data.find(({ id }) => id === key)
      if (duty || key === NOT_YET) {
        openForm(duty ?? null)
        return
      }
    }
  }, [form, begun, list.data])
  const shown = (list.data ?? []).filter(({ id }) => !leaving.has(id))
  const isNew = form !== null && form.duty === null
  const isAddOffered = form === null && asked.data !== undefined && shown.length > 0
  return (
    <Page title={t('title')} lead={t('lead')} actions={isAddOffered ? add : undefined}>
      <div ref={page} className={classes.column}>
        <ProblemNotice error={failed} />
        <LeftOut of={['duties']} />
        {isNew ? <DutyForm form={form} onClose={close} /> : null}
        <Answered
          asked={asked}
          failed={t('failed')}
          empty={{
            isEmpty: () => shown.length === 0,
            shown: isNew ? null : (
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
                      form?.duty?.id === duty.id ? (
                        <li key={duty.id}>
                          <DutyForm form={form} onClose={close} />
                        </li>
                      ) : (
                        <DutyRow
                          key={duty.id}
                          duty={duty}
                          onDone={() => done(duty)}
                          onChange={form === null ? () => openForm(duty) : null}
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
        {asked.data && form === null ? (
          <SuggestedDuties
            own={asked.data[0]}
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
