// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { printedCopy } from '@motcua/documents';
import { type Officer, officeMinuteText, ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { Outcome } from '../commands/perform.ts';
import type { DossierContext } from '../context.ts';
import { CopiedPaper } from '../contract.ts';
import { copyDesk } from '../permissions.ts';
import { copiesOf } from '../store/printed-copies.ts';
import { readable } from '../views/one.ts';
import { printPaper } from './print.ts';

/**
 * The PDF of a copy that was written down: the paper with the copy's number, and where it has them those of its sheets, at the head of each page. The same whenever it is asked for.
 *
 * @error copy-refused - another desk printed it, a sheet of it was spoiled, or the paper was issued anew since
 */
export async function printedCopyPdf(ctx: DossierContext, { actor, code, id }: { readonly actor: Officer; readonly code: string; readonly id: string }): Promise<Outcome<Uint8Array>> {
  const found = await readable(ctx.db, actor, code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const copy = (await copiesOf(ctx.db, dossier.id)).find((one) => one.id === id);
  const paper = CopiedPaper.safeParse(copy?.paper);
  if (copy === undefined || !paper.success) return refuse({ code: 'no-such-paper' });
  if (copyDesk(actor, dossier)?.agency !== copy.agency) return refuse({ code: 'copy-refused', why: 'other-desk' });
  if (copy.spoiled) return refuse({ code: 'copy-refused', why: 'spoiled' });
  const source = await printPaper(ctx, ctx.db, { ...found.value, paper: paper.data });
  if (source === null || createHash('sha256').update(source).digest('hex') !== copy.sha256) return refuse({ code: 'copy-refused', why: 'issued-anew' });
  const agency = await findAgency(ctx.db, copy.agency);
  const pdf = await printedCopy(source, {
    title: `BẢN IN SỐ ${String(copy.copyNo)}${copy.sheets.length === 0 ? '' : ` · Giấy bảo an số ${copy.sheets.join(', ')}`}`,
    about: `In từ bản điện tử số ${copy.number} lúc ${officeMinuteText(copy.at)} tại ${agency?.name ?? copy.agency}. Bản điện tử là bản gốc.`, at: copy.at,
  });
  return pdf === null ? refuse({ code: 'no-such-paper' }) : ok(pdf);
}
