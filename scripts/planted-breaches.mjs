/** @file One breach of every import rule, planted in a copy of the project to prove that the rule bites. */

const opening = '/** @file Planted. */\n'
const file = (text) => `${opening}${text}\n`

/**
 * Rule name and the files that break it; the first file is the one that must be reported.
 *
 * @type {readonly { rule: string, files: Record<string, string> }[]}
 */
export const breaches = [
  {
    rule: 'no-circles',
    files: {
      'src/contract/planted-one.ts': file(
        "import { two } from './planted-two'\nexport const one = () => two",
      ),
      'src/contract/planted-two.ts': file(
        "import { one } from './planted-one'\nexport const two = () => one",
      ),
    },
  },
  {
    rule: 'no-unresolved',
    files: { 'src/main/planted-lost.ts': file("import { a } from './not-there'\nexport const b = a") },
  },
  {
    rule: 'contract-imports-zod-and-orpc-only',
    files: {
      'src/contract/planted-react.ts': file("import { useState } from 'react'\nexport const a = useState"),
    },
  },
  {
    rule: 'main-not-to-renderer',
    files: {
      'src/main/planted-page.ts': file(
        "import { client } from '../renderer/console/client'\nexport const a = client",
      ),
    },
  },
  {
    rule: 'renderer-not-to-main',
    files: {
      'src/renderer/console/planted-main.ts': file(
        "import type { Host } from '../../main/host'\nexport type A = Host",
      ),
    },
  },
  {
    rule: 'pages-not-to-node',
    files: {
      'src/renderer/console/planted-fs.ts': file(
        "import { readFileSync } from 'node:fs'\nexport const a = readFileSync",
      ),
    },
  },
  {
    rule: 'domain-reaches-others-by-service',
    files: {
      'src/main/conduct/planted-store.ts': file(
        "import { a } from '../sessions/planted-inner'\nexport const b = a",
      ),
      'src/main/sessions/planted-inner.ts': file('export const a = 1'),
    },
  },
  {
    rule: 'tables-reach-tables-only',
    files: {
      'src/main/planted/tables.ts': file("import type { Host } from '../host'\nexport type A = Host"),
    },
  },
  {
    rule: 'vault-imports-no-domain',
    files: {
      'src/main/vault/planted-domain.ts': file(
        "import { a } from '../charters/planted-inner'\nexport const b = a",
      ),
      'src/main/charters/planted-inner.ts': file('export const a = 1'),
    },
  },
  {
    rule: 'insight-imports-no-domain',
    files: {
      'src/main/insight/planted-sessions.ts': file(
        "import { a } from '../sessions/planted-inner'\nexport const b = a",
      ),
    },
  },
  {
    rule: 'no-domain-imports-debrief-or-reporting',
    files: {
      'src/main/conduct/planted-debrief.ts': file(
        "import { a } from '../debrief/planted-inner'\nexport const b = a",
      ),
      'src/main/debrief/planted-inner.ts': file('export const a = 1'),
    },
  },
  {
    rule: 'wellbeing-is-nobody-elses',
    files: {
      'src/main/insight/planted-wellbeing.ts': file(
        "import { WellbeingCheck } from '../../contract/wellbeing'\nexport const a = WellbeingCheck",
      ),
    },
  },
  {
    rule: 'wellbeing-is-nobody-elses',
    files: {
      'src/main/reporting/planted-wellbeing.ts': file(
        "import { createWellbeing } from '../wellbeing/service'\nexport const a = createWellbeing",
      ),
    },
  },
  {
    rule: 'wellbeing-is-nobody-elses',
    files: {
      'src/renderer/console/debrief/planted-wellbeing.ts': file(
        "import { WellbeingPage } from '../wellbeing'\nexport const a = WellbeingPage",
      ),
    },
  },
  {
    rule: 'core-and-domains-know-no-shell',
    files: {
      'src/main/meeting/planted-shell.ts': file(
        "import { placesFrom } from '../shell/places'\nexport const a = placesFrom",
      ),
    },
  },
  {
    rule: 'domains-not-to-core',
    files: {
      'src/main/charters/planted-core.ts': file(
        "import { createCore } from '../core'\nexport const a = createCore",
      ),
    },
  },
  {
    rule: 'electron-in-its-shell-only',
    files: {
      'src/main/shell/browser/planted-electron.ts': file(
        "import { app } from 'electron'\nexport const a = app",
      ),
    },
  },
  {
    rule: 'electron-in-its-shell-only',
    files: {
      'src/main/shell/browser/planted-electron-store.ts': file(
        "import Store from 'electron-store'\nexport const a = Store",
      ),
    },
  },
  {
    rule: 'electron-in-its-shell-only',
    files: {
      'src/main/planted-electron-type.ts': file("import type { App } from 'electron'\nexport type A = App"),
    },
  },
  {
    rule: 'network-in-shells-and-meeting-only',
    files: {
      'src/main/debrief/planted-http.ts': file(
        "import { request } from 'node:https'\nexport const a = request",
      ),
    },
  },
  {
    rule: 'linter-in-the-console-only',
    files: {
      'src/main/debrief/planted-linter.ts': file(
        "import { parsePhoneNumber } from 'libphonenumber-js/max'\nexport const a = parsePhoneNumber",
      ),
    },
  },
  {
    rule: 'console-domain-reaches-others-by-index',
    files: {
      'src/renderer/console/debrief/planted-inner-use.ts': file(
        "import { a } from '../meeting/planted-inner'\nexport const b = a",
      ),
      'src/renderer/console/meeting/planted-inner.ts': file('export const a = 1'),
    },
  },
  {
    rule: 'console-domain-not-to-app',
    files: {
      'src/renderer/console/debrief/planted-app.ts': file(
        "import { a } from '../app/planted'\nexport const b = a",
      ),
      'src/renderer/console/app/planted.ts': file('export const a = 1'),
    },
  },
  {
    rule: 'ui-knows-react-and-mantine-only',
    files: {
      'src/renderer/console/ui/planted-client.ts': file(
        "import { client } from '../client'\nexport const a = client",
      ),
    },
  },
  {
    rule: 'console-not-to-room-pages',
    files: {
      'src/renderer/console/meeting/planted-room.ts': file(
        "import { a } from '../../room/planted'\nexport const b = a",
      ),
      'src/renderer/room/planted.ts': file('export const a = 1'),
    },
  },
  {
    rule: 'room-pages-know-the-protocol-only',
    files: {
      'src/renderer/room/planted-vault.ts': file(
        "import { Passphrase } from '../../contract/vault'\nexport const a = Passphrase",
      ),
    },
  },
  {
    rule: 'src-not-to-tests',
    files: {
      'src/main/planted-test.ts': file("import { a } from './planted.test'\nexport const b = a"),
      'src/main/planted.test.ts': file('export const a = 1'),
    },
  },
]
