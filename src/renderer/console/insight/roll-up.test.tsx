/** @file Bundles on the page of numbers over a real core: one's own is made and sealed, others are taken in and counted. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { armor, Encrypter } from 'age-encryption'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { bundleOf } from '../../../../tests/fixtures/bundles'
import { groupDraft } from '../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { keepSavedFiles } from '../../../../tests/fixtures/saved-files'
import { NumbersExport } from '../../../contract/numbers-export'
import { NumbersPage } from './NumbersPage'
import { OrganizationPage } from './OrganizationPage'
import { type TakenIn, takeFilesIn } from './take-in'

let real: RealCore
let files: Blob[]
beforeEach(async () => {
  real = openRealCore()
  files = keepSavedFiles()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.sessions.createGroup(groupDraft)
  for (const at of ['2026-12-15T00:00:00.000Z', '2027-01-05T00:00:00.000Z']) {
    real.clock.set(at)
    await real.client.sessions.upcoming()
  }
  connectTo(real.core)
  return () => {
    real.core.close()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})
const seal = async (text: string, key: string) => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(key)
  return armor.encode(await encrypter.encrypt(text))
}
/** Sealed bundles of so many facilitators. */
const sealed = async (key: string, sources: readonly number[]) =>
  Promise.all(
    sources.map(async (source) => {
      const bundle = bundleOf({ source, quarter: 4, months: [{ group: source, month: 1, held: 4 }] })
      return new File([await seal(JSON.stringify(bundle), key)], `numbers-${source}.age`)
    }),
  )

describe('a bundle for whoever leads', () => {
  it('shows all that is in it, is sealed to the key that was chosen, and is noted', async () => {
    const [own] = await real.client.recipients.own.make({ replacesId: null })
    await real.client.recipients.add({ name: 'Lead volunteer', key: own?.key ?? '' })
    const { user } = renderInConsole(<NumbersPage />)
    await user.click(await screen.findByText('For whoever leads you', { selector: 'summary' }))
    await screen.findByText(/It holds 6 sessions/)
    expect(screen.getByText(/It also holds your own counts/)).toBeTruthy()
    const make = screen.getByRole('button', { name: 'Make the sealed file' })
    expect(make).toHaveProperty('disabled', true)
    await user.click(screen.getByLabelText(/Lead volunteer/))
    await user.click(make)
    await screen.findByText(/numbers-2026-Q4-.*was handed to your downloads/)
    const text = await (files[0]?.text() ?? '')
    expect(text).toContain('BEGIN AGE ENCRYPTED FILE')
    const [note] = await real.client.insight.rollUp.sent()
    await screen.findByText(new RegExp(`Its number is ${note?.number}`))
    expect(await real.client.insight.rollUp.takeIn([text])).toMatchObject([
      { kind: 'taken', number: note?.number },
    ])
  })
})

describe('the desk', () => {
  it('makes a key, takes bundles in, counts them, tells them, and takes one out', async () => {
    const { user } = renderInConsole(<OrganizationPage />)
    await user.click(await screen.findByRole('button', { name: 'Make a key' }))
    await screen.findByText(/^age1/)
    const [own] = await real.client.recipients.own.list()
    await screen.findByText('Take bundles in')
    const take = () => screen.getByLabelText('Take bundles in', { selector: 'input' })
    const strange = new File(["=cmd|'/C calc'!A1"], "=cmd|'_C calc'!A1.age")
    await user.upload(take(), [...(await sealed(own?.key ?? '', [1, 2])), strange])
    await screen.findByText('2 bundles taken in')
    await screen.findByText(/=cmd.*: not a sealed file/)
    await screen.findByText('Quarter 4 of 2026: 2 bundles')
    await user.click(screen.getByRole('button', { name: 'Count Quarter 4 of 2026' }))
    await screen.findByText('Not counted: fewer than three facilitators')
    await user.upload(take(), await sealed(own?.key ?? '', [1, 3]))
    await screen.findByText('1 was here already')
    await user.click(screen.getByRole('button', { name: 'Count Quarter 4 of 2026' }))
    const told = await screen.findByLabelText(/Quarter 4 of 2026, counted from 3 bundles on/)
    expect(
      within(told).getAllByText('Sessions held')[0]?.closest('tr')?.querySelector('td')?.textContent,
    ).toBe('12')
    const exported = async (format: string) => {
      await user.click(within(told).getByRole('radio', { name: format }))
      await user.click(within(told).getByRole('button', { name: 'Export numbers' }))
    }
    await exported('CSV, for a spreadsheet')
    const csv = await (files[0]?.text() ?? '')
    expect(csv).toContain('2026-Q4,sessionsHeld,Sessions held,number,12')
    expect(csv).toContain('from 3 bundles')
    await exported('JSON, for a program')
    expect(NumbersExport.parse(JSON.parse(await (files[1]?.text() ?? '')))).toMatchObject({
      bundles: 3,
      period: { key: '2026-Q4' },
      timeZones: [],
    })
    const print = vi.fn(() => document.querySelector('[data-print-sheet]')?.textContent)
    vi.stubGlobal('print', print)
    await exported('A page to print, or to save as PDF')
    expect(print.mock.results[0]?.value).toContain('Numbers of the organization: Quarter 4 of 2026')
    expect(print.mock.results[0]?.value).toContain('from 3 bundles')
    fireEvent(window, new Event('afterprint'))
    expect(document.querySelector('[data-print-sheet]')).toBeNull()
    await user.type(screen.getByLabelText('Number of the bundle'), 'nonsense')
    await user.click(screen.getByRole('button', { name: 'Take it out' }))
    await screen.findByText('That is not a number of a bundle.')
    await user.clear(screen.getByLabelText('Number of the bundle'))
    await user.type(screen.getByLabelText('Number of the bundle'), '00000001-0004')
    await user.click(screen.getByRole('button', { name: 'Take it out' }))
    await screen.findByText('00000001-0004 is out. It counts no more.')
    await waitFor(() => expect(screen.getByText('Quarter 4 of 2026: 2 bundles')).toBeTruthy())
  })
})

