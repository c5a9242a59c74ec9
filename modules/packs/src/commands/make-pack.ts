// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { signContent, type SigningIdentity } from '@motcua/documents';
import { ok, refuse, type Result } from '@motcua/kernel';
import type { ProposalKind } from '@motcua/proposals';
import { type PackItem, writePack } from '../file/pack-file.ts';
import { testsOf } from '../rules/test-pack.ts';
import { packsDb } from '../store/tables.ts';

export type PackOrder = { readonly name: string; readonly title: string; readonly version: number; readonly notes: string; readonly items: readonly { readonly kind: string; readonly key: string }[] };
/** Why no pack was made. */
export type MakeRefusal =
  | { readonly code: 'pack-item-unknown'; readonly kind: string; readonly key: string }
  | { readonly code: 'pack-not-installed' }
  | { readonly code: 'pack-nothing-before' };

type Making = { readonly kinds: readonly ProposalKind[]; readonly signer: SigningIdentity; readonly at: Temporal.Instant };

const sealed = async ({ kinds, signer, at }: Making, order: Omit<PackOrder, 'items'>, items: readonly PackItem[]): Promise<Uint8Array> =>
  writePack({ ...order, madeBy: signer.name, madeAt: at.toString(), items, tests: await testsOf(kinds, items) }, (manifest) => signContent(manifest, signer));

/**
 * Làm gói: what is in force of each item, with the tests it passes today, signed by the agency.
 *
 * @returns the bytes of the pack (.zip)
 * @error pack-item-unknown - nothing of this kind and key is in force
 */
export async function makePack(db: Db, making: Making, { items: wanted, ...order }: PackOrder): Promise<Result<Uint8Array, MakeRefusal>> {
  const items: PackItem[] = [];
  for (const { kind, key } of wanted) {
    const owner = making.kinds.find((each) => each.kind === kind);
    const current = await owner?.current(db, key) ?? null;
    if (owner === undefined || current === null) return refuse({ code: 'pack-item-unknown', kind, key });
    items.push({ kind, key, title: owner.title(current.content), content: current.content, luggage: await owner.luggage?.of(db, current.content) ?? null });
  }
  return ok(await sealed(making, order, items));
}

/**
 * Trở lại trước khi cài: a pack of what was in force before the newest installation, signed by us, to be published like any other. What the installation brought that was not there before stays; it is abolished by itself.
 *
 * @error pack-not-installed, pack-nothing-before
 */
export async function packOfBefore(db: Db, making: Making, name: string): Promise<Result<Uint8Array, MakeRefusal>> {
  const row = await packsDb(db).selectFrom('packs.installed').select(['title', 'previous', 'pack_version']).where('name', '=', name).orderBy('version', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return refuse({ code: 'pack-not-installed' });
  if (row.previous.length === 0) return refuse({ code: 'pack-nothing-before' });
  // What it names is here already: it was in force here.
  const items = row.previous.map(({ kind, key, content }) => ({ kind, key, content, luggage: null, title: making.kinds.find((each) => each.kind === kind)?.title(content) ?? key }));
  return ok(await sealed(making, { name, title: `${row.title} (trở lại trước khi cài)`, version: row.pack_version, notes: `Nội dung đang dùng trước khi cài bản ${row.pack_version}.` }, items));
}
