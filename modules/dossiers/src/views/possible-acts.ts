// SPDX-License-Identifier: EUPL-1.2
import { type Actor, officeMinuteText } from '@motcua/kernel';
import type { DossierActName, PossibleAct, ReissuablePaper } from '../contract.ts';
import { reissuableBy } from '../lifecycle/issued-papers.ts';
import { togetherRefusal } from '../commands/co-applicants.ts';
import { mandateRefusal } from '../commands/mandate.ts';
import { doerOf } from '../commands/perform.ts';
import { endedWithoutResult, hasUpstream } from '../lifecycle/linked.ts';
import { heldBy } from '../lifecycle/originals.ts';
import { arePapersThere } from '../lifecycle/paper-trip.ts';
import { isWithPost, mayCome } from '../lifecycle/parcel.ts';
import { isTransferAct, isTransferThere, waitsForSender } from '../lifecycle/transfer.ts';
import { actsFrom, isAwaited, openChange, openWish, opinionDue, resultAgainst, stepBeforeReturn, wishBeforeSigning } from '../lifecycle/transition.ts';
import type { Dossier, OpenTask } from '../model.ts';
import { mayDo, originalDesks, standsInFor } from '../permissions.ts';
import { resultWords } from './words.ts';

const onTask: ReadonlySet<DossierActName> = new Set(['assign', 'release', 'complete-step', 'send-back', 'approve', 'issue']);

const goesOnWith: ReadonlySet<DossierActName> = new Set(['complete-step', 'approve', 'send-back', 'issue']);

const suits = (act: DossierActName, task: OpenTask, dossier: Dossier): boolean => {
  if (dossier.decidedAt !== null && task.act !== 'return') return act === 'assign' || act === 'release' || act === 'complete-step';
  switch (task.act) {
    case 'approve': case 'sign': return act !== 'complete-step' && act !== 'issue';
    case 'number': return act !== 'complete-step' && act !== 'approve';
    case 'return': return act === 'assign' || act === 'release';
    case 'linked': return act === 'complete-step' && endedWithoutResult(dossier, task.taskId);
    case null: default: return act !== 'approve' && act !== 'issue';
  }
};

/** Why an act this actor holds would be refused now; null when it would be done. Says the same as the act itself. */
function hindrance(act: DossierActName, dossier: Dossier, { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant }): string | null {
  if (mandateRefusal(actor, act, { dossier, at: now }) !== null) return 'Giấy tờ đại diện không cho làm việc này. Chủ hồ sơ tự làm, hoặc mang giấy mới đến bộ phận một cửa.';
  if (togetherRefusal(actor, act, dossier) !== null) return 'Hồ sơ có nhiều người: mọi người phải đồng ý. Gửi đề nghị rút để bộ phận một cửa hỏi mọi người.';
  if (waitsForSender(dossier, act)) return 'Hồ sơ đã trả nơi tiếp nhận, chờ gửi lại.';
  const result = resultAgainst(act, dossier);
  if (result !== null) return resultWords(result);
  switch (act) {
    case 'request-supplement': return dossier.supplementsAsked[dossier.acceptedAt === null ? 'intake' : 'appraisal'] === 0 || mayDo(actor, 'override-supplement', { dossier }) ? null : 'Đã yêu cầu bổ sung ở khâu này rồi. Trưởng bộ phận một cửa hoặc lãnh đạo mới cho yêu cầu lần nữa được.';
    case 'extend': case 'propose-extension': return dossier.extension === null ? null : 'Hồ sơ đã được gia hạn một lần.';
    case 'return': {
      if (isWithPost(dossier.parcel)) return 'Kết quả đang ở bưu chính.';
      const remaining = stepBeforeReturn(dossier);
      return remaining === undefined ? null : `Còn bước «${remaining.name}» phải làm trước khi trả kết quả.`;
    }
    case 'close': return tooEarlyToClose(dossier, now);
    case 'submit': case 'accept': case 'refuse': case 'supplement': case 'assign': case 'complete-step': case 'send-back': case 'consult': case 'answer-consultation': case 'request-payment':
    case 'pay': case 'request-identity': case 'confirm-identity': case 'approve': case 'issue': case 'withdraw': case 'stop': case 'reissue': case 'write-message': case 'decide-wish': case 'plan-check': case 'record-check':
    case 'send-upstream': case 'end-with-group': case 'move-version': case 'release': case 'hand-over-papers': case 'confirm-papers': case 'return-papers':
    case 'acknowledge': case 'decline': case 'send-again': case 'pack-for-post': case 'hand-to-post': case 'track-post': case 'confirm-delivery': case 'record-secret': case 'digitise': case 'ask-register': case 'move-originals': case 'revoke-result': return null;
    case 'correct': case 'decide-change': return changeAgainst(act, dossier, actor);
    case 'wish': return openWish(dossier) === null ? null : 'Đề nghị trước đang chờ bộ phận một cửa quyết định.';
  }
}

/** What a change that waits for a second officer means for asking another, and for who asked for it. */
function changeAgainst(act: 'correct' | 'decide-change', dossier: Dossier, actor: Actor): string | null {
  const open = openChange(dossier);
  if (open === null) return null;
  if (act === 'correct') return 'Một thay đổi đang chờ người thứ hai xác nhận.';
  return open.by.id === doerOf(actor).id ? 'Người đề nghị không tự xác nhận thay đổi của mình.' : null;
}

