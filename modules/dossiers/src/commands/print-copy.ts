// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Officer, newId, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { PrintCopy } from '../contract.ts';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import { numberOfPaper } from '../lifecycle/issued-papers.ts';
import { printPaper } from '../papers/print.ts';
import { copyDesk } from '../permissions.ts';
import { type Printer, type Sheet, readSheets, sheetFault, sheetsOf, writtenSheet } from '../rules/security-sheets.ts';
import { type CopyRow, addCopy, copyByKey, lockCopies, securityPaperRule } from '../store/printed-copies.ts';
import { lockSeries, sheetStates, useSheets } from '../store/security-sheets.ts';
import { readable } from '../views/one.ts';
import type { Outcome } from './perform.ts';

type Asked = { readonly actor: Officer; readonly code: string; readonly body: PrintCopy };
type Chosen = { readonly sheets: readonly Sheet[]; readonly written: readonly string[] };

const mostSheets = 20;

const sheetsField = (text: string): Outcome<never> => refuse({ code: 'fields-to-mend', fields: [{ path: 'sheets', label: 'Số giấy bảo an', text }] });

/** The numbered sheets a copy is printed on, each one the printer may use; locks their series. */
async function chosenSheets(tx: Db, typed: string, asked: { readonly needed: boolean; readonly printer: Printer }): Promise<Outcome<Chosen>> {
  const runs = readSheets(typed);
  if (!runs.ok) return sheetsField(`Không đọc được «${runs.error}», hoặc tờ ấy ghi hai lần. Ghi như trên tờ giấy, ví dụ AB 0000017; nhiều tờ cách nhau bằng dấu phẩy.`);
  const sheets = sheetsOf(runs.value);
  if (asked.needed && sheets.length === 0) return sheetsField('Giấy này chỉ in trên giấy bảo an. Ghi số của tờ giấy sẽ in.');
  if (!asked.needed && sheets.length > 0) return sheetsField('Giấy này in trên giấy thường. Để trống mục này.');
  if (sheets.length > mostSheets) return sheetsField(`Một bản in nhiều nhất ${String(mostSheets)} tờ.`);
  await lockSeries(tx, sheets.map(({ series }) => series));
  const states = await sheetStates(tx, sheets);
  const found = sheets.map((sheet) => {
    const state = states.find(({ series, number }) => series === sheet.series && number === sheet.number);
    const words = writtenSheet(sheet, state?.digits ?? 1);
    return { words, fault: sheetFault(state, words, asked.printer) };
  });
  const fields: readonly FieldRefusal[] = found.flatMap(({ fault }) => (fault === null ? [] : [{ path: 'sheets', label: 'Số giấy bảo an', text: fault }]));
  return fields.length > 0 ? refuse({ code: 'fields-to-mend', fields }) : ok({ sheets, written: found.map(({ words }) => words) });
}

/**
 * In một bản: a copy of a paper is printed under the next copy number, on numbered sheets where the paper needs them. The paper itself stays as it is; an ended dossier may still be copied.
 * The same key again answers the same copy.
 *
 * @error dossier-unknown, no-such-paper; already-revoked - the result counts no more; copy-refused - another desk prints it; fields-to-mend - the sheets
 */
export async function printCopy(ctx: DossierContext, { actor, code, body }: Asked): Promise<Outcome<Pick<CopyRow, 'id' | 'copyNo' | 'sheets'>>> {
  const found = await readable(ctx.db, actor, code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const desk = copyDesk(actor, dossier);
  if (desk === null) return refuse({ code: 'copy-refused', why: 'other-desk' });
  if (body.paper === 'result' && dossier.revoked !== undefined) return refuse({ code: 'already-revoked', number: dossier.revoked.number });
  const pdf = body.paper === 'result' && dossier.result?.issuedAt == null ? null : await printPaper(ctx, ctx.db, { ...found.value, paper: body.paper });
  if (pdf === null) return refuse({ code: 'no-such-paper' });
  return inTransaction(ctx.db, async (tx): Promise<Outcome<Pick<CopyRow, 'id' | 'copyNo' | 'sheets'>>> => {
    await lockCopies(tx, dossier.id);
    const before = await copyByKey(tx, body.clientKey);
    if (before !== undefined) return before.dossierId === dossier.id ? ok(before) : refuse({ code: 'copy-refused', why: 'key-used' });
    const at = ctx.clock.now();
    const rule = await securityPaperRule(tx, { paper: body.paper, procedure: dossier.procedure.code, day: officeDay(at).toString() });
    const chosen = await chosenSheets(tx, body.sheets, { needed: rule?.needed ?? false, printer: { id: actor.id, ...desk } });
    if (!chosen.ok) return chosen;
    const id = newId(at);
    const copyNo = await addCopy(tx, {
      id, clientKey: body.clientKey, dossierId: dossier.id, code: dossier.code, paper: body.paper, number: numberOfPaper(dossier, body.paper), sha256: createHash('sha256').update(pdf).digest('hex'),
      reason: body.reason, forWhom: body.forWhom, agency: desk.agency, sheets: chosen.value.written, officerId: actor.id, officer: actor.name, at,
    });
    await useSheets(tx, id, chosen.value.sheets);
    return ok({ id, copyNo, sheets: chosen.value.written });
  });
}
