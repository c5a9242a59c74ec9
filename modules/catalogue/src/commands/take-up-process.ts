// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/**
 * Procedures are handled by the process of a key from a day on, wherever they are handled; how else they are handled stays. Dossiers in hand keep theirs.
 *
 * @returns the codes that no agency handles
 */
export async function takeUpProcess(tx: Db, { key, codes, validFrom }: { readonly key: string; readonly codes: readonly string[]; readonly validFrom: string }): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<{ code: string }>`
    insert into catalogue.handling (procedure_code, agency_code, valid_from, process_key, eform_key, unit_code, result_symbol, own)
    select procedure_code, agency_code, ${validFrom}, ${key}, eform_key, unit_code, result_symbol, false from
      (select distinct on (procedure_code, agency_code) * from catalogue.handling where procedure_code = any(${[...codes]}) and valid_from <= ${validFrom} order by procedure_code, agency_code, valid_from desc) h
    on conflict (procedure_code, agency_code, valid_from) do update set process_key = excluded.process_key, own = false
    returning procedure_code as code`.execute(tx);
  const taken = new Set(rows.map(({ code }) => code));
  return codes.filter((code) => !taken.has(code));
}
