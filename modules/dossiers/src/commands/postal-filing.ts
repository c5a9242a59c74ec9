// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { cleanText, officeDay, officeMinuteText, ok, refuse } from '@motcua/kernel';
import type { CounterIntake } from '../contract.ts';
import type { DossierContext } from '../context.ts';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import type { PostalFiling } from '../model.ts';
import { enterpriseOn, filingSlipHolder } from '../store/post.ts';
import type { Outcome } from './perform.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };
type Holder = (tx: Db, asked: { readonly enterprise: string; readonly slip: string; readonly since: Temporal.Instant }) => Promise<string | undefined>;

const field = (path: string, label: string, text: string): FieldRefusal => ({ path, label, text });
const mend = (...fields: readonly FieldRefusal[]): Outcome<never> => refuse({ code: 'fields-to-mend', fields });

/** A slip number as people paste it: capitals, no blanks. */
const tidySlip = (text: string): string => cleanText(text).normalize('NFKC').replace(/\s/gu, '').toUpperCase();

/**
 * The enterprise of a day and a slip that names no other parcel of it.
 *
 * @error fields-to-mend - the enterprise is not on the list of the day, or the slip was used
 */
export async function slipFree({ tx, at }: Stage, asked: { readonly enterprise: string; readonly slip: string }, holder: Holder, under = ''): Promise<Outcome<{ readonly enterprise: { readonly code: string; readonly name: string }; readonly slip: string }>> {
  const found = await enterpriseOn(tx, { code: asked.enterprise, day: officeDay(at).toString() });
  if (found === undefined) return mend(field(`${under}enterprise`, 'Doanh nghiệp bưu chính', 'Doanh nghiệp này không có trong danh sách hôm nay. Chọn trong danh sách.'));
  const slip = tidySlip(asked.slip);
  const { slipDays, ...enterprise } = found;
  const used = slipDays === null ? undefined : await holder(tx, { enterprise: enterprise.code, slip, since: at.subtract({ hours: 24 * slipDays }) });
  return used === undefined ? ok({ enterprise, slip }) : mend(field(`${under}slip`, 'Số hiệu bưu gửi', `Số ${slip} đã dùng cho hồ sơ ${used}. Xem lại số trên phiếu gửi.`));
}

/** The oldest hand-over record taken in at `at`; null where no period is in force. */
async function earliestRecord(ctx: DossierContext, { tx, at }: Stage, procedure: string): Promise<Temporal.Instant | null> {
  const period = await ctx.periods.of(tx, { key: 'post-record-age', procedure, at });
  return period === null ? null : at.subtract({ minutes: Math.round(24 * 60 * period.value) });
}

/**
 * How a filing came by post; null when it did not. The moment of the hand-over record is the moment of filing, so both must be said.
 *
 * @error fields-to-mend - what is missing, a record signed after now or too long ago, a slip that names another filing
 * @legal qd-45-2016/d7
 */
export async function postalFiling(ctx: DossierContext, { tx, at }: Stage, body: Pick<CounterIntake, 'procedure' | 'channel' | 'post' | 'handedOverAt'>): Promise<Outcome<PostalFiling | null>> {
  if (body.channel !== 'post') return ok(null);
  const { post = null, handedOverAt = null } = body;
  if (post === null) return mend(field('post', 'Bưu gửi', 'Hồ sơ đến qua bưu chính: ghi doanh nghiệp, số hiệu bưu gửi và người giao.'));
  if (handedOverAt === null) return mend(field('handedOverAt', 'Lúc ký biên bản bàn giao', 'Ghi ngày, giờ ký biên bản bàn giao: đó là lúc nộp hồ sơ.'));
  if (Temporal.Instant.compare(Temporal.Instant.from(handedOverAt), at) > 0) return mend(field('handedOverAt', 'Lúc ký biên bản bàn giao', 'Biên bản bàn giao chưa thể ký sau lúc này. Ghi đúng ngày, giờ trên biên bản.'));
  const earliest = await earliestRecord(ctx, { tx, at }, body.procedure);
  if (earliest !== null && Temporal.Instant.compare(Temporal.Instant.from(handedOverAt), earliest) < 0) {
    return mend(field('handedOverAt', 'Lúc ký biên bản bàn giao', `Biên bản bàn giao đã quá lâu: sớm nhất nhận được là lúc ${officeMinuteText(earliest)}. Xem lại ngày, giờ trên biên bản.`));
  }
  const carried = await slipFree({ tx, at }, post, filingSlipHolder, 'post.');
  return carried.ok ? ok({ ...carried.value, handedBy: cleanText(post.handedBy) }) : carried;
}
