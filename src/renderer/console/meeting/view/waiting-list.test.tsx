/**
 * @file Who waits to enter, by role and key: admit and not now, and where a second look is wanted.
 */
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { KNOCK_STALE_AFTER_MS } from '../guard/knocks'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { playRoom } from './played-room.fixture'
import { useNameMarks } from './use-name-marks'
import { WaitingList } from './WaitingList'

const shown = async (before: (played: Awaited<ReturnType<typeof playRoom>>) => void) => {
  const played = await playRoom('Wren', 'Oak')
  before(played)
  played.draw()
  const Waiting = () => {
    const snapshot = useRoomSnapshot(played.room)
    const markOf = useNameMarks(snapshot.people, 'Me')
    return (
      <WaitingList knocks={snapshot.knocks} removals={snapshot.removals} markOf={markOf} room={played.room} />
    )
  }
  const { user } = renderInConsole(<Waiting />)
  const knockOf = (name: string) => {
    const item = screen.getAllByRole('listitem').find(({ textContent }) => textContent?.startsWith(name))
    if (!item) throw new Error(`${name} is not waiting`)
    return item
  }
  const look = () => act(() => void played.draw())
  return { ...played, user, knockOf, look }
}
const admit = (item: HTMLElement) => within(item).getByRole('button', { name: 'Admit' })
const isBright = (button: HTMLElement) => button.dataset.variant === 'filled'

describe('somebody who waits', () => {
  it('is let in by a bright button, by key', async () => {
    const { user, knockOf, page } = await shown(({ knock }) => knock('k1', 'Sol'))
    expect(isBright(admit(knockOf('Sol')))).toBe(true)
    admit(knockOf('Sol')).focus()
    await user.keyboard('{Enter}')
    expect(page().sent.at(-1)).toEqual({ name: 'answerKnockingParticipant', id: 'k1', isAdmitted: true })
  })

  it('is turned away for now, and named to a screen reader beside each button', async () => {
    const { user, knockOf, page, settled, look } = await shown(({ knock }) => knock('k1', 'Sol'))
    const notNow = within(knockOf('Sol')).getByRole('button', { name: 'Not now', description: 'Sol' })
    await user.click(notNow)
    await settled()
    look()
    expect(page().sent.at(-1)).toEqual({ name: 'answerKnockingParticipant', id: 'k1', isAdmitted: false })
    expect(screen.queryByRole('listitem')).toBeNull()
  })

  it('with a name that was here tonight is said to have been here, also after we were out', async () => {
    const { knockOf } = await shown(({ knock, page }) => {
      page().event({ name: 'participantLeft', id: 'guest-2' })
      page().event({ name: 'left' })
      page().event({ name: 'joined', id: 'me2', displayName: 'Me' })
      knock('k1', 'Oak')
      knock('k2', 'Sol')
    })
    expect(knockOf('Oak').textContent).toContain('May have been here earlier. Let in?')
    expect(knockOf('Sol').textContent).not.toContain('May have been here earlier')
  })

  it('among others is let in with all of them, unless one wants a second look', async () => {
    const { user, page, look, knock } = await shown(({ knock: first }) => {
      first('k1', 'Sol')
      first('k2', 'Elm')
    })
    await user.click(screen.getByRole('button', { name: 'Admit all 2 shown here' }))
    expect(page().sent.filter(({ name }) => name === 'answerKnockingParticipant')).toEqual([
      { name: 'answerKnockingParticipant', id: 'k1', isAdmitted: true },
      { name: 'answerKnockingParticipant', id: 'k2', isAdmitted: true },
    ])
    knock('k3', 'Wren')
    look()
    // The two are being let in, and the third wants a second look.
    expect(screen.queryByRole('button', { name: /Admit all/ })).toBeNull()
  })

  it('is let in by no press for all, once answered, in doubt, or marked', async () => {
    const { user, page, look, settled, clock, room, knock } = await shown(
      ({ room: before, knock: first, clock: at }) => {
        first('k1', 'Sol')
        first('k2', 'Elm')
        at.advance(1)
        before.remove('guest-2')
        first('k3', 'Ivy')
      },
    )
    const all = () => screen.queryByRole('button', { name: /^Admit all/ })?.textContent ?? ''
    const letIn = () =>
      page().sent.flatMap((sent) =>
        sent.name === 'answerKnockingParticipant' ? [`${sent.id} ${sent.isAdmitted}`] : [],
      )
    expect(all()).toBe('Admit all 2 that were not answered and need no second look')
    await user.click(screen.getByRole('button', { name: /^Admit all/ }))
    expect(letIn()).toEqual(['k1 true', 'k2 true'])
    look()
    expect(all()).toBe('')
    // Those who knocked before anybody was removed, answered or old, are nobody's for one press.
    room.letBackIn('guest-2')
    for (const [id, name] of [
      ['k4', 'Ash'],
      ['k5', 'Fir'],
      ['k6', 'Yew'],
    ] as const)
      knock(id, name)
    page().answerWith('notSent')
    room.deny('k5')
    await settled()
    look()
    expect(all()).toBe('Admit all 3 that were not answered and need no second look')
    page().answerWith('sent')
    await user.click(screen.getByRole('button', { name: /^Admit all/ }))
    expect(letIn()).toEqual(['k1 true', 'k2 true', 'k5 false', 'k3 true', 'k4 true', 'k6 true'])
    knock('k7', 'Oat')
    knock('k8', 'Rye')
    look()
    expect(all()).toBe('Admit all 2 that were not answered and need no second look')
    clock.advance(KNOCK_STALE_AFTER_MS)
    look()
    expect(all()).toBe('')
  })

  it.each(['', '   ', 'Fellow Jitster', 'fellow jitster', 'Guest'])(
    'without a name of their own is nobody who was here: %j',
    async (nameless) => {
      const { knockOf } = await shown(({ page, knock }) => {
        for (const id of ['n1', 'n2', 'n3', 'n4', 'n5'])
          page().event({ name: 'participantJoined', id, displayName: nameless })
        for (const id of ['n1', 'n2', 'n3', 'n4', 'n5']) page().event({ name: 'participantLeft', id })
        for (const id of ['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8']) knock(id, nameless)
        knock('k9', 'Wren')
      })
      expect(screen.queryAllByText('May have been here earlier. Let in?')).toEqual([])
      expect(knockOf('Wren').textContent).toContain('Same name as Wren')
    },
  )

  it('after a removal is marked under any name, and Admit is not the bright one', async () => {
    const { knockOf } = await shown(({ room, knock }) => {
      room.remove('guest-2')
      knock('k1', 'Somebody else')
      knock('k2', 'OAK')
    })
    expect(knockOf('Somebody else').textContent).toContain('Look before you let anyone in')
    expect(knockOf('OAK').textContent).toContain('Same name as somebody removed')
    for (const name of ['Somebody else', 'OAK']) expect(isBright(admit(knockOf(name)))).toBe(false)
  })

  it('under our own name, a word of ours or the name of somebody inside is marked', async () => {
    const { knockOf } = await shown(({ knock }) => {
      knock('k1', 'me')
      knock('k2', 'Facilitator')
      knock('k3', 'wren')
    })
    expect(knockOf('me').textContent).toContain('Same name as yours')
    expect(knockOf('Facilitator').textContent).toContain('A guest by this name')
    expect(knockOf('wren').textContent).toContain('Same name as Wren')
    for (const name of ['me', 'Facilitator', 'wren']) expect(isBright(admit(knockOf(name)))).toBe(false)
  })
})
