// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { addWorkingTime } from '@motcua/deadlines';
import { type Actor, type Result, officeMinuteText, ok } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { getDefinition } from '@motcua/workflow';
import { limitText } from '../clock/dossier-clock.ts';
import { extendedClock, extensionSignBy } from '../clock/extension.ts';
import { stepOverdueSince } from '../clock/step-due.ts';
import type { DossierContext } from '../context.ts';
import type { ExtensionOffer } from '../contract.ts';
import { refusalProblem } from '../http/refusal-words.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { isAwaited } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import { readable } from './one.ts';

const most = 400;

/** Hours of the steps that are still to be done on the main path of the internal procedure. */
async function hoursLeft(db: Db, dossier: Dossier): Promise<number> {
  if (dossier.process === null) return 0;
  const path = (await getDefinition(db, dossier.process.key, dossier.process.version))?.definition;
  const open = new Set(dossier.tasks.map(({ node }) => node));
  const at = (path?.mainPath ?? []).findIndex((id) => open.has(id));
  return (at === -1 ? [] : path?.mainPath.slice(at) ?? []).reduce((sum, id) => sum + (path?.nodes.get(id)?.task?.hours ?? 0), 0);
}

/** The least extension after which the steps still to be done fit, counted from now; 1 when they fit anyway. */
async function leastValue(ctx: DossierContext, db: Db, dossier: Dossier): Promise<number> {
  const at = ctx.clock.now();
  const calendar = await ctx.calendars.of(db, dossier.agencies.solving);
  const needed = calendar === null ? null : addWorkingTime({ calendar: calendar.compiled, from: at, minutes: Math.round(60 * await hoursLeft(db, dossier)) });
  if (needed?.ok !== true) return 1;
  for (let value = 1; value <= most; value += 1) {
    const clock = await extendedClock(ctx, db, dossier, { value, at });
    if (!clock.ok) return 1;
    if (Temporal.Instant.compare(Temporal.Instant.from(clock.value.owedAt), needed.value) >= 0) return value;
  }
  return 1;
}

/** The reason of the delay as far as the ledger knows it: late steps with their causes, a step past its time, agencies that are silent. */
async function reasonOf(ctx: DossierContext, db: Db, dossier: Dossier): Promise<string> {
  const at = ctx.clock.now();
  const nameOf = await agencyNames(db, [...dossier.tasks.map(({ agency }) => agency), ...dossier.consultations.map(({ agency }) => agency)]);
  const reasons = dossier.lateSteps.map(({ step, cause }) => `bước «${step}» xong muộn: ${(cause.note ?? cause.words).toLowerCase()}`);
  for (const { agency, dueAt, ...asked } of dossier.consultations) {
    if (asked.answer === null && Temporal.Instant.compare(at, Temporal.Instant.from(dueAt)) >= 0) reasons.push(`${nameOf(agency)} chưa cho ý kiến dù đã hết hạn ngày ${officeMinuteText(Temporal.Instant.from(dueAt))}`);
    else if (isAwaited(asked)) reasons.push(`đang chờ ý kiến của ${nameOf(agency)}`);
  }
  for (const task of dossier.tasks) {
    if (stepOverdueSince(task, dossier.clock, at) !== null) reasons.push(`bước «${task.name}» tại ${nameOf(task.agency)} chưa xong theo thời gian quy định`);
  }
  const said = reasons.length > 0 ? reasons : dossier.tasks.map(({ name }) => `hồ sơ còn ở bước «${name}», cần thêm thời gian giải quyết`);
  const text = said.join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What an extension would do, with the reason computed from the ledger; `value` null proposes the least that is enough. */
export async function extensionOffer(ctx: DossierContext, db: Db, { actor, code, value }: { readonly actor: Actor; readonly code: string; readonly value: number | null }): Promise<Result<ExtensionOffer, LifecycleRefusal>> {
  const found = await readable(db, actor, code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const [at, owedAt] = [ctx.clock.now(), dossier.clock?.owedAt ?? null];
  const asked = value ?? await leastValue(ctx, db, dossier);
  const clock = await extendedClock(ctx, db, dossier, { value: asked, at });
  const { limit } = dossier.clock ?? { limit: null };
  return ok({
    possible: clock.ok, why: clock.ok ? null : refusalProblem(clock.error).title, owedAt, value: asked, newOwedAt: clock.ok ? clock.value.owedAt : null,
    signBy: owedAt === null ? null : (await extensionSignBy(ctx, db, dossier, { owedAt, at })).toString(),
    unit: limit === null ? '' : limitText({ ...limit, value: 1 }).replace(/^1 /u, ''), reason: await reasonOf(ctx, db, dossier),
  });
}
