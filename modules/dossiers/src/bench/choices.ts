// SPDX-License-Identifier: EUPL-1.2
import { certifiedAt, createTestAuthority, issueSigningIdentity } from '@motcua/documents';
import { type Role, refuse } from '@motcua/kernel';
import { accept } from '../commands/accept.ts';
import { approve, issue, returnResult } from '../commands/decide.ts';
import { refuseDossier } from '../commands/endings.ts';
import { completeStep, consult, requestPayment, sendBack } from '../commands/handle.ts';
import { requestIdentity } from '../commands/identity.ts';
import type { Asked, Outcome } from '../commands/perform.ts';
import { requestSupplement, supplement } from '../commands/supplement.ts';
import type { BenchChoice } from '../contract/bench.ts';
import type { Dossier, OpenTask } from '../model.ts';
import { load } from '../store/ledger.ts';
import { type Post, type Stage, type Tried, byHolder, waited } from './acts.ts';
import { partnerAnswers } from './partners.ts';
import type { Bench } from '../store/bench.ts';

const late = { code: 'workload', note: null } as const;

/** Signs at the bench by keys of its own: whoever has a certificate in the province has one here, by an authority nobody trusts. */
async function keysOfTheBench({ ctx, clock }: Bench, owners: readonly { readonly kind: 'officer' | 'agency'; readonly ref: string }[]): Promise<void> {
  const at = clock.now();
  const certified = await certifiedAt(ctx.db, at);
  const authority = await createTestAuthority({ at: at.subtract({ hours: 1 }) });
  for (const { kind, ref } of owners) if (certified.has(`${kind}:${ref}`)) await issueSigningIdentity(ctx.db, authority, { kind, ref, name: 'BÀN THỬ, KHÔNG CÓ GIÁ TRỊ', organisation: 'Bàn thử', secret: ctx.secret, at: at.subtract({ minutes: 1 }) });
}

const taskAt = ({ tasks }: Dossier, node: string): OpenTask | undefined => tasks.find((task) => task.node === node);

const isRole = (role: string): role is Role => role !== '';

/** An act on a step, by the role and at the agency the process names. */
async function onStep(stage: Stage, { node, act }: { readonly node: string; readonly act: 'complete-step' | 'send-back' | 'approve' | 'issue' }, doing: (asked: Asked & { readonly taskId: string }, task: OpenTask) => Promise<Outcome<unknown>>): Promise<Tried> {
  const task = taskAt(stage.dossier, node);
  if (task === undefined || !isRole(task.role)) return refuse({ code: 'no-such-task', task: node });
  return byHolder(stage, { post: { role: task.role, agency: task.agency }, act, task }, (asked) => doing({ ...asked, taskId: task.taskId }, task));
}

const draftOf = ({ procedure, applicant }: Dossier): { readonly title: string; readonly provisions: string[] } => ({ title: `Về việc giải quyết «${procedure.name.slice(0, 200)}»`, provisions: [`Chấp thuận đề nghị của ông/bà ${applicant.name}.`, 'Quyết định này có hiệu lực kể từ ngày ký.'] });

async function signed(stage: Stage, node: string, act: 'approve' | 'issue'): Promise<Tried> {
  const { bench, dossier } = stage;
  return onStep(stage, { node, act }, async (asked) => {
    await keysOfTheBench(bench, [{ kind: 'officer', ref: asked.actor.kind === 'officer' ? asked.actor.id : '' }, { kind: 'agency', ref: dossier.agencies.solving }]);
    return act === 'approve' ? approve(bench.ctx, { ...asked, body: { opinion: 'Đồng ý.', lateCause: late } }) : issue(bench.ctx, { ...asked, body: { lateCause: late } });
  });
}

/** Where and by whom an act without a step is done. */
export function postOf(act: 'accept' | 'refuse' | 'request-supplement' | 'supplement' | 'return' | 'consult' | 'request-payment' | 'request-identity', { agencies, acceptedAt }: Dossier): Post {
  const solves = act === 'consult' || act === 'request-payment' || act === 'request-identity' || ((act === 'request-supplement' || act === 'refuse') && acceptedAt !== null);
  return solves ? { role: 'handling-officer', agency: agencies.solving } : { role: 'intake-officer', agency: act === 'return' ? agencies.returning : agencies.receiving };
}

/** Does one choice on the dossier of the bench by the real act. */
export async function tried(bench: Bench, code: string, choice: BenchChoice): Promise<Tried> {
  const dossier = (await load(bench.ctx.db, code))?.dossier;
  if (dossier === undefined) return refuse({ code: 'dossier-unknown' });
  const stage = { bench, dossier };
  const { ctx } = bench;
  const simply = (act: Parameters<typeof postOf>[0], doing: (asked: Asked) => Promise<Outcome<unknown>>): Promise<Tried> => byHolder(stage, { post: postOf(act, dossier), act }, doing);
  switch (choice.do) {
    case 'accept': return simply('accept', (asked) => accept(ctx, { ...asked, body: { papers: dossier.papers.map(({ no }) => ({ no, state: 'ok', originals: 1, copies: 0, remark: null })), limitOverride: null } }));
    case 'supplement': return simply('supplement', (asked) => supplement(ctx, { ...asked, body: { note: 'Đã bổ sung đủ theo phiếu yêu cầu.', answers: null, documents: new Map() } }));
    case 'return': return simply('return', (asked) => returnResult(ctx, { ...asked, body: { way: dossier.returnWay, receivedBy: dossier.applicant.name, feeVnd: null, receiptNumber: null } }));
    case 'refuse': return simply('refuse', (asked) => refuseDossier(ctx, { ...asked, body: { reasons: [choice.reason] } }));
    case 'request-supplement': return simply('request-supplement', (asked) => requestSupplement(ctx, { ...asked, body: { reason: choice.what, items: [{ paperNo: null, what: choice.what, howToMend: 'Nộp giấy đúng.', basis: null }] } }));
    case 'step': return onStep(stage, { node: choice.node, act: 'complete-step' }, (asked, task) => completeStep(ctx, { ...asked, body: { opinion: 'Đồng ý.', draft: task.act === 'appraise' ? draftOf(dossier) : null, variables: choice.variables, lateCause: late } }));
    case 'send-back': return onStep(stage, { node: choice.node, act: 'send-back' }, (asked) => sendBack(ctx, { ...asked, body: { to: choice.to, reason: choice.reason, lateCause: late } }));
    case 'approve': case 'issue': return signed(stage, choice.node, choice.do);
    case 'consult': return simply('consult', (asked) => consult(ctx, { ...asked, body: { agency: choice.agency, question: 'Đề nghị cho ý kiến.', hours: 16 } }));
    case 'request-payment': return simply('request-payment', (asked) => requestPayment(ctx, { ...asked, body: { amountVnd: choice.amountVnd, reason: 'Nghĩa vụ tài chính.' } }));
    case 'request-identity': return simply('request-identity', (asked) => requestIdentity(ctx, { ...asked, body: { person: dossier.applicant.name, reason: 'Xác nhận định danh.' } }));
    case 'partner': return partnerAnswers(stage, choice);
    case 'wait': return waited(bench, code, Temporal.Instant.from(choice.until));
  }
}
