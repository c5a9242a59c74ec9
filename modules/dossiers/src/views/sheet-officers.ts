// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Role } from '@motcua/kernel';
import { officersWith } from '@motcua/organisation';

/** The officers of an agency who print copies: to whom numbered sheets may be given. @param asked - `day` ISO 8601 */
export async function officersPrinting(db: Db, { agency, roles, day }: { readonly agency: string; readonly roles: readonly Role[]; readonly day: string }): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const found = new Map<string, string>();
  for (const role of roles) for (const { id, name } of await officersWith(db, { agency, role, day })) found.set(id, name);
  return [...found].map(([id, name]) => ({ id, name }));
}
