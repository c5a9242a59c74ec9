// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { componentKind, paperKinds, procedureOn } from '@motcua/catalogue';
import { type StoredDocument, glancePages, readDocument, validatePdf } from '@motcua/documents';
import { officeDay } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { Draft, FileAdvice } from '../contract.ts';
import { type LookedAt, adviceOn } from '../rules/file-advice.ts';
import { findAdvice, keepAdvice } from '../store/file-advice.ts';
import { identityPapers } from '../views/identity-papers.ts';
import { papersAsked } from './submit.ts';

const notLooked: FileAdvice = { checked: false, pages: 0, advice: [] };

async function pagesOf(bytes: Uint8Array): Promise<LookedAt['pages'] | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-glance-'));
  try {
    const file = path.join(folder, 'tep');
    await writeFile(file, bytes, { mode: 0o600 });
    return await glancePages(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const signatureOf = async (ctx: DossierContext, { bytes, mediaType }: StoredDocument): Promise<LookedAt['signature']> =>
  (mediaType === 'application/pdf' ? validatePdf(bytes, { trust: await ctx.trust?.(ctx.db) ?? { roots: [] } }) : null);

/**
 * Looks at a file of a draft on this machine (kiểm tra khi nộp) and says what its owner should look at again; nothing leaves, nothing is decided.
 * Looked at once: the answer is kept with the file.
 */
export async function adviseFile(ctx: DossierContext, draft: Draft, file: Draft['files'][number]): Promise<FileAdvice> {
  const known = await findAdvice(ctx.db, file.id);
  if (known !== undefined) return known;
  const at = ctx.clock.now();
  const day = officeDay(at).toString();
  const [document, found] = [await readDocument(ctx.db, ctx.files, file.id), await procedureOn(ctx.db, draft.procedure, day)];
  const pages = document === undefined ? null : await pagesOf(document.bytes);
  if (document === undefined || pages === null) return notLooked;
  const component = found === undefined ? '' : papersAsked(found.procedure, draft.content.circumstance).find(({ no }) => no === file.paperNo)?.name ?? '';
  const { name = '', personalId = '' } = draft.content.applicant ?? {};
  const advice = adviceOn({
    pages, kind: (await componentKind(ctx.db, draft.procedure))(component), kinds: await paperKinds(ctx.db), isIdentity: (await identityPapers(ctx.db, { procedure: { code: draft.procedure } }, day))(component),
    applicant: { name, personalId }, today: day, signature: await signatureOf(ctx, document),
  });
  await keepAdvice(ctx.db, file.id, { pages: pages.length, advice: [...advice], at });
  return { checked: true, pages: pages.length, advice: [...advice] };
}
