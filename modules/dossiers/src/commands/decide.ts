// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Place, readDocument, storeDocument } from '@motcua/documents';
import { officeDay, ok, refuse } from '@motcua/kernel';
import { type SigningAuthority, findAgency, sealFor } from '@motcua/organisation';
import { outcomeAt } from '../clock/dossier-clock.ts';
import type { DossierContext } from '../context.ts';
import type { ActDone, LateCauseGiven, Return } from '../contract.ts';
import type { Fact } from '../events.ts';
import { transition } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import { lookOf } from '../papers/pictures.ts';
import { signedPaper, signerOf } from '../papers/sign.ts';
import { away, withoutOpinion } from './handle.ts';
import { intoVaults } from './into-vault.ts';
import { lateCauseOf } from './late-cause.ts';
import { receiverOf } from './mandate.ts';
import { holdResultNumber, signedResult } from './paper-to-sign.ts';
import { type Asked, type Outcome, type Situation, perform, rehearse } from './perform.ts';
import { finishStep, stepsLeft } from './process-step.ts';
import { sealsLater } from './seals-later.ts';
import { type SigningAct, signingOutside } from './sign-outside.ts';

type OnTask = Asked & { readonly taskId: string };

/** What an approval is asked with. */
export type ApprovalAsked = OnTask & { readonly body: { readonly opinion: string | null; readonly lateCause?: LateCauseGiven } };

/** A result the leader has signed, and where the agency's seal goes on it. */
type Signed = { readonly pdf: Uint8Array; readonly number: string; readonly sealPlace: Place | null; readonly authority: SigningAuthority | null; readonly seal?: string | null };

type IssuedData = Extract<Fact, { type: 'issued' }>['data'];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const stored = async (ctx: DossierContext, { tx, at, by, dossier }: Situation, pdf: Uint8Array, number: string): Promise<Outcome<string>> => {
  const kept = await storeDocument(tx, ctx.files, {
    ownerKind: 'dossier', ownerRef: dossier.id, bytes: pdf, name: `${number.replace(/[/\\]/gu, '-')}.pdf`, mediaType: 'application/pdf', purpose: 'result', by: by.name, at,
  });
  return kept.ok ? ok(kept.value.id) : refuse({ code: kept.error.code });
};

/** The agency signs the result after the officer: the digital seal. */
async function sealed(ctx: DossierContext, situation: Situation, signed: Signed): Promise<Outcome<Pick<IssuedData, 'documentId' | 'sha256' | 'seal' | 'vault'>>> {
  const { tx, at, by, dossier } = situation;
  const ref = signed.authority?.agency ?? dossier.agencies.solving;
  const identity = await signerOf(ctx, tx, { kind: 'agency', ref, at });
  if (identity === undefined) return refuse({ code: 'no-certificate', who: (await findAgency(tx, ref))?.name ?? ref });
  const seal = await sealFor(tx, { agency: ref, seal: signed.seal ?? null, officer: by.id, day: officeDay(at).toString() });
  if (!seal.ok) return refuse({ code: 'seal-refused', ...seal.error });
  const look = seal.value === null ? {} : await lookOf(ctx, tx, { kind: 'seal', ref: seal.value.id });
  const paper = await signedPaper(ctx, signed.pdf, { signer: identity, reason: 'Phát hành kết quả giải quyết thủ tục hành chính', at, isLast: true, ...look, ...(signed.sealPlace === null ? {} : { appearance: signed.sealPlace }) });
  if (!paper.ok) return paper;
  const pdf = paper.value;
  const id = await stored(ctx, situation, pdf, signed.number);
  if (!id.ok) return id;
  const vault = await intoVaults(ctx, situation, { pdf, number: signed.number, agency: ref });
  return vault.ok ? ok({ documentId: id.value, sha256: sha256(pdf), vault: vault.value, ...(seal.value === null ? {} : { seal: { ...seal.value, agency: ref } }) }) : vault;
}

