/** @file A group may be stricter than its charter, never less strict, and not where the charter locks: by role and key. */
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { shippedPack, soundPack } from '../../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { type Tightening, tightened, tightenedNames } from '../../../../contract/charter-tightening'
import type { CharterPack } from '../../../../contract/charters'
import '../words'
import { StricterFields } from './StricterFields'

const shown = (id: string, begins: Tightening = {}) => {
  let now = begins
  const Fields = () => {
    const [value, setValue] = useState(begins)
    now = value
    return <StricterFields pack={shippedPack(id)} value={value} onChange={setValue} />
  }
  return { ...renderInConsole(<Fields />), read: () => now }
}
const optionsOf = (select: HTMLElement) =>
  [...select.querySelectorAll('option')].map(({ textContent }) => textContent)

it('offers earlier moments only, and takes one back', async () => {
  const { user, read } = shown('heypeers')
  const select = screen.getByRole('combobox', { name: 'Locking the room' })
  expect(optionsOf(select)).toEqual([
    '15 minutes after the start (as the charter has it)',
    '5 minutes after the start',
    'At the start',
  ])
  await user.selectOptions(select, 'At the start')
  expect(read()).toEqual({ lock: { kind: 'atStart' } })
  await user.selectOptions(select, '15 minutes after the start (as the charter has it)')
  expect(read()).toEqual({})
})

it('says what the charter locks, and offers no way around it', () => {
  shown('uk-peer-group', { lock: { kind: 'grace', minutes: 30 } })
  expect(screen.queryByRole('combobox', { name: 'Locking the room' })).toBeNull()
  expect(screen.getByText('Locking the room: At the start. The charter locks this.')).toBeDefined()
})

it('is ticked and unticked by key, and not offered where the charter asks for it already', async () => {
  const { user, read } = shown('heartsupport')
  screen.getByRole('checkbox', { name: 'Only a server that my organization approved' }).focus()
  await user.keyboard(' ')
  expect(read()).toEqual({ needsApprovedServer: true })
  await user.keyboard(' ')
  expect(read()).toEqual({})
  await user.click(screen.getByRole('checkbox', { name: 'Never show me who was not heard yet' }))
  expect(read()).toEqual({ invitesUnheard: false })
})

it('offers every setting that a group may decide, where the charter leaves it open', async () => {
  const pack = soundPack()
  const open = { isLocked: false, source: { from: 'ourDefault', why: 'A test.' } } as const
  const settings = {
    ...pack.settings,
    muteOnEntry: { ...open, value: false },
    stepOutCheck: { ...open, value: false },
    invitesUnheard: { ...open, value: true },
    lock: { ...open, value: { kind: 'manual' } },
    needsApprovedServer: { ...open, value: false },
    registrationsMinimum: { ...open, value: 4 },
  } satisfies CharterPack['settings']
  let now: Tightening = {}
  const Fields = () => {
    const [value, setValue] = useState<Tightening>({})
    now = value
    return <StricterFields pack={{ ...pack, settings }} value={value} onChange={setValue} />
  }
  const { user } = renderInConsole(<Fields />)
  for (const box of screen.getAllByRole('checkbox')) await user.click(box)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Locking the room' }), 'At the start')
  const number = screen.getByRole('textbox', { name: 'How many sign up before the group begins' })
  await user.type(number, '3')
  expect(now.registrationsMinimum).toBeUndefined()
  await user.clear(number)
  await user.type(number, '12')
  expect(Object.keys(now).toSorted()).toEqual([...tightenedNames].toSorted())
  for (const name of tightenedNames) expect(tightened(settings, now)[name], name).not.toEqual(settings[name])
})

it('does not offer what the charter asks for already', () => {
  shown('heartfelt')
  expect(screen.queryByRole('checkbox', { name: 'Only a server that my organization approved' })).toBeNull()
})