describe('the year', () => {
  it('is offered once it is over, not before', async () => {
    const [own] = await real.client.recipients.own.make({ replacesId: null })
    for (const at of ['2027-02-10T00:00:00.000Z', '2027-03-15T00:00:00.000Z', '2027-04-10T00:00:00.000Z']) {
      real.clock.set(at)
      await real.client.sessions.upcoming()
    }
    const months = [{ group: 1, month: 1, held: 4 }]
    const bundles = [
      bundleOf({ source: 1, quarter: 3, months }),
      { ...bundleOf({ source: 1, quarter: 1, months }), period: { year: 2027, quarter: 1 } },
    ]
    for (const bundle of bundles) {
      await real.client.insight.rollUp.takeIn([await seal(JSON.stringify(bundle), own?.key ?? '')])
    }
    renderInConsole(<OrganizationPage />)
    await screen.findByRole('button', { name: 'Count Quarter 3 of 2026' })
    const offered = screen.getAllByRole('button', { name: /^Count / })
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      'Count Quarter 1 of 2027',
      'Count Quarter 3 of 2026',
      'Count All of 2026',
    ])
  })

  it('says of a disk that fills in the middle what is here, and that the same files may come again', async () => {
    const [own] = await real.client.recipients.own.make({ replacesId: null })
    let calls = 0
    connectTo(real.core, (procedure) => {
      if (procedure !== 'insight.rollUp.takeIn') return undefined
      calls += 1
      if (calls !== 2) return undefined
      const full = Promise.reject(Object.assign(new Error('Full'), { code: 'DISK_FULL' }))
      // It is looked at once the answer is there.
      full.catch(() => {})
      return full
    })
    const { user } = renderInConsole(<OrganizationPage />)
    expect(await screen.findByText('No bundle has been taken in yet.')).toBeTruthy()
    const all = await sealed(
      own?.key ?? '',
      Array.from({ length: 25 }, (_, at) => at + 1),
    )
    await user.upload(screen.getByLabelText('Take bundles in', { selector: 'input' }), all)
    const alert = within(await screen.findByRole('alert'))
    alert.getByText('Not all of them were taken in')
    expect(
      alert.getByText(/^The disk is full\. Nothing of the files it failed at was taken in/).textContent,
    ).not.toMatch(/Nothing was changed/)
    await screen.findByText('Stopped after 20 of 25 files. What was taken in stays.')
    expect(screen.queryByText('No bundle has been taken in yet.')).toBeNull()
  })
})

describe('a thousand files', () => {
  const file = (at: number) => new File([`text ${at}`], `${at}.age`)
  const thousand = Array.from({ length: 1000 }, (_, at) => file(at))
  const taken = (texts: string[]) =>
    Promise.resolve(texts.map(() => ({ kind: 'taken' as const, number: '00000001-0004', replaced: null })))

  it('go twenty at a time, told after each, and stop between two', async () => {
    const sizes: number[] = []
    const seen: TakenIn[] = []
    const send = (texts: string[]) => {
      sizes.push(texts.length)
      return taken(texts)
    }
    await takeFilesIn(
      thousand,
      send,
      (soFar) => seen.push(soFar),
      () => false,
    )
    expect([Math.max(...sizes), sizes.length, seen.at(-1)?.taken]).toEqual([20, 50, 1000])
    seen.length = 0
    await takeFilesIn(
      thousand,
      taken,
      (soFar) => seen.push(soFar),
      () => seen.length === 3,
    )
    expect(seen.at(-1)).toMatchObject({ done: 60, all: 1000, taken: 60 })
  })

  it('keep what was told where the disk is full in the middle, and never send what is too large', async () => {
    const seen: TakenIn[] = []
    let calls = 0
    const send = (texts: string[]) => {
      calls += 1
      return calls === 3 ? Promise.reject(new Error('The disk is full.')) : taken(texts)
    }
    await expect(
      takeFilesIn(
        thousand,
        send,
        (soFar) => seen.push(soFar),
        () => false,
      ),
    ).rejects.toThrow('full')
    expect(seen.at(-1)?.taken).toBe(40)
    const large = new File(['x'.repeat(300_001)], 'large.age')
    await takeFilesIn(
      [file(1), large, file(2)],
      taken,
      (soFar) => seen.push(soFar),
      () => false,
    )
    expect(seen.at(-1)).toMatchObject({ taken: 2, refused: [{ name: 'large.age', reason: 'tooLarge' }] })
  })
})
