/** @file Each report says what its charter says of reports, below danger, and blocks nothing by it. */
import { screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { shippedPack } from '../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { ReportPage } from './ReportPage'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

it.each(['heartfelt', 'heartsupport', 'heypeers', 'uk-peer-group', 'agency-team'])(
  'says what the charter says of reports, after asking about danger: %s',
  async (charterId) => {
    const pack = shippedPack(charterId)
    const real = openRealCore(undefined, [pack])
    closing.push(() => real.core.close())
    await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
    connectTo(real.core)
    const { id } = await real.client.reporting.start({ charterId })
    renderInConsole(<ReportPage reportId={id} />)
    const advice = await screen.findByText(pack.reportAdvice.text)
    const danger = screen.getByRole('heading', { name: 'Danger first' })
    expect(danger.compareDocumentPosition(advice)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    for (const { label } of pack.reportTriggers)
      expect(screen.getByRole('checkbox', { name: label })).toBeDefined()
    expect(screen.getAllByRole('button', { name: /Print/ })[0]).toHaveProperty('disabled', false)
  },
)
