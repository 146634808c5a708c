/**
 * @file Charter D written in the composer by keyboard alone, from an empty page with our defaults: what its text asks
 * for, in the words of the pack that ships, and nothing that our defaults have already. How many keys that takes.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo } from '../tests/fixtures/steps.ts'
import { countedKeys } from './counted-keys.mjs'
import { row } from './statistics.mjs'

/** Keys a minute of somebody who copies a text with care: forty words of five letters. */
const KEYS_PER_MINUTE = 200
/** Our default: reaching and choosing may take half of what the words themselves do. */
const KEYS_TO_LETTERS_MAX = 1.5
/** More stops of the Tab key than a part has. */
const STOPS_MAX = 300
/** How often it is looked whether a new thing has the keyboard. */
const LOOKS_MAX = 500

const pack = JSON.parse(
  readFileSync(join(import.meta.dirname, '../resources/charters/uk-peer-group.json'), 'utf8'),
)
const cited = (things) => things.filter(({ source }) => source.from === 'clause')
const placeOf = (clauseId) => {
  const clause = pack.clauses.find(({ id }) => id === clauseId)
  return `Line ${clause.line}: ${clause.text}`
}
const from = ({ source }) => ['Where it comes from', placeOf(source.clauseId)]
const topics = {
  notRecordedByUs: 'That nothing is recorded',
  stepOut: 'How to step out',
  confidentiality: 'What stays here',
  welcome: 'Welcome',
  whatIsKept: 'What is kept',
  reachUsAfter: 'How to reach us afterwards',
  lineDrops: 'What happens when the line drops',
  other: 'Something else',
}
const roles = { safeguarding: 'Safeguarding lead', team: 'The team', lead: 'Lead volunteer', staff: 'Staff' }

const worded = (things) => cited(things).map((one) => [['Words', one.text], from(one)])
/** Each list with the fields of each thing, in the order of the parts. */
const lists = [
  [
    'Clauses',
    pack.clauses.map(({ text, line }) => [
      ['What it asks for', text],
      ['Where it stands', `Line ${line}`],
    ]),
  ],
  [
    'Values',
    pack.values.map((one) => [['The value', one.text], ['What it means', one.meaning ?? ''], from(one)]),
  ],
  ['Lines of the invitation', worded(pack.joiningWords)],
  [
    'Lines said aloud',
    cited(pack.openingScript).map((one) => [
      ['What it makes known', topics[one.topic]],
      ['Words', one.text],
      from(one),
    ]),
  ],
  ['Before a session', worded(pack.checklists.before)],
  ['While it goes on', worded(pack.checklists.hold)],
  ['At the close', worded(pack.checklists.close)],
  [
    'Reasons',
    cited(pack.reasons)
      // Care for somebody in danger is there already, and leads to a card of ours.
      .filter(({ kind }) => kind === 'conduct')
      .map((one) => [
        ['What kind of reason', 'What somebody did'],
        ['Name of it', one.label],
        ['Words to say', one.say],
        from(one),
      ]),
  ],
  ['What comes next, after a removal', worded(pack.afterRemoval)],
  [
    'Whom one turns to',
    cited(pack.contacts).map((one) => [['Role', roles[one.role]], ['What with', one.turnTo], from(one)]),
  ],
]

/** What has the focus: its name, its kind, and the list it stands in. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement
    return {
      kind: element.tagName,
      name: (element.labels?.[0] ?? element).textContent.trim(),
      list: element.closest('section[aria-label]')?.getAttribute('aria-label') ?? '',
    }
  })

/**
 * One row: keys pressed beside the letters of the words. Prints how long that takes, and that it was published.
 *
 * @param page - a console with an open vault, on any page.
 */
