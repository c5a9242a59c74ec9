// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { isSame, proposed } from '@motcua/proposals';
import type { PacksView, PackView } from '../contract.ts';
import { type PackKindContext, inForce, packOf, verdictOf } from '../kind.ts';
import { testPack } from '../rules/test-pack.ts';
import { packsDb } from '../store/tables.ts';

const most = 200;

/** What was installed, newest first, and whose packs are believed. */
export async function packsView(db: Db): Promise<Pick<PacksView, 'installed' | 'publishers'>> {
  const [installed, publishers] = await Promise.all([
    packsDb(db).selectFrom('packs.installed').select(['id', 'name', 'version', 'pack_version', 'title', 'signer', 'items', 'decision_number', 'valid_from', 'by_name', 'at']).orderBy('at', 'desc').limit(most).execute(),
    packsDb(db).selectFrom('packs.publisher').select(['id', 'name', 'decision', 'added_by', 'added_at', 'ended_at']).orderBy('added_at', 'desc').limit(most).execute(),
  ]);
  const seen = new Set<string>();
  return {
    installed: installed.map((row) => {
      const isNewest = !seen.has(row.name);
      seen.add(row.name);
      return { id: row.id, name: row.name, version: row.version, packVersion: row.pack_version, title: row.title, signer: row.signer, decision: row.decision_number, validFrom: row.valid_from, by: row.by_name, at: row.at.toString(), items: row.items, isNewest };
    }),
    publishers: publishers.map((row) => ({ id: row.id, name: row.name, decision: row.decision, addedBy: row.added_by, addedAt: row.added_at.toString(), endedAt: row.ended_at?.toString() ?? null })),
  };
}

/** A pack that waits as a bản soạn: whose it is, what it brings, how its tests go here. Undefined when there is none. */
export async function packView(db: Db, context: PackKindContext, id: string): Promise<PackView | undefined> {
  const brought = await proposed(db, id);
  const pack = brought?.kind === 'pack' ? packOf(brought.content) : undefined;
  if (pack?.ok !== true) return undefined;
  const { name, title, version, notes, madeBy, madeAt, items } = pack.value;
  const [signature, before, tests] = [await verdictOf(db, context, pack.value), await inForce(db, context.kinds, items), await testPack(context.kinds, pack.value)];
  return {
    name, title, version, notes, madeBy, madeAt, signature,
    items: items.map((item) => {
      const [owner, old] = [context.kinds.find(({ kind }) => kind === item.kind), before.find(({ kind, key }) => kind === item.kind && key === item.key)];
      const standing = owner === undefined ? 'unknown' : old === undefined ? 'new' : isSame(old.content, item.content) ? 'same' : 'changed';
      return { kind: item.kind, key: item.key, title: item.title, kindLabel: owner?.label ?? item.kind, standing };
    }),
    tests: tests.map(({ kind, key, name: what, passed }) => ({ kindLabel: context.kinds.find((owner) => owner.kind === kind)?.label ?? kind, key, name: what, passed })),
  };
}
