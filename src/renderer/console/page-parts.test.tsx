/**
 * @file The parts that every page shows answers, problems and records with: by role and key.
 * @vitest-environment jsdom
 */
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../tests/fixtures/render'
import { Answered, type Asked, bothAsked } from './Answered'
import { EntryLink, EntryList } from './EntryList'
import { ProblemNotice } from './ProblemNotice'
import { Row, Rows } from './ui/Rows'
import { Section } from './ui/Section'

const asked = <T,>(data: T | undefined, error: unknown = null): Asked<T> & { refetch: () => void } => ({
  data,
  error,
  refetch: vi.fn(),
})
const notFound = { code: 'NOT_FOUND' }

it('an answer is being read, failed with a way on, empty, or there; what is there stays', async () => {
  const failed = asked<string[]>(undefined, notFound)
  const shown = (one: Asked<string[]>) => (
    <Answered
      asked={one}
      failed="The list could not be read"
      empty={{ isEmpty: (all) => all.length === 0, shown: <p>Nothing yet</p> }}
    >
      {(all) => <p>{all.join()}</p>}
    </Answered>
  )
  const { rerender, user } = renderInConsole(shown(asked<string[]>(undefined)))
  expect(screen.getByText('One moment').getAttribute('role')).toBe('status')
  rerender(shown(failed))
  screen.getByText('The list could not be read')
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Try again' }))
  await user.keyboard('{Enter}')
  expect(failed.refetch).toHaveBeenCalledTimes(1)
  rerender(shown(asked<string[]>([])))
  screen.getByText('Nothing yet')
  rerender(shown(asked(['a', 'b'], notFound)))
  screen.getByText('a,b')
})

it('two answers are there when both are, and trying again asks only what failed', () => {
  const one = asked('one')
  const other = asked<string>(undefined, notFound)
  expect(bothAsked(one, asked('two')).data).toEqual(['one', 'two'])
  expect(bothAsked(one, asked('two', notFound)).error).toBeNull()
  const both = bothAsked(one, other)
  expect([both.data, both.error]).toEqual([undefined, notFound])
  both.refetch()
  expect([vi.mocked(one.refetch).mock.calls.length, vi.mocked(other.refetch).mock.calls.length]).toEqual([
    0, 1,
  ])
})

it('a problem is said with what failed, what is wrong, and what was kept; nothing where nothing is wrong', () => {
  const { rerender, container } = renderInConsole(<ProblemNotice error={null} />)
  expect(screen.queryByRole('alert')).toBeNull()
  rerender(<ProblemNotice error={notFound} title="It was not saved" more="What you typed is here." />)
  expect(container.textContent).toContain('It was not saved')
  expect(container.textContent).toContain('It is not here any more')
  expect(container.textContent).toContain('What you typed is here.')
})

it('a section is a region where it is one; rows and entries are lists, their words kept apart', async () => {
  const { user } = renderInConsole(
    <Section title="Past sessions" isRegion>
      <Rows>
        <Row label="רות" said="yesterday" aside={<button type="button">Open</button>} />
      </Rows>
      <EntryList label="Debriefs">
        <EntryLink href="/debrief/1">A quiet evening</EntryLink>
      </EntryList>
    </Section>,
  )
  screen.getByRole('region', { name: 'Past sessions' })
  expect(screen.getByText('רות').tagName).toBe('BDI')
  await user.tab()
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'A quiet evening' }))
})
