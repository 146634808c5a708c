/**
 * @file The form's parts that carry safety, by role and key: danger first, "Unknown" and back, rows with undo, what
 * is said of storing.
 */
import { act } from '@testing-library/react'
import { useCallback, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { reportSections } from '../../../../contract/report-fields'
import { words } from '../../../../contract/report-questions'
import { emptyReport, withAnswer } from '../../../../contract/report-reading'
import type { ReportBody } from '../../../../contract/reporting'
import { UNDO_MS } from '../../ui/undo'
import { fieldId } from '../field-address'
import { KeepingLine, KeepingTrouble } from '../KeepingLine'
import '../words'
import { FormSection } from './FormSection'
import { type FieldProblems, FieldProblemsContext } from './field-words'

/** The newest body of the form that is shown. */
let newest: ReportBody

const noProblems: FieldProblems = new Map()
const Form = ({
  sections,
  problems = noProblems,
}: {
  sections: Readonly<Record<string, Parameters<typeof FormSection>[0]['questions']>>
  problems?: FieldProblems
}) => {
  const [body, setBody] = useState(() => emptyReport('2026-11-21T20:00:00.000Z'))
  newest = body
  const answer = useCallback<Parameters<typeof FormSection>[0]['onAnswer']>(
    (section, name, given) => setBody((old) => withAnswer(old, section, name, given)),
    [],
  )
  return (
    <FieldProblemsContext value={problems}>
      {Object.entries(sections).map(([id, questions]) => (
        <FormSection
          key={id}
          id={id}
          questions={questions}
          body={body}
          pack={null}
          ownRole="Facilitator"
          onAnswer={answer}
        />
      ))}
    </FieldProblemsContext>
  )
}
const show = (...ids: (keyof typeof reportSections)[]) =>
  renderInConsole(<Form sections={Object.fromEntries(ids.map((id) => [id, reportSections[id].questions]))} />)
const typedIn = (element: HTMLElement): unknown => Reflect.get(element, 'value')

/** The last choice of a field, "Unknown". */
const lastChoiceOf = (path: string): HTMLElement =>
  [
    ...(document.getElementById(fieldId(path))?.querySelectorAll<HTMLElement>('input[type="radio"]') ?? []),
  ].at(-1) ?? document.body

afterEach(() => {
  vi.useRealTimers()
})

describe('danger first', () => {
  it('asks by keyboard, nothing chosen before, and asks for the call only where one was made', async () => {
    const { user, getByRole, queryByLabelText, getByLabelText, getAllByRole } = show('danger')
    expect(getByRole('heading', { name: 'Danger first' })).toBeDefined()
    expect(getAllByRole('radio').every((radio) => !Reflect.get(radio, 'checked'))).toBe(true)
    await user.tab()
    await user.keyboard(' ')
    expect(newest.danger.answer).toEqual({ kind: 'known', value: 'yes', setAside: null })
    expect(queryByLabelText('Which service?')).toBeNull()
    await user.tab()
    await user.keyboard(' ')
    await user.type(getByLabelText('Which service?'), 'Police')
    getByRole('radiogroup', { name: 'Was an emergency service called?' }).querySelector('input')?.focus()
    await user.keyboard('{ArrowDown}')
    expect(queryByLabelText('Which service?')).toBeNull()
    // Hidden, not lost.
    expect(newest.danger.service).toMatchObject({ value: 'Police' })
    await user.keyboard('{ArrowUp}')
    expect(typedIn(getByLabelText('Which service?'))).toBe('Police')
  })
})

describe('"Unknown"', () => {
  it('sets the words aside by key and gives them back by key', async () => {
    const { user, getByRole, queryByText, getByText } = show('person')
    const name = getByRole('textbox', { name: 'Name of the person' })
    const unknown = getByRole('checkbox', { name: 'Unknown: Name of the person' })
    await user.type(name, 'Robin')
    await user.tab()
    expect(document.activeElement).toBe(unknown)
    await user.keyboard(' ')
    expect(typedIn(name)).toBe('')
    expect(getByText(/Set aside while “Unknown” is ticked/).getAttribute('role')).toBe('status')
    expect(newest.person.name).toEqual({ kind: 'unknown', setAside: 'Robin' })
    await user.keyboard(' ')
    expect(typedIn(name)).toBe('Robin')
    expect(queryByText(/Set aside/)).toBeNull()
  })

  it('lets words go only by its own button, and for ten seconds not even then', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { user, getByRole, queryByRole, getByLabelText } = show('person')
    await user.type(getByLabelText('Name of the person'), 'Robin')
    await user.click(getByRole('checkbox', { name: 'Unknown: Name of the person' }))
    await user.click(getByRole('button', { name: 'Let it go: Name of the person' }))
    expect(newest.person.name).toEqual({ kind: 'unknown', setAside: null })
    expect(document.activeElement).toBe(getByRole('button', { name: 'Undo' }))
    await user.keyboard('{Enter}')
    expect(newest.person.name).toEqual({ kind: 'unknown', setAside: 'Robin' })
    await user.click(getByRole('button', { name: 'Let it go: Name of the person' }))
    act(() => void vi.advanceTimersByTime(UNDO_MS))
    expect(queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(newest.person.name).toEqual({ kind: 'unknown', setAside: null })
  })

  it('keeps an age', async () => {
    const { user, getByLabelText, getAllByLabelText, getByText } = show('person')
    await user.click(getByLabelText('Age in years'))
    await user.type(getAllByLabelText('Age in years').at(-1) as HTMLElement, '71')
    await user.click(lastChoiceOf('person.age'))
    expect(newest.person.age).toMatchObject({ kind: 'unknown', setAside: { years: 71 } })
    await user.click(getByText('Put it back'))
    expect(newest.person.age).toMatchObject({ kind: 'known', value: { by: 'years', years: 71 } })
  })

  it('keeps what was ticked', async () => {
    const { user, getByLabelText } = show('concern')
    await user.click(getByLabelText('Neglect'))
    await user.click(getByLabelText('Kind of concern unknown'))
    expect(newest.concern.types).toEqual({ kind: 'unknown', setAside: ['neglect'] })
    // Ticking another one answers, and loses none.
    await user.click(getByLabelText('Physical harm'))
    expect(newest.concern.types).toMatchObject({ kind: 'known', value: ['physical', 'neglect'] })
  })

  it('keeps a time as it was told', async () => {
    const { user, getByLabelText } = show('event')
    await user.click(getByLabelText('Month'))
    await user.type(getByLabelText('When, or from when'), 'In October')
    await user.click(lastChoiceOf('event.occurred'))
    await user.click(getByLabelText('Year'))
    expect(newest.event.occurred).toMatchObject({
      kind: 'known',
      value: { precision: 'year', from: 'In October' },
    })
  })
})

describe('rows', () => {
  it('are added and taken out by key, and come back where they were, several in a row', async () => {
    const { user, getByRole, getAllByRole, queryAllByRole } = show('others')
    const add = getByRole('button', { name: 'Add somebody' })
    for (const who of ['first', 'second', 'third']) {
      await user.click(add)
      await user.type(getAllByRole('textbox', { name: 'Who, in a word or two' }).at(-1) as HTMLElement, who)
    }
    const people = () =>
      getAllByRole('textbox', { name: 'Who, in a word or two' }).map((element) => typedIn(element))
    const removes = () => getAllByRole('button', { name: 'Remove this line' })
    removes()[1]?.focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(getByRole('button', { name: 'Undo' }))
    await user.click(removes()[0] as HTMLElement)
    expect(people()).toEqual(['third'])
    const [undoFirst] = getAllByRole('button', { name: 'Undo' })
    await user.click(undoFirst as HTMLElement)
    expect(people()).toEqual(['first', 'third'])
    await user.click(getByRole('button', { name: 'Undo' }))
    expect(people()).toEqual(['first', 'second', 'third'])
    expect(queryAllByRole('button', { name: 'Undo' })).toEqual([])
  })

  it('start with the moment and the role where they say so', async () => {
    const { user, getByRole } = show('actions')
    await user.click(getByRole('button', { name: 'Add what was done' }))
    expect(typedIn(getByRole('textbox', { name: 'By whom, as a role' }))).toBe('Facilitator')
    expect(newest.actions.taken).toMatchObject({
      value: [{ at: { kind: 'known' }, what: { kind: 'unanswered' } }],
    })
  })
})

describe('a planted question', () => {
  it('is on the form with no other change', async () => {
    const planted = words(30, { canBeUnknown: true })
    const { user, getByRole } = renderInConsole(<Form sections={{ person: { planted } }} />)
    await user.type(getByRole('textbox', { name: 'fields.person_planted' }), 'Canary')
    expect(newest.person).toMatchObject({ planted: { kind: 'known', value: 'Canary' } })
  })
})

describe('what is said of storing', () => {
  it('stands beside its field', () => {
    const { getByRole } = renderInConsole(
      <Form
        sections={{ person: reportSections.person.questions }}
        problems={new Map([['person.name', 'Too long.']])}
      />,
    )
    const name = getByRole('textbox', { name: 'Name of the person' })
    expect(name.getAttribute('aria-invalid')).toBe('true')
    const described = (name.getAttribute('aria-describedby') ?? '').split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain('Too long.')
  })

  it('says "kept" only of what is stored, and leads to what is not', async () => {
    const line = { storedAt: '2026-11-21T20:00:00.000Z', gapCount: 2 }
    const held = [{ kind: 'tooLong', path: 'person.name', overBy: 30, storedLength: 200 }] as const
    const { user, rerender, getByRole, queryByText, getByText } = renderInConsole(
      <KeepingLine {...line} saving={{ kind: 'waiting' }} heldBack={[]} />,
    )
    expect(queryByText(/kept/)).toBeNull()
    rerender(<KeepingLine {...line} saving={{ kind: 'stored' }} heldBack={[]} />)
    expect(getByText(/^Draft kept at/)).toBeDefined()
    rerender(<KeepingLine {...line} saving={{ kind: 'stored' }} heldBack={held} />)
    expect(queryByText(/^Draft kept at/)).toBeNull()
    let tries = 0
    rerender(
      <>
        <input id="field-person-name" />
        <KeepingTrouble
          saving={{ kind: 'failed', error: { code: 'DISK_FULL' }, isTriedAgain: true }}
          heldBack={held}
          onTryAgain={() => {
            tries += 1
          }}
        />
      </>,
    )
    await user.click(getByRole('button', { name: 'Name of the person' }))
    expect(document.activeElement?.id).toBe('field-person-name')
    await user.click(getByRole('button', { name: 'Try again' }))
    expect(tries).toBe(1)
  })
})
