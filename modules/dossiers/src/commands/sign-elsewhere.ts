// SPDX-License-Identifier: EUPL-1.2
import { type SigningMeans, signingMeansOf } from '@motcua/documents';
import { newId, ok, refuse } from '@motcua/kernel';
import type { DossierContext, KeysElsewhere } from '../context.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { signedPaper } from '../papers/sign.ts';
import { type Signing, beginWaiting, findSigning, holdNumber, moveSigning } from '../store/signings.ts';
import { type ApprovalAsked, approve } from './decide.ts';
import { type PaperToSign, approvalReason, paperToSign } from './paper-to-sign.ts';
import { type Outcome, doerOf, rehearse } from './perform.ts';

type ElsewhereAsked = ApprovalAsked & { readonly means: string; /** The signer's own, used once. */ readonly pin: string | null };
type Begun = { readonly id: string; readonly asked: ElsewhereAsked; readonly means: SigningMeans; readonly keys: KeysElsewhere; readonly paper: PaperToSign; readonly at: Temporal.Instant };

/** How long a person has to confirm; milliseconds. */
const patience = 180_000;

/** Asks the key, without any transaction open, and answers the signed paper. */
async function signatureOf(ctx: DossierContext, { asked, means, keys, paper, at }: Begun): Promise<Outcome<PaperToSign>> {
  const key = { kind: means.kind, account: means.account, name: doerOf(asked.actor).name };
  const { appearance } = paper;
  const signed = await signedPaper(ctx, paper.pdf, { signer: () => keys.identity(key, { pin: asked.pin, patience }), reason: approvalReason, at, isLast: false, ...(appearance === null ? {} : { appearance }) });
  return signed.ok ? ok({ ...paper, pdf: signed.value }) : signed;
}

/** Waits for the person and then writes the act; what was cancelled meanwhile is dropped. */
async function carryOut(ctx: DossierContext, begun: Begun): Promise<void> {
  const { id, asked } = begun;
  const move = (from: 'waiting' | 'keeping', to: 'keeping' | 'done' | 'failed', refusal: LifecycleRefusal | null = null): Promise<boolean> => moveSigning(ctx.db, { id, from, to, refusal, at: ctx.clock.now() });
  const signed = await signatureOf(ctx, begun);
  if (!signed.ok) { await move('waiting', 'failed', signed.error); return; }
  if (!await move('waiting', 'keeping')) return;
  const written = await approve(ctx, { ...asked, signed: signed.value });
  await (written.ok ? move('keeping', 'done') : move('keeping', 'failed', written.error));
}

const broken: LifecycleRefusal = { code: 'key-refused', why: 'Máy chủ gặp lỗi trong lúc chờ. Chưa ghi nhận chữ ký nào; ký lại sau ít phút.' };

/**
 * Ký bằng khóa ở nơi khác: the result is made ready, the key is asked, and the approval is written when the signature is there. The dossier is locked for neither.
 * Answers at once; how it stands is asked by `signingOf`.
 *
 * @error means-unknown - the means is not the officer's, has ended, or cannot be reached from here
 */
export async function signElsewhere(ctx: DossierContext, asked: ElsewhereAsked): Promise<Outcome<{ readonly id: string; readonly ended: Promise<void> }>> {
  const officer = doerOf(asked.actor).id;
  const means = (await signingMeansOf(ctx.db, [officer])).find(({ id, endedAt }) => id === asked.means && endedAt === null);
  const keys = ctx.keysElsewhere;
  const ready = await rehearse(ctx, asked, 'approve', async (situation) => {
    // Asked after the dossier: who may not see it learns nothing of it here.
    if (means === undefined || keys?.kinds.includes(means.kind) !== true) return refuse({ code: 'means-unknown' });
    const { tx, at, dossier, task } = situation;
    if (task?.act !== 'approve' && task?.act !== 'sign') return refuse({ code: 'step-needs-another-act', act: task?.act ?? 'complete-step' });
    if (dossier.draft === null) return refuse({ code: 'draft-missing' });
    const paper = await paperToSign(ctx, situation, dossier.draft);
    if (paper.ok) await holdNumber(tx, { dossier: dossier.id, number: paper.value.number, at });
    return paper.ok ? ok({ paper: paper.value, at, means, keys }) : paper;
  });
  if (!ready.ok) return ready;
  const { at, means: chosen } = ready.value;
  const id = newId(at);
  await beginWaiting(ctx.db, { id, code: asked.code, officer, means: chosen.id, kind: chosen.kind, at, endsAt: at.add({ milliseconds: patience }) });
  const ended = carryOut(ctx, { id, asked, ...ready.value }).catch(async () => {
    for (const from of ['waiting', 'keeping'] as const) await moveSigning(ctx.db, { id, from, to: 'failed', refusal: broken, at: ctx.clock.now() });
  });
  return ok({ id, ended });
}

/** How a signing of an officer stands; one nobody waits for any more (the server stopped meanwhile) has failed. */
export async function signingOf(ctx: DossierContext, asked: { readonly id: string; readonly officer: string }): Promise<Signing | undefined> {
  const found = await findSigning(ctx.db, asked);
  const isLost = found !== undefined && (found.state === 'waiting' || found.state === 'keeping') && Temporal.Instant.compare(ctx.clock.now(), Temporal.Instant.from(found.endsAt).add({ minutes: 1 })) > 0;
  return isLost ? { ...found, state: 'failed', refusal: broken } : found;
}

/** Thôi ký: nothing is signed; a confirmation that comes later is dropped. False when it is too late. */
export async function cancelSigning(ctx: DossierContext, asked: { readonly id: string; readonly officer: string }): Promise<boolean> {
  const found = await findSigning(ctx.db, asked);
  return found !== undefined && moveSigning(ctx.db, { id: found.id, from: 'waiting', to: 'cancelled', refusal: { code: 'signing-cancelled' }, at: ctx.clock.now() });
}
