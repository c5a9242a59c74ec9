// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, isUniqueViolation, sql } from '@motcua/db-kit';
import { type Officer, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import { timeLimitOf } from '../rules/time-limit.ts';
import { type RuleChosen, catalogueDb } from '../store/tables.ts';
import { procedureOn } from '../views/procedures.ts';

/** Why a way of counting was not chosen or taken back. */
export type RuleRefusal =
  | { readonly code: 'rule-choice-bad'; readonly field: 'set' | 'procedure' | 'validFrom' | 'firstAppointment'; readonly text: string }
  | { readonly code: 'rule-already-chosen' }
  | { readonly code: 'rule-in-force' }
  | { readonly code: 'rule-unknown' };

/** Who chooses, on which ground; the same `clientKey` again does nothing more. */
export type Choosing = { readonly by: Pick<Officer, 'id' | 'name'>; readonly at: Temporal.Instant; readonly clientKey: string; readonly decision: string };

const bad = (field: Extract<RuleRefusal, { code: 'rule-choice-bad' }>['field'], text: string): RuleRefusal => ({ code: 'rule-choice-bad', field, text });

const unitWords = { 'working-day': 'ngày làm việc', 'working-hour': 'giờ làm việc', 'calendar-day': 'ngày', 'month': 'tháng' } as const;
const channelOfLaw = { counter: 'DIRECT', online: 'ONLINE', post: 'POSTAL' } as const;

/** What stands against a choice, looked at on `today`; null: nothing. */
export async function faultOfChoice(db: Db, { set, procedure, channel, validFrom, firstAppointment }: RuleChosen, today: string): Promise<RuleRefusal | null> {
  const known = await catalogueDb(db).selectFrom('catalogue.rule_set').select('key').where('key', '=', set).executeTakeFirst();
  if (known === undefined) return bad('set', 'Chọn một bộ cách tính trong danh sách.');
  if (validFrom < today) return bad('validFrom', 'Ngày này đã qua. Chọn từ hôm nay trở đi: hồ sơ đã tiếp nhận giữ cách tính cũ.');
  const published = procedure === null ? undefined : await procedureOn(db, procedure, today);
  if (procedure !== null && published === undefined) return bad('procedure', 'Chưa tìm thấy thủ tục với mã này. Kiểm tra lại mã trong danh mục.');
  if (firstAppointment === null) return null;
  if (published === undefined) return bad('firstAppointment', 'Hẹn hai lần chỉ chọn cho từng thủ tục. Ghi mã thủ tục, hoặc bỏ trống hẹn lần 1.');
  const limit = timeLimitOf(published.procedure, { channel: channelOfLaw[channel ?? 'counter'], circumstance: null });
  return limit !== null && firstAppointment >= limit.value ? bad('firstAppointment', `Hẹn lần 1 phải sớm hơn thời hạn của thủ tục (${limit.value} ${unitWords[limit.unit]}).`) : null;
}

const isLogged = async (db: Db, id: string): Promise<boolean> => (await catalogueDb(db).selectFrom('catalogue.rule_choice').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

async function log(tx: Db, { by, at, clientKey, decision }: Choosing, { kind, rule, content }: { readonly kind: 'chosen' | 'withdrawn'; readonly rule: number; readonly content: RuleChosen }): Promise<void> {
  await catalogueDb(tx).insertInto('catalogue.rule_choice').values({ id: clientKey, kind, rule_id: rule, content: JSON.stringify(content), decision, by_id: by.id, by_name: by.name, at }).execute();
}

/**
 * Chọn cách tính thời hạn: a ready-made set for all procedures or one, for every way of filing or one, from a day on. What was accepted before keeps its rule.
 *
 * @error rule-choice-bad - a day in the past, an unknown procedure or set, a first appointment that contradicts the limit; the field is named
 * @error rule-already-chosen - another set is chosen for the same procedure, way of filing and day
 * @legal nd-118-2025/d19k5
 */
export async function chooseRuleSet(db: Db, chosen: RuleChosen, choosing: Choosing): Promise<Result<null, RuleRefusal>> {
  if (await isLogged(db, choosing.clientKey)) return ok(null);
  const fault = await faultOfChoice(db, chosen, officeDay(choosing.at).toString());
  if (fault !== null) return refuse(fault);
  const { set, procedure, channel, validFrom, firstAppointment } = chosen;
  try {
    await inTransaction(db, async (tx) => {
      const { rows } = await sql<{ id: number }>`insert into catalogue.deadline_rule
        (procedure_code, channel, valid_from, set_key, first_appointment, mode, first_day_counted, cutoff, hours_per_day, on_supplement, last_minutes, counts_from, start_own, start_elsewhere, start_by_post, not_counted, legal, unsure)
        select ${procedure}, ${channel}, ${validFrom}::date, key, ${firstAppointment}::integer, mode, first_day_counted, cutoff, hours_per_day, on_supplement, last_minutes, counts_from, start_own, start_elsewhere, start_by_post, not_counted, legal, unsure
        from catalogue.rule_set where key = ${set} returning id`.execute(tx);
      await log(tx, choosing, { kind: 'chosen', rule: rows[0]?.id ?? 0, content: chosen });
    });
    return ok(null);
  } catch (fault) {
    if (isUniqueViolation(fault, 'rule_choice_pkey')) return ok(null);
    if (isUniqueViolation(fault, 'deadline_rule_is_one_a_day')) return refuse({ code: 'rule-already-chosen' });
    throw fault;
  }
}

/**
 * Thôi chọn: takes back a choice that has not begun; the log keeps both.
 *
 * @error rule-in-force - it has begun: dossiers are promised by it; choose another from a later day
 * @error rule-unknown - there is no such choice
 */
export async function withdrawRuleChoice(db: Db, rule: number, choosing: Choosing): Promise<Result<null, RuleRefusal>> {
  if (await isLogged(db, choosing.clientKey)) return ok(null);
  return inTransaction(db, async (tx): Promise<Result<null, RuleRefusal>> => {
    const row = await catalogueDb(tx).selectFrom('catalogue.deadline_rule').selectAll().where('id', '=', rule).forUpdate().executeTakeFirst();
    if (row === undefined) return refuse({ code: 'rule-unknown' });
    if (row.set_key === null || row.valid_from <= officeDay(choosing.at).toString()) return refuse({ code: 'rule-in-force' });
    await catalogueDb(tx).deleteFrom('catalogue.deadline_rule').where('id', '=', rule).execute();
    await log(tx, choosing, { kind: 'withdrawn', rule, content: { set: row.set_key, procedure: row.procedure_code, channel: row.channel, validFrom: row.valid_from, firstAppointment: row.first_appointment } });
    return ok(null);
  });
}
