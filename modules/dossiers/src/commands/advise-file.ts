// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { componentKindOrSure, paperKinds, procedureOn } from '@motcua/catalogue';
import { type StoredDocument, glancePages, readDocument, validatePdf } from '@motcua/documents';
import { fold, officeDay } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { Draft, FileAdvice } from '../contract.ts';
import type { Dossier } from '../model.ts';
import { type Declared, declaredIn } from '../rules/declared.ts';
import { type LookedAt, adviceOn } from '../rules/file-advice.ts';
import { findAdvice, keepAdvice } from '../store/file-advice.ts';
import { identityPapers } from '../views/identity-papers.ts';
import { papersAsked } from '../rules/papers-asked.ts';

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

/** What a file is looked at for. `component`: name of the paper it was sent as; empty: of none. */
export type AdviceAsked = { readonly file: string; readonly procedure: string; readonly component: string; readonly applicant: { readonly name: string; readonly personalId: string }; /** Everybody the filing names. */ readonly declared: Declared };

const hashOf = ({ procedure, component, applicant: { name, personalId }, declared }: AdviceAsked): string => createHash('sha256').update(JSON.stringify([procedure, component, fold(name), personalId, declared.names, declared.numbers])).digest('hex');

/**
 * Looks at a file that was handed in on this machine (kiểm tra khi nộp) and says what its owner should look at again; nothing leaves, nothing is decided.
 * The answer is kept with the file; it is looked at again only for another question, as when the applicant mends the name.
 */
export async function adviseFile(ctx: DossierContext, about: AdviceAsked): Promise<FileAdvice> {
  const { file, procedure, component, applicant, declared } = about;
  const at = ctx.clock.now();
  const day = officeDay(at).toString();
  const asked = hashOf(about);
  const known = await findAdvice(ctx.db, file, asked);
  if (known !== undefined) return known;
  const document = await readDocument(ctx.db, ctx.files, file);
  const pages = document === undefined ? null : await pagesOf(document.bytes);
  if (document === undefined || pages === null) return notLooked;
  const advice = adviceOn({
    pages, kind: (await componentKindOrSure(ctx.db, procedure))(component), kinds: await paperKinds(ctx.db), isIdentity: (await identityPapers(ctx.db, { procedure: { code: procedure } }, day))(component), applicant, declared, today: day, signature: await signatureOf(ctx, document),
  });
  await keepAdvice(ctx.db, file, { pages: pages.length, advice: [...advice], at, asked });
  return { checked: true, pages: pages.length, advice: [...advice] };
}

/** Advice on a file of a draft. */
export async function adviseDraftFile(ctx: DossierContext, { procedure, content }: Draft, file: Draft['files'][number]): Promise<FileAdvice> {
  const found = await procedureOn(ctx.db, procedure, officeDay(ctx.clock.now()).toString());
  const component = found === undefined ? '' : papersAsked(found.procedure, content.circumstance).find(({ no }) => no === file.paperNo)?.name ?? '';
  const { name = '', personalId = '' } = content.applicant ?? {};
  return adviseFile(ctx, { file: file.id, procedure, component, applicant: { name, personalId }, declared: declaredIn({ parties: [], answers: content.answers }) });
}

/** Everybody a dossier names. */
export const declaredOf = ({ applicant, submitter, coApplicants = [], answers }: Dossier): Declared => declaredIn({ parties: [applicant, ...submitter === null ? [] : [submitter], ...coApplicants.map(({ party }) => party)], answers });

/** Advice on a file of a dossier: what its owner was told when he filed, or, where nobody has looked at it yet, as it is looked at now. */
export async function adviseDossierFile(ctx: DossierContext, dossier: Dossier, file: string): Promise<FileAdvice> {
  const paper = dossier.papers.find(({ documents }) => documents.some(({ id }) => id === file));
  const known = await findAdvice(ctx.db, file);
  if (known !== undefined || paper === undefined) return known ?? notLooked;
  return adviseFile(ctx, { file, procedure: dossier.procedure.code, component: paper.name, applicant: dossier.applicant, declared: declaredOf(dossier) });
}
