// SPDX-License-Identifier: EUPL-1.2
import { cleanText, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, ParcelTo } from '../contract.ts';
import type { Fact } from '../events.ts';
import { mayCome } from '../lifecycle/parcel.ts';
import { documentNumber } from '../store/number-series.ts';
import { findPostalNote, returnCountsWhen, slipHolder } from '../store/post.ts';
import { handedOut } from './decide.ts';
import { type Asked, type Outcome, type Situation, perform } from './perform.ts';
import { slipFree } from './postal-filing.ts';

type Tracked = { readonly stage: 'on-the-way' | 'not-delivered' | 'back' | 'lost'; readonly reason: string | null };

const field = (path: string, label: string, text: string): Outcome<never> => refuse({ code: 'fields-to-mend', fields: [{ path, label, text }] });

/**
 * Đóng gói gửi bưu chính: the result is put under a slip of the post, with whom it goes to and who pays.
 *
 * @error parcel-not-there - it is packed or with the post already; fields-to-mend - the slip is another parcel's, or the enterprise unknown
 * @legal qd-45-2016/d8
 */
export function packForPost(ctx: DossierContext, asked: Asked & { readonly body: { readonly enterprise: string; readonly slip: string; readonly to: ParcelTo } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'pack-for-post', async ({ tx, at, to, dossier }) => {
    if (!mayCome(dossier, 'packed')) return refuse({ code: 'parcel-not-there' });
    const carried = await slipFree({ tx, at }, asked.body, slipHolder);
    if (!carried.ok) return carried;
    const { name, phone, address, payer } = asked.body.to;
    return ok([{ type: 'post-packed', data: { to, ...carried.value, parcelTo: { name: cleanText(name), phone, address: cleanText(address), payer } } }]);
  });
}

async function taken({ tx, at, to, dossier }: Situation, noteId: string): Promise<Outcome<readonly Fact[]>> {
  const { parcel, agencies } = dossier;
  if (parcel === undefined || !mayCome(dossier, 'taken')) return refuse({ code: 'parcel-not-there' });
  const begun = await findPostalNote(tx, noteId, true);
  if (begun !== undefined && (begun.from !== agencies.returning || begun.enterprise !== parcel.enterprise.code)) return field('items', 'Hồ sơ', 'Một bảng kê chỉ ghi bưu gửi của một nơi trả, giao một doanh nghiệp. Lập bảng kê khác cho hồ sơ này.');
  const note = begun ?? {
    id: noteId, from: agencies.returning, enterprise: parcel.enterprise.code,
    number: await documentNumber(tx, { document: 'postal-note', agency: agencies.returning, procedure: null, at }),
  };
  return ok([{ type: 'post-taken', data: { to, note, enterprise: parcel.enterprise.name, slip: parcel.slip } }]);
}

/**
 * Giao bưu chính: the packed result goes to the post on the list `noteId`; the first dossier of a list gives it its number.
 *
 * @error parcel-not-there; fields-to-mend - the list is of another shop or enterprise
 * @legal qd-45-2016/d8
 */
export function handToPost(ctx: DossierContext, asked: Asked & { readonly noteId: string }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'hand-to-post', (situation) => taken(situation, asked.noteId));
}

/**
 * Theo dõi bưu gửi: on the way, not delivered (why), back at the shop, or lost by the post.
 *
 * @error parcel-not-there; fields-to-mend - a reason is missing
 * @legal qd-45-2016/d14
 */
export function trackPost(ctx: DossierContext, asked: Asked & { readonly body: Tracked }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'track-post', ({ to, dossier }) => {
    const { stage, reason } = asked.body;
    const words = reason === null ? '' : cleanText(reason);
    if (!mayCome(dossier, stage)) return Promise.resolve(refuse({ code: 'parcel-not-there' }));
    if (words === '' && stage !== 'on-the-way') return Promise.resolve(field('reason', 'Lý do', stage === 'lost' ? 'Ghi bưu chính báo mất thế nào, biên bản số mấy.' : 'Ghi lý do không phát được.'));
    return Promise.resolve(ok([{ type: 'post-moved', data: { to, stage, reason: words === '' ? null : words, slip: dossier.parcel?.slip ?? '' } }]));
  });
}

/**
 * Bưu chính đã phát: the result reached a person, which returns it. Which moment is the day of return is a dated rule; the event keeps it.
 *
 * @error parcel-not-there; fields-to-mend - delivered before it was taken, or later than now
 * @legal qd-45-2016/d8
 */
export function confirmDelivery(ctx: DossierContext, asked: Asked & { readonly body: { readonly receivedBy: string; readonly deliveredAt: string } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'confirm-delivery', async (situation) => {
    const { tx, at, to, dossier } = situation;
    const { parcel } = dossier;
    const deliveredAt = Temporal.Instant.from(asked.body.deliveredAt);
    if (parcel?.takenAt == null || !mayCome(dossier, 'delivered')) return refuse({ code: 'parcel-not-there' });
    if (Temporal.Instant.compare(deliveredAt, at) > 0) return field('deliveredAt', 'Lúc phát', 'Lúc phát chưa thể sau lúc này. Ghi đúng ngày, giờ trên phiếu báo phát.');
    // A paper says the minute, the ledger the second.
    if (Temporal.Instant.compare(deliveredAt, Temporal.Instant.from(parcel.takenAt).round({ smallestUnit: 'minute', roundingMode: 'floor' })) < 0) return field('deliveredAt', 'Lúc phát', 'Lúc phát sớm hơn lúc giao cho bưu chính. Xem lại phiếu báo phát.');
    const counts = await returnCountsWhen(tx, officeDay(at).toString());
    const out = await handedOut(ctx, situation, { way: 'post', receivedBy: cleanText(asked.body.receivedBy), feeVnd: null, receiptNumber: null });
    if (!out.ok) return out;
    const moment = counts === 'handed-to-post' ? parcel.takenAt : deliveredAt.toString();
    return ok([{ type: 'post-moved', data: { to: dossier.status, stage: 'delivered', reason: null, slip: parcel.slip } }, { ...out.value, data: { ...out.value.data, to, returnedAt: moment, deliveredAt: deliveredAt.toString() } }]);
  });
}

