// SPDX-License-Identifier: EUPL-1.2
import { agencyNames, agenciesUnder } from '@motcua/organisation';
import type { ArchiveDesk } from '../model.ts';

/** The scope of a list narrowed to one agency; one out of reach gives nothing. */
export function narrowed(scope: readonly string[] | null, agency: string | undefined): readonly string[] | null {
  if (agency === undefined || agency === '') return scope;
  return scope === null || scope.includes(agency) ? [agency] : [];
}

/** The agencies of a scope by name, for choosing one. */
export async function agenciesOf({ db, province }: Pick<ArchiveDesk, 'db' | 'province'>, scope: readonly string[] | null): Promise<{ code: string; name: string }[]> {
  const codes = scope ?? (await agenciesUnder(db, province)).map(({ code }) => code);
  const nameOf = await agencyNames(db, codes);
  return codes.map((code) => ({ code, name: nameOf(code) })).toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
}
