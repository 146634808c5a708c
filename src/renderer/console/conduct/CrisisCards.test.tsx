/**
 * @file The crisis cards as they are used: the emergency number of the place, words for it, sending to one.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { CharterPack } from '../../../contract/charters'
import { queries } from '../queries'
import { CrisisCards, type CrisisCardsProps } from './CrisisCards'

const pack = CharterPack.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../resources/charters/heartfelt.json'), 'utf8'),
  ),
)
const reportsAbout = pack.reportTriggers.flatMap(({ persons = [] }) => persons)

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
})
afterEach(() => real.core.close())

const show = (props: Partial<CrisisCardsProps> = {}) =>
  renderInConsole(<CrisisCards cards={pack.crisisCards} reportsAbout={reportsAbout} {...props} />)
const emergency = () => screen.getByRole('region', { name: 'Emergency number' })
const where = () => screen.getByRole('combobox', { name: 'Where the person is' })
const say = () => screen.getByRole('list', { name: 'Say' })
const pick = async (user: ReturnType<typeof show>['user'], id: string) =>
  user.selectOptions(screen.getByRole('combobox', { name: 'Which is it' }), id)

it('says that no region is chosen, and offers the choice', async () => {
  const { user, findByText } = show()
  await findByText(/112 or 911 reaches help in most countries/)
  expect(emergency().textContent).toContain('You have not chosen a region')
  expect(say().textContent).not.toContain('crisis line')
  await user.selectOptions(where(), 'US-CO')
  await within(emergency()).findByText('911')
  expect(emergency().textContent).toContain('For where the person is: Colorado, United States.')
  expect(emergency().textContent).toContain('not checked by us')
  expect(say().textContent).toContain('988 Suicide & Crisis Lifeline: call 988 or text 988')
})

it('takes the facilitator’s region, and another place for one person', async () => {
  await real.client.conduct.saveCrisisSettings({
    region: 'GB-SCT',
    onCall: { role: 'Lead volunteer', number: '0131 496 0018' },
  })
  const { user, unmount } = show()
  await within(emergency()).findByText('999, 112')
  expect(emergency().textContent).toContain('For your region: Scotland, United Kingdom.')
  expect(where()).toHaveProperty('value', '')
  await user.selectOptions(where(), 'IE')
  await within(emergency()).findByText('112, 999')
  // The next person is not in Ireland.
  unmount()
  show()
  await within(emergency()).findByText('999, 112')
})

it('has lines to report to for the charter’s kinds of person, first on the card that leads to a report', async () => {
  await real.client.conduct.saveCrisisSettings({ region: 'US-CO', onCall: null })
  const { user, findByRole } = show()
  const lines = await findByRole('list', { name: 'Lines to report to' })
  expect(lines.textContent).toContain('844-264-5437')
  expect(lines.textContent).toContain('Adult Protective Services of the county where the adult lives')
  const order = () =>
    screen
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent)
      .filter((words) => words === 'Lines to report to' || words === 'Crisis lines')
  expect(order()).toEqual(['Crisis lines', 'Lines to report to'])
  await pick(user, 'being-harmed')
  expect(order()).toEqual(['Lines to report to', 'Crisis lines'])
  await user.selectOptions(where(), 'CA')
  await screen.findByText(/We have no line that takes a report about a child/)
  expect(screen.getByText(/tell the person on call in your organization/)).toBeTruthy()
})

it('sends only when a button that names somebody is pressed, the private number never among the words', async () => {
  await real.client.conduct.saveCrisisSettings({
    region: 'US',
    onCall: { role: 'Lead volunteer', number: '303 555 0188' },
  })
  const sent: unknown[] = []
  const { user, findByRole } = show({
    sending: {
      people: [{ id: 'a', name: 'Juniper' }],
      send: (recipient, text) => sent.push({ recipient, text }),
      said: null,
    },
  })
  await findByRole('list', { name: 'Crisis lines' })
  expect(screen.getByText('303 555 0188')).toBeTruthy()
  await pick(user, 'frightened-at-home')
  await user.click(screen.getByRole('button', { name: 'Send more words, once it is safe' }))
  const words = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What is sent' })
  expect(words.value).toContain(
    'National Domestic Violence Hotline: call 1-800-799-7233 or text START to 88788',
  )
  await user.selectOptions(screen.getByRole('combobox', { name: 'Who gets it' }), 'Juniper')
  expect(sent).toEqual([])
  await user.keyboard('{Tab}{Tab}')
  await user.click(screen.getByRole('button', { name: 'Send to Juniper' }))
  expect(sent).toEqual([{ recipient: { kind: 'person', id: 'a' }, text: words.value }])
  expect(JSON.stringify(sent)).not.toContain('303 555 0188')
})

it('puts other words into the box when the place is another', async () => {
  await real.client.conduct.saveCrisisSettings({ region: 'US', onCall: null })
  const { user, findByRole } = show({ sending: { people: [], send: () => {}, said: null } })
  await findByRole('list', { name: 'Crisis lines' })
  await user.click(screen.getByRole('button', { name: 'Send words to one person' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('It is 911 (United States).')
  await user.selectOptions(where(), 'AU')
  await user.click(await findByRole('button', { name: 'Send words to one person' }))
  const { value } = screen.getByRole<HTMLTextAreaElement>('textbox')
  expect(value).toContain('It is 000 (Australia).')
  expect(value).not.toContain('911')
})

it('has cards for hard moments beside the crisis cards, each with where its words come from', async () => {
  const { user, findByText } = show({ conductCards: pack.conductCards, clauses: pack.clauses })
  const choice = screen.getByRole('combobox', { name: 'Which is it' })
  expect(
    within(choice)
      .getAllByRole('group')
      .map((group) => group.getAttribute('label')),
  ).toEqual(['Somebody may be in danger', 'Hard moments in a group'])
  for (const card of pack.conductCards) {
    await pick(user, card.id)
    expect(say().textContent).toBe(card.say.join(''))
    expect(screen.queryByRole('list', { name: 'Steps' })).toBeNull()
    if (card.source.from === 'ourDefault') await findByText(`Our default. ${card.source.why}`)
    else await findByText(/^From the charter, line \d+: /)
    // Nothing can be sent where there is no room.
    expect(screen.queryByRole('button')).toBeNull()
  }
  expect(pack.conductCards.map(({ id }) => id)).toEqual([
    'asked-recording',
    'unasked-advice-given',
    'argument',
    'silence',
    'left-in-tears',
    'said-too-much',
  ])
})

it('sends the words of a hard moment to one person in two steps, and nothing by choosing', async () => {
  const sent: unknown[] = []
  const { user } = show({
    conductCards: pack.conductCards,
    askedCardId: 'asked-recording',
    sending: {
      people: [{ id: 'a', name: 'Juniper' }],
      send: (recipient, text) => sent.push({ recipient, text }),
      said: null,
    },
  })
  expect(screen.getByRole('combobox', { name: 'Which is it' })).toHaveProperty('value', 'asked-recording')
  await user.click(screen.getByRole('button', { name: 'Send words to one person' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Who gets it' }), 'Juniper')
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Send to Juniper' }))
  expect(sent).toEqual([{ recipient: { kind: 'person', id: 'a' }, text: pack.conductCards[0]?.message }])
  // Nothing is to be written into a silence.
  await pick(user, 'silence')
  expect(screen.queryByRole('button', { name: 'Send words to one person' })).toBeNull()
})

it('opens at the card that was asked for, also while it is open', async () => {
  const Asked = ({ id }: { id: string | null }) => (
    <CrisisCards cards={pack.crisisCards} conductCards={pack.conductCards} askedCardId={id} />
  )
  const { rerender } = renderInConsole(<Asked id={null} />)
  const choice = () => screen.getByRole('combobox', { name: 'Which is it' })
  expect(choice()).toHaveProperty('value', 'first-line')
  rerender(<Asked id="under-age" />)
  expect(choice()).toHaveProperty('value', 'under-age')
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Crisis cards' }))
})

it('leads with a life at stake: say, call, send the line, on call, close the group', async () => {
  await real.client.conduct.saveCrisisSettings({
    region: 'US-CO',
    onCall: { role: 'Lead volunteer', number: '303 555 0188' },
  })
  const { user } = show({
    groupClosing: { words: pack.groupClosing, contact: pack.organization },
    sending: { people: [{ id: 'a', name: 'Juniper' }], send: () => {}, said: null },
  })
  const steps = await screen.findByRole('list', { name: 'Steps' })
  await within(steps).findByText(/^911\. They call, or you call for them/)
  await within(steps).findByText('303 555 0188')
  expect(
    within(steps)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Say first',
    'Emergency number',
    'Send the line, with its number',
    'On call for us',
    'Close the group, stay with one person',
  ])
  // The number of the person on call stands once.
  expect(screen.getAllByText('303 555 0188')).toHaveLength(1)
  await user.click(within(steps).getByRole('button', { name: 'Send words to one person' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What is sent' }).value).toContain(
    '988 Suicide & Crisis Lifeline: call 988',
  )
  // Other cards have no such steps.
  await pick(user, 'under-age')
  expect(screen.queryByRole('list', { name: 'Steps' })).toBeNull()
  expect(screen.queryByRole('region', { name: 'Close the group, stay with one person' })).toBeNull()
})

it('closes the group only by a second press, after saying what the others will see and who holds them', async () => {
  await real.client.conduct.saveCrisisSettings({
    region: 'US-CO',
    onCall: { role: 'Lead volunteer', number: '303 555 0188' },
  })
  const sent: { recipient: unknown; text: string }[] = []
  let locks = 0
  const sending = {
    people: [
      { id: 'a', name: 'Juniper' },
      { id: 'b', name: 'Oak' },
      { id: 'c', name: 'Sol' },
    ],
    send: (recipient: unknown, text: string) => void sent.push({ recipient, text }),
    said: 'Sent 19:00 to everyone in the room.',
    lock: () => {
      locks += 1
    },
  }
  const groupClosing = { words: pack.groupClosing, contact: pack.organization }
  const { user, findByRole } = show({ groupClosing, sending })
  const plan = await findByRole('region', { name: 'Close the group, stay with one person' })
  const opener = within(plan).getByRole('button', { name: 'Show what the others will see' })
  opener.focus()
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'What the others will see' }))
  expect(plan.textContent).toContain('Nobody is put out.')
  expect(plan.textContent).toContain('The one who stays reads it too.')
  await user.selectOptions(within(plan).getByRole('combobox', { name: 'Who stays with you' }), 'Juniper')
  const holds = within(plan).getByRole('combobox', { name: 'Who holds the others' })
  expect(within(holds).queryByRole('option', { name: 'Juniper' })).toBeNull()
  await user.selectOptions(
    holds,
    await within(holds).findByRole('option', { name: 'On call: Lead volunteer' }),
  )
  expect(plan.textContent).toContain('Call 303 555 0188 before you send')
  expect([sent, locks]).toEqual([[], 0])
  await user.click(within(plan).getByRole('button', { name: 'Let nobody new in' }))
  await user.dblClick(within(plan).getByRole('button', { name: 'Send this to everyone in the room' }))
  expect(locks).toBe(1)
  expect(sent).toEqual([
    {
      recipient: { kind: 'room' },
      text: pack.groupClosing.message.replace('{contact}', 'Heartfelt Peer Supports'),
    },
  ])
  expect(sent[0]?.text).not.toContain('303 555 0188')
  expect(plan.textContent).toContain('Besides Juniper, 2 people are still here.')
  await user.click(within(plan).getByRole('button', { name: 'Put this away' }))
  expect(document.activeElement).toBe(
    within(plan).getByRole('button', { name: 'Show what the others will see' }),
  )
})

it('has its heading under the keyboard, and closes with Escape', async () => {
  let isClosed = false
  const { user } = show({ onClose: () => (isClosed = true) })
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Crisis cards' }))
  await user.keyboard('{Escape}')
  expect(isClosed).toBe(true)
})

it('keeps the emergency number with the vault locked', async () => {
  await real.client.conduct.saveCrisisSettings({ region: 'AU', onCall: null })
  await real.client.vault.lock()
  show()
  await within(emergency()).findByText('000')
  expect(screen.getByText(/No on-call contact is set/)).toBeTruthy()
})

it('does not go by what it was told behind the lock', async () => {
  await real.client.conduct.saveCrisisSettings({ region: 'AU', onCall: null })
  const { queryClient, unmount } = show()
  await within(emergency()).findByText('000')
  unmount()
  // Answered null a moment ago, by a lock screen before the first unlocking.
  queryClient.setDefaultOptions({ queries: { staleTime: 60_000 } })
  queryClient.setQueryData(queries.conduct.chosenRegion.queryKey(), null)
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <CrisisCards cards={pack.crisisCards} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  await within(emergency()).findByText('000')
})
