// SPDX-License-Identifier: EUPL-1.2
import { type Officer, officeZone, ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { renderSheetReconciliation } from '@motcua/statutory-forms';
import type { Outcome } from '../commands/perform.ts';
import type { DossierContext } from '../context.ts';
import type { ReconciliationQuery } from '../contract.ts';
import { sheetStores } from '../permissions.ts';
import { sheetFigures } from '../store/sheet-accounts.ts';
import { copyAgencies } from '../views/printed-copies.ts';
import { placeNameOf } from './head.ts';

const startOf = (day: Temporal.PlainDate): string => day.toZonedDateTime(officeZone).toInstant().toString();

/**
 * Bảng đối chiếu giấy bảo an as PDF: for each series what was left, came, was used, was spoiled and is left, days inclusive.
 *
 * @error copy-refused - another agency's; fields-to-mend - a period that ends before it begins
 */
export async function printReconciliation(ctx: DossierContext, officer: Officer, { agency, from, to }: ReconciliationQuery): Promise<Outcome<Uint8Array>> {
  const readers = copyAgencies(officer);
  const isOwn = readers === 'all' || readers.includes(agency) || sheetStores(officer).includes(agency);
  const found = await findAgency(ctx.db, agency);
  if (!isOwn || found === undefined) return refuse({ code: 'copy-refused', why: 'other-desk' });
  if (to < from) return refuse({ code: 'fields-to-mend', fields: [{ path: 'to', label: 'Đến ngày', text: 'Ngày cuối là ngày đầu hoặc sau đó.' }] });
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const issuedAt = ctx.clock.now().toString();
  const parent = found.parentCode === null ? undefined : await findAgency(ctx.db, found.parentCode);
  return ok(await renderSheetReconciliation({
    superior: parent?.name ?? null, office: found.name, number: '', place: await placeNameOf(ctx.db, found, issuedAt.slice(0, 10)), issuedAt, dossierCode: '', verifyUrl: null, demonstration: ctx.demonstration,
    from, to, keeper: officer.name, lines: await sheetFigures(ctx.db, { agencies: [agency], from: startOf(first), until: startOf(last.add({ days: 1 })) }),
  }));
}
