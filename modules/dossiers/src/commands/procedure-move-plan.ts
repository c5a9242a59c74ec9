// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, type PublishedProcedure, findHandling, priceUnder, procedureOn, procedureVersion } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { officeDay, officeMinuteText } from '@motcua/kernel';
import { counted, limitText } from '../clock/dossier-clock.ts';
import type { DossierContext } from '../context.ts';
import { isEnded } from '../lifecycle/transition.ts';
import type { Dossier, DossierClock } from '../model.ts';
import { type MoveBar, type PartMove, feeMove, papersMove, papersUnder } from '../rules/procedure-move.ts';
import { canonical } from '../store/chain.ts';
import { channelOfLaw } from './filing-channel.ts';
import { checkedAnswers, limitOf } from './submit.ts';
import { papersAsked } from '../rules/papers-asked.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };
type Handled = { readonly processKey: string; readonly eformKey: string };
/** What a dossier becomes under another version of its procedure; `next` is null where it must stay. */
export type ProcedureMovePlan = PartMove & { readonly next: Pick<Dossier, 'procedure' | 'eform' | 'papers'> & { readonly clock: DossierClock } | null };

const nothing: PartMove = { changes: [], bars: [] };
const bar = (part: MoveBar['part'], text: string): PartMove => ({ changes: [], bars: [{ part, text }] });
const stays = (part: MoveBar['part'], text: string): ProcedureMovePlan => ({ ...bar(part, text), next: null });

/** What stands against moving a dossier at all, whatever changed. */
function standing({ status, decidedAt, acceptedAt, parent, children }: Dossier): string | null {
  if (isEnded(status) || decidedAt !== null) return 'Hồ sơ đã có kết quả hoặc đã kết thúc.';
  if (acceptedAt === null) return 'Hồ sơ chưa được tiếp nhận.';
  return parent !== undefined || children.length > 0 ? 'Hồ sơ liên thông giữ bản thủ tục lúc nộp.' : null;
}

/** The clock under the limit of another version: an earlier day is promised, a later one never; `clock` is the one to keep. */
async function limitMove(ctx: DossierContext, { tx, at }: Stage, { dossier, clock, after, handled }: { readonly dossier: Dossier; readonly clock: DossierClock; readonly after: Procedure; readonly handled: Handled }): Promise<PartMove & { readonly clock: DossierClock }> {
  const stated = await limitOf(tx, { procedure: after, circumstance: dossier.circumstance, channel: dossier.channel, processKey: handled.processKey });
  if (stated === null || limitText(stated.limit) === limitText(clock.limit)) return { ...nothing, clock };
  const changes = [{ part: 'limit' as const, before: limitText(clock.limit), after: limitText(stated.limit) }];
  const staying = (text: string) => ({ changes, bars: [{ part: 'limit' as const, text }], clock });
  if (dossier.extension !== null || dossier.proposedExtension !== null) return staying('Thời hạn đổi mà hồ sơ đã hoặc đang đề nghị gia hạn.');
  if (clock.stoppedSince !== null || clock.owedAt === null) return staying('Thời hạn đổi trong lúc hồ sơ tạm dừng tính thời gian. Chuyển khi đồng hồ chạy lại.');
  const calendar = await ctx.calendars.of(tx, dossier.agencies.solving);
  if (calendar === null) return staying('Chưa có lịch làm việc để tính ngày hẹn mới.');
  const dueSoon = await ctx.periods.of(tx, { key: 'due-soon', procedure: dossier.procedure.code, at });
  const again = counted(calendar, { ...clock, limit: stated.limit, limitBasis: stated.basis }, dueSoon?.value ?? null);
  if (!again.ok || again.value.owedAt === null) return staying('Lịch làm việc chưa đủ để tính ngày hẹn mới.');
  const owed = Temporal.Instant.from(again.value.owedAt);
  if (Temporal.Instant.compare(owed, Temporal.Instant.from(clock.owedAt)) >= 0) return { changes, bars: [], clock };
  return Temporal.Instant.compare(owed, at) > 0 ? { changes, bars: [], clock: again.value } : staying(`Theo thời hạn mới hồ sơ đã quá hẹn từ ${officeMinuteText(owed)}.`);
}

async function pricesOf(tx: Db, dossier: Dossier, procedure: Procedure, day: string): Promise<{ readonly totalVnd: number | null; readonly text: string }> {
  const { units, claims, shipping } = dossier.fee.price?.asked ?? { units: {}, claims: [], shipping: null };
  const { totalVnd, lines } = await priceUnder(tx, procedure, { day, channel: channelOfLaw[dossier.channel], circumstance: dossier.circumstance, units, claims, shipping });
  return { totalVnd, text: lines.map(({ text }) => text).join('; ') };
}

