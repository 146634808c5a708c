/** @file The places that a person has: three groups, and in them only what they do. */
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import type { Work } from '../../../contract/vault'
import { Navigation } from './Navigation'

const about = ['Charter', 'What is kept', 'Settings']
const desk = ['Inbox', 'Themes', 'Numbers of the organization']
const work = ['Tonight', 'Groups', 'Debrief', 'Reports', 'Duties']

it.each<[Work, Record<string, string[]>, boolean]>([
  ['facilitates', { 'The work': work, About: ['Numbers', ...about] }, true],
  ['leads', { 'The work': ['Reports', 'Duties'], 'The desk': desk, About: about }, false],
  ['both', { 'The work': work, 'The desk': desk, About: ['Numbers', ...about] }, true],
])('who %s has what they do, in its groups', async (does, expected, canRehearse) => {
  const real = openRealCore()
  try {
    await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
    await real.client.vault.setWork({ work: does })
    connectTo(real.core)
    renderInConsole(<Navigation />)
    const last = does === 'facilitates' ? 'Duties' : 'Inbox'
    await screen.findByRole('link', { name: last })
    const shown = Object.fromEntries(
      screen.getAllByRole('list', { name: /./ }).map((list) => [
        list.getAttribute('aria-labelledby')?.split('-')[1] ?? '',
        within(list)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ]),
    )
    expect(Object.values(shown)).toEqual(Object.values(expected))
    for (const name of Object.keys(expected)) expect(screen.getByRole('list', { name })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Rehearse' }) !== null).toBe(canRehearse)
    expect(screen.getByRole('button', { name: 'Lock console' })).toBeTruthy()
  } finally {
    real.core.close()
  }
})
