// SPDX-License-Identifier: EUPL-1.2
import { legalSources } from '@motcua/legal';
import { type Check, type Source, fixture, read, sources } from './check.ts';
import { realPersonalId } from './rules/no-real-national-id.ts';

const lines = (text: string): readonly string[] => text.split('\n');

/** Grants that would let somebody change or take away a line of the ledger. */
export const ledgerGrants = (migrations: readonly Source[]): readonly string[] => migrations.flatMap(({ file, text }) =>
  text.replaceAll(/--.*$/gmu, '').split(';').filter((statement) => /\bgrant\b/iu.test(statement))
    .filter((statement) => /\b(update|delete|truncate|all)\b[^;]*\bon\b/iu.test(statement) && /dossiers\.event\b|all\s+tables\s+in\s+schema\s+dossiers\b/iu.test(statement))
    .map((statement) => `${file}: the ledger takes INSERT and SELECT only: ${statement.trim().slice(0, 80)}`));

/** Download addresses in a lock file: they tie every installation to one registry. */
export const lockAddresses = (lock: string): readonly string[] => lines(lock).flatMap((line, at) => (/"resolved": "(https?|git)/u.test(line) ? [`package-lock.json:${at + 1}: a download address`] : []));

type Workspace = { readonly folder: string; readonly declared: ReadonlySet<string>; readonly sources: readonly Source[] };

/** Internal packages a workspace imports and does not declare. */
export const undeclared = ({ folder, declared, sources: own }: Workspace): readonly string[] => own.flatMap(({ file, text }) =>
  [...text.matchAll(/from '(@motcua\/[a-z0-9-]+)/gu)].map(([, name]) => name ?? '').filter((name) => !declared.has(name))
    .map((name) => `${file}: ${name} is not in ${folder}/package.json`));

/** Twelve digits that could be a person's, in any text. */
export const people = (texts: readonly Source[]): readonly string[] => texts.flatMap(({ file, text }) => lines(text).flatMap((line, at) => (realPersonalId.test(line) ? [`${file}:${at + 1}: twelve digits in a real range`] : [])));

/** Files that do not open with their licence. */
export const unlicensed = (texts: readonly Source[]): readonly string[] => texts.flatMap(({ file, text }) => (text.replace(/^#!.*\n/u, '').startsWith('// SPDX-License-Identifier: EUPL-1.2\n') ? [] : [`${file}: no SPDX line`]));

/** Text that is not composed (NFC): it looks right and is never found again. */
export const decomposed = (texts: readonly Source[]): readonly string[] => texts.flatMap(({ file, text }) => (text === text.normalize('NFC') ? [] : [`${file}: text is not composed (NFC)`]));

const legalKey = /['"` ]((?:nd|tt|qd|nq|blds|blld|luat|internal)-[a-z0-9-]+\/[a-z0-9-]+)(?=['"`\s;,)])/gu;

/** Articles the code names and the register does not know, and articles nobody relies on. */
export function legalFaults(texts: readonly Source[], register: ReadonlySet<string>): readonly string[] {
  const named = texts.flatMap(({ file, text }) => [...text.matchAll(legalKey)].map(([, key]) => ({ file, key: key ?? '' })));
  const used = new Set(named.map(({ key }) => key));
  return [
    ...named.filter(({ key }) => !register.has(key)).map(({ file, key }) => `${file}: legal/sources.yml has no ${key}`),
    ...[...register].filter((key) => !used.has(key)).map((key) => `legal/sources.yml: nothing relies on ${key}`),
  ];
}

const strings = (value: unknown): readonly string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : []);

function workspaces(): readonly Workspace[] {
  return sources(/^(packages|modules|integrations|apps)\/[^/]+\/package\.json$/u).map(({ file, text }) => {
    const folder = file.slice(0, -'/package.json'.length);
    const json: unknown = JSON.parse(text);
    const parts = typeof json === 'object' && json !== null ? Object.entries(json) : [];
    const declared = parts.filter(([key]) => key === 'dependencies' || key === 'devDependencies').flatMap(([, value]: [string, unknown]) => strings(value));
    return { folder, declared: new Set(declared), sources: sources(new RegExp(`^${folder}/.*\\.tsx?$`, 'u')) };
  });
}

const code = /^(packages|modules|integrations|apps|tools|bench|test)\/.*\.(ts|tsx|mjs)$|^[^/]+\.(ts|mjs)$/u;
const text = /^(?!data\/|package-lock\.json).*\.(ts|tsx|mjs|sql|md|yml|json|css|html)$/u;
const product = /^(packages|modules|apps|integrations)\/.*\.(ts|tsx|sql)$/u;

export const treeChecks: readonly Check[] = [
  { name: 'nobody may change a line of the ledger', faults: () => ledgerGrants(sources(/\/migrations\/.*\.sql$/u)), onBroken: () => ledgerGrants([{ file: 'ledger.sql', text: fixture('ledger.sql') }]) },
  { name: 'the lock file holds no download address', faults: () => lockAddresses(read('package-lock.json')), onBroken: () => lockAddresses(fixture('lock.txt')) },
  { name: 'internal packages are declared where they are used', faults: () => workspaces().flatMap(undeclared), onBroken: () => undeclared({ folder: 'modules/x', declared: new Set(['@motcua/kernel']), sources: [{ file: 'undeclared.txt', text: fixture('undeclared.txt') }] }) },
  { name: 'no number of a real person', faults: () => people(sources(text)), onBroken: () => people([{ file: 'person.txt', text: fixture('person.txt') }]) },
  { name: 'each source opens with its licence', faults: () => unlicensed(sources(code)), onBroken: () => unlicensed([{ file: 'unlicensed.txt', text: fixture('undeclared.txt') }]) },
  { name: 'texts are composed (NFC)', faults: () => decomposed(sources(text)), onBroken: () => decomposed([{ file: 'decomposed.txt', text: fixture('decomposed.txt') }]) },
  { name: 'articles of law named in the code are in the register, and the reverse', faults: () => legalFaults(sources(product), new Set(legalSources.keys())), onBroken: () => legalFaults([{ file: 'legal.txt', text: fixture('legal.txt') }], new Set(legalSources.keys())) },
];
