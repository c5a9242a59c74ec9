// SPDX-License-Identifier: EUPL-1.2
import { PassThrough, type Readable } from 'node:stream';
import { openDocument } from '@motcua/documents';
import type { Citizen } from '@motcua/kernel';
import { Zip, ZipPassThrough } from 'fflate';
import type { VaultOwner } from '../model.ts';
import { papersOf } from '../store/entries.ts';
import { type VaultContext, ownVault } from './own-vault.ts';

/** The name of a paper's file in the package: its code keeps two papers of one name apart. */
const fileNameOf = (code: string, name: string): string => `${code}${/\.[a-z0-9]{1,5}$/iu.exec(name)?.[0] ?? ''}`;

/** Waits until the reader has taken what was written. */
const drained = (out: PassThrough): Promise<void> => new Promise((resolve) => { if (out.writableNeedDrain && !out.destroyed) { out.once('drain', resolve); out.once('close', resolve); } else resolve(); });

/**
 * Everything in a vault as one ZIP (mang đi toàn bộ): the files and `kho-giay-to.json`, the list with states and history. One file at a time is in memory;
 * one that cannot be opened now stands in the list without a file.
 */
export async function exportOf(ctx: VaultContext, who: Citizen, owner: VaultOwner): Promise<Readable> {
  const [{ papers }, kept] = [await ownVault(ctx, owner), await papersOf(ctx.db, owner)];
  const out = new PassThrough();
  const zip = new Zip((fault, chunk, isLast) => {
    if (fault !== null) { out.destroy(fault); return; }
    out.write(chunk);
    if (isLast) out.end();
  });
  const put = (name: string, bytes: Uint8Array): void => {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
  };
  const fill = async (): Promise<void> => {
    const files = new Map<string, string>();
    for (const { id, code, documentId } of kept) {
      const opened = await openDocument(ctx.db, ctx.files, { id: documentId, by: { kind: 'citizen', ref: who.id, name: who.name, agency: null }, purpose: 'own-export', at: ctx.clock.now() });
      if (!opened.ok) continue;
      const name = `giay/${fileNameOf(code, opened.value.name)}`;
      files.set(id, name);
      put(name, opened.value.bytes);
      await drained(out);
    }
    const list = { owner: { name: who.name, personalId: who.personalId }, takenAt: ctx.clock.now().toString(), papers: papers.map((paper) => ({ ...paper, file: files.get(paper.id) ?? null })) };
    put('kho-giay-to.json', Buffer.from(JSON.stringify(list, null, 2)));
    zip.end();
  };
  fill().catch((fault: unknown) => { out.destroy(fault instanceof Error ? fault : new Error('export failed')); });
  return out;
}
