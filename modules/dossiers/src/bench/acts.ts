// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type Officer, type Result, type Role, officeDay, ok, refuse } from '@motcua/kernel';
import { authorityToSign, findOfficer, officersWith } from '@motcua/organisation';
import { deemOverdue } from '../commands/deem-overdue.ts';
import { fireDueTimers } from '../commands/due-timers.ts';
import { escalateDue } from '../commands/escalate.ts';
import type { Asked, Outcome } from '../commands/perform.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { Dossier, OpenTask } from '../model.ts';
import { fitsTask, mayDo } from '../permissions.ts';
import type { Bench } from '../store/bench.ts';

/** Why a choice was not done: a refusal of the act itself, or nobody is there to do it. */
export type NotDone = LifecycleRefusal | { readonly code: 'nobody'; readonly role: string; readonly agency: string };
export type Tried = Result<{ readonly note: string | null }, NotDone>;

/** Who does what at a place: the first officer of the province who may, in the order of their logins. */
export type Post = { readonly role: Role; readonly agency: string };

/** An officer of a post who may do an act now; undefined when nobody may. */
export async function holderOf({ ctx, clock }: Bench, { role, agency }: Post, on: { readonly act: Parameters<typeof mayDo>[1]; readonly dossier: Dossier; readonly task?: OpenTask | undefined }): Promise<Officer | undefined> {
  const day = officeDay(clock.now()).toString();
  let first: Officer | undefined;
  for (const { id } of await officersWith(ctx.db, { role, agency, day })) {
    const officer = await findOfficer(ctx.db, { id }, day);
    if (officer === undefined || !mayDo(officer, on.act, on)) continue;
    if (on.task !== undefined && (!officer.postings.some((posting) => on.task !== undefined && fitsTask(posting, on.task)) || (on.task.assignee !== null && on.task.assignee.id !== officer.id))) continue;
    first ??= officer;
    if (on.act !== 'approve') return officer;
    const right = await authorityToSign(ctx.db, { officer: id, agency: on.dossier.agencies.solving, procedure: on.dossier.procedure.code, day });
    if (right.ok) return officer;
  }
  return first;
}

const key = (): string => randomUUID();

export type Stage = { readonly bench: Bench; readonly dossier: Dossier };

/** One act by whoever holds the post. */
export async function byHolder({ bench, dossier }: Stage, { post, act, task }: { readonly post: Post; readonly act: Parameters<typeof mayDo>[1]; readonly task?: OpenTask | undefined }, doing: (asked: Asked) => Promise<Outcome<unknown>>): Promise<Tried> {
  const actor = await holderOf(bench, post, { act, dossier, task });
  if (actor === undefined) return refuse({ code: 'nobody', ...post });
  const done = await doing({ actor, code: dossier.code, version: dossier.version, clientKey: key(), offSiteReason: 'Bàn thử' });
  return done.ok ? ok({ note: null }) : done;
}

/** Time passes: the clock is moved on, then what waited for its hour happens. */
export async function waited({ ctx, clock }: Bench, code: string, until: Temporal.Instant): Promise<Tried> {
  const now = clock.now();
  if (Temporal.Instant.compare(until, now) < 0) return refuse({ code: 'fields-to-mend', fields: [{ path: 'until', label: 'Đến lúc', text: 'Đồng hồ của bàn thử chỉ đi tới. Chọn lúc sau lúc đang đứng.' }] });
  if (until.since(now).total('hours') > 24 * 400) return refuse({ code: 'fields-to-mend', fields: [{ path: 'until', label: 'Đến lúc', text: 'Xa hơn 400 ngày. Chọn lúc gần hơn.' }] });
  clock.set(until);
  const [fired, told, deemed] = [await fireDueTimers(ctx, code), await escalateDue(ctx, code), await deemOverdue(ctx, code)];
  return ok({ note: [...(fired > 0 ? [`Hẹn giờ của quy trình chạy: ${String(fired)}.`] : []), ...(told > 0 ? [`Nhắc lên cấp trên: ${String(told)}.`] : []), ...(deemed > 0 ? ['Im lặng có hệ quả theo luật.'] : [])].join(' ') || null });
}
