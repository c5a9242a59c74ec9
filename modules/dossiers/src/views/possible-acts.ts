// SPDX-License-Identifier: EUPL-1.2
import { type Actor, officeMinuteText } from '@motcua/kernel';
import type { DossierActName, PossibleAct } from '../contract.ts';
import { endedWithoutResult, hasUpstream } from '../lifecycle/linked.ts';
import { actsFrom, beforeResult, isAwaited, isSigned, opinionDue, stepBeforeReturn } from '../lifecycle/transition.ts';
import type { Dossier, OpenTask } from '../model.ts';
import { mayDo, standsInFor } from '../permissions.ts';

const onTask: ReadonlySet<DossierActName> = new Set(['assign', 'complete-step', 'send-back', 'approve', 'issue']);

const suits = (act: DossierActName, task: OpenTask, dossier: Dossier): boolean => {
  if (dossier.decidedAt !== null && task.act !== 'return') return act === 'assign' || act === 'complete-step';
  switch (task.act) {
    case 'approve': case 'sign': return act !== 'complete-step' && act !== 'issue';
    case 'number': return act !== 'complete-step' && act !== 'approve';
    case 'return': return act === 'assign';
    case 'linked': return act === 'complete-step' && endedWithoutResult(dossier, task.taskId);
    case null: default: return act !== 'approve' && act !== 'issue';
  }
};

/** Why an act this actor holds would be refused now; null when it would be done. Says the same as the act itself. */
function hindrance(act: DossierActName, dossier: Dossier, now: Temporal.Instant): string | null {
  if (beforeResult.has(act) && isSigned(dossier)) return 'Kết quả đã được ký nên việc này không làm được nữa.';
  if (act === 'request-supplement' && dossier.supplementsAsked[dossier.acceptedAt === null ? 'intake' : 'appraisal'] > 0) return 'Đã yêu cầu bổ sung ở khâu này rồi.';
  const remaining = act === 'return' ? stepBeforeReturn(dossier) : undefined;
  if (remaining !== undefined) return `Còn bước «${remaining.name}» phải làm trước khi trả kết quả.`;
  const answerBy = dossier.supplement?.answerBy ?? null;
  if (act !== 'close' || answerBy === null || Temporal.Instant.compare(now, Temporal.Instant.from(answerBy)) >= 0) return null;
  return `Chưa hết hạn bổ sung (${officeMinuteText(Temporal.Instant.from(answerBy))}).`;
}

/** The dossier as a permission looks at it: who was asked and has answered is asked no more. */
const asked = (act: DossierActName, dossier: Dossier): Dossier =>
  (act === 'answer-consultation' ? { ...dossier, consultations: dossier.consultations.filter(isAwaited) } : dossier);

/** What this actor may do now, and why not where another could expect it. Acts never allowed here are absent. */
export function possibleActs(actor: Actor, dossier: Dossier, now: Temporal.Instant): readonly PossibleAct[] {
  const until = opinionDue(dossier, now);
  return actsFrom(dossier.status).filter((act) => act !== 'submit').flatMap((act): PossibleAct[] => {
    if (!onTask.has(act)) {
      if (!mayDo(actor, act, { dossier: asked(act, dossier) }) || (act === 'send-upstream' && !hasUpstream(dossier))) return [];
      const why = hindrance(act, dossier, now);
      return [{ act, taskId: null, allowed: why === null, why }];
    }
    return dossier.tasks.filter((task) => suits(act, task, dossier)).flatMap((task): PossibleAct[] => {
      if (!mayDo(actor, act, { dossier, task })) return [];
      const held = act !== 'assign' && task.assignee !== null && actor.kind === 'officer' && task.assignee.id !== actor.id && standsInFor(actor, act, { dossier, task })?.id !== task.assignee.id;
      const why = held ? `${task.assignee.name} đang giữ việc này. Nhận thay để làm.` : act !== 'assign' && until !== null ? `Cơ quan được hỏi còn thời hạn cho ý kiến đến ${officeMinuteText(Temporal.Instant.from(until))}.` : null;
      return [{ act, taskId: task.taskId, allowed: why === null, why }];
    });
  });
}
