// SPDX-License-Identifier: EUPL-1.2
import type { ListedProcedure, Sending } from '@motcua/catalogue';
import { z } from 'zod';

/** Names of the services. Seen in public code, but for those marked. */
export const services = {
  // Unsure: only that signing in answers with the session was seen.
  login: 'DangNhap',
  list: 'LayDanhSachTTHC', procedure: 'LayThuTuc', agencies: 'LayDanhMucCoQuan', fields: 'LayDanhMucLinhVuc',
  // Unsure: named in texts, not seen in code; all its fields are ours.
  publish: 'DongBoDanhMucTTHC',
} as const;

/** Every question: who asks, under which session, for which service. */
export const Question = z.looseObject({ session: z.string(), madonvi: z.string(), service: z.string() });
/** Every answer. Unsure: `message` and `result`. */
export const Answer = z.looseObject({ error_code: z.coerce.string(), message: z.string().nullish(), session: z.string().nullish(), result: z.unknown().optional() });

export const fine = '00';
/** Unsure: what is answered to a session that ended. The client renews its session after any refusal under an old one. */
export const sessionEnded = '02';

const zone = 'Asia/Ho_Chi_Minh';
/** An instant as it travels: yyyyMMddHHmmss, time of Việt Nam. */
export function compact(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-T:]/gu, '');
}
/** The instant a text says; null when it says none. */
export function instantIn(text: string): Temporal.Instant | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u.exec(text);
  if (parts === null) return null;
  try {
    return Temporal.PlainDateTime.from(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}`).toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}

// Unsure: the filter by time, the time of the last change and the state.
export const listQuestion = (since: Temporal.Instant | null): Readonly<Record<string, unknown>> => (since === null ? {} : { TUNGAY: compact(since) });
const Row = z.looseObject({ MATTHC: z.string().trim().min(1).max(60), TENTTHC: z.string().trim().max(4000).catch(''), NGAYCAPNHAT: z.string().max(60).catch(''), TRANGTHAI: z.coerce.string().catch('1') });
export const writeRow = ({ code, name, stamp, counts }: ListedProcedure): unknown => ({ MATTHC: code, TENTTHC: name, NGAYCAPNHAT: stamp, TRANGTHAI: counts ? '1' : '0' });

/** The list as told; rows that name no procedure are left out; undefined when it is no list. */
export function readList(result: unknown): readonly ListedProcedure[] | undefined {
  if (!Array.isArray(result)) return undefined;
  const rows = result.flatMap((each): readonly ListedProcedure[] => {
    const row = Row.safeParse(each);
    return row.success ? [{ code: row.data.MATTHC, name: row.data.TENTTHC, stamp: row.data.NGAYCAPNHAT, counts: row.data.TRANGTHAI !== '0' }] : [];
  });
  return [...new Map(rows.map((row) => [row.code, row])).values()];
}

// Unsure: values of the channel, taken from those of a dossier; words of the unit.
const channels = { DIRECT: '1', ONLINE: '2', POSTAL: '3' } as const;
const units = { WORKING_DAY: 'Ngày làm việc', DAY: 'Ngày', HOUR: 'Giờ', MONTH: 'Tháng', YEAR: 'Năm', OTHER: 'Khác' } as const;
const keyFor = (words: Readonly<Record<string, string>>, word: string): string | undefined => Object.entries(words).find(([, each]) => each.toLowerCase() === word.trim().toLowerCase())?.[0];

type Published = Extract<Sending, { kind: 'published' }>['procedure'];

/** A procedure in the fields of LayThuTuc. */
export function writeProcedure(p: Published): Readonly<Record<string, unknown>> {
  return {
    MATTHC: p.code, TENTTHC: p.name, LINHVUCTHUCHIEN: p.field?.name ?? null,
    TRINHTUTHUCHIEN: p.steps.map(({ name, text }) => ({ TENBUOC: name, NOIDUNG: text })),
    CACHTHUCTHUCHIEN: p.methods.map(({ channel, time, note, fees }) => ({
      KENH: channels[channel], MOTA: note, THOIGIAN: [{ THOIGIANGIAIQUYET: time?.value ?? null, DONVITINH: time === null ? null : units[time.unit], PHILEPHI: fees.map(({ amount, currency, note: remark }) => ({ SOTIEN: amount, DONVI: currency, MOTA: remark })) }],
    })),
    THANHPHANHOSO: p.papers.map(({ circumstance, papers }) => ({ TRUONGHOP: circumstance, GIAYTO: papers.map(({ code, name, forms }) => ({ MAGIAYTO: code, TENGIAYTO: name, TENMAUDON: forms.join('; '), URL: null })) })),
    YEUCAU: p.conditions, KETQUATHUCHIEN: p.results.map(({ code, name }) => ({ MAKETQUA: code, TENKETQUA: name })),
    CANCUPHAPLY: p.legalBases.map(({ code, name }) => ({ SOVANBAN: code, TENVANBAN: name })), COQUANTHUCHIEN: p.executingAgencies.map(({ name }) => name),
  };
}

const text = z.string().nullish().catch(null);
const list = <Item extends z.ZodType>(item: Item) => z.preprocess((value) => (value === null || value === undefined || Array.isArray(value) ? value : [value]), z.array(item).nullish());
// Unsure: TENBUOC, NOIDUNG, MOTA, TENGIAYTO; whether lists of one come as lists.
const Told = z.looseObject({
  MATTHC: text, TENTTHC: z.string(), LINHVUCTHUCHIEN: text, YEUCAU: z.string().nullish(),
  TRINHTUTHUCHIEN: list(z.union([z.string().transform((said) => ({ TENBUOC: null, NOIDUNG: said })), z.looseObject({ TENBUOC: text, NOIDUNG: text })])),
  CACHTHUCTHUCHIEN: list(z.looseObject({
    KENH: z.coerce.string(), MOTA: text,
    THOIGIAN: list(z.looseObject({ THOIGIANGIAIQUYET: z.coerce.number().nullish().catch(null), DONVITINH: text, PHILEPHI: list(z.looseObject({ SOTIEN: z.union([z.number(), z.string().regex(/^\d+$/u).transform(Number)]).nullish().catch(null), DONVI: text, MOTA: text })) })),
  })),
  THANHPHANHOSO: list(z.looseObject({ TRUONGHOP: text, GIAYTO: list(z.looseObject({ MAGIAYTO: text, TENGIAYTO: z.string(), TENMAUDON: text })) })),
  KETQUATHUCHIEN: list(z.looseObject({ MAKETQUA: text, TENKETQUA: z.string() })), CANCUPHAPLY: list(z.looseObject({ SOVANBAN: text, TENVANBAN: z.string() })), COQUANTHUCHIEN: list(z.string()),
});

/** Codes of fields and agencies by their name, as the two lists tell them. */
export type Codes = { readonly fields: ReadonlyMap<string, string>; readonly agencies: ReadonlyMap<string, string> };
type Told = z.infer<typeof Told>;

const methodsOf = (told: NonNullable<Told['CACHTHUCTHUCHIEN']>): readonly unknown[] => told.flatMap(({ KENH, MOTA, THOIGIAN }) => (THOIGIAN ?? []).map(({ THOIGIANGIAIQUYET, DONVITINH, PHILEPHI }) => ({
  channel: keyFor(channels, KENH), note: MOTA ?? null, time: THOIGIANGIAIQUYET === null || THOIGIANGIAIQUYET === undefined ? null : { value: THOIGIANGIAIQUYET, unit: keyFor(units, DONVITINH ?? '') ?? 'OTHER' },
  fees: (PHILEPHI ?? []).map(({ SOTIEN, DONVI, MOTA: remark }) => ({ kind: 'FEE', amount: SOTIEN ?? null, currency: DONVI ?? null, note: remark ?? null })),
})));

const papersOf = (told: NonNullable<Told['THANHPHANHOSO']>): readonly unknown[] => told.map(({ TRUONGHOP, GIAYTO }) => ({
  case: TRUONGHOP ?? null, components: (GIAYTO ?? []).map(({ MAGIAYTO, TENGIAYTO, TENMAUDON }) => ({ code: MAGIAYTO ?? null, name: TENGIAYTO, originals: 0, copies: 0, form_files: [TENMAUDON ?? ''].filter((form) => form !== '') })),
}));

const given = (key: string, value: unknown): Readonly<Record<string, unknown>> => (value === undefined || value === null ? {} : { [key]: value });

function recordOf(code: string, told: Told, codes: Codes): Readonly<Record<string, unknown>> {
  return {
    code, name: told.TENTTHC,
    ...given('field', typeof told.LINHVUCTHUCHIEN === 'string' ? { code: codes.fields.get(told.LINHVUCTHUCHIEN) ?? null, name: told.LINHVUCTHUCHIEN } : null),
    ...given('steps', told.TRINHTUTHUCHIEN?.map(({ TENBUOC, NOIDUNG }) => ({ name: TENBUOC ?? null, text: NOIDUNG ?? null }))),
    ...given('methods', told.CACHTHUCTHUCHIEN == null ? null : methodsOf(told.CACHTHUCTHUCHIEN)),
    ...given('dossier', told.THANHPHANHOSO == null ? null : papersOf(told.THANHPHANHOSO)),
    ...given('results', told.KETQUATHUCHIEN?.map(({ MAKETQUA, TENKETQUA }) => ({ code: MAKETQUA ?? null, name: TENKETQUA }))),
    ...given('legal_bases', told.CANCUPHAPLY?.map(({ SOVANBAN, TENVANBAN }) => ({ code: SOVANBAN ?? null, name: TENVANBAN }))),
    ...given('executing_agencies', told.COQUANTHUCHIEN?.map((name) => ({ code: codes.agencies.get(name) ?? null, name }))),
    ...('YEUCAU' in told ? { conditions: told.YEUCAU ?? null } : {}),
  };
}

/**
 * A procedure as told, as a record in the form files have. What was not told is left out.
 *
 * @returns words saying what is wrong when it cannot be read
 */
export function readProcedure(code: string, result: unknown, codes: Codes): Readonly<Record<string, unknown>> | string {
  const read = Told.safeParse(Array.isArray(result) && result.length === 1 ? result[0] : result);
  if (!read.success) return `Không đọc được thủ tục: ${read.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'nội dung'} sai kiểu hoặc thiếu`).join('; ')}`;
  const about = read.data.MATTHC ?? code;
  return about === code ? recordOf(code, read.data, codes) : `Hỏi ${code} mà được trả lời thủ tục ${about.slice(0, 60)}`;
}

