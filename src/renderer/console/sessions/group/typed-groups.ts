/** @file What is typed about groups and not saved yet: it stays while one looks elsewhere, and leaving the console asks. */
import { createTypedForms } from '../../typed-forms'
import { catalogue } from '../../words'
import '../words'
import type { TypedGroup } from './draft'

/** By the group's id. */
export const typedGroups = createTypedForms<TypedGroup>({
  name: 'sessions.groupForms',
  describe: () => [catalogue.t('sessions:group.atStake')],
  yieldsToIdleLock: true,
})

/** In place of an id while there is none. */
export const NEW_GROUP = 'new'
