// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Officer, newId, officeDay, ok, refuse } from '@motcua/kernel';
import type { z } from 'zod';
import type { DossierContext } from '../context.ts';
import type { SheetsCounted, SheetsDelivered, SheetsDone, SheetsHandedOut, SheetsSpoiled } from '../contract.ts';
import { keepsSheetsOf, sheetOfficers } from '../permissions.ts';
import { type SheetRun, type SheetState, readSheets, sheetsOf, writtenSheet } from '../rules/security-sheets.ts';
import { addCount, addDelivery, addHandOut, knownOrder, knownSheet, lockSeries, sheetStates, sheetsLeft, spoilSheets } from '../store/security-sheets.ts';
import { officersPrinting } from '../views/sheet-officers.ts';
import type { Outcome } from './perform.ts';

type Asked<Body> = { readonly actor: Officer; readonly body: Body };
type Done = Promise<Outcome<SheetsDone>>;

const field = (path: string, label: string, text: string): Outcome<never> => refuse({ code: 'fields-to-mend', fields: [{ path, label, text }] });
const sheetsField = (text: string): Outcome<never> => field('sheets', 'Số tờ', text);
const unreadable = (piece: string): string => `Không đọc được «${piece}», hoặc tờ ấy ghi hai lần. Ghi như trên tờ giấy, ví dụ AB 0000017 hoặc AB 0000001-0000100.`;

/** One run of sheets of one series: a delivery and a hand-out are about one. */
function oneRun(typed: string): Outcome<SheetRun> {
  const runs = readSheets(typed);
  if (!runs.ok) return sheetsField(unreadable(runs.error));
  const [run] = runs.value;
  return run === undefined || runs.value.length > 1 ? sheetsField('Ghi một dãy liền nhau. Ví dụ AB 0000001-0000100; dãy khác ghi lần khác.') : ok(run);
}

/** Whoever keeps the store of the agency does what is asked, alone with the series; an order sent again is not carried out again. */
async function inStore(ctx: DossierContext, { actor, agency, series, clientKey }: { readonly actor: Officer; readonly agency: string; readonly series: readonly string[]; readonly clientKey: string | null }, act: (tx: Db) => Done): Done {
  if (!keepsSheetsOf(actor, agency)) return refuse({ code: 'copy-refused', why: 'other-desk' });
  return inTransaction(ctx.db, async (tx): Done => {
    await lockSeries(tx, series);
    return clientKey !== null && await knownOrder(tx, clientKey) ? ok({ count: 0 }) : act(tx);
  });
}

/**
 * Nhận giấy bảo an: numbered sheets come to an agency. A number is received once in its series, wherever.
 *
 * @error copy-refused - keeps no store there; fields-to-mend
 */
export async function receiveSheets(ctx: DossierContext, { actor, body }: Asked<z.infer<typeof SheetsDelivered>>): Done {
  const run = oneRun(body.sheets);
  if (!run.ok) return run;
  return inStore(ctx, { actor, agency: body.agency, series: [run.value.series], clientKey: body.clientKey }, async (tx) => {
    const known = await knownSheet(tx, run.value);
    if (known !== undefined) return sheetsField(`Tờ ${writtenSheet({ series: run.value.series, number: known.number }, known.digits)} đã được ghi nhận trước đây. Xem lại số trên giấy.`);
    const at = ctx.clock.now();
    await addDelivery(tx, { id: newId(at), agency: body.agency, officer: actor, at, run: run.value, document: body.document, clientKey: body.clientKey });
    return ok({ count: run.value.last - run.value.first + 1 });
  });
}

/** The first of some sheets that is not the agency's, or is used up; null: all can still be moved. */
function gone(states: readonly SheetState[], run: SheetRun, agency: string): string | null {
  const bad = sheetsOf([run]).find(({ number }) => {
    const state = states.find((one) => one.number === number);
    return state?.agency !== agency || state.used || state.spoiled;
  });
  return bad === undefined ? null : writtenSheet(bad, states[0]?.digits ?? run.digits);
}

