// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** How long a closed dossier is kept; `years` null: for ever. */
export type RetentionRule = { readonly procedure: string | null; readonly field: string | null; readonly years: number | null; readonly handInMonths: number; readonly from: string; readonly through: string | null; readonly source: string; readonly unsure: string | null };

/** Every rule of retention there is or was. */
export async function retentionRules(db: Db): Promise<readonly RetentionRule[]> {
  const { rows } = await sql<Omit<RetentionRule, 'years'> & { readonly keep: string }>`select procedure_code as procedure, field_code as field, keep_years as keep, hand_in_months as "handInMonths", valid_from as "from", valid_until as through, legal as source, unsure
    from dossiers.retention_rule order by valid_from desc limit 5000`.execute(db);
  return rows.map(({ keep, ...rule }) => ({ ...rule, years: keep === 'permanent' ? null : Number(keep) }));
}
