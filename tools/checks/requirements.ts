// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { type Check, fixture, read, root } from './check.ts';

const series: Readonly<Record<string, number>> = { HG: 11, KT: 21, BD: 17, TV: 11, HY: 19, F: 120, A: 21 };
const expected = Object.entries(series).flatMap(([name, count]) => Array.from({ length: count }, (_, at) => `${name}${at + 1}`));

/** Rows that are missing or twice, states that are no state, done rows without a test, files that are not there, and a wrong sum. */
export function requirementFaults(page: string): readonly string[] {
  const rows = page.split('\n').filter((line) => /^\| [A-Z]+\d+ \|/u.test(line)).map((line) => {
    const [, id = '', , state = '', place = '', test = ''] = line.split('|').map((cell) => cell.trim());
    return { id, state, test, files: [...`${place} ${test}`.matchAll(/`([^`]+)`/gu)].map(([, file]) => file ?? '') };
  });
  const times = (id: string): number => rows.filter((row) => row.id === id).length;
  const count = (state: string): number => rows.filter((row) => row.state === state).length;
  const sum = `${count('xong')} xong, ${count('một phần')} một phần, ${count('chưa')} chưa`;
  return [
    ...expected.filter((id) => times(id) !== 1).map((id) => `docs/requirements.md: ${id} stands ${times(id)} times`),
    ...rows.filter(({ state }) => !['xong', 'một phần', 'chưa'].includes(state)).map(({ id, state }) => `docs/requirements.md: ${id}: «${state}» is no state`),
    ...rows.filter(({ state, test }) => state === 'xong' && test === '').map(({ id }) => `docs/requirements.md: ${id} is done without a test`),
    ...rows.flatMap(({ id, files }) => files.filter((file) => !fs.existsSync(path.join(root, file))).map((file) => `docs/requirements.md: ${id}: there is no ${file}`)),
    ...(page.includes(sum) ? [] : [`docs/requirements.md: the sum is ${sum}`]),
  ];
}

export const requirementsCheck: Check = {
  name: 'each of the 220 requirements stands once, with its state, place and test',
  faults: () => requirementFaults(read('docs/requirements.md')),
  onBroken: () => requirementFaults(fixture('requirements.md')),
};
