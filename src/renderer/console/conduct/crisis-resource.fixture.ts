/** @file A sound crisis resource, for tests to change. */
import type { CrisisResource } from '../../../contract/conduct'

/** A crisis line of the United States; `changed` replaces fields of it. */
export const crisisResource = (changed: Partial<CrisisResource> & { id: string }): CrisisResource => ({
  name: changed.id,
  regions: ['US'],
  kind: 'crisis',
  audience: ['anyone'],
  channels: [{ kind: 'call', value: '1' }],
  hours: 'always',
  source: [{ url: 'https://example.org/', publisher: 'Example', isOperator: true, pageDate: null }],
  lastVerified: null,
  status: 'unverified',
  ...changed,
})
