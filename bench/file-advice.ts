// SPDX-License-Identifier: EUPL-1.2
/**
 * `node bench/file-advice.ts [papers]`: on how many made-up papers the advice of the machine says what is wrong, and on how many something that is not so,
 * by how the picture was taken; beside a reader who makes no mistake, which is what the rules alone could reach.
 */
import { judged, paperSet, perfectlyRead, type Tally } from '../modules/dossiers/test/paper-set.ts';

const papers = Number(process.argv[2] ?? '200');
const set = paperSet({ papers, seed: 1 });
const sum = (tallies: readonly Tally[]): Tally => ({ papers: tallies.reduce((all, one) => all + one.papers, 0), told: tallies.reduce((all, one) => all + one.told, 0), untrue: tallies.reduce((all, one) => all + one.untrue, 0) });
const wrong = (of: ReadonlyMap<string, Tally>): Tally => sum([...of].filter(([key]) => !key.startsWith('none')).map(([, tally]) => tally));

const floor = await judged(set, perfectlyRead);
const began = performance.now();
const seen = await judged(set);
const seconds = (performance.now() - began) / 1000;
for (const [key, { papers: count, told, untrue }] of [...seen].toSorted(([one], [other]) => one.localeCompare(other))) {
  console.log(`${key}: ${String(count)} papers${key.startsWith('none') ? '' : `, told on ${String(told)} (perfect reader ${String(floor.get(key)?.told ?? 0)})`}, something untrue on ${String(untrue)}`);
}
const [ours, theirs] = [wrong(seen), wrong(floor)];
console.log(`what is wrong is told on ${String(ours.told)} of ${String(ours.papers)} papers (${(ours.told / theirs.told).toFixed(3)} of the perfect reader); something untrue on ${String(sum([...seen.values()]).untrue)} of ${String(papers)}; ${(papers / seconds * 60).toFixed(0)} papers a minute, made and read`);
process.exit(0);
