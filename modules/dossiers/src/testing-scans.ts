// SPDX-License-Identifier: EUPL-1.2
import { storeDocument } from '@motcua/documents';
import { newId } from '@motcua/kernel';
import { addScanPages, beginScan, findScan } from './store/scans.ts';
import type { SmallProvince } from './testing-province.ts';

/** A picture of one grey field. */
const page = '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALIAP//Z';

type Wanted = { readonly dossierId: string; readonly of: Parameters<typeof beginScan>[1]['of']; readonly pages?: number };

/** A scan of a paper with pages nobody can read anything on; answers its id. */
export async function scanOf({ ctx, officer }: SmallProvince, { dossierId, of, pages = 1 }: Wanted): Promise<string> {
  const at = ctx.clock.now();
  const scan = await findScan(ctx.db, dossierId, await beginScan(ctx.db, { dossierId, of, byId: officer('tiepnhan').id, at }));
  if (scan === undefined) throw new Error('no scan');
  const more = [];
  for (let no = 0; no < pages; no += 1) {
    const stored = await storeDocument(ctx.db, ctx.files, { ownerKind: 'dossier', ownerRef: dossierId, bytes: Buffer.from(page, 'base64'), name: `${newId(at)}.jpg`, mediaType: 'image/jpeg', purpose: 'scan-page', by: 'test', at });
    if (!stored.ok) throw new Error(stored.error.code);
    more.push({ documentId: stored.value.id, width: 1654, height: 2339, dpi: 200, turned: 0, words: [] });
  }
  await addScanPages(ctx.db, scan, more);
  return scan.id;
}
