// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import { lastPageOf, readDocument, storeDocument } from '@motcua/documents';
import { ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { Fact } from '../events.ts';
import { isSigned } from '../lifecycle/transition.ts';
import type { Dossier, Draft, OpenTask } from '../model.ts';
import { printDraft } from '../papers/result.ts';
import { footPlace } from '../papers/places.ts';
import { signedPaper, signerOf } from '../papers/sign.ts';
import type { Outcome, Situation } from './perform.ts';

type Initialled = Pick<Extract<Fact, { type: 'step-completed' }>['data'], 'initialled'>;

const sameText = (one: Pick<Draft, 'title' | 'provisions'>, other: Pick<Draft, 'title' | 'provisions'>): boolean =>
  one.title === other.title && one.provisions.join('\n') === other.provisions.join('\n');

const isAnother = (draft: Draft | null, before: Draft | null): boolean => draft !== null && before !== null && !sameText(draft, before);

/** The file the next initial goes on: the one with those before, or the draft laid out now. */
async function fileOf(ctx: DossierContext, tx: Db, dossier: Dossier): Promise<Uint8Array | null> {
  const { sheet } = dossier;
  return sheet == null ? printDraft(ctx, tx, { dossier, kind: 'pdf' }) : (await readDocument(tx, ctx.files, sheet.documentId))?.bytes ?? null;
}

/**
 * Ký nháy: who drafts or checks a result vouches for it with his own key before it is put to who signs. The draft is laid out once; each initial is one more
 * signature behind the ones before, which stay valid. Nothing happens at steps that ask for no initial, or once the result is signed.
 *
 * @error draft-missing, no-certificate
 * @error initials-stand - others vouched for another text
 * @legal nd-30-2020/digital-signature
 */
export async function initialled(ctx: DossierContext, { tx, at, by, dossier }: Pick<Situation, 'tx' | 'at' | 'by' | 'dossier'>, step: { readonly task: OpenTask; readonly draft: Draft | null }): Promise<Outcome<Initialled>> {
  if (isSigned(dossier)) return ok({});
  const { sheet } = dossier;
  const draft = step.draft ?? dossier.draft;
  if (sheet != null && isAnother(draft, dossier.draft)) return refuse({ code: 'initials-stand', who: sheet.initials.map(({ by: { name } }) => name) });
  if (step.task.signature !== 'initial') return ok({});
  const signer = await signerOf(ctx, tx, { kind: 'officer', ref: by.id, at });
  if (signer === undefined) return refuse({ code: 'no-certificate', who: by.name });
  const pdf = await fileOf(ctx, tx, { ...dossier, draft });
  if (pdf === null) return refuse({ code: 'draft-missing' });
  const appearance = footPlace(await lastPageOf(pdf), sheet?.initials.length ?? 0);
  const signed = await signedPaper(ctx, pdf, { signer, reason: `Ký nháy: ${step.task.name}`, at, isLast: false, isInitial: true, appearance });
  if (!signed.ok) return signed;
  const kept = await storeDocument(tx, ctx.files, { ownerKind: 'dossier', ownerRef: dossier.id, bytes: signed.value, name: `Ban-trinh-ky-${dossier.code}.pdf`, mediaType: 'application/pdf', purpose: 'signing-sheet', by: by.name, at });
  return kept.ok ? ok({ initialled: { documentId: kept.value.id, sha256: createHash('sha256').update(signed.value).digest('hex') } }) : refuse({ code: kept.error.code });
}
