// SPDX-License-Identifier: EUPL-1.2
// Errors only: a warning is a rule nobody has decided about. Which rules we keep and why: docs/decisions/0002-rules-of-style-we-keep.md
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { local } from './tools/checks/rules/plugin.ts';

const tests = ['**/*.test.ts', '**/testing{,-*}.ts', '{apps,modules,packages,integrations}/*/test/**', 'test/**'];

const sizes = {
  'max-lines': ['error', { max: 300 }],
  // Four: with what, on what, what is asked, and one more that tells two calls apart.
  'max-params': ['error', { max: 4 }],
  'max-depth': ['error', { max: 3 }],
  // «modified»: a switch over a closed union is one decision, and the compiler already asks for each of its rows.
  complexity: ['error', { max: 15, variant: 'modified' }],
};

const wordsNeverRight = [
  'hoSo', 'thuTuc', 'tiepNhan', 'traKetQua', 'donVi', 'canBo', 'caseFile', 'mau05', 'cmnd', 'cccd', 'dvcqg', 'KPI', 'kpi', 'businessDay', 'dueDate',
];

const globalsWithAHome = [
  { name: 'Date', message: 'Use Temporal; the browser writes times through @motcua/i18n.' },
  { name: 'fetch', message: 'Outside systems are reached by integrations/*, our own server by @motcua/web-kit.' },
  { name: 'process', message: 'Configuration is read once, at the start of a program, and passed in.' },
];

const clocks = [
  { object: 'Temporal', property: 'Now', message: 'Take a Clock as an argument; the machine\'s own is in @motcua/kernel.' },
];
const dice = [{ object: 'Math', property: 'random', message: 'Not for anything that matters: take bytes from node:crypto, or a seeded generator as an argument.' }];

const syntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export: a thing has one name everywhere.' },
  { selector: 'Identifier[name=/[^\\u0000-\\u007F]/]', message: 'Identifiers are plain English from docs/glossary.md.' },
];

export default defineConfig(
  { ignores: ['**/node_modules/**', '**/dist/**', '**/.motcua/**', '.stryker-tmp/**', 'data/**', 'tools/checks/fixtures/**'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    plugins: { local },
    rules: {
      ...sizes,
      'id-denylist': ['error', ...wordsNeverRight],
      'no-restricted-syntax': ['error', ...syntax],
      'no-restricted-properties': ['error', ...clocks, ...dice],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'local/no-real-national-id': 'error',
      'local/legal-source': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './tsconfig.web.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-globals': ['error', ...globalsWithAHome],
      'local/must-use-result': 'error',
      // Taking a key out of an object by name is how it is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      // Numbers in a sentence are what templates are for; objects and undefined stay refused.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A route handler or a command keeps one shape whether or not it waits for something today.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.tsx'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  // Where the outside may be touched, and why.
  {
    // The machine's clock lives here and nowhere else.
    files: ['packages/kernel/src/clock.ts'],
    rules: { 'no-restricted-properties': ['error', ...dice] },
  },
  {
    // Programs that a person starts: they read the environment, write to the terminal and end with an exit code. db-kit starts the embedded server.
    files: ['apps/server/src/main.ts', 'apps/cli/**', 'tools/**', 'bench/**', 'test/**', 'packages/db-kit/src/{embedded,testing}.ts', 'modules/documents/src/paper/press.ts', 'apps/*/preview.ts', '**/*.config.ts'],
    rules: { 'no-restricted-globals': ['error', ...globalsWithAHome.filter(({ name }) => name === 'fetch')] },
  },
  {
    // The one way from a browser to our server.
    files: ['packages/web-kit/src/**'],
    rules: { 'no-restricted-globals': ['error', ...globalsWithAHome.filter(({ name }) => name === 'process')] },
  },
  {
    // Browsers do not all have Temporal yet: instants travel as ISO text and are only written, never counted with.
    files: ['packages/i18n/src/**', 'packages/ui/src/**'],
    rules: { 'no-restricted-globals': ['error', ...globalsWithAHome.filter(({ name }) => name !== 'Date')] },
  },
  {
    // An adapter talks to its partner.
    files: ['integrations/**'],
    rules: { 'no-restricted-globals': ['error', ...globalsWithAHome.filter(({ name }) => name !== 'fetch')] },
  },
  {
    // A stand-in that runs as a program of its own speaks with the one that started it.
    files: ['integrations/*/src/main.ts'],
    rules: { 'no-restricted-globals': ['error', ...globalsWithAHome.filter(({ name }) => name === 'Date')] },
  },
  {
    // The demonstration province: scripts of chance, where each branch is something people do. No rule of the law is here.
    files: ['apps/server/src/demonstration/**'],
    rules: { complexity: ['error', { max: 30, variant: 'modified' }] },
  },
  {
    // Benchmarks measure with the machine's clock and roll their own dice.
    files: ['bench/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Tests and builders may say what they know, play an outside system, and set the scene at length.
    files: tests,
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-globals': 'off',
      'max-params': 'off',
      'max-depth': 'off',
      complexity: 'off',
      // What the test library makes to match with, and what a page or an answer says, is of no type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A scene that could not be set shows in what the test looks at.
      'local/must-use-result': 'off',
    },
  },
  {
    // The naive walk that judges the engine is one function on purpose: it must not share the engine's shape.
    files: ['modules/deadlines/test/reference.ts'],
    rules: { complexity: 'off', 'max-depth': 'off' },
  },
  {
    // Tools want their configuration as a default export; nothing type-checks these files.
    files: ['**/*.config.{ts,mjs}', '**/*.mjs', 'apps/*/preview.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': ['error', ...syntax.slice(1)], 'local/must-use-result': 'off' },
  },
  {
    // vitest calls the default export; a library's own types have the exports it has.
    files: ['test/global-setup.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax.slice(1)] },
  },
);
