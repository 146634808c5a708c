/** @file What is typed about groups and not saved yet: by the group's id, or that there is none yet. */
import { createTypedForms } from '../../typed-forms'
import { catalogue } from '../../words'
import '../words'

/** By the group's id. */
export const typedGroups = createTypedForms({
  form: 'group',
  name: 'sessions.groupForms',
  describe: () => [catalogue.t('sessions:group.atStake')],
  wordsOf: ({ name, server, serverOperator, secondServer, secondOperator }) => [
    name,
    server,
    serverOperator,
    secondServer,
    secondOperator,
  ],
  yieldsToIdleLock: true,
})
