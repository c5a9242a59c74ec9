// SPDX-License-Identifier: EUPL-1.2
/** Our own checks. Each must also find something in a fixture that breaks it: a rule that has never said no is not known to work. */
import type { Check } from './check.ts';
import { blindDependencyRules } from './dependency-fixtures.ts';
import { pictureCheck } from './draw-architecture.ts';
import { errorCodesCheck } from './error-codes.ts';
import { glossaryCheck } from './glossary.ts';
import { blindRules } from './lint-fixtures.ts';
import { requirementsCheck } from './requirements.ts';
import { treeChecks } from './tree.ts';

const checks: readonly Check[] = [pictureCheck, errorCodesCheck, glossaryCheck, requirementsCheck, ...treeChecks];

let failed = 0;
const say = (name: string, faults: readonly string[]): void => {
  process.stdout.write(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name}\n${faults.map((fault) => `     ${fault}\n`).join('')}`);
  if (faults.length > 0) failed += 1;
};

for (const { name, faults, onBroken } of checks) {
  const blind = (await onBroken()).length === 0 ? ['its fixture passes: the check went blind'] : [];
  say(name, [...await faults(), ...blind]);
}
say('each rule of the dependency table refuses its fixture', await blindDependencyRules());
say('each rule of the linter refuses its fixture', await blindRules());
process.exitCode = failed === 0 ? 0 : 1;
