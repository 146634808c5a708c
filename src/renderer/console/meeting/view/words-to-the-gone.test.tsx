/** @file Words that were being written to somebody as they left stay, as not sent, until they are put away. */
import { act, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { shippedPack } from '../../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { join } from '../live/stand-in-evening'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { MessageCards } from './MessageCards'
import { NotSentMessages } from './NotSentMessages'
import { PeopleColumn } from './PeopleColumn'
import { playRoom } from './played-room.fixture'
import { useDrafts } from './use-drafts'
import { useNameMarks } from './use-name-marks'
import { useStepOuts } from './use-step-outs'
import { useWordsToTheGone } from './use-words-to-the-gone'

const shown = async () => {
  const played = await playRoom('Wren', 'Oak')
  played.write('guest-1', 'Is somebody there?')
  played.draw()
  const View = ({ chosenId }: { chosenId: string | null }) => {
    const snapshot = useRoomSnapshot(played.room)
    const drafts = useDrafts(snapshot.outgoing)
    const { lately } = useStepOuts(snapshot, null, false, false)
    useWordsToTheGone(lately, drafts, played.room)
    return (
      <>
        <MessageCards snapshot={snapshot} canned={[]} drafts={drafts} room={played.room} />
        <NotSentMessages snapshot={snapshot} room={played.room} />
        <PeopleColumn
          snapshot={snapshot}
          room={played.room}
          drafts={drafts}
          markOf={useNameMarks(snapshot.people, 'Me')}
          pack={shippedPack('heartfelt')}
          filled={{ displayName: 'Me', groupName: 'Tuesday circle', contact: 'the office' }}
          chosenId={chosenId}
          onChoose={() => undefined}
          onOpenCard={() => undefined}
        />
      </>
    )
  }
  const { user, rerender } = renderInConsole(<View chosenId={null} />)
  const look = () => act(() => void played.draw())
  return { ...played, user, look, choose: (id: string) => rerender(<View chosenId={id} />) }
}

it('an answer that was being typed stays, to whom it was, and is put away by its button alone', async () => {
  const { page, user, look, left } = await shown()
  const card = within(screen.getByRole('region', { name: 'Private message from Wren' }))
  await user.click(card.getByRole('button', { name: 'Answer' }))
  await user.type(card.getByRole('textbox', { name: 'Private message' }), 'I am here, tell me')
  page().event({ name: 'participantLeft', id: 'guest-1' })
  look()
  look()
  expect(screen.getByText('Not sent to Wren')).toBeDefined()
  expect(screen.getByText('I am here, tell me')).toBeDefined()
  expect(screen.getByText('They left while you were writing. Your words are still here.')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  page().event(join('guest-9', 'Wren'))
  look()
  expect(screen.getByText('I am here, tell me')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Put away' }))
  look()
  expect(screen.queryByText('I am here, tell me')).toBeNull()
  expect(left()).toEqual([])
})

it('the keyboard goes to the list when the person it was with leaves', async () => {
  const { page, user, look, choose } = await shown()
  choose('guest-2')
  const panel = within(screen.getByRole('region', { name: 'Actions for Oak' }))
  await user.click(panel.getByRole('textbox', { name: 'Private message' }))
  page().event({ name: 'participantLeft', id: 'guest-2' })
  look()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'People in the room' }))
})