async function issuedFact(ctx: DossierContext, situation: Situation, signed: Signed & { readonly taskId: string }): Promise<Outcome<IssuedData>> {
  const { tx, at, dossier } = situation;
  const to = transition(dossier.status, 'issue');
  if (!to.ok) return to;
  const calendar = await ctx.calendars.of(tx, dossier.agencies.solving);
  if (calendar === null || dossier.clock === null) return refuse({ code: 'calendar-gap' });
  const seal = await sealed(ctx, situation, signed);
  if (!seal.ok) return seal;
  const moved = await finishStep(ctx, { tx, at }, dossier, { taskId: signed.taskId });
  return moved.ok ? ok({ to: to.value, taskId: signed.taskId, number: signed.number, ...seal.value, outcome: outcomeAt(calendar, dossier.clock, at), moved: moved.value }) : moved;
}

/**
 * Phê duyệt và ký: the leader approves the draft; the result is printed with its number, the right it is signed in (TM., KT., TL., TUQ.), and signed
 * with the leader's own key. Whether that right is there is asked at this moment, not when the step was handed over.
 *
 * @error draft-missing, authority-missing, no-certificate
 * @legal nd-30-2020/d13
 */
export const approve = (ctx: DossierContext, asked: ApprovalAsked): Promise<Outcome<ActDone>> => signingOutside(ctx, approval(asked));

/** The same, for who signs with a key that is not kept here. */
export const approval = (asked: ApprovalAsked): SigningAct<ActDone> => ({ act: (ctx) => approveOnce(ctx, asked), hold: (ctx) => rehearse(ctx, asked, 'approve', holdResultNumber) });

function approveOnce(ctx: DossierContext, asked: ApprovalAsked): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'approve', async (situation) => {
    const { tx, at, to, dossier, task } = situation;
    if (task === undefined) return refuse({ code: 'no-such-task', task: asked.taskId });
    if (task.act !== 'approve' && task.act !== 'sign') return refuse({ code: 'step-needs-another-act', act: task.act ?? 'complete-step' });
    if (dossier.draft === null) return refuse({ code: 'draft-missing' });
    const late = await lateCauseOf(situation, task, asked.body.lateCause);
    if (!late.ok) return late;
    const signed = await signedResult(ctx, situation, dossier.draft);
    if (!signed.ok) return signed;
    const { pdf, number, sealPlace, authority, signatureNo } = signed.value;
    const id = await stored(ctx, situation, pdf, number);
    if (!id.ok) return id;
    const moved = await finishStep(ctx, { tx, at }, dossier, { taskId: asked.taskId });
    if (!moved.ok) return moved;
    const approved: Fact = { type: 'approved', data: { to, taskId: asked.taskId, step: task.name, opinion: asked.body.opinion, documentId: id.value, sha256: sha256(pdf), number, sealPlace, authority, moved: moved.value, ...(signatureNo === undefined ? {} : { signatureNo }), ...(dossier.sheet == null ? {} : { sheet: dossier.sheet.sha256 }), ...await withoutOpinion(tx, dossier, at), ...late.value, ...away(situation.offSite) } };
    if (await sealsLater(tx, dossier, moved.value)) return ok([approved]);
    return issueWithoutClerk(ctx, situation, approved, { pdf, number, sealPlace, authority });
  });
}

/** Approval where no clerk follows: the result is sealed in the same act; the step was closed by the approval. */
async function issueWithoutClerk(ctx: DossierContext, situation: Situation, approved: Extract<Fact, { type: 'approved' }>, signed: Signed): Promise<Outcome<readonly Fact[]>> {
  const { tx, at, dossier } = situation;
  const to = transition(approved.data.to, 'issue');
  if (!to.ok) return to;
  const calendar = await ctx.calendars.of(tx, dossier.agencies.solving);
  if (calendar === null || dossier.clock === null) return refuse({ code: 'calendar-gap' });
  const seal = await sealed(ctx, situation, signed);
  if (!seal.ok) return seal;
  const { moved, taskId } = approved.data;
  return ok([approved, { type: 'issued', data: { to: to.value, taskId, number: signed.number, ...seal.value, outcome: outcomeAt(calendar, dossier.clock, at), moved: { ...moved, closed: [], opened: [] } } }]);
}

/** What the issue of a result is asked with. */
export type IssueAsked = OnTask & { readonly seal?: string | null; readonly body?: { readonly lateCause?: LateCauseGiven } };

/** Vào số, đóng dấu, phát hành: the clerk issues the signed result under the agency's own signature. From then on the result exists. */
export const issue = (ctx: DossierContext, asked: IssueAsked): Promise<Outcome<ActDone>> => signingOutside(ctx, issuing(asked));

