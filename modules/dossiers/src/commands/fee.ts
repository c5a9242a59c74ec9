// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, priceUnder, procedureVersion } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { officeDay, ok, refuse } from '@motcua/kernel';
import type { Channel, FeeAsked, FeePrice } from '../contract.ts';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import type { Dossier, DossierFee } from '../model.ts';
import { channelOfLaw } from './filing-channel.ts';
import type { Outcome } from './perform.ts';

type Priced = { readonly procedure: Procedure; readonly circumstance: string | null; readonly channel: Channel; readonly at: Temporal.Instant; readonly asked: FeeAsked };

/**
 * What a dossier costs by the fee table in force on its day (phí, lệ phí), line by line; who names what the table does not count or relieve is told so.
 *
 * @error fields-to-mend
 */
async function workedOut(tx: Db, { procedure, circumstance, channel, at, asked }: Priced): Promise<Outcome<FeePrice>> {
  const { units, claims, shipping } = asked;
  const price = await priceUnder(tx, procedure, { day: officeDay(at).toString(), channel: channelOfLaw[channel], circumstance, units, claims, shipping });
  const stranger = (path: string, text: string): FieldRefusal => ({ path: `fee.${path}`, label: 'Phí, lệ phí', text });
  const faults = [
    ...Object.keys(units).filter((id) => !price.units.some((one) => one.id === id)).map((id) => stranger(`units.${id}`, 'Bảng phí của trường hợp này không đếm mục ấy. Mở lại phần tiền rồi ghi lại số lượng.')),
    ...claims.filter((id) => !price.claims.some((one) => one.id === id)).map(() => stranger('claims', 'Bảng phí hôm nay không có miễn, giảm này. Mở lại phần tiền rồi chọn lại.')),
    ...(shipping !== null && !price.shipping.some(({ id }) => id === shipping) ? [stranger('shipping', 'Bảng phí không có cách gửi này. Chọn lại cách gửi.')] : []),
  ];
  if (faults.length > 0) return refuse({ code: 'fields-to-mend', fields: faults });
  return ok({ lines: price.lines.map(({ id, text, amountVnd }) => ({ id, text, amountVnd })), totalVnd: price.totalVnd, basis: price.basis, asked });
}

const grouped = (vnd: number): string => String(vnd).replace(/\B(?=(?:\d{3})+$)/gu, '.');

/** The fee of a filing: what was asked is worked out and kept; a sum taken that is not the sum of the published table is refused, since nobody may take more or less than it says. */
export async function feeOf(tx: Db, about: Omit<Priced, 'asked'>, fee: DossierFee & { readonly asked?: FeeAsked | undefined }): Promise<Outcome<DossierFee>> {
  const { amountVnd, way, asked } = fee;
  if (asked === undefined) return ok({ amountVnd, way });
  const price = await workedOut(tx, { ...about, asked });
  if (!price.ok) return price;
  const { totalVnd, basis } = price.value;
  if (way !== 'none' && basis !== null && totalVnd !== null && totalVnd !== amountVnd) {
    return refuse({ code: 'fields-to-mend', fields: [{ path: 'fee.amountVnd', label: 'Phí, lệ phí', text: `Theo bảng phí là ${grouped(totalVnd)} đồng. Ghi đúng số ấy, hoặc sửa số lượng, miễn giảm.` }] });
  }
  return ok({ amountVnd: way === 'none' ? totalVnd ?? amountVnd : amountVnd, way, price: price.value });
}

/** The fee of a dossier whose papers were counted again when it was accepted: by the table of the day it was filed; null when nothing was counted. */
export async function countedAnew(tx: Db, dossier: Dossier, asked: FeeAsked | undefined): Promise<Outcome<DossierFee | null>> {
  if (asked === undefined) return ok(null);
  const published = await procedureVersion(tx, dossier.procedure.code, dossier.procedure.version);
  if (published === undefined) return ok(null);
  const { circumstance, channel, submittedAt, fee: { way, amountVnd } } = dossier;
  const about = { procedure: published.procedure, circumstance, channel, at: Temporal.Instant.from(submittedAt) };
  const price = await workedOut(tx, { ...about, asked });
  return price.ok ? ok({ amountVnd: price.value.totalVnd ?? amountVnd, way, price: price.value }) : price;
}