// Unsure: MA…, TEN… of the two lists.
const Coded = z.looseObject({ MA: z.string(), TEN: z.string() });
export const writeCoded = (entries: ReadonlyMap<string, string>): readonly unknown[] => [...entries].map(([name, code]) => ({ MA: code, TEN: name }));
/** Codes by name. A name that stands for two codes stands for none. */
export function readCoded(result: unknown): ReadonlyMap<string, string> {
  const codes = new Map<string, string | null>();
  for (const each of Array.isArray(result) ? result : []) {
    const entry = Coded.safeParse(each);
    if (entry.success) codes.set(entry.data.TEN, codes.has(entry.data.TEN) && codes.get(entry.data.TEN) !== entry.data.MA ? null : entry.data.MA);
  }
  return new Map([...codes].flatMap(([name, code]) => (code === null ? [] : [[name, code] as const])));
}

/** A publication as it is sent. Unsure as a whole. */
export function publishQuestion(messageId: string, sending: Sending): Readonly<Record<string, unknown>> {
  const about = sending.kind === 'published'
    ? { ...writeProcedure(sending.procedure), PHIENBAN: sending.version, NGAYHIEULUC: sending.validFrom, SOQUYETDINH: sending.procedure.decision.number, NGAYQUYETDINH: sending.procedure.decision.date, TRANGTHAI: '1' }
    : { MATTHC: sending.code, PHIENBAN: sending.version, NGAYHETHIEULUC: sending.validUntil, SOQUYETDINH: sending.decision.number, NGAYQUYETDINH: sending.decision.date, TRANGTHAI: '0' };
  return { MATHONGDIEP: messageId, isUpdating: sending.version > 1 || sending.kind === 'abolished', data: [about] };
}
export const PublishQuestion = z.looseObject({ MATHONGDIEP: z.string().min(1), data: z.array(z.looseObject({ MATTHC: z.string().min(1), TRANGTHAI: z.string() })).min(1) });
