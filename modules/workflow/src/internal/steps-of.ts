// SPDX-License-Identifier: EUPL-1.2
import { fold, type Role } from '@motcua/kernel';
import type { TaskAct, TaskProperties } from '../model.ts';
import type { InternalProcedure, InternalStep } from './model.ts';

/** A step as a user task. */
export type DrawnStep = TaskProperties & { readonly id: string; readonly name: string; readonly content: string; readonly source: InternalStep };

/** Roles of the tables by their words in the data. */
export const roleOf: Readonly<Record<string, Role>> = {
  RECEPTION: 'intake-officer', CLERK: 'records-clerk', HEAD_OF_DIVISION: 'division-head', LEADER: 'leader',
  SPECIALIST: 'handling-officer', COUNCIL: 'handling-officer', OTHER_AGENCY: 'consulted-officer',
};

const citizenWords: Readonly<Record<TaskAct, string>> = {
  accept: 'Tiếp nhận hồ sơ', forward: 'Chuyển xử lý', appraise: 'Thẩm định hồ sơ', consult: 'Lấy ý kiến cơ quan liên quan',
  approve: 'Lãnh đạo xem xét, ký duyệt', sign: 'Lãnh đạo ký', number: 'Vào sổ, đóng dấu kết quả', return: 'Trả kết quả', linked: 'Cơ quan liên thông giải quyết',
};

const usualAct: Readonly<Record<string, TaskAct>> = { RECEPTION: 'forward', HEAD_OF_DIVISION: 'forward', LEADER: 'forward', CLERK: 'forward', OTHER_AGENCY: 'consult' };

const hoursPer: Readonly<Record<string, number>> = { WORKING_DAY: 8, DAY: 8, WORKING_HOUR: 1, HOUR: 1 };

/** Own working hours of a step; null when the decision gives none that can be read. */
export function hoursOf({ duration }: Pick<InternalStep, 'duration'>): number | null {
  const per = duration === null ? undefined : hoursPer[duration.unit];
  return duration === null || duration.value === null || per === undefined ? null : duration.value * per;
}

const gives = /(^|\W)(tra|giao|chuyen) (ket qua|giay|quyet dinh)/u;

/** The clerk who numbers the result: the first after the deciding leader, else the last clerk; the others pass papers on. */
function numberingStep(steps: readonly InternalStep[]): number {
  const decided = steps.findLastIndex(({ roleHint }) => roleHint === 'LEADER');
  const after = steps.findIndex(({ roleHint }, at) => roleHint === 'CLERK' && at > decided);
  return after >= 0 ? after : steps.findLastIndex(({ roleHint }) => roleHint === 'CLERK');
}

/** Which act finishes a step: guessed from the role and the place in the order. */
function actOf(steps: readonly InternalStep[], at: number): TaskAct {
  const { roleHint, content } = steps[at] ?? { roleHint: null, content: '' };
  const words = fold(content);
  if (at === 0) return roleHint === 'RECEPTION' || words.includes('tiep nhan') ? 'accept' : usualAct[roleHint ?? ''] ?? 'appraise';
  if (at === steps.length - 1 && (roleHint === 'RECEPTION' || gives.test(words))) return 'return';
  return actBetween(steps, at, roleHint);
}

function actBetween(steps: readonly InternalStep[], at: number, roleHint: string | null): TaskAct {
  if (roleHint === 'CLERK') return numberingStep(steps) === at ? 'number' : 'forward';
  // Only the last leader decides; those before pass it on or assign it.
  if (roleHint === 'LEADER') return steps.findLastIndex((step) => step.roleHint === 'LEADER') === at ? 'approve' : 'forward';
  return usualAct[roleHint ?? ''] ?? 'appraise';
}

function shortName({ content }: InternalStep): string {
  const line = (content.split('\n').find((each) => each.trim() !== '') ?? '').replace(/^[-+*•\s]+/u, '');
  const sentence = line.split(/[;.:](?=\s|$)/u)[0] ?? line;
  return sentence.length <= 90 ? sentence : `${sentence.slice(0, 90).replace(/\s\S*$/u, '')}…`;
}

/** The budget a step shares with others: named after the step that states its hours; null when it is its own. */
function budgetOf(steps: readonly InternalStep[], { no, sharedWith }: InternalStep): string | null {
  const shared = sharedWith ?? (steps.some((step) => step.sharedWith === no) ? no : null);
  return shared === null ? null : `Bước ${shared}`;
}

/** The steps of a procedure as tasks, in order. */
export function drawnSteps({ steps }: InternalProcedure): readonly DrawnStep[] {
  return steps.map((step, at) => {
    const act = actOf(steps, at);
    return {
      id: `Step_${at + 1}`, name: shortName(step), content: step.content, source: step,
      role: roleOf[step.roleHint ?? ''] ?? 'handling-officer',
      unit: null, agency: step.roleHint === 'RECEPTION' ? 'receiving' : 'competent',
      hours: hoursOf(step), budget: budgetOf(steps, step), citizenLabel: citizenWords[act], form: act === 'accept' ? '01' : null,
      signature: act === 'approve' ? 'personal' : act === 'number' ? 'agency' : 'none',
      act, returnTo: act === 'return' ? [] : steps.slice(0, at).map((_, earlier) => `Step_${earlier + 1}`),
    };
  });
}

function notesOnStep(step: InternalStep): readonly string[] {
  const { no, duration, sharedWith, roleHint } = step;
  const actor = step.actor.slice(0, 80);
  const own = hoursOf(step) === null ? '' : ', nhưng lại ghi thời gian riêng';
  return [
    ...(duration?.unit === 'TEXT' ? [`Bước ${no}: thời gian không đọc được thành số («${duration.text.slice(0, 120)}»), không đặt hạn riêng`] : []),
    ...(sharedWith === null ? [] : [`Bước ${no}: dùng chung thời gian với bước ${sharedWith}${own}`]),
    ...(roleHint === null ? [`Bước ${no}: chưa rõ vai trò của «${actor}», tạm giao người thụ lý`] : []),
    ...(roleHint === 'OTHER_AGENCY' ? [`Bước ${no}: cần chọn cơ quan phối hợp («${actor}»)`] : []),
  ];
}

/** What the decision leaves open or contradicts; Vietnamese sentences. */
export function notesOn({ steps, statedTotalHours, statedTotals }: InternalProcedure): { readonly notes: readonly string[]; readonly contradictions: readonly string[] } {
  const notes = steps.flatMap(notesOnStep);
  const contradictions: string[] = [];
  const sum = steps.reduce((total, step) => total + (hoursOf(step) ?? 0), 0);
  if (statedTotals.length === 0) contradictions.push('Quyết định không nêu tổng thời gian');
  if (statedTotals.length > 1) contradictions.push(`Quyết định nêu nhiều tổng thời gian: ${statedTotals.map(({ label, text }) => `${label} ${text}`).join('; ')}`);
  if (statedTotalHours !== null && Math.abs(statedTotalHours - sum) > 0.01) {
    contradictions.push(`Các bước cộng lại ${sum} giờ, quyết định nêu ${statedTotalHours} giờ`);
  }
  return { notes, contradictions };
}
