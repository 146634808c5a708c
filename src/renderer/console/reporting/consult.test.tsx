/** @file Whom to ask and what was decided, by key, on a real core; and a name in the part about advice is said. */
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { emptyReport } from '../../../contract/report-reading'
import { Consult } from './Consult'
import { fieldProblems } from './field-problems'
import './words'

it('asks for what is missing, notes choices, and lists them', async () => {
  const real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'test-circle' })
  const { user } = renderInConsole(<Consult />)
  const card = within(await screen.findByRole('region', { name: 'Not sure? Ask first' }))
  expect(card.getByText(/a report can be made now/)).toBeTruthy()
  expect(card.queryAllByRole('textbox')).toEqual([])
  card.getByRole('button', { name: 'Note what was decided' }).focus()
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(card.getByRole('checkbox', { name: 'A supervisor' }))
  expect(card.queryAllByRole('textbox')).toEqual([])
  await user.keyboard(' ')
  await user.click(card.getByRole('button', { name: 'Note it' }))
  expect(card.getByText('Choose what was decided.')).toBeTruthy()
  expect(await real.client.reporting.decisions()).toEqual([])
  await user.click(card.getByRole('radio', { name: 'I do not report' }))
  await user.click(card.getByRole('checkbox', { name: 'Nobody is at risk, as far as I know' }))
  await user.click(card.getByRole('button', { name: 'Note it' }))
  expect(await card.findByText(/^I do not report \(/)).toBeTruthy()
  expect(card.getByText('Asked: A supervisor. Why: Nobody is at risk, as far as I know.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Not sure? Ask first'))
  real.core.close()
})

it('says beside the advice that a word of it is in a name of the report, and keeps it all the same', () => {
  const known = (value: string) => ({ kind: 'known', value, setAside: null }) as const
  const body = emptyReport('2026-11-21T20:00:00.000Z')
  const now = new Date('2026-11-21T21:00:00.000Z')
  const named = { ...body, person: { ...body.person, name: known('Maren Quist') } }
  const decided = (words: string) => ({
    ...named,
    consult: { ...named.consult, decision: known(words) },
  })
  const problems = (words: string) => [...fieldProblems(decided(words), [], now, (key) => key)]
  expect(problems('I tell the county about Maren.')).toEqual([['consult.decision', 'consultName']])
  expect(problems('I tell the county.')).toEqual([])
})
