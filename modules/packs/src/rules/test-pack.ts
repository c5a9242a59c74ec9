// SPDX-License-Identifier: EUPL-1.2
import type { JsonValue, ProposalKind } from '@motcua/proposals';
import { isSame } from '@motcua/proposals';
import type { PackItem, PackTest } from '../file/pack-file.ts';

type Kinds = readonly ProposalKind[];
export type TestOutcome = { readonly kind: string; readonly key: string; readonly title: string; readonly name: string; readonly passed: boolean; readonly got: JsonValue };

const answer = async (kinds: Kinds, item: PackItem, given: JsonValue): Promise<JsonValue> => {
  const owner = kinds.find(({ kind }) => kind === item.kind);
  const read = owner?.read(item.content);
  return owner?.prove === undefined || read?.ok !== true ? null : owner.prove(read.value, given);
};

/** Asks the items of a pack the questions of its tests. A question about nothing in the pack fails. */
export async function testPack(kinds: Kinds, { items, tests }: { readonly items: readonly PackItem[]; readonly tests: readonly PackTest[] }): Promise<readonly TestOutcome[]> {
  const outcomes: TestOutcome[] = [];
  for (const { kind, key, name, given, expected } of tests) {
    const item = items.find((each) => each.kind === kind && each.key === key);
    const got = item === undefined ? null : await answer(kinds, item, given);
    outcomes.push({ kind, key, name, title: item?.title ?? key, got, passed: item !== undefined && isSame(got, expected) });
  }
  return outcomes;
}

const longestName = 500;

/** The tests a new pack carries: what its items answer today to the questions their owners find worth asking. */
export async function testsOf(kinds: Kinds, items: readonly PackItem[]): Promise<readonly PackTest[]> {
  const tests: PackTest[] = [];
  for (const item of items) {
    const owner = kinds.find(({ kind }) => kind === item.kind);
    for (const { name, given } of owner?.questions?.(item.content) ?? []) tests.push({ kind: item.kind, key: item.key, name: name.slice(0, longestName), given, expected: await answer(kinds, item, given) });
  }
  return tests;
}
