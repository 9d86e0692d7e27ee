// The house rules a machine can check. `npm run lint` runs this, prettier and the import rules of
// .dependency-cruiser.cjs. Nothing may be switched off in the code: `noInlineConfig` makes such comments
// void. A rule that hinders is changed here, with its reason.
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts'];

/** What Node gives to the few files that are JavaScript, because they run before anything is built. */
const globals = ['URL', 'clearInterval', 'performance', 'process', 'setInterval', 'setTimeout'];

/** A test that is skipped or runs alone is a test that cannot fail. */
const noSkippedTests = ['only', 'skip', 'todo', 'failing'].flatMap((property) =>
  ['it', 'test', 'describe'].map((object) => ({
    object,
    property,
    message: 'Every test runs, and can fail.',
  })),
);

/** The present comes from the injected Clock and ids from `newId`, so that tests can hold both still. */
const noOwnPresent = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'Ask the injected Clock.'],
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Ask the injected Clock.'],
  ['CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'Use node:crypto.'],
].map(([selector, message]) => ({ selector, message }));

export default defineConfig(
  globalIgnores(['dist', '.shunlu', 'coverage', 'libs/api-client/src/schema.ts']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: Object.fromEntries(globals.map((name) => [name, 'readonly'])) },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
  {
    // The page /verify runs in browsers as it is; the same check runs in tests.
    files: ['apps/gateway/assets/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['TextEncoder', 'URLSearchParams', 'crypto', 'document', 'fetch', 'location', 'navigator'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    // Runs in browsers beside the pages of the H5.
    files: ['apps/miniprogram/src/worker/*.js'],
    languageOptions: { globals: { self: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Leaves files with decorators alone: Nest injects by the classes that TypeScript writes into the
      // decorators' metadata, and a class imported as a type is not there at run time.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      // `process.env['PORT']`: what may be missing is not written like what is declared.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],

      // Contracts and entities are classes for their decorators; their values are plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // Nest's modules are classes without members.
      '@typescript-eslint/no-extraneous-class': 'off',
      // `const { stop } = await start()`: interfaces here describe closures, which need no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Does not know that a field may change while we await.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // After a look at the length, an index is certain; `as` or `!`, whichever reads better.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // An async function turns what it throws into a rejection, whether it awaits or not.
      '@typescript-eslint/require-await': 'off',
      // `() => resolve()` and an empty variable of the environment taken for none are what is meant.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      // Type parameters that only name what the caller expects, as Nest and pg have them.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    // Browsers and phones: their own compiler settings, and the rules of React's hooks.
    files: ['apps/{console,miniprogram}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    languageOptions: { parserOptions: { project: './apps/{console,miniprogram}/tsconfig.json' } },
  },
  {
    files: ['apps/{volunteers,stations,tasks,ledger,reporting}/src/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...noOwnPresent] },
  },
  {
    files: [...specs, 'test/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...noSkippedTests] },
  },
  {
    // Half of a page is markup, which prettier gives a line for every attribute: that half is read, not followed.
    files: ['apps/miniprogram/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 110, skipComments: true, skipBlankLines: true }] },
  },
  {
    // A describe block is a chapter, and a migration a list of tables: neither is a function to follow.
    files: [...specs, '**/migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
