// SPDX-License-Identifier: EUPL-1.2
import type { FeeLine, FeeTable, Price, PriceLine, Relief } from '../fees-model.ts';
import type { Channel, Procedure } from '../model.ts';
import { feeText } from './procedure-words.ts';

/** What a price is asked for. `claims`: the reliefs said and proved; `units`: how many of what is counted; `shipping`: how the result is sent. */
export type PriceAsked = {
  readonly circumstance: string | null; readonly channel: Channel; readonly day: string;
  readonly claims?: readonly string[]; readonly units?: Readonly<Record<string, number>>; readonly shipping?: string | null;
};

const kinds = { FEE: 'Phí', SERVICE_FEE: 'Lệ phí', PRICE_LEVEL: 'Giá dịch vụ' } as const;
const ways: Readonly<Record<Channel, string>> = { DIRECT: 'nộp trực tiếp', ONLINE: 'nộp trực tuyến', POSTAL: 'nộp qua bưu chính' };
const money = (amount: number): string => `${amount.toLocaleString('vi-VN')} đ`;

const fits = (line: FeeLine, { circumstance, channel }: PriceAsked): boolean => (line.circumstance === null || line.circumstance === circumstance) && (line.channel === null || line.channel === channel);

/** How exactly a line says whom it is for; of lines of one name the most exact one counts. */
const exactness = ({ circumstance, channel }: FeeLine): number => Number(circumstance !== null) * 2 + Number(channel !== null);

function linesFor({ lines }: FeeTable, asked: PriceAsked): readonly FeeLine[] {
  const fitting = lines.filter((line) => fits(line, asked));
  return fitting.filter((line) => !fitting.some((other) => other !== line && other.kind === line.kind && other.name === line.name && exactness(other) > exactness(line)));
}

/** The relief that takes off most: one only, they do not add up. */
function reliefFor(line: FeeLine, { reliefs }: FeeTable, { channel, day, claims = [] }: PriceAsked): Relief | undefined {
  return reliefs.filter((relief) => (relief.line === null || relief.line === line.id) && (relief.channel === null || relief.channel === channel) && relief.validFrom <= day
    && (relief.validUntil === null || day <= relief.validUntil) && (!relief.isClaimed || claims.includes(relief.id))).toSorted((a, b) => b.percent - a.percent)[0];
}

const titleOf = ({ name, kind }: FeeLine): string => (name === '' ? kinds[kind] : `${kinds[kind]} ${name}`);

function priced(line: FeeLine, table: FeeTable, asked: PriceAsked): PriceLine {
  const count = line.unit === null ? 1 : asked.units?.[line.id] ?? 1;
  const whole = line.amountVnd * count;
  const title = titleOf(line);
  const each = line.unit === null ? money(whole) : `${money(line.amountVnd)} × ${count} ${line.unit} = ${money(whole)}`;
  const source = line.basis === '' ? '' : ` theo ${line.basis}`;
  const relief = whole === 0 ? undefined : reliefFor(line, table, asked);
  if (relief === undefined) return { id: line.id, kind: line.kind, amountVnd: whole, text: `${title} ${each}${source}` };
  // In favour of who pays: a part of a đồng is not charged.
  const charged = Math.floor(whole * (100 - relief.percent) / 100);
  const why = relief.who === '' ? (relief.channel === null ? '' : ` vì ${ways[relief.channel]}`) : ` vì ${relief.who}`;
  return { id: line.id, kind: line.kind, amountVnd: charged, text: `${title} ${each}${source}, ${relief.percent === 100 ? 'miễn' : `giảm ${relief.percent} %`}${why} theo ${relief.basis}: còn ${money(charged)}` };
}

/**
 * What a dossier costs on a day (phí, lệ phí), line by line, each with its reason. Pure: amounts are whole đồng.
 *
 * @param table - the fee table in force on the day
 * @param basis - the decision it was published by
 * @legal nd-118-2025/d24
 */
export function priceOf(table: FeeTable, basis: string, asked: PriceAsked): Price {
  const shipped = table.shipping.find(({ id }) => id === asked.shipping);
  const lines: PriceLine[] = [
    ...linesFor(table, asked).map((line) => priced(line, table, asked)),
    ...(shipped === undefined ? [] : [{ id: shipped.id, kind: 'SHIPPING' as const, amountVnd: shipped.amountVnd, text: `Cước gửi kết quả ${shipped.name} ${money(shipped.amountVnd)}${shipped.basis === '' ? '' : ` theo ${shipped.basis}`}` }]),
  ];
  const isOpen = ({ channel, validFrom, validUntil, isClaimed }: Relief): boolean => isClaimed && (channel === null || channel === asked.channel) && validFrom <= asked.day && (validUntil === null || asked.day <= validUntil);
  return {
    lines, totalVnd: lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0), claims: table.reliefs.filter(isOpen).map(({ id, who }) => ({ id, who })),
    units: linesFor(table, asked).flatMap((line) => (line.unit === null ? [] : [{ id: line.id, title: titleOf(line), unit: line.unit, count: asked.units?.[line.id] ?? 1 }])),
    shipping: table.shipping.map(({ id, name, amountVnd }) => ({ id, name, amountVnd })), basis,
  };
}

/**
 * What the published text says of money, where no fee table is published: a total only when one sum without conditions is named.
 */
export function pricePublished(procedure: Procedure, { channel }: Pick<PriceAsked, 'channel'>): Price {
  const method = procedure.methods.find((one) => one.channel === channel) ?? procedure.methods[0];
  const fees = method?.fees ?? [];
  const [only] = fees;
  const isPlain = fees.length === 1 && only !== undefined && only.amount !== null && only.currency !== 'USD' && (only.amount > 0 || only.note === null);
  return {
    lines: fees.map((fee, at) => ({ id: `cong-bo-${at + 1}`, kind: fee.kind, text: fee.amount === 0 && fee.note !== null ? feeText({ ...fee, amount: null }) : feeText(fee), amountVnd: fee.currency === 'USD' ? 0 : fee.amount ?? 0 })),
    totalVnd: isPlain ? only.amount : null, claims: [], units: [], shipping: [], basis: null,
  };
}