/** The same, for who seals with a key of the agency that is not kept here. */
export function issuing(asked: IssueAsked): SigningAct<ActDone> {
  return { act: (ctx) => perform(ctx, asked, 'issue', async (situation) => {
    const { tx, dossier, task } = situation;
    if (task?.act !== 'number') return refuse({ code: 'step-needs-another-act', act: task?.act ?? 'complete-step' });
    const { result } = dossier;
    const signed = result?.documentId == null ? undefined : await readDocument(tx, ctx.files, result.documentId);
    if (signed === undefined || result?.number == null) return refuse({ code: 'not-approved-yet' });
    const late = await lateCauseOf(situation, task, asked.body?.lateCause);
    if (!late.ok) return late;
    const data = await issuedFact(ctx, situation, { pdf: signed.bytes, number: result.number, sealPlace: result.sealPlace, authority: result.authority, seal: asked.seal ?? null, taskId: asked.taskId });
    return data.ok ? ok([{ type: 'issued', data: { ...data.value, step: task.name, ...late.value, ...away(situation.offSite) } }]) : data;
  }) };
}

type ReturnGiven = Omit<z.infer<typeof Return>, 'clientKey' | 'version'>;

/** What is handed over in place of a revoked result: the decision, and only when the officer says so. */
function inPlaceOf({ revoked }: Dossier, isRevocation: boolean): Outcome<{ readonly instead?: string }> {
  if (revoked !== undefined) return isRevocation ? ok({ instead: revoked.number }) : refuse({ code: 'result-revoked', number: revoked.number });
  return isRevocation ? refuse({ code: 'fields-to-mend', fields: [{ path: 'revocation', text: 'Kết quả của hồ sơ này chưa bị thu hồi. Trao kết quả.' }] }) : ok({});
}

/**
 * Trả kết quả: the result is handed to the person at the counter or electronically; fees due at return are noted. By post it goes from a list of its own.
 *
 * Of a revoked result the decision that revoked it is handed over in its place, and the dossier ends.
 *
 * @error with-the-post - a parcel with it is on its way; result-revoked - it counts no more; fields-to-mend - who takes it is not an applicant and shows no paper
 */
export function returnResult(ctx: DossierContext, asked: Asked & { readonly body: ReturnGiven }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'return', async (situation) => {
    if (asked.body.way === 'post') return refuse({ code: 'fields-to-mend', fields: [{ path: 'way', label: 'Cách trả', text: 'Kết quả gửi bưu chính đi từ danh sách «Giao bưu chính»: đóng gói, giao, rồi ghi đã phát.' }] });
    const instead = inPlaceOf(situation.dossier, asked.body.revocation === true);
    if (!instead.ok) return instead;
    const taker = asked.body.way === 'electronic' ? ok(null) : receiverOf(situation.dossier, asked.body, situation.at);
    if (!taker.ok) return taker;
    const { receiver: _receiver, revocation: _revocation, ...given } = asked.body;
    const out = await handedOut(ctx, situation, given);
    return out.ok ? ok([{ ...out.value, data: { ...out.value.data, ...instead.value, ...(taker.value === null ? {} : { receiver: taker.value }) } }]) : out;
  });
}

/** The fact that the result reached somebody: the step of handing out is done, and whatever the procedure still held open ends with the dossier. */
export async function handedOut(ctx: DossierContext, { tx, at, to, dossier }: Situation, given: Omit<ReturnGiven, 'receiver' | 'revocation'>): Promise<Outcome<Extract<Fact, { type: 'returned' }>>> {
  const task = dossier.tasks.find(({ act }) => act === 'return') ?? dossier.tasks[0];
  const moved = task === undefined ? ok({ closed: [], opened: [], stepNo: dossier.stepCount, stepCount: dossier.stepCount }) : await finishStep(ctx, { tx, at }, dossier, { taskId: task.taskId });
  if (!moved.ok) return moved;
  const left = stepsLeft(dossier)?.closed ?? [];
  return ok({ type: 'returned', data: { to, ...given, moved: { ...moved.value, closed: [...new Set([...left, ...moved.value.closed])], opened: [] } } });
}
