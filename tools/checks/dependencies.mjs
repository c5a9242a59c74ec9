// SPDX-License-Identifier: EUPL-1.2
// dependency-cruiser's rules, made from the table in architecture.mjs. Explained in docs/architecture.md.
import fs from 'node:fs';
import path from 'node:path';
import { mayImport } from '../../architecture.mjs';

/** @param {string[]} folders */
const inModule = (folders) => `^modules/[^/]+/src/(${folders.join('|')})(/|\\.ts$)`;
const tests = '(\\.test\\.ts|/testing[a-z-]*\\.ts)$';
const root = path.resolve(import.meta.dirname, '../..');

/** The doors of every package, as its `exports` list them. @returns {string[]} */
const doors = fs.globSync('{packages,modules,integrations,apps}/*/package.json', { cwd: root }).flatMap((file) => {
  const { exports = {} } = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  return Object.values(exports).map((door) => `^${path.join(path.dirname(file), String(door)).replace(/[.\\]/gu, (sign) => (sign === '.' ? '\\.' : '/'))}$`);
});

/** Which module may import which. */
const between = Object.entries(mayImport).map(([module, others]) => ({
  name: `modules/${module}`,
  severity: 'error',
  comment: `${module} may import only: ${others.join(', ') || 'packages'}. Ask whether the fact should arrive as an event; then change architecture.mjs in the open.`,
  from: { path: `^modules/${module}/` },
  to: { path: '^(modules|integrations|apps)/', pathNot: [module, ...others].map((name) => `^modules/${name}/`) },
}));

/** Parts that decide and know nothing of where things are kept. */
const pure = ['model', 'rules', 'lifecycle', 'calendar', 'answers', 'definition'];
/** Parts that may write SQL. */
const sqlHomes = ['store', 'views', 'commands', 'clock'];
/** Readers of expressions, schemas and diagrams: functions from text to value, without a way out. */
const readers = ['zod', '@cfworker/json-schema', 'feelin', 'bpmn-moddle'];

export default {
  forbidden: [
    ...between,
    {
      name: 'module-in-the-table', severity: 'error', comment: 'A new module needs its row in architecture.mjs.',
      from: { path: '^modules/', pathNot: Object.keys(mayImport).map((name) => `^modules/${name}/`) }, to: {},
    },
    {
      name: 'packages-at-the-bottom', severity: 'error', comment: 'What packages offer must not know who uses it.',
      from: { path: '^packages/' }, to: { path: '^(modules|integrations|apps)/' },
    },
    {
      name: 'integrations-are-wired-in-programs', severity: 'error', comment: 'A module declares a port; the wiring of a program picks the adapter.',
      from: { path: '^(modules|packages|apps/(citizen-portal|officer-workspace))/' }, to: { path: '^integrations/' },
    },
    {
      name: 'integrations-know-no-program', severity: 'error', comment: 'An adapter is told what it needs.',
      from: { path: '^integrations/' }, to: { path: '^apps/' },
    },
    {
      name: 'through-the-doors', severity: 'error', comment: 'Import a neighbour through one of its doors: ., ./http, ./contract, ./testing.',
      from: { path: '^((?:modules|packages|integrations|apps)/[^/]+)/' },
      to: { path: '^(modules|packages|integrations|apps)/', pathNot: ['^$1/', ...doors] },
    },
    {
      name: 'rules-are-pure', severity: 'error', comment: 'A rule takes values and gives values: no database, no files, no routes, no clock.',
      from: { path: inModule(pure), pathNot: tests },
      to: { path: ['node_modules/', '^packages/(db-kit|http-kit|web-kit|ui)/', inModule(['store', 'http', 'commands', 'views', 'reactions'])], pathNot: readers.map((name) => `node_modules/${name}/`), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-do-no-input-or-output', severity: 'error', comment: 'A rule reads no file and opens no connection.',
      from: { path: inModule(pure), pathNot: tests }, to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sql-where-it-lives', severity: 'error', comment: 'SQL is written in store/, views/ and commands/; elsewhere a handle is passed on and its type is enough.',
      from: { path: '^modules/', pathNot: [inModule(sqlHomes), tests, '^modules/[^/]+/test/'] },
      to: { path: ['node_modules/(kysely|pg)/', '^packages/db-kit/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-driver', severity: 'error', comment: 'db-kit opens the pools; its face has what a module needs of kysely.',
      from: { path: '^(modules|integrations|apps)/', pathNot: tests }, to: { path: 'node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'fastify-in-http-only', severity: 'error', comment: 'An act can be called by a route, a job, a command line and a test alike.',
      from: { path: '^modules/', pathNot: [inModule(['http']), tests] }, to: { path: 'node_modules/@?fastify' },
    },
    {
      name: 'screens-see-contracts-only', severity: 'error', comment: 'A screen knows what travels, not how it is decided.',
      from: { path: '^(apps/(citizen-portal|officer-workspace)/src|packages/(ui|web-kit|i18n)/src)/', pathNot: tests },
      to: { path: '^modules/', pathNot: '^modules/[^/]+/src/contract\\.ts$' },
    },
    {
      name: 'contracts-stay-light', severity: 'error', comment: 'A contract is loaded by browsers: schemas and their types, nothing that needs a server.',
      from: { path: '^modules/[^/]+/src/contract(\\.ts$|/)' }, to: { path: ['node_modules/(kysely|pg|fastify)/', '^packages/(db-kit|http-kit)/'], reachable: true },
    },
    {
      name: 'no-tests-in-product', severity: 'error', comment: 'Builders of tests make things no person has checked.',
      from: { path: '^(packages|modules|integrations|apps)/', pathNot: [tests, '^(apps|modules|packages|integrations)/[^/]+/test/'] },
      to: { path: tests },
    },
    { name: 'no-circular', severity: 'error', comment: 'Two files that need each other are one file, or one of them knows too much.', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-unresolvable', severity: 'error', comment: 'The file is not there. (virtual: files are made while the pages are built.)', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    { name: 'declared', severity: 'error', comment: 'Declare the library in the package that uses it.', from: { path: '^(packages|modules|integrations|apps)/', pathNot: [tests, '^(apps|modules)/[^/]+/test/'] }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], pathNot: '^(packages|modules|integrations|apps)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(apps|packages|modules)/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  },
};
