// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { FormPapers } from '../contract/form-papers.ts';
import type { Procedure } from '../model.ts';
import { byCircumstance } from '../rules/circumstances.ts';
import { looksLikeForm, placesOfForm, proposedPapers } from '../rules/form-papers.ts';
import { componentName } from '../rules/match-paper-kind.ts';

type Asked = { readonly key: string; /** ISO 8601. */ readonly day: string; readonly limit: number };
type Row = { readonly code: string; readonly name: string; readonly papers: Procedure['papers']; readonly all: number };

/** The procedures that use a form on a day, by code, each with the names of what it asks for. */
async function usersOf(db: Db, { key, day, limit }: Asked): Promise<{ readonly all: number; readonly lines: readonly { readonly code: string; readonly name: string; readonly components: readonly string[] }[] }> {
  const { rows } = await sql<Row>`
    select p.code, p.name, v.content -> 'papers' as papers, (count(*) over ())::int as all
    from catalogue.in_force(${day}) p join catalogue.procedure_version v on v.code = p.code and v.version = p.version
    where p.code in (select h.procedure_code from (select distinct on (procedure_code, agency_code) procedure_code, eform_key from catalogue.handling where valid_from <= ${day} order by procedure_code, agency_code, valid_from desc) h where h.eform_key = ${key})
    order by p.code limit ${limit}`.execute(db);
  const named = ({ papers }: Row): readonly string[] => {
    const { always, only } = byCircumstance({ papers });
    return [...new Map([...always, ...only].flatMap((group) => group.papers.map(({ name }) => [componentName(name), name] as const))).values()].filter((name) => name !== '');
  };
  return { all: rows[0]?.all ?? 0, lines: rows.map((row) => ({ code: row.code, name: row.name, components: named(row) })) };
}

/** What an e-form may be said to stand for, procedure by procedure, with what is proposed by its title. */
export async function formPapers(db: Db, { title, ...asked }: Asked & { readonly title: string }): Promise<FormPapers> {
  const { all, lines } = await usersOf(db, asked);
  return { procedures: all, lines: lines.map(({ code, name, components }) => ({ procedure: code, name, components: [...components], asking: components.filter(looksLikeForm), proposed: [...proposedPapers(title, components)] })) };
}

const mostLooked = 300;
const mostSaid = 5;

/** What is to be looked at in the papers a form is said to stand for: procedures where a paper looks like it and nothing is said, and names no component has. */
export async function papersUnsaid(db: Db, { key, standsFor, day }: { readonly key: string; readonly standsFor: readonly { readonly procedure: string | null; readonly component: string }[]; readonly day: string }): Promise<readonly { readonly place: string; readonly text: string }[]> {
  const { lines } = await usersOf(db, { key, day, limit: mostLooked });
  const unsaid = lines.filter(({ code, components }) => components.some(looksLikeForm) && placesOfForm(standsFor, { procedure: code, components }).length === 0);
  const byCode = new Map(lines.map(({ code, components }) => [code, new Set(components.map(componentName))]));
  const strange = standsFor.filter(({ procedure, component }) => procedure !== null && byCode.get(procedure)?.has(componentName(component)) === false);
  return [
    ...strange.map(({ procedure, component }) => ({ place: `Thủ tục ${procedure ?? ''}`, text: `Bản đang có hiệu lực không có thành phần «${component.slice(0, 80)}» mà tờ khai nói thay cho. Chọn lại.` })),
    ...unsaid.slice(0, mostSaid).map(({ code, name, components }) => ({ place: `Thủ tục ${code}`, text: `«${name.slice(0, 80)}» còn đòi nộp «${(components.find(looksLikeForm) ?? '').slice(0, 80)}». Nếu tờ khai này là giấy ấy, chọn ở «Thay cho giấy nào».` })),
    ...(unsaid.length > mostSaid ? [{ place: 'Thay cho giấy nào', text: `Còn ${String(unsaid.length - mostSaid)} thủ tục nữa có giấy giống tờ khai này mà chưa chọn.` }] : []),
  ];
}
