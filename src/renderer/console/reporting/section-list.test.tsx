/** @file The report's list of parts, and the three answers that are no words, by role and key. */
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../tests/fixtures/render'
import { askedFirst, reportSections } from '../../../contract/report-fields'
import { emptyReport, withAnswer } from '../../../contract/report-reading'
import type { ReportBody } from '../../../contract/reporting'
import { FormSection } from './form/FormSection'
import { SectionList } from './SectionList'
import './words'

let newest: ReportBody
const Form = ({ openPaths = [] }: { openPaths?: readonly string[] }) => {
  const [body, setBody] = useState(() => emptyReport('2026-11-21T20:00:00.000Z'))
  newest = body
  return (
    <>
      <SectionList openPaths={openPaths} />
      {(['person', 'concern'] as const).map((id) => (
        <FormSection
          key={id}
          id={id}
          questions={reportSections[id].questions}
          body={body}
          pack={null}
          ownRole="Facilitator"
          onAnswer={(section, name, answer) => setBody((old) => withAnswer(old, section, name, answer))}
        />
      ))}
    </>
  )
}

describe('the list of parts', () => {
  it('has every section once, what a hotline asks first before the rest, with what is open', () => {
    renderInConsole(<Form openPaths={['danger.answer', 'person.name', 'person.age']} />)
    const list = screen.getByRole('navigation', { name: 'Parts of the report' })
    const names = [...list.querySelectorAll('button')].map(({ textContent }) => textContent)
    expect(names).toHaveLength(Object.keys(reportSections).length)
    expect(names[0]).toBe('Danger first: 1 open')
    expect(names[askedFirst.indexOf('person')]).toBe('The person who may be at risk: 2 open')
    expect(names[askedFirst.indexOf('concern')]).toBe('The concern')
  })
  it('leads to a section by key: its heading has the keyboard', async () => {
    const { user } = renderInConsole(<Form />)
    screen.getByRole('button', { name: 'The concern' }).focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'The concern' }))
  })
})

describe('unknown, none and would not say', () => {
  const field = 'Injuries, and care needed now'
  it('are three answers, one at a time, and each sets the words aside', async () => {
    const { user } = renderInConsole(<Form />)
    await user.type(screen.getByRole('textbox', { name: field }), 'a bruise')
    for (const [name, instead] of [
      [`None: ${field}`, 'nothing'],
      [`Would not say: ${field}`, 'declined'],
      [`Unknown: ${field}`, undefined],
    ] as const) {
      await user.click(screen.getByRole('checkbox', { name }))
      expect(newest.concern.injuries).toMatchObject({ kind: 'unknown', setAside: 'a bruise' })
      expect(Reflect.get(newest.concern.injuries, 'instead')).toBe(instead)
      const ticked = screen.getAllByRole('checkbox', { checked: true })
      expect(ticked.map((box) => box.getAttribute('aria-label'))).toEqual([name])
    }
    await user.click(screen.getByRole('checkbox', { name: `Unknown: ${field}` }))
    expect(newest.concern.injuries).toEqual({ kind: 'known', value: 'a bruise', setAside: null })
  })
  it('are not offered where they make no sense', () => {
    renderInConsole(<Form />)
    expect(screen.queryByRole('checkbox', { name: 'None: Name of the person' })).toBeNull()
    expect(screen.getByRole('checkbox', { name: 'Unknown: Name of the person' })).toBeTruthy()
  })
})
