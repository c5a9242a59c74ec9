// SPDX-License-Identifier: EUPL-1.2
import { fieldCodes } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { retentionRules } from '@motcua/dossiers';
import { type Retention, retentionOf } from '../rules/retention.ts';

/** Thời hạn bảo quản of one closed dossier; null when no rule was in force. */
export async function retentionFor(db: Db, { procedure, endedOn }: { readonly procedure: string; readonly endedOn: string }): Promise<Retention | null> {
  return retentionOf(await retentionRules(db), { procedure, field: (await fieldCodes(db, [procedure])).get(procedure) ?? null, endedOn });
}
