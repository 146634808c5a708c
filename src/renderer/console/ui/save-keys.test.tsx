/** @file Keys that save: once, where it is possible, never over a question; and the browser's own saving is held back. */
import { fireEvent, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../tests/fixtures/render'
import { useActsInUse, useKeysInUse } from './keys'
import { useEnterActs, useNoPageSave, useSaveKeys } from './save-keys'

const save = vi.fn()
beforeEach(() => save.mockClear())

const Form = () => {
  const place = useRef<HTMLDivElement>(null)
  const [isSaving, setIsSaving] = useState(false)
  const act = isSaving ? undefined : save
  const saveKeys = useSaveKeys('Save the group', act)
  useEnterActs(place, act)
  return (
    <div ref={place}>
      <input aria-label="Name" />
      <input aria-label="Time" type="time" />
      <input aria-label="Approved" type="checkbox" />
      <textarea aria-label="Words" />
      <button type="button" {...saveKeys} onClick={save}>
        Save
      </button>
      <button type="button" onClick={() => setIsSaving(true)}>
        Saving begins
      </button>
    </div>
  )
}
const Page = ({ isAsked = false }: { isAsked?: boolean }) => {
  useNoPageSave()
  return (
    <>
      <Form />
      <input aria-label="Beside the form" />
      {isAsked ? <div role="dialog" aria-modal="true" aria-label="Leave?" /> : null}
      <output aria-label="keys">
        {useKeysInUse()
          .map(({ shownAs, does }) => `${shownAs}: ${does}`)
          .join(', ')}
      </output>
      <output aria-label="acts">
        {useActsInUse()
          .map(({ called, keys }) => `${called} (${keys.join(', ')})`)
          .join(', ')}
      </output>
    </>
  )
}

const box = (name: string) => screen.getByLabelText(name)
const ctrlS = (at: Element, more: object = {}) =>
  fireEvent.keyDown(at, { key: 's', code: 'KeyS', ctrlKey: true, ...more })

it('saves by Ctrl+S and by the person’s own key from any box, and lists both beside one act', async () => {
  const { user } = renderInConsole(<Page />)
  for (const name of ['Name', 'Words']) {
    expect(ctrlS(box(name)), 'the browser’s own').toBe(false)
    await user.click(box(name))
    await user.keyboard('{Alt>}s{/Alt}')
  }
  expect(save).toHaveBeenCalledTimes(4)
  expect(screen.getByLabelText('keys').textContent).toBe('Alt S: Save the group, Ctrl S: Save the group')
  expect(screen.getByLabelText('acts').textContent).toBe('Save the group (Alt S)')
  expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-keyshortcuts')).toBe(
    'Alt+S Control+S',
  )
})

it('holds the browser’s saving back where nothing can be saved, however the key is held', async () => {
  const { user, rerender } = renderInConsole(<Page isAsked />)
  expect([ctrlS(document.body), ctrlS(box('Name'), { repeat: true })]).toEqual([false, false])
  // Another key, and one that writes.
  expect(ctrlS(box('Name'), { key: 'a', code: 'KeyA' })).toBe(true)
  expect(ctrlS(box('Name'), { altKey: true })).toBe(true)
  rerender(<Page />)
  ctrlS(box('Name'), { repeat: true })
  await user.click(screen.getByRole('button', { name: 'Saving begins' }))
  expect(ctrlS(box('Name'))).toBe(false)
  expect(save).not.toHaveBeenCalled()
})

it('saves by Enter in a box of one line of this form, once, and nowhere else', async () => {
  const { user } = renderInConsole(<Page />)
  const enter = (name: string, more: object = {}) => fireEvent.keyDown(box(name), { key: 'Enter', ...more })
  for (const name of ['Words', 'Approved', 'Beside the form']) enter(name)
  for (const more of [{ repeat: true }, { isComposing: true }, { shiftKey: true }, { ctrlKey: true }])
    enter('Name', more)
  expect(save).not.toHaveBeenCalled()
  enter('Name')
  enter('Time')
  expect(save).toHaveBeenCalledTimes(2)
  await user.click(screen.getByRole('button', { name: 'Saving begins' }))
  enter('Name')
  expect(save).toHaveBeenCalledTimes(2)
})