export const charterTypingRows = async (page) => {
  const { counts, press, type, tabTo } = countedKeys(page, focused, STOPS_MAX, 'insertText')
  /** Types as much of a choice as tells it from those before it, as a list of the browser takes it. */
  const choose = async (label) => {
    const asked = await page.evaluate((wanted) => {
      const { options, selectedIndex } = document.activeElement
      const labels = [...options].map(({ label }) => label.trim())
      const place = labels.findIndex((one) => one === wanted || wanted.startsWith(one.replace(/…$/, '')))
      if (place === selectedIndex) return ''
      const lower = labels.map((one) => one.toLowerCase())
      for (let length = 1; length <= lower[place].length; length += 1) {
        const start = lower[place].slice(0, length)
        if (lower.findIndex((one) => one.startsWith(start)) === place) return start
      }
      return lower[place]
    }, label)
    counts.keys += asked.length
    if (asked !== '') await page.keyboard.type(asked)
  }
  const set = async (label, value) => {
    if (value === '') return
    const { kind } = await tabTo(label, ({ kind, name }) => name === label && kind !== 'BUTTON')
    if (kind === 'SELECT') await choose(value)
    else await type(value)
  }
  /** Waits until the new thing has the keyboard, in its first field. */
  const began = async (label) => {
    for (let look = 0; (await focused(page)).name !== label; look += 1) {
      if (look > LOOKS_MAX)
        throw new Error(`"${label}" has not the keyboard, but ${JSON.stringify(await focused(page))}.`)
      await page.waitForTimeout(20)
    }
  }
  const next = async (part) => {
    await tabTo(`Next: ${part}`, ({ name }) => name === `Next: ${part}`)
    await press('Enter')
    await page.getByRole('heading', { level: 2, name: part, exact: true }).waitFor()
  }
  const fill = async (list) => {
    const [, things] = lists.find(([name]) => name === list)
    for (const [at, fields] of things.entries()) {
      if (at === 0) {
        const { name } = await tabTo(
          list,
          (here) => here.list === list && (here.name === 'Change' || here.name === `Add to: ${list}`),
        )
        await press(name === 'Change' ? 'Control+Enter' : 'Enter')
      } else await press('Control+Enter')
      await began(fields[0][0])
      for (const [label, value] of fields) await set(label, value)
    }
  }

  await goTo(page, 'Charter')
  await page.getByRole('button', { name: 'Choose another charter' }).press('Enter')
  await page.getByRole('button', { name: 'Mine is not here' }).press('Enter')
  await page.getByRole('button', { name: 'Write our own charter' }).press('Enter')
  await page.getByRole('button', { name: 'Begin with an empty page' }).press('Enter')
  await page.getByRole('textbox', { name: 'Name of the charter' }).focus()
  const startedMs = Date.now()
  await set('Name of the charter', 'Peer support group guidelines')
  await set('Your organization', 'A peer support group')
  await set('One sentence about it', 'Online groups for people who give and get support.')
  await set('Where you are', 'United Kingdom')
  await set('Language it is written in', 'British English')
  await next('Clauses and values')
  await fill('Clauses')
  await fill('Values')
  await next('Invitation')
  await fill('Lines of the invitation')
  await next('Opening words')
  await fill('Lines said aloud')
  await next('Checklists')
  await fill('Before a session')
  await fill('While it goes on')
  await fill('At the close')
  await next('Steps and reasons')
  await fill('Reasons')
  await fill('What comes next, after a removal')
  await next('Cards')
  await next('Messages')
  await next('People and duties')
  await fill('Whom one turns to')
  await next('Debrief')
  await next('Reports')
  await next('Settings')
  await set('Locking the room', 'At the start')
  await set('When somebody steps out', 'You make sure that they are safe')
  await next('What changed')
  await next('Look at it')
  await next('Publish')
  await page.getByRole('button', { name: 'Publish it' }).waitFor()
  await tabTo('Publish it', ({ name }) => name === 'Publish it')
  await press('Enter')
  await page.getByRole('heading', { name: 'Peer support group guidelines is published' }).waitFor()
  const things = lists.reduce((sum, [, all]) => sum + all.length, 0)
  console.log(
    `Charter D in the composer: ${things} things, ${counts.keys} keys, ${Math.round(counts.keys / KEYS_PER_MINUTE)} minutes at ${KEYS_PER_MINUTE} keys a minute; the script took ${Math.round((Date.now() - startedMs) / 1000)} s.`,
  )
  return [
    row(
      'charter D in the composer: keys pressed vs letters of its words',
      'keys',
      counts.letters,
      counts.keys,
      KEYS_TO_LETTERS_MAX,
    ),
  ]
}
