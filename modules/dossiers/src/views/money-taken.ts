// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, officeZone, ok, refuse } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { Outcome } from '../commands/perform.ts';
import type { MoneyFor, MoneyTaken } from '../contract/money.ts';
import { moneyReaders } from '../permissions.ts';

const mostDays = 92;
const mostLines = 500;

type Asked = { readonly officer: Officer; readonly from: string; readonly to: string };
type Row = { readonly at: string; readonly dossier: string; readonly agency: string; readonly what: MoneyFor; readonly amountVnd: string; readonly way: string; readonly receiptNumber: string | null; readonly who: string };

const startOf = (day: Temporal.PlainDate): string => day.toZonedDateTime(officeZone).toInstant().toString();

/** Every event that took money, of one-stop shops, between two instants. Served by event_money, whose condition it repeats. */
async function taken(db: Db, { agencies, from, until }: { readonly agencies: readonly string[]; readonly from: string; readonly until: string }): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select e.at::text as at, d.code as dossier, d.receiving_agency as agency, e.actor ->> 'name' as who,
      case e.type when 'paid' then 'asked-for' when 'returned' then 'handing-out' when 'submitted' then 'filing' else 'digitising' end as what,
      coalesce(e.data ->> 'amountVnd', e.data ->> 'feeVnd', e.data -> 'fee' ->> 'amountVnd', e.data -> 'digitised' -> 'onRequest' ->> 'amountVnd') as "amountVnd",
      case e.type when 'submitted' then e.data -> 'fee' ->> 'way' when 'paid' then e.data ->> 'way' else 'cash' end as way,
      coalesce(e.data ->> 'receiptNumber', e.data -> 'digitised' -> 'onRequest' ->> 'receiptNumber') as "receiptNumber"
    from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id
    where (e.type = 'paid' or (e.type = 'returned' and (e.data ->> 'feeVnd') is not null)
      or (e.type = 'submitted' and (e.data -> 'fee' ->> 'way') in ('cash', 'transfer')) or (e.type = 'paper-digitised' and (e.data -> 'digitised' -> 'onRequest') is not null))
      and e.at >= ${from} and e.at < ${until} and d.receiving_agency = any(${agencies})
    order by e.at, d.code`.execute(db);
  return rows.filter(({ amountVnd }) => Number(amountVnd) > 0);
}

/**
 * Sổ thu của bộ phận một cửa: money taken for filing, asked for, at handing out and for digitising, counted from the ledger, whole đồng.
 *
 * @error fields-to-mend - the days are the wrong way round, or more than 92
 */
export async function moneyTaken(db: Db, { officer, from, to }: Asked): Promise<Outcome<MoneyTaken>> {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const days = first.until(last).total('days');
  if (days < 0 || days >= mostDays) return refuse({ code: 'fields-to-mend', fields: [{ path: 'to', label: 'Đến ngày', text: `Chọn từ ngày trước đến ngày sau, nhiều nhất ${String(mostDays)} ngày.` }] });
  const agencies = [...new Set(officer.postings.filter(({ role }) => moneyReaders.includes(role)).map(({ agency }) => agency))];
  const rows = await taken(db, { agencies, from: startOf(first), until: startOf(last.add({ days: 1 })) });
  const nameOf = await agencyNames(db, new Set(rows.map(({ agency }) => agency)));
  const sums = [...Map.groupBy(rows, ({ what }) => what)].map(([what, some]) => ({ what, count: some.length, amountVnd: some.reduce((sum, { amountVnd }) => sum + Number(amountVnd), 0) }));
  return ok({
    from, to, totalVnd: sums.reduce((sum, { amountVnd }) => sum + amountVnd, 0), sums, more: Math.max(0, rows.length - mostLines),
    lines: rows.slice(0, mostLines).map((row) => ({ ...row, at: Temporal.Instant.from(row.at.replace(' ', 'T')).toString(), amountVnd: Number(row.amountVnd), agencyName: nameOf(row.agency) })),
  });
}
