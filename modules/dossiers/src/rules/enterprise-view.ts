// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from '@motcua/kernel';
import type { EnterpriseView } from '../contract.ts';
import type { Enterprise } from '../registers.ts';

/** What one code of the register means; `standing` of a status only. */
export type RegisterCode = { readonly list: 'kind' | 'status'; readonly code: string; readonly words: string; readonly standing: 'active' | 'limited' | 'ended' | null };

const longest = 500;
const mostLines = 200;
const mostRepresentatives = 30;

const clean = (text: string): string => cleanText(text).slice(0, longest);
const cleanOrNull = (text: string | null): string | null => (text === null ? null : clean(text));

/**
 * What the register answered, as it is shown and kept: codes in the words of the day, and of the numbers of its representatives only whether one is that of the person asked for.
 *
 * @param about.person - number of who files; null: it was not asked who that is
 * @param about.named - names of the two levels of the head office, which the register gives as codes
 */
export function enterpriseView(enterprise: Enterprise, about: { readonly codes: readonly RegisterCode[]; readonly named: { readonly province: string; readonly commune: string }; readonly person: string | null }): EnterpriseView {
  const { codes, named, person } = about;
  const { headOffice, kindCode, statusCode } = enterprise;
  const meaning = (list: RegisterCode['list'], code: string): RegisterCode | undefined => codes.find((row) => row.list === list && row.code === code);
  const status = meaning('status', statusCode);
  return {
    code: enterprise.code, name: clean(enterprise.name), foreignName: cleanOrNull(enterprise.foreignName), shortName: cleanOrNull(enterprise.shortName),
    kind: kindCode === '' ? null : meaning('kind', kindCode)?.words ?? `Mã ${clean(kindCode)}, chưa rõ nghĩa`,
    status: status?.words ?? (statusCode === '' ? 'Không nói' : `Mã ${clean(statusCode)}, chưa rõ nghĩa`), standing: status?.standing ?? 'unknown',
    headOffice: headOffice === null ? null : { province: headOffice.province, provinceName: named.province, commune: headOffice.commune, communeName: named.commune, street: clean(headOffice.text) },
    representatives: enterprise.representatives.slice(0, mostRepresentatives).map(({ name, role, personalId }) => ({ name: clean(name), role: clean(role), isSubmitter: person === null ? null : personalId === person })),
    lines: enterprise.lines.slice(0, mostLines).map(({ code, name }) => ({ code: clean(code), name: clean(name) })),
    registeredOn: enterprise.registeredOn, changes: enterprise.changes, changedOn: enterprise.changedOn,
  };
}

/** The head office in one line, as people write an address. */
export const headOfficeText = ({ headOffice }: EnterpriseView): string | null =>
  (headOffice === null ? null : [headOffice.street, headOffice.communeName, headOffice.provinceName].filter((part) => part !== '').join(', '));