/** The e-form in force: it must hold every answer that was given. */
async function formMove(tx: Db, at: Temporal.Instant, { eform, answers }: Dossier, { eformKey }: Handled): Promise<PartMove & { readonly eform: Dossier['eform'] }> {
  const checked = await checkedAnswers(tx, { key: eformKey, at }, answers);
  if (!checked.ok) return { ...bar('form', checked.error.code === 'fields-to-mend' ? `Tờ khai mới không nhận được phần đã khai: ${checked.error.fields.map(({ label }) => label).join(', ')}.` : 'Không đọc được tờ khai mới.'), eform };
  const next = checked.value;
  const moved = { key: next.form.key, version: next.form.version };
  const isHeld = Object.entries(answers).every(([name, value]) => value === undefined || (name in next.answers && canonical(next.answers[name]) === canonical(value)));
  const isSame = moved.key === eform.key && moved.version === eform.version;
  const changes = isSame ? [] : [{ part: 'form' as const, before: `bản ${eform.version}`, after: moved.key === eform.key ? `bản ${moved.version}` : `tờ khai khác, bản ${moved.version}` }];
  return { changes, bars: isHeld ? [] : [{ part: 'form', text: 'Tờ khai mới bỏ mục mà hồ sơ đã khai.' }], eform: moved };
}

const namesOf = (agencies: readonly { readonly name: string }[]): string => agencies.map(({ name }) => name).join(', ');
const agencyMove = (before: Procedure, after: Procedure): PartMove => {
  const [old, now] = [namesOf(before.competentAgencies), namesOf(after.competentAgencies)];
  return old === now ? nothing : { changes: [{ part: 'agency', before: old, after: now }], bars: [] };
};
const circumstanceMove = ({ circumstance }: Dossier, before: Procedure, after: Procedure): PartMove => {
  const knows = ({ papers, circumstances }: Procedure): boolean => [...papers.map((group) => group.circumstance), ...circumstances.map(({ name }) => name)].some((name) => name === circumstance);
  return circumstance !== null && knows(before) && !knows(after) ? bar('circumstance', `Bản mới không còn trường hợp «${circumstance}».`) : nothing;
};

async function underNew(ctx: DossierContext, stage: Stage, about: { readonly dossier: Dossier; readonly clock: DossierClock; readonly before: Procedure; readonly target: PublishedProcedure; readonly handled: Handled }): Promise<ProcedureMovePlan> {
  const { dossier, before, target, handled } = about;
  const after = target.procedure;
  const asked = papersAsked(after, dossier.circumstance);
  const limit = await limitMove(ctx, stage, { ...about, after });
  const form = await formMove(stage.tx, stage.at, dossier, handled);
  const filed = officeDay(Temporal.Instant.from(dossier.submittedAt)).toString();
  const fee = feeMove(await pricesOf(stage.tx, dossier, before, filed), await pricesOf(stage.tx, dossier, after, officeDay(stage.at).toString()));
  const parts = [papersMove(dossier.papers, papersAsked(before, dossier.circumstance), asked), circumstanceMove(dossier, before, after), limit, fee, form, agencyMove(before, after)];
  const bars = parts.flatMap((part) => part.bars);
  const next = { procedure: { code: after.code, version: target.version, name: after.name }, eform: form.eform, papers: papersUnder(dossier.papers, asked), clock: limit.clock };
  return { changes: parts.flatMap((part) => part.changes), bars, next: bars.length > 0 ? null : next };
}

/**
 * Chuyển hồ sơ sang bản thủ tục đang có hiệu lực: what changes part by part, and why it must stay. Never to the applicant's harm: no more papers, no higher fee, no later day.
 *
 * @param to - the version; only the one in force today is a target
 */
export async function procedureMovePlan(ctx: DossierContext, stage: Stage, { dossier, to }: { readonly dossier: Dossier; readonly to: number }): Promise<ProcedureMovePlan> {
  const against = standing(dossier);
  const { clock, procedure, agencies } = dossier;
  if (against !== null || clock === null) return stays('dossier', against ?? 'Hồ sơ chưa được tiếp nhận.');
  const day = officeDay(stage.at).toString();
  const target = await procedureOn(stage.tx, procedure.code, day);
  const before = await procedureVersion(stage.tx, procedure.code, procedure.version);
  if (target?.version !== to || before === undefined || to <= procedure.version) return stays('dossier', 'Bản này không phải bản mới đang có hiệu lực. Tải lại trang.');
  const handled = await findHandling(stage.tx, { procedure: procedure.code, agency: agencies.solving, day });
  if (handled === undefined) return stays('agency', 'Cơ quan đang giải quyết không còn làm thủ tục này.');
  return underNew(ctx, stage, { dossier, clock, before: before.procedure, target, handled });
}
