/**
 * @file Who may import whom. Each rule is a sentence of the design; scripts/house-rules.mjs plants a breach of
 * every rule and fails when one is not caught.
 */
const domains =
  '(charters|sessions|conduct|meeting|debrief|desk|recipients|reporting|insight|duties|rehearsal|device|wellbeing)'
const test = '\\.test\\.tsx?$'
const network = '^(node:)?(http|https|http2|net|tls|dgram|dns)(/promises)?$|node_modules/(ws|undici)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { couldNotResolve: true },
    },
    {
      name: 'contract-imports-zod-and-orpc-only',
      comment: 'The contract is the one language both sides speak.',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: test },
      // unhomoglyph is data: Unicode's table of letters that look alike (same-to-the-eye/names.ts).
      to: { pathNot: '^src/contract/|node_modules/(zod|@orpc/contract|unhomoglyph)/' },
    },
    {
      name: 'main-not-to-renderer',
      comment: 'Processes are the only layers: main never imports a page or the preload.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: test },
      to: { path: '^src/(renderer|preload)/' },
    },
    {
      name: 'renderer-not-to-main',
      comment: 'Pages reach main over the contract only.',
      severity: 'error',
      from: { path: '^src/(renderer|preload)/', pathNot: test },
      to: { path: '^src/main/' },
    },
    {
      name: 'pages-not-to-node',
      comment: 'A page has no Node.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-reaches-others-by-service',
      comment: 'A domain imports another only through its service, and of the vault its handles and words.',
      severity: 'error',
      from: { path: '^src/main/([a-z]+)/', pathNot: [test, '^src/main/shell/', '/tables\\.ts$'] },
      to: {
        path: '^src/main/[a-z]+/',
        pathNot: [
          '^src/main/$1/',
          '^src/main/[a-z]+/service\\.ts$',
          '^src/main/vault/(handles|kept-kind|contract-errors)\\.ts$',
        ],
      },
    },
    {
      name: 'tables-reach-tables-only',
      comment:
        'A foreign key names another domain’s table, a column how its JSON is read, and that is all a table knows of others.',
      severity: 'error',
      from: { path: '^src/main/([a-z]+)/tables\\.ts$' },
      to: {
        path: '^src/main/',
        pathNot: ['^src/main/$1/', '^src/main/[a-z]+/tables\\.ts$', '^src/main/stored-json\\.ts$'],
      },
    },
    {
      name: 'vault-imports-no-domain',
      comment: 'Domains hand their descriptors to core; the vault knows none of them.',
      severity: 'error',
      from: { path: '^src/main/vault/', pathNot: test },
      to: { path: `^src/main/${domains}/` },
    },
    {
      name: 'insight-imports-no-domain',
      comment: 'Insight takes numbers and enumerations only.',
      severity: 'error',
      from: { path: '^src/main/insight/', pathNot: test },
      to: { path: `^src/main/(?!insight/)${domains}/` },
    },
    {
      name: 'no-domain-imports-debrief-or-reporting',
      comment: 'What was written in confidence is nobody else’s input.',
      severity: 'error',
      from: { path: `^src/main/${domains}/`, pathNot: test },
      to: { path: '^src/main/(debrief|reporting)/', pathNot: '^src/main/$1/' },
    },
    {
      name: 'wellbeing-is-nobody-elses',
      comment:
        'How a facilitator is goes to no report, number, hand-off or other page: core and frame alone reach it.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          test,
          '^src/(main|renderer/console)/wellbeing/',
          '^src/main/core\\.ts$',
          '^src/renderer/console/app/Frame\\.tsx$',
          '^src/contract/index\\.ts$',
        ],
      },
      to: { path: '^src/((main|renderer/console)/wellbeing/|contract/wellbeing\\.ts$)' },
    },
    {
      name: 'core-and-domains-know-no-shell',
      comment: 'The core and all domains run in either shell.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: [test, '^src/main/shell/', '^src/main/(index|browser)\\.ts$'] },
      to: { path: '^src/main/(shell/|index\\.ts$|browser\\.ts$)' },
    },
    {
      name: 'domains-not-to-core',
      comment: 'Core puts the domains together; they do not know it.',
      severity: 'error',
      from: { path: `^src/main/(vault|${domains})/`, pathNot: test },
      to: { path: '^src/main/core\\.ts$' },
    },
    {
      name: 'electron-in-its-shell-only',
      comment: 'Only the Electron entry, its shell and the preload import electron.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/index\\.ts$|^src/main/shell/electron/|^src/preload/' },
      to: { path: '^electron(-store)?(/|$)|node_modules/electron(-store)?/' },
    },
    {
      name: 'network-in-shells-and-meeting-only',
      comment: 'The only outbound connection of ours is to the meeting server the facilitator chose.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '^src/main/(shell|meeting)/'] },
      to: { path: network },
    },
    {
      name: 'linter-in-the-console-only',
      comment: 'The identifier linter runs in the console: main may never receive the names it compares.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/console/debrief/' },
      to: { path: 'node_modules/(libphonenumber-js|linkify-it)/|^src/renderer/console/debrief/linter/' },
    },
    {
      name: 'console-domain-reaches-others-by-index',
      comment: 'A domain’s pages import another domain only through its index.',
      severity: 'error',
      from: { path: '^src/renderer/console/([a-z]+)/', pathNot: [test, '^src/renderer/console/(ui|words)/'] },
      to: {
        path: '^src/renderer/console/[a-z]+/',
        pathNot: [
          '^src/renderer/console/$1/',
          '^src/renderer/console/(ui|words)/',
          '^src/renderer/console/[a-z]+/index\\.tsx?$',
        ],
      },
    },
    {
      name: 'console-domain-not-to-app',
      comment: 'The app puts the domains together; they do not know it.',
      severity: 'error',
      from: { path: '^src/renderer/console/[a-z]+/', pathNot: [test, '^src/renderer/console/app/'] },
      to: { path: '^src/renderer/console/(app/|main\\.tsx$)' },
    },
    {
      name: 'ui-knows-react-and-mantine-only',
      comment: 'The small parts know nothing of what they show.',
      severity: 'error',
      from: { path: '^src/renderer/console/ui/', pathNot: test },
      to: {
        pathNot:
          '^src/renderer/console/ui/|node_modules/(@types/)?(react|react-dom)/|node_modules/@mantine/|node_modules/@tabler/icons-react/|node_modules/@fontsource-variable/',
      },
    },
    {
      name: 'console-not-to-room-pages',
      comment:
        'Remote code never shares an origin with the vault: the console builds in nothing of the room.',
      severity: 'error',
      from: { path: '^src/renderer/console/', pathNot: test },
      to: { path: '^src/renderer/(room|rehearsal)/' },
    },
    {
      name: 'room-pages-know-the-protocol-only',
      comment:
        'The room page and the rehearsal import the room protocol, a drill’s plan, the primitives and their own folder.',
      severity: 'error',
      from: { path: '^src/renderer/(room|rehearsal)/', pathNot: test },
      to: {
        pathNot:
          '^src/renderer/$1/|^src/contract/(room-protocol|drill-plan|primitives)\\.ts$|node_modules/zod/',
      },
    },
    {
      name: 'src-not-to-tests',
      comment: 'Nothing that ships imports a test, a fixture, a script or a benchmark.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: `^(tests|scripts|bench)/|${test}` },
    },
  ],
  options: {
    // dependency-cruiser reads no TypeScript 7: without another parser it would pass having read nothing.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'node', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
