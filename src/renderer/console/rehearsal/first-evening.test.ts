/** @file The guided evening waits for the act itself, counts one that comes early, and goes on past what is skipped. */
import { beforeEach, expect, it } from 'vitest'
import { DRILL_END_TITLE, DRILL_STEP_TITLE } from '../../../contract/drill-plan'
import { readPageStores } from '../page-store'
import {
  createFirstEvening,
  didAct,
  type EveningSoFar,
  FIRST_EVENING,
  leaveFirstEvening,
} from './first-evening'
import { FIRST_EVENING_PATH } from './paths'

const soFar = () =>
  readPageStores()
    .find(({ name }) => name === 'rehearsal.firstEvening')
    ?.read() as EveningSoFar | null

const begin = () => {
  const practice = createFirstEvening({ title: 'An evening', practises: 'One.' }, () =>
    Promise.reject(new Error('No room page is opened here')),
  )
  const { guide } = practice
  if (!guide) throw new Error('Nobody guides it.')
  return {
    practice,
    guide,
    join: () => practice.hear({ name: 'joined', id: 'me', displayName: 'Sam' }),
    tell: (description: string, title = DRILL_STEP_TITLE) =>
      practice.hear({ name: 'hinted', title, description }),
  }
}

beforeEach(leaveFirstEvening)

it('waits for each act in its order, and for nothing else that happens', () => {
  const { practice, guide, join, tell } = begin()
  const seen = [guide.at()]
  const look = () => seen.push(guide.at())
  join()
  look()
  tell('hello')
  tell('knock')
  tell('locked', 'lobby.notificationTitle')
  expect(guide.at().act).toBe('lock')
  tell('locked')
  look()
  tell('admitted')
  look()
  tell('quieted')
  look()
  practice.opened({ kind: 'cards' })
  look()
  expect(seen.map(({ act, number }) => `${number} ${act}`)).toEqual([
    '1 open',
    '2 lock',
    '3 admit',
    '4 quiet',
    '5 cards',
    '6 close',
  ])
  expect(practice.finish()).toBe(FIRST_EVENING_PATH)
  didAct('debrief')
  expect(soFar()).toEqual(Object.fromEntries(FIRST_EVENING.map((act) => [act, 'done'])))
})

it('counts an act that comes before its turn, and is the same picture while nothing changes', () => {
  const { guide, join, tell } = begin()
  join()
  tell('quieted')
  expect(guide.at()).toBe(guide.at())
  expect(guide.at().act).toBe('lock')
  tell('locked')
  tell('admitted')
  expect(guide.at().act).toBe('cards')
})

it('goes on past what is skipped; nobody knocks where the lock was, and the close is never skipped', () => {
  const { guide, join } = begin()
  guide.skip()
  expect(guide.at().act).toBe('open')
  join()
  guide.skip()
  expect(guide.at().act).toBe('quiet')
  guide.skip()
  guide.skip()
  guide.skip()
  expect(guide.at().act).toBe('close')
  expect(soFar()).toEqual({
    open: 'done',
    lock: 'skipped',
    admit: 'skipped',
    quiet: 'skipped',
    cards: 'skipped',
  })
})

it('waits for no guest once they do nothing any more', () => {
  const { guide, join, tell } = begin()
  join()
  tell('time', DRILL_END_TITLE)
  expect(guide.at().act).toBe('cards')
})

it('that is closed before its turn goes on with the debrief, and one that is left is forgotten', () => {
  const closed = begin()
  closed.join()
  expect(closed.practice.finish()).toBe(FIRST_EVENING_PATH)
  expect(soFar()).toMatchObject({ close: 'done', lock: 'skipped' })
  const left = begin()
  left.join()
  left.guide.leave()
  expect(left.practice.finish()).toBe('/')
  expect(soFar()).toBeNull()
  // What comes later has nothing to go on.
  didAct('debrief')
  expect(soFar()).toBeNull()
})

it('says that a report was asked for, and makes none', () => {
  const { practice } = begin()
  expect(practice.state()).toEqual({ isOver: false, hasReported: false })
  practice.opened({ kind: 'report' })
  expect(practice.state().hasReported).toBe(true)
})
