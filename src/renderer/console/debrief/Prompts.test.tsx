/** @file What a choice of the debrief leads to, by role and key, against a real core. */
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { Contact } from '../../../contract/charter-around'
import { DebriefPrompt } from '../../../contract/charters'
import { registerWords } from '../words'
import words from '../words/en/debrief.json'
import { chosenIn, type Prompt, Prompts } from './Prompts'

registerWords('debrief', words)

const prompt = DebriefPrompt.parse({
  id: 'care-who',
  section: 'Looking after myself',
  text: 'Whom will I be in touch with?',
  answer: {
    kind: 'choice',
    options: ['My lead', 'A crisis line', 'Staff', 'Nobody yet'],
    leadsTo: [
      { option: 'My lead', to: 'onCall' },
      { option: 'A crisis line', to: 'crisisLines' },
      { option: 'Staff', to: 'contacts' },
    ],
  },
})

const contact = Contact.parse({
  id: 'staff',
  role: 'staff',
  turnTo: 'A pause, or a removal.',
  isConsultedFirst: false,
  source: { from: 'ourDefault', why: 'A test.' },
})

const Form = ({ asked = prompt }: { asked?: Prompt }) => {
  const [chosen, setChosen] = useState('')
  return (
    <Prompts
      prompts={[asked]}
      pack={{ contacts: [contact] }}
      fields={{
        textAt: () => chosen,
        checkedAt: () => chosen,
        open: new Map(),
        heldBack: [],
        maxCharacters: 100,
        onChange: (_path, text) => setChosen(text),
        onBlur: () => {},
        onLeaveIn: () => {},
      }}
    />
  )
}

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.conduct.saveCrisisSettings({
    region: 'US-CO',
    onCall: { role: 'Lead volunteer', number: '303 555 0188' },
    groupContact: null,
  })
  connectTo(real.core)
})
afterEach(() => real.core.close())

describe('a choice', () => {
  it('leads to whom the pack names for it, and to nothing otherwise', async () => {
    const { user } = renderInConsole(<Form />)
    expect(screen.queryByText('303 555 0188')).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'My lead' }))
    expect(await screen.findByText('303 555 0188')).toBeTruthy()
    await user.keyboard('{ArrowDown}')
    // The line of the region that was chosen, with its number.
    expect((await screen.findByRole('list', { name: 'Crisis lines' })).textContent).toContain('988')
    expect(screen.queryByText('303 555 0188')).toBeNull()
    await user.keyboard('{ArrowDown}')
    // Whom the charter has, by role and with what.
    expect(await screen.findByText('A pause, or a removal.')).toBeTruthy()
    await user.keyboard('{ArrowDown}')
    expect(screen.queryByText('A pause, or a removal.')).toBeNull()
    expect(screen.getByRole('radio', { name: 'Nobody yet' })).toHaveProperty('checked', true)
    expect(screen.queryByRole('list', { name: 'Crisis lines' })).toBeNull()
  })
  it('may be several, each leading where it leads, in the order of the options', async () => {
    const several = DebriefPrompt.parse({ ...prompt, answer: { ...prompt.answer, mayBeSeveral: true } })
    const { user } = renderInConsole(<Form asked={several} />)
    screen.getByRole('checkbox', { name: 'Staff' }).focus()
    await user.keyboard(' ')
    await user.click(screen.getByRole('checkbox', { name: 'My lead' }))
    expect(await screen.findByText('303 555 0188')).toBeTruthy()
    expect(await screen.findByText('A pause, or a removal.')).toBeTruthy()
    expect(screen.queryByRole('list', { name: 'Crisis lines' })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Staff' }))
    expect(screen.queryByText('A pause, or a removal.')).toBeNull()
    expect(screen.getByRole('checkbox', { name: 'My lead' })).toHaveProperty('checked', true)
    const { answer } = several
    const options = answer.kind === 'choice' ? answer.options : []
    expect(chosenIn('Staff\nMy lead', options)).toEqual(['My lead', 'Staff'])
    expect(chosenIn('', options)).toEqual([])
    // Of a version of the charter that had it.
    expect(chosenIn('A friend\nStaff', options)).toEqual(['Staff', 'A friend'])
  })
  it('that is not among the options makes no pack', () => {
    const { answer } = prompt
    if (answer.kind !== 'choice') throw new Error('A choice was planted')
    const wrong = { ...prompt, answer: { ...answer, leadsTo: [{ option: 'Somebody', to: 'onCall' }] } }
    expect(DebriefPrompt.safeParse(wrong).success).toBe(false)
  })
})
