// Who may import whom (docs/architecture.md). Every rule says why in its comment; test/house/import-rules.spec.ts
// shows each of them refusing a file. A rule that hinders is changed here and in the architecture, with the reason.

const service = 'apps/(volunteers|stations|tasks|ledger|reporting)/src';
/** A room of a service by its name's ending: `claims.service.ts`. `$1` in `to` is the same service. */
const room = (...endings) => `^${service}/[^/]+\\.(?:${endings.join('|')})\\.ts$`;
const sameService = (...endings) => `^apps/$1/src/[^/]+\\.(?:${endings.join('|')})\\.ts$`;
/** Pure decisions have no ending: `claim.ts`. */
const rules = '[^./]+\\.ts$';
const wiring = '(?:main|definition)\\.ts$';

const specs = '\\.spec\\.ts$';
const tests = `${specs}|^test/|^libs/testing/`;
const packages = (...names) => `(?:^|/)node_modules/(?:${names.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'apps-never-import-apps',
      comment:
        'Services meet in messages, not in code: only so can each be deployed, scaled and broken alone. The ' +
        'suite, which is all of them in one process, has a rule of its own.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/suite/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'suite-imports-definitions',
      comment:
        'The suite starts what others define; it reaches into nobody, so that it adds no second wiring.',
      severity: 'error',
      from: { path: '^apps/suite/', pathNot: specs },
      to: { path: '^apps/', pathNot: '^apps/suite/|^apps/[^/]+/src/definition\\.ts$' },
    },
    {
      name: 'libs-know-no-app',
      comment: 'What everybody shares must not depend on one of them.',
      severity: 'error',
      from: { path: '^(libs|deploy)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'contracts-stand-alone',
      comment:
        'Everybody imports the contracts, front ends included: whatever they import, everybody carries. ' +
        'Validators and their metadata are the contract itself.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: specs },
      to: {
        pathNot: ['^libs/contracts/', packages('class-validator', 'class-transformer', 'reflect-metadata')],
      },
    },
    {
      name: 'regions-stand-alone',
      comment: 'Codes and ranges are arithmetic; rules import them and must stay pure.',
      severity: 'error',
      from: { path: '^libs/regions/', pathNot: specs },
      to: { pathNot: '^libs/regions/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'platform-stands-on-contracts',
      comment:
        'The platform carries messages without knowing who uses it: contracts and regions, never the reverse.',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: specs },
      to: { path: '^(libs|deploy|docs|test)/', pathNot: '^libs/(platform|contracts|regions)/' },
    },
    {
      name: 'doors-call-services',
      comment:
        'Controllers and consumers take a message, call a service and return: nothing in them needs a test, ' +
        'and effects become atomic in one place only.',
      severity: 'error',
      from: { path: room('controller', 'consumer') },
      to: {
        path: ['^apps/', packages('typeorm', 'pg')],
        pathNot: sameService('service'),
      },
    },
    {
      name: 'services-open-no-doors',
      comment:
        'Inward only: controller | consumer → service → rules, store, entity. Upward imports make circles.',
      severity: 'error',
      from: { path: room('service', 'views', 'directory', 'client', 'job') },
      to: { path: [sameService('controller', 'consumer', 'module', 'job'), `^apps/$1/src/${wiring}`] },
    },
    {
      name: 'rules-stay-pure',
      comment:
        'A rules file decides from what it is given, so that it can be tested without a database and read ' +
        'without the platform: contracts, regions and other rules. Argon2 is such a function, in native code.',
      severity: 'error',
      from: { path: `^${service}/${rules}`, pathNot: `/src/${wiring}` },
      to: {
        pathNot: [
          '^libs/(contracts|regions)/',
          `^apps/$1/src/${rules}`,
          '^(?:node:)?crypto$',
          packages('@node-rs/argon2'),
        ],
      },
    },
    {
      name: 'stores-only-read-and-write',
      comment: 'A store holds SQL; it knows rows and the types of the rules, and decides nothing.',
      severity: 'error',
      from: { path: room('store') },
      to: { path: '^apps/', pathNot: [sameService('store', 'entity'), `^apps/$1/src/${rules}`] },
    },
    {
      name: 'entities-map-columns',
      comment: 'An entity is the shape of a table: TypeORM and the words of the contracts.',
      severity: 'error',
      from: { path: room('entity') },
      to: { pathNot: ['^libs/contracts/', sameService('entity'), packages('typeorm')] },
    },
    {
      name: 'migrations-never-change',
      comment: 'A migration says what was true on its day; whatever it imported could change under it.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/migrations/' },
      to: { pathNot: packages('typeorm') },
    },
    {
      name: 'nobody-imports-main',
      comment: 'main.ts starts a process as soon as it is loaded.',
      severity: 'error',
      from: {},
      to: { path: '^apps/[^/]+/src/main\\.ts$' },
    },
    {
      name: 'gateway-has-no-database',
      comment: 'The edge knows HTTP, tokens and OpenAPI. A driver here is the first step to a second truth.',
      severity: 'error',
      from: { path: '^apps/gateway/', pathNot: specs },
      to: { path: packages('typeorm', '@nestjs/typeorm', 'pg') },
    },
    {
      name: 'front-ends-use-the-client',
      comment:
        'Browsers and phones see the public API and no other: what they could import, they would ship. The sum of ' +
        'an ID number and the forms of other documents are arithmetic that imports nothing, and must be the same ' +
        'while typing as in the API.',
      severity: 'error',
      from: { path: '^apps/(console|miniprogram)/' },
      to: {
        path: '^(libs|apps|deploy|docs|test)/',
        pathNot: '^libs/api-client/|^libs/contracts/src/(?:id-number|identity-documents)\\.ts$|^apps/$1/',
      },
    },
    {
      name: 'client-stands-alone',
      comment: 'The client is shipped to browsers and phones; the OpenAPI document is all it knows of us.',
      severity: 'error',
      from: { path: '^libs/api-client/', pathNot: specs },
      to: { path: '^(libs|apps|deploy|docs|test)/', pathNot: '^libs/api-client/' },
    },
    {
      name: 'testing-is-for-tests',
      comment: 'Tests, benches and stories only: it starts servers and knows superuser passwords.',
      severity: 'error',
      from: { pathNot: [tests, '^jest\\.config'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'What production needs is no test; what tests share lives in libs/testing.',
      severity: 'error',
      from: { path: '^(apps|libs|deploy|docs)/', pathNot: specs },
      to: { path: `^test/|${specs}` },
    },
    {
      name: 'deploy-stays-outside',
      comment:
        'Services take what they need from their environment, whoever deploys them. libs/testing starts the ' +
        'same servers that the launcher starts.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: tests },
      to: { path: '^deploy/' },
    },
    {
      name: 'no-circular',
      comment: 'Files that need each other are one file, or lack a third that both need. Types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment:
        'What nobody imports and nothing runs is dead. The leash and the teardown are run by path, ' +
        'pages name their scripts and workers, declarations and settings are read by compilers.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '^deploy/local/leash\\.ts$',
          '^libs/testing/global-teardown\\.mjs$',
          '^apps/gateway/assets/verify/certificate\\.js$',
          '^apps/(console|miniprogram)/(?:.+\\.d\\.ts|[^/]+\\.(?:ts|js|mjs|cjs)|config/.+)$',
          '^apps/miniprogram/src/.+\\.config\\.ts$',
          '^apps/miniprogram/src/worker/\\w+\\.js$',
          '^apps/miniprogram/src/platform/no-web-components\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'no-unreachable',
      comment: 'What no program, command or migration reaches is dead, however well it is tested.',
      severity: 'error',
      from: {
        path: '^apps/[^/]+/src/(?:main|migrate|demo|administrator|dead-letters|(?:ledger|reporting|reseal|volunteers)\\.cli)\\.ts$|^test/(?:bench|story)/main\\.ts$',
      },
      to: {
        path: '^apps/',
        pathNot: [
          specs,
          '^apps/(console|miniprogram)/|^apps/gateway/assets/',
          '^apps/[^/]+/src/(?:main|migrate|demo|administrator|dead-letters|(?:ledger|reporting|reseal|volunteers)\\.cli)\\.ts$',
        ],
        reachable: false,
      },
    },
    {
      name: 'no-dev-dependencies',
      comment:
        'Production installs leave them out. libs/testing runs where they are, and front ends are built there.',
      severity: 'error',
      from: { path: '^(apps|libs|deploy)/', pathNot: [tests, '^apps/(console|miniprogram)/'] },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that is there only because another needs it goes away with that other.',
      severity: 'error',
      // Jest runs from the root, and belongs to the root's package.json.
      from: { pathNot: '^apps/(console|miniprogram)/.+\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'It would fail at the first start.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Before the first build what is built cannot be resolved, and is named as it is written: `../../dist/`.
    exclude: { path: '^(?:\\.\\./)*(?:dist|\\.shunlu|coverage)/' },
    // Imports of types too: a wall that types may pass is no wall for the reader.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // `#contracts` and the like are subpath imports of package.json; their types condition names the source.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      // The mini-program has some files twice, `x.h5.ts` and `x.weapp.ts`, imported as `./x`; css is read by its builder.
      extensions: ['.ts', '.tsx', '.d.ts', '.h5.ts', '.h5.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
