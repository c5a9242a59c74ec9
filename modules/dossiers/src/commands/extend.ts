// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { storeDocument } from '@motcua/documents';
import { officeDay, ok, refuse } from '@motcua/kernel';
import { authorityToSign } from '@motcua/organisation';
import { extendedClock } from '../clock/extension.ts';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import { printExtension } from '../papers/extension.ts';
import { lookOf } from '../papers/pictures.ts';
import { signedPaper, signerOf } from '../papers/sign.ts';
import type { Extension } from '../model.ts';
import { apologyHold, apologyNumber } from './apology-number.ts';
import { type Asked, type Outcome, type Situation, perform } from './perform.ts';
import { type SigningAct, signingOutside } from './sign-outside.ts';

type Longer = Asked & { readonly body: { readonly value: number; readonly reason: string } };

/**
 * Đề nghị gia hạn: the officer who handles the dossier puts the reason and the new day before the head of the agency. Nothing moves yet.
 *
 * @error extension-used, extension-too-late
 */
export function proposeExtension(ctx: DossierContext, asked: Longer): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'propose-extension', async ({ tx, at, to, dossier }) => {
    const { value, reason } = asked.body;
    const clock = await extendedClock(ctx, tx, dossier, { value, at });
    return clock.ok ? ok([{ type: 'extension-proposed', data: { to, value, reason, newOwedAt: clock.value.owedAt } }]) : clock;
  });
}

/** Form 04 printed and signed by the head who acts: the first copy, or one in its place. */
export async function signedExtension(
  ctx: DossierContext, { tx, at, by, dossier }: Pick<Situation, 'tx' | 'at' | 'by' | 'dossier'>, { number, reason, owedAt, newOwedAt }: Pick<Extension, 'number' | 'reason' | 'owedAt' | 'newOwedAt'>,
): Promise<Outcome<{ readonly documentId: string; readonly sha256: string }>> {
  const right = await authorityToSign(tx, { officer: by.id, agency: dossier.agencies.solving, procedure: dossier.procedure.code, day: officeDay(at).toString() });
  if (!right.ok) return refuse({ code: 'authority-missing', procedure: dossier.procedure.code, ...right.error });
  const identity = await signerOf(ctx, tx, { kind: 'officer', ref: by.id, at });
  if (identity === undefined) return refuse({ code: 'no-certificate', who: by.name });
  ctx.desk?.needsHold();
  const printed = await printExtension(ctx, tx, { dossier, number, at: at.toString(), reason, owedAt, newOwedAt, signatory: { name: by.name, authority: right.value } });
  const paper = await signedPaper(ctx, printed.pdf, { signer: identity, reason: 'Xin lỗi và gia hạn thời gian giải quyết', at, isLast: true, appearance: printed.places.officer, ...await lookOf(ctx, tx, { kind: 'officer', ref: by.id }) });
  if (!paper.ok) return paper;
  const pdf = paper.value;
  const kept = await storeDocument(tx, ctx.files, {
    ownerKind: 'dossier', ownerRef: dossier.id, bytes: pdf, name: `${number.replace('/', '-')}.pdf`, mediaType: 'application/pdf', purpose: 'result', by: by.name, at,
  });
  return kept.ok ? ok({ documentId: kept.value.id, sha256: createHash('sha256').update(pdf).digest('hex') }) : refuse({ code: kept.error.code });
}

/**
 * Xin lỗi và gia hạn: the head of the solving agency signs form 04; the return day moves, once in the life of a dossier, and the person is told.
 *
 * @error extension-used, extension-too-late, authority-missing, no-certificate
 * @legal nd-118-2025/apology-and-extension
 */
export const extend = (ctx: DossierContext, asked: Longer): Promise<Outcome<ActDone>> => signingOutside(ctx, extending(asked));

/** The same, for who signs with a key that is not kept here. */
export function extending(asked: Longer): SigningAct<ActDone> {
  return { ...apologyHold({ asked, act: 'extend', replaced: () => null }), act: (ctx) => perform(ctx, asked, 'extend', async ({ tx, at, by, to, dossier }) => {
    const { value, reason } = asked.body;
    const extended = await extendedClock(ctx, tx, dossier, { value, at });
    if (!extended.ok) return extended;
    const { before, ...clock } = extended.value;
    const number = await apologyNumber({ tx, at, dossier }, null);
    const signed = await signedExtension(ctx, { tx, at, by, dossier }, { number, reason, owedAt: before, newOwedAt: clock.owedAt });
    return signed.ok ? ok([{ type: 'extended', data: { to, number, value, reason, owedAt: before, newOwedAt: clock.owedAt, ...signed.value, clock } }]) : signed;
  }) };
}
