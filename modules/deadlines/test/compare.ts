// SPDX-License-Identifier: EUPL-1.2
/** `node modules/deadlines/test/compare.ts --cases 1000000 --seed 1`: the engine against the minute walk; stops at nothing, prints what differs. */
import { parseArgs } from 'node:util';
import { answerCase } from '../src/index.ts';
import { randomCase, randomFrom } from './random-case.ts';
import { reference } from './reference.ts';

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } });
const random = randomFrom(Number(values.seed));
const cases = Number(values.cases);
const outcomes = new Map<string, number>();
let differences = 0;
for (let at = 0; at < cases; at += 1) {
  const asked = randomCase(random, String(at));
  const { returnAt, stoppedSince, error } = answerCase(asked);
  const expected = reference(asked);
  const outcome = error ?? (returnAt === null ? 'stopped' : 'owed');
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (returnAt === expected.returnAt && stoppedSince === expected.stoppedSince && error === expected.error) continue;
  differences += 1;
  if (differences <= 3) console.log(JSON.stringify({ asked, expected, answered: { returnAt, stoppedSince, error } }, null, 1));
}
console.log(`${cases} cases, seed ${values.seed}: ${differences} differences; ${JSON.stringify(Object.fromEntries(outcomes))}`);
process.exitCode = differences === 0 ? 0 : 1;