/**
 * Giao giấy bảo an: sheets go to an officer who prints, or back to the store; they stay the agency's.
 *
 * @error copy-refused; fields-to-mend - the officer, or a sheet that is not there any more
 */
export async function handOutSheets(ctx: DossierContext, { actor, body }: Asked<z.infer<typeof SheetsHandedOut>>): Done {
  const run = oneRun(body.sheets);
  if (!run.ok) return run;
  return inStore(ctx, { actor, agency: body.agency, series: [run.value.series], clientKey: body.clientKey }, async (tx) => {
    const at = ctx.clock.now();
    const officers = await officersPrinting(tx, { agency: body.agency, roles: sheetOfficers, day: officeDay(at).toString() });
    const to = body.to === null ? null : officers.find(({ id }) => id === body.to);
    if (to === undefined) return field('to', 'Giao cho', 'Người này không in giấy tại cơ quan. Chọn lại trong danh sách.');
    const bad = gone(await sheetStates(tx, sheetsOf([run.value])), run.value, body.agency);
    if (bad !== null) return sheetsField(`Tờ ${bad} không còn ở cơ quan: chưa nhận, đã dùng hoặc đã hỏng.`);
    await addHandOut(tx, { id: newId(at), agency: body.agency, officer: actor, at, run: run.value, to, clientKey: body.clientKey });
    return ok({ count: run.value.last - run.value.first + 1 });
  });
}

/**
 * Ghi tờ hỏng: spoiled, torn or lost sheets. Whoever holds a sheet or printed on it may say so, and the store's keeper; a copy printed on it counts no more.
 *
 * @error copy-refused; fields-to-mend
 */
export async function spoil(ctx: DossierContext, { actor, body }: Asked<z.infer<typeof SheetsSpoiled>>): Done {
  const runs = readSheets(body.sheets);
  if (!runs.ok) return sheetsField(unreadable(runs.error));
  const sheets = sheetsOf(runs.value);
  if (sheets.length === 0) return sheetsField('Ghi số tờ bị hỏng.');
  const isKeeper = keepsSheetsOf(actor, body.agency);
  return inTransaction(ctx.db, async (tx): Done => {
    await lockSeries(tx, sheets.map(({ series }) => series));
    const states = (await sheetStates(tx, sheets)).filter(({ agency }) => agency === body.agency);
    if (states.length < sheets.length) return sheetsField('Có tờ cơ quan chưa nhận. Xem lại số trên giấy.');
    const twice = states.find(({ spoiled }) => spoiled);
    if (twice !== undefined) return sheetsField(`Tờ ${writtenSheet(twice, twice.digits)} đã ghi là hỏng rồi.`);
    if (!isKeeper && states.some(({ holder }) => holder?.id !== actor.id)) return refuse({ code: 'copy-refused', why: 'other-desk' });
    await spoilSheets(tx, { officer: actor, at: ctx.clock.now(), sheets, reason: body.reason });
    return ok({ count: sheets.length });
  });
}

/**
 * Kiểm kê: what is left of a series was counted by hand; a difference from what the log says is explained.
 *
 * @error copy-refused; fields-to-mend
 */
export async function countSheets(ctx: DossierContext, { actor, body }: Asked<z.infer<typeof SheetsCounted>>): Done {
  const series = body.series.toUpperCase();
  return inStore(ctx, { actor, agency: body.agency, series: [series], clientKey: body.clientKey }, async (tx) => {
    const expected = (await sheetsLeft(tx, [body.agency])).filter((one) => one.series === series).length;
    const note = (body.note ?? '') === '' ? null : body.note;
    if (body.counted !== expected && note === null) return field('note', 'Giải thích', `Sổ ghi còn ${String(expected)} tờ, đếm được ${String(body.counted)}. Đếm lại, hoặc ghi vì sao chênh.`);
    const at = ctx.clock.now();
    await addCount(tx, { id: newId(at), agency: body.agency, officer: actor, at, clientKey: body.clientKey, series, expected, counted: body.counted, note });
    return ok({ count: body.counted });
  });
}