/** Why a result may not be approved yet, though the step is due. */
function approvalWaits(dossier: Dossier): string | null {
  if (wishBeforeSigning(dossier) !== null) return 'Người nộp đang xin rút hoặc dừng hồ sơ; chờ bộ phận một cửa quyết định.';
  return openChange(dossier) === null ? null : 'Một thay đổi của hồ sơ đang chờ người thứ hai xác nhận.';
}

function tooEarlyToClose({ supplement }: Dossier, now: Temporal.Instant): string | null {
  const answerBy = supplement?.answerBy ?? supplement?.closeFrom ?? null;
  return answerBy === null || Temporal.Instant.compare(now, Temporal.Instant.from(answerBy)) >= 0 ? null : `Chưa hết hạn bổ sung (${officeMinuteText(Temporal.Instant.from(answerBy))}).`;
}

/** The dossier as a permission looks at it: who was asked and has answered is asked no more. */
const asked = (act: DossierActName, dossier: Dossier): Dossier =>
  (act === 'answer-consultation' ? { ...dossier, consultations: dossier.consultations.filter(isAwaited) } : dossier);

const postActs = ['pack-for-post', 'hand-to-post', 'track-post', 'confirm-delivery'] as const;
type PostAct = (typeof postActs)[number];
const isPostAct = (act: DossierActName): act is PostAct => postActs.some((one) => one === act);

/** Acts of the post on a dossier whose result is elsewhere, or goes another way. */
function isPostMoot(act: PostAct, dossier: Dossier): boolean {
  switch (act) {
    case 'pack-for-post': return dossier.revoked !== undefined || (dossier.returnWay !== 'post' && dossier.parcel === undefined) || !mayCome(dossier, 'packed') || stepBeforeReturn(dossier) !== undefined;
    case 'hand-to-post': return dossier.revoked !== undefined || !mayCome(dossier, 'taken');
    case 'track-post': case 'confirm-delivery': return !isWithPost(dossier.parcel);
  }
}

/** Acts about something that is not there: not worth a button. */
function isMoot(act: DossierActName, dossier: Dossier): boolean {
  if (act === 'ask-register') return dossier.applicant.kind !== 'organisation';
  if (act === 'decide-wish') return openWish(dossier) === null;
  if (act === 'decide-change') return openChange(dossier) === null;
  if (act === 'hand-over-papers' || act === 'confirm-papers' || act === 'return-papers') return !arePapersThere(dossier, act);
  if (isTransferAct(act)) return !isTransferThere(dossier, act);
  if (isPostAct(act)) return isPostMoot(act, dossier);
  if (act === 'revoke-result') return dossier.revoked !== undefined || dossier.result?.documentId == null;
  if (act === 'send-upstream') return !hasUpstream(dossier);
  return act === 'record-check' && dossier.checks.every(({ minutes }) => minutes !== null);
}

/** Papers are put somewhere by who has them in hand. */
const isElsewhere = (act: DossierActName, dossier: Dossier, actor: Actor): boolean => act === 'move-originals' && (actor.kind !== 'officer' || heldBy(dossier, originalDesks(actor)).length === 0);

/** Whether an officer holds a step in the own name. */
const holds = (actor: Actor, { assignee }: OpenTask): boolean => actor.kind === 'officer' && assignee?.id === actor.id;

/** The papers this actor may issue again. */
export function papersToReissue(actor: Actor, dossier: Dossier): readonly ReissuablePaper[] {
  return mayDo(actor, 'reissue', { dossier }) ? reissuableBy(dossier, (act) => mayDo(actor, act, { dossier })) : [];
}

/** What this actor may do now, and why not where another could expect it. Acts never allowed here are absent. */
export function possibleActs(actor: Actor, dossier: Dossier, now: Temporal.Instant): readonly PossibleAct[] {
  const until = opinionDue(dossier, now);
  return actsFrom(dossier.status).filter((act) => act !== 'submit').flatMap((act): PossibleAct[] => {
    if (!onTask.has(act)) {
      if (!mayDo(actor, act, { dossier: asked(act, dossier) }) || isMoot(act, dossier) || isElsewhere(act, dossier, actor) || (act === 'reissue' && papersToReissue(actor, dossier).length === 0)) return [];
      const why = hindrance(act, dossier, { actor, now });
      return [{ act, taskId: null, allowed: why === null, why }];
    }
    return dossier.tasks.filter((task) => suits(act, task, dossier)).flatMap((task): PossibleAct[] => {
      if (!mayDo(actor, act, { dossier, task }) || (act === 'release' && !holds(actor, task))) return [];
      const waits = act === 'approve' ? approvalWaits(dossier) : null;
      if (waits !== null) return [{ act, taskId: task.taskId, allowed: false, why: waits }];
      const held = act !== 'assign' && task.assignee !== null && actor.kind === 'officer' && task.assignee.id !== actor.id && standsInFor(actor, act, { dossier, task })?.id !== task.assignee.id;
      const why = waitsForSender(dossier, act) ? 'Hồ sơ đã trả nơi tiếp nhận, chờ gửi lại.' : held ? `${task.assignee.name} đang giữ việc này. Nhận thay để làm.` : goesOnWith.has(act) && until !== null ? `Cơ quan được hỏi còn thời hạn cho ý kiến đến ${officeMinuteText(Temporal.Instant.from(until))}.` : null;
      return [{ act, taskId: task.taskId, allowed: why === null, why }];
    });
  });
}
