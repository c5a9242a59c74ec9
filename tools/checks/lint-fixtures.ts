// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { root } from './check.ts';

const folder = path.join(root, 'tools/checks/fixtures/lint');

/** Rules of the configuration that must have a fixture: ours, and those whose settings are ours. */
const ours = [
  'local/must-use-result', 'local/no-real-national-id', 'local/legal-source', 'no-restricted-globals', 'no-restricted-properties', 'no-restricted-syntax', 'id-denylist', 'max-lines', 'max-params',
  'max-depth', 'complexity', '@typescript-eslint/switch-exhaustiveness-check', '@typescript-eslint/no-floating-promises', '@typescript-eslint/consistent-type-assertions',
  '@typescript-eslint/no-non-null-assertion', '@typescript-eslint/no-explicit-any', 'react-hooks/rules-of-hooks',
];

/** Lints each fixture under the path of a file of the product, and names the fixtures whose rule lets them pass. */
export async function blindRules(): Promise<readonly string[]> {
  // Fixtures are texts under paths of other files. In a build service the parser would read each file once from the disk and miss the text.
  process.env['TSESTREE_SINGLE_RUN'] = 'false';
  const eslint = new ESLint({ cwd: root });
  const tried = new Set<string>();
  const faults: string[] = [];
  for (const file of fs.readdirSync(folder)) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    const { rule = '', as = '' } = /^\/\/ refused by (?<rule>\S+) as (?<as>\S+)/mu.exec(text)?.groups ?? {};
    const [result] = await eslint.lintText(rule === 'max-lines' ? text + '// one more line\n'.repeat(300) : text, { filePath: path.join(root, as) });
    tried.add(rule);
    if (result?.messages.some(({ ruleId }) => ruleId === rule) !== true) faults.push(`tools/checks/fixtures/lint/${file}: ${rule} lets it pass: ${JSON.stringify(result?.messages.map(({ ruleId, message }) => ruleId ?? message))}`);
  }
  return [...faults, ...ours.filter((rule) => !tried.has(rule)).map((rule) => `${rule} has no fixture that breaks it`)];
}
