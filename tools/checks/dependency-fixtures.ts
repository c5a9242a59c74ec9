// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { root } from './check.ts';
import dependencies from './dependencies.mjs';

const folder = path.join(root, 'tools/checks/fixtures/dependencies');

function expected(): readonly { readonly file: string; readonly rule: string }[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).flatMap((file) =>
    [...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/^\/\/ refused by (\S+)$/gmu)].map(([, rule]) => ({ file, rule: rule ?? '' })));
}

/** Cruises a small tree in which each file breaks the rules it names, and names the rules that let one pass. */
export async function blindDependencyRules(): Promise<readonly string[]> {
  const { output } = await cruise(['packages', 'modules', 'integrations', 'apps'], { ...dependencies.options, ruleSet: { forbidden: dependencies.forbidden }, validate: true, baseDir: folder });
  if (typeof output === 'string') return ['dependency-cruiser gave no result'];
  const found = new Set(output.summary.violations.map(({ from, rule }) => `${from} ${rule.name}`));
  const wanted = expected();
  const tried = new Set(wanted.map(({ rule }) => rule));
  const named = dependencies.forbidden.map(({ name }) => name).filter((name) => !name.startsWith('modules/'));
  return [
    ...wanted.filter(({ file, rule }) => !found.has(`${file} ${rule}`)).map(({ file, rule }) => `tools/checks/fixtures/dependencies/${file}: ${rule} lets it pass`),
    ...[...named, 'modules/organisation'].filter((name) => !tried.has(name)).map((name) => `${name} has no fixture that breaks it`),
  ];
}
