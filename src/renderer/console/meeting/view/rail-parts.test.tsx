/**
 * @file Alarms, what follows a removal, and the question before the end: by role and key.
 */
import { readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { act, cleanup, screen, within } from '@testing-library/react'
import { useRef } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { CharterPack } from '../../../../contract/charters'
import { toggleSaidAloud } from '../../conduct/ladder/said-steps'
import { join } from '../live/stand-in-evening'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { AlarmList } from './AlarmList'
import { DoorTrial, type DoorTrialProps } from './DoorTrial'
import { EndQuestion } from './EndQuestion'
import { JustLeft } from './JustLeft'
import { JUST_LEFT_MS } from './left'
import { playRoom } from './played-room.fixture'
import { QuietStart } from './QuietStart'
import { RemovalCards } from './RemovalCards'
import { UNDO_ANSWER_MS, useStepOuts } from './use-step-outs'

const charterA = CharterPack.parse(
  JSON.parse(
    readFileSync(joinPath(import.meta.dirname, '../../../../../resources/charters/heartfelt.json'), 'utf8'),
  ),
)

describe('somebody who vanishes', () => {
  const shownLine = async (...names: readonly string[]) => shownUnder(false, ...names)
  const shownUnder = async (isAsked: boolean, ...names: readonly string[]) => {
    const played = await playRoom(...(names.length > 0 ? names : ['Wren', 'Oak']))
    played.draw()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const settings = { stepOutCheck: { ...charterA.settings.stepOutCheck, value: isAsked } }
    const Line = ({ isGoodbye = false, isOver = false }) => {
      const snapshot = useRoomSnapshot(played.room)
      const check = useRef<HTMLElement>(null)
      return (
        <JustLeft
          people={[]}
          stepOuts={useStepOuts(snapshot, settings, isGoodbye, isOver)}
          isInRoom={snapshot.stage.kind === 'inRoom'}
          hasClosingWaited={false}
          checkRef={check}
        />
      )
    }
    const { rerender } = renderInConsole(<Line />)
    const go = (...ids: string[]) =>
      act(() => {
        for (const id of ids) played.page().event({ name: 'participantLeft', id })
        played.draw()
      })
    const come = (id: string, name: string) =>
      act(() => {
        played.page().event(join(id, name))
        played.draw()
      })
    const wait = (byMs = JUST_LEFT_MS) => act(() => void vi.advanceTimersByTime(byMs))
    return {
      ...played,
      go,
      come,
      wait,
      press: (name: string) => act(() => screen.getByRole('button', { name }).click()),
      sayGoodbye: () => rerender(<Line isGoodbye />),
      close: () => rerender(<Line isOver />),
      line: () => screen.queryByText(/in the room any more/)?.textContent ?? '',
      others: () => screen.queryByText(/more stepped out/)?.textContent ?? '',
      asked: () => screen.queryByRole('heading', { name: /stepped out/ })?.textContent ?? '',
    }
  }

  it('is said in one quiet line that goes by itself', async () => {
    const { go, line } = await shownLine()
    expect(line()).toBe('')
    go('guest-1')
    expect(line()).toBe('Wren is not in the room any more.')
    go('guest-2')
    expect(line()).toBe('Oak and 1 more are not in the room any more.')
    act(() => void vi.advanceTimersByTime(JUST_LEFT_MS))
    expect(line()).toBe('')
  })

  it('is asked about, where the charter asks for a check, once they are not back in time; until answered', async () => {
    const { go, come, wait, line, asked, others, press } = await shownUnder(true, 'Wren', 'Oak', 'Sol')
    go('guest-1')
    expect(line()).toBe('Wren is not in the room any more.')
    // A line that broke and came back.
    come('guest-9', 'Wren')
    wait()
    expect(asked()).toBe('')
    go('guest-9')
    wait(JUST_LEFT_MS - 1)
    go('guest-2', 'guest-3')
    expect(asked()).toBe('')
    wait(1)
    expect(asked()).toBe('Wren stepped out. Are they safe?')
    expect(line()).toBe('Sol and 1 more are not in the room any more.')
    wait(JUST_LEFT_MS * 20)
    expect([asked(), others(), line()]).toEqual([
      'Wren stepped out. Are they safe?',
      '2 more stepped out.',
      '',
    ])
    press('I spoke with them')
    expect(asked()).toBe('Oak stepped out. Are they safe?')
    expect(screen.getByText('Spoken with: Wren.')).toBeTruthy()
    press('Undo')
    expect([asked(), others()]).toEqual(['Wren stepped out. Are they safe?', '2 more stepped out.'])
    press('Passed to on call')
    // Whoever is back needs no answer.
    come('guest-10', 'Sol')
    expect([asked(), others()]).toEqual(['Oak stepped out. Are they safe?', ''])
    press('They are safe')
    expect(asked()).toBe('')
    expect(screen.getByText('Safe: Oak.')).toBeTruthy()
    wait(UNDO_ANSWER_MS)
    expect(screen.queryByText('Safe: Oak.')).toBeNull()
  })

  it('holds no name any more once the room is closed', async () => {
    const { go, wait, asked, others, line, close } = await shownUnder(true, 'Wren', 'Oak', 'Sol')
    go('guest-1', 'guest-2')
    wait()
    go('guest-3')
    close()
    expect([asked(), others(), line()]).toEqual(['', '', ''])
  })

  it('is answered for all at once, and asked about no more once the evening is being closed', async () => {
    const { go, wait, asked, press, sayGoodbye } = await shownUnder(true, 'Wren', 'Oak', 'Sol')
    go('guest-1', 'guest-2')
    wait()
    press('All 2 are safe')
    expect(asked()).toBe('')
    sayGoodbye()
    go('guest-3')
    wait()
    expect(asked()).toBe('')
  })

  it('is said though somebody of the same name is still here', async () => {
    const { go, line } = await shownLine('Sam', 'Sam')
    go('guest-1')
    expect(line()).toBe('Sam is not in the room any more.')
  })

  it('stays where somebody else of the same name was here, or two of it are missed', async () => {
    const { go, come, wait, asked, others } = await shownUnder(true, 'Sam', 'Sam', 'Oak')
    const said = () => [asked(), others()]
    go('guest-1')
    go('guest-2')
    come('guest-8', 'Sam')
    wait()
    expect(said()).toEqual(['Sam stepped out. Are they safe?', '1 more stepped out.'])
    // The same connection again is the same person.
    come('guest-1', 'Sam')
    expect(said()).toEqual(['Sam stepped out. Are they safe?', ''])
    go('guest-3')
    come('guest-9', 'Oak')
    wait()
    expect(said()).toEqual(['Sam stepped out. Are they safe?', ''])
  })

  it.each([
    ['at once', false],
    ['with pictures between', true],
  ])('is said of nobody and puts nobody away as we come back ourselves: %s', async (_how, isDrawn) => {
    const { go, wait, page, draw, asked, others, line } = await shownUnder(true, 'Sam', 'Sam', 'Oak')
    go('guest-1')
    wait()
    const look = () => act(() => void (isDrawn ? draw() : null))
    page().event({ name: 'left' })
    look()
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    look()
    act(() => void draw())
    page().event(join('guest-2b', 'Sam'))
    look()
    page().event(join('guest-3b', 'Oak'))
    act(() => void draw())
    wait()
    expect([asked(), others(), line()]).toEqual(['Sam stepped out. Are they safe?', '', ''])
  })

  it.each([
    ['one picture', false],
    ['pictures between', true],
  ])('is missed once we are back and they are not, in time and answered for: %s', async (_how, isDrawn) => {
    const { wait, come, page, draw, asked, others, line } = await shownUnder(
      true,
      'Wren',
      'Oak',
      'Sol',
      'Ash',
    )
    const look = () => act(() => void (isDrawn ? draw() : null))
    page().event({ name: 'left' })
    look()
    for (const id of ['guest-1', 'guest-2', 'guest-3']) page().event({ name: 'participantLeft', id })
    look()
    page().event(join('guest-4', 'Ash'))
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    act(() => void draw())
    wait(JUST_LEFT_MS - 1)
    // A line that broke with ours and came back later.
    come('guest-3b', 'Sol')
    expect([asked(), line()]).toEqual(['', ''])
    wait(1)
    expect([asked(), line()]).toEqual(['', 'Oak and 1 more are not in the room any more.'])
    come('guest-2', 'Oak')
    wait()
    expect([asked(), others(), line()]).toEqual(['Wren stepped out. Are they safe?', '', ''])
  })

  it('is not missed while we are out ourselves, nor before the list is answered for again', async () => {
    const { wait, page, room, draw, asked, line } = await shownUnder(true, 'Wren')
    const look = () => act(() => void draw())
    page().event({ name: 'errorOccurred', errorName: 'connection.otherError', isFatal: false })
    look()
    page().event({ name: 'participantLeft', id: 'guest-1' })
    look()
    wait(JUST_LEFT_MS * 3)
    expect([asked(), line()]).toEqual(['', ''])
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    look()
    expect(room.snapshot()).toMatchObject({ stage: { kind: 'inRoom' }, isRosterStale: true })
    wait(JUST_LEFT_MS * 3)
    expect([asked(), line()]).toEqual(['', ''])
    page().answerPoll([{ id: 'me', displayName: 'Me', role: 'moderator' }])
    look()
    wait()
    expect([asked(), line()]).toEqual(['', 'Wren is not in the room any more.'])
    wait()
    expect([asked(), line()]).toEqual(['Wren stepped out. Are they safe?', ''])
  })

  it('is not said of those who came back, whom we removed, or when we left ourselves', async () => {
    const { go, line, page, draw, room } = await shownLine()
    go('guest-1')
    act(() => {
      page().event(join('guest-9', 'Wren'))
      draw()
    })
    expect(line()).toBe('')
    room.remove('guest-2')
    go('guest-2')
    expect(line()).toBe('')
    go('guest-9')
    expect(line()).toBe('Wren is not in the room any more.')
    act(() => {
      page().event({ name: 'left' })
      draw()
    })
    expect(line()).toBe('')
  })
})

describe('alarms', () => {
  const shown = async () => {
    const played = await playRoom('Wren')
    const Alarms = () => <AlarmList snapshot={useRoomSnapshot(played.room)} room={played.room} />
    const { user } = renderInConsole(<Alarms />)
    return { ...played, user, look: () => act(() => void played.draw()) }
  }

  it('a machine that takes notes is removed from there, by its name, and only where we may', async () => {
    const { page, look, user, room } = await shown()
    const removed = vi.spyOn(room, 'remove')
    page().event(join('guest-7', 'OtterPilot'))
    look()
    const alarm = within(screen.getByRole('alert'))
    expect(alarm.getByText('OtterPilot may be a machine that takes notes')).toBeTruthy()
    await user.click(alarm.getByRole('button', { name: 'Remove from room OtterPilot' }))
    expect(removed).toHaveBeenCalledWith('guest-7')
    page().event({ name: 'participantLeft', id: 'guest-7' })
    look()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('a recording is said at once and cannot be put away while it lasts', async () => {
    const { page, look } = await shown()
    page().event({ name: 'recordingChanged', isOn: true, mode: 'file' })
    look()
    const alarm = screen.getByRole('alert')
    expect(alarm.textContent).toContain('This meeting is being recorded or streamed')
    expect(within(alarm).queryByRole('button')).toBeNull()
  })

  it('another moderator is named, and the alarm is put away by key', async () => {
    const { page, look, user } = await shown()
    page().event({ name: 'roleChanged', id: 'guest-1', role: 'moderator' })
    look()
    expect(screen.getByRole('alert').textContent).toContain('Wren is a moderator now')
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'I have seen it' }))
    await user.keyboard('{Enter}')
    look()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('at the opening', () => {
  const session = { server: { kind: 'jitsi', host: 'meet.example.org' }, roomName: 'r'.repeat(20) } as const
  const shown = async (settings: CharterPack['settings'], server: DoorTrialProps['session'] = session) => {
    const played = await playRoom('Wren')
    const Parts = () => {
      const snapshot = useRoomSnapshot(played.room)
      return (
        <>
          <QuietStart settings={settings} snapshot={snapshot} room={played.room} />
          <DoorTrial session={server} snapshot={snapshot} />
        </>
      )
    }
    const { user } = renderInConsole(<Parts />)
    const look = () => act(() => void played.draw())
    look()
    const moderation = () =>
      played.page().sent.flatMap((one) => (one.name === 'toggleModeration' ? [one.isOn] : []))
    return { ...played, user, look, moderation }
  }
  const button = (name: string) => screen.queryByRole('button', { name })

  it('quiet from the start is offered where the charter mutes who comes, and handed back in one press', async () => {
    const { user, look, moderation } = await shown(charterA.settings)
    expect(moderation()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Quiet from the start' }))
    look()
    expect(moderation()).toEqual([true])
    await user.click(screen.getByRole('button', { name: 'Let people unmute' }))
    look()
    expect(moderation()).toEqual([true, false])
    expect(button('Quiet from the start')).toBeNull()
    expect(button('Let people unmute')).toBeNull()
  })

  it('is not offered where the charter leaves microphones open, nor to whoever may not act', async () => {
    const { muteOnEntry } = charterA.settings
    await shown({ ...charterA.settings, muteOnEntry: { ...muteOnEntry, value: false } })
    expect(button('Quiet from the start')).toBeNull()
    cleanup()
    const { page, look } = await shown(charterA.settings)
    page().event({ name: 'roleChanged', id: 'me', role: 'participant' })
    look()
    expect(button('Quiet from the start')).toBeNull()
  })

  it('the door is tried from a phone once the lock was asked for, by the link that everybody has', async () => {
    const { user, look, room } = await shown(charterA.settings)
    expect(button('Try the door from your phone')).toBeNull()
    act(() => room.lock())
    look()
    await user.click(screen.getByRole('button', { name: 'Try the door from your phone' }))
    await user.click(screen.getByRole('button', { name: 'Copy the link' }))
    expect(await navigator.clipboard.readText()).toBe(`https://meet.example.org/${'r'.repeat(20)}`)
    await user.click(screen.getByRole('button', { name: 'Done' }))
    expect(document.activeElement).toBe(button('Try the door from your phone'))
  })

  it('there is no door to try in the rehearsal', async () => {
    const { room, look } = await shown(charterA.settings, { ...session, server: { kind: 'rehearsal' } })
    act(() => room.lock())
    look()
    expect(button('Try the door from your phone')).toBeNull()
  })
})

describe('after a removal', () => {
  const shown = async (pack: CharterPack | null = null) => {
    const played = await playRoom('Wren', 'Oak')
    played.room.remove('guest-2')
    await played.settled()
    played.draw()
    const Cards = () => (
      <RemovalCards removals={useRoomSnapshot(played.room).removals} pack={pack} room={played.room} />
    )
    const { user } = renderInConsole(<Cards />)
    return { ...played, user, look: () => act(() => void played.draw()) }
  }

  it('has words for the organization, without the name, with the reason once it is chosen', async () => {
    const { user } = await shown(charterA)
    const card = within(screen.getByRole('region', { name: 'After removing Oak' }))
    await user.click(card.getByText('Not only for this session?'))
    await user.click(card.getByRole('button', { name: 'Copy the words' }))
    const copied = await navigator.clipboard.readText()
    expect(copied).toContain('I removed somebody from tonight')
    expect(copied).not.toContain('Oak')
    const [reason] = charterA.reasons.filter(({ kind }) => kind === 'conduct')
    await user.selectOptions(card.getByRole('combobox'), reason?.label ?? '')
    await user.click(card.getByRole('button', { name: 'Copy the words' }))
    expect(await navigator.clipboard.readText()).toContain(reason?.label)
  })

  it('says sent until the server shows it, then confirmed', async () => {
    const { page, look } = await shown()
    const card = within(screen.getByRole('region', { name: 'After removing Oak' }))
    expect(card.getByRole('status').textContent).toContain('Removal of Oak sent, not yet shown')
    page().event({ name: 'kicked', kickedId: 'guest-2', isSelf: false })
    look()
    expect(card.getByRole('status').textContent).toContain('Oak was removed, confirmed')
  })

  it('lets them back in, and sends nothing by it while nobody knocks', async () => {
    const { user, look, left } = await shown()
    const before = left()
    await user.click(screen.getByRole('button', { name: 'Let them back in' }))
    look()
    expect(screen.queryByRole('button', { name: 'Let them back in' })).toBeNull()
    expect(left()).toEqual(before)
  })

  it('offers the reason of the steps before it, and no other', async () => {
    toggleSaidAloud({ personId: 'guest-1', reasonId: 'r-other', rung: 'remind', words: 'w' }, 1)
    const [, reason] = charterA.reasons.filter(({ kind }) => kind === 'conduct')
    if (!reason) throw new Error('The charter has no second reason')
    toggleSaidAloud({ personId: 'guest-2', reasonId: reason.id, rung: 'remind', words: 'w' }, 2)
    await shown(charterA)
    expect(screen.getByRole('combobox', { name: 'What was it about' })).toHaveProperty('value', reason.id)
    expect(screen.getByText(reason.say)).toBeTruthy()
  })

  it('is done with by key', async () => {
    const { user, look } = await shown()
    screen.getByRole('button', { name: 'Done' }).focus()
    await user.keyboard(' ')
    look()
    expect(screen.queryByRole('region', { name: 'After removing Oak' })).toBeNull()
  })
})

describe('end for everyone', () => {
  it('gives the safe answer the keyboard, and Escape is that answer', async () => {
    const onYes = vi.fn()
    const onNo = vi.fn()
    const { user } = renderInConsole(<EndQuestion onYes={onYes} onNo={onNo} />)
    expect(screen.getByRole('alertdialog', { name: 'End for everyone?' })).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Not yet' }))
    await user.keyboard('{Escape}')
    expect([onYes, onNo].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
    await user.keyboard('{Enter}')
    expect([onYes, onNo].map(({ mock }) => mock.calls.length)).toEqual([0, 2])
    await user.click(screen.getByRole('button', { name: 'Yes, end it' }))
    expect(onYes).toHaveBeenCalledOnce()
  })
})
