/** @file Messages of a charter on the group's page, to copy: by role and key over a real core. */
import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { shippedPack } from '../../../../../tests/fixtures/charter-pack'
import { openRealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { CharterPack } from '../../../../contract/charters'
import '../words'
import { MessageKits } from './MessageKits'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
const shown = (pack: CharterPack) => {
  const real = openRealCore(undefined, [pack])
  closing.push(() => real.core.close())
  connectTo(real.core)
  return renderInConsole(<MessageKits charterId={pack.id} />)
}

it('are shown whole, to copy one by one, and nothing is sent', async () => {
  const { user } = shown(shippedPack('heartsupport'))
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const kit = shippedPack('heartsupport').messageKits.find(({ id }) => id === 'absence-group')
  const button = await screen.findByRole('button', { name: `Copy: ${kit?.title}` })
  expect(document.body.textContent).toContain(kit?.text)
  button.focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByText('Copied')).toBeDefined()
  expect(written).toHaveBeenCalledExactlyOnceWith(kit?.text)
})

it('are not there where the charter has none', async () => {
  shown({ ...shippedPack('heartfelt'), messageKits: [] })
  expect(screen.queryByRole('region', { name: 'Messages to have ready' })).toBeNull()
})
