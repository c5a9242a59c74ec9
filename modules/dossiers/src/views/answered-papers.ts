// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, componentKind } from '@motcua/catalogue';
import { type Db, sql } from '@motcua/db-kit';
import { officeDay } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { AnsweredOffer } from '../contract.ts';
import { papersAsked } from '../rules/papers-asked.ts';

type Wanted = { readonly procedure: Procedure; readonly circumstance: string | null; readonly at: Temporal.Instant };
type Rule = { readonly kind: string; readonly register: AnsweredOffer['register']; readonly hours: number; readonly rule: string };
type Answerable = { readonly paperNo: number; readonly paperName: string; readonly rule: Rule };

/** Components a register answers in the place of a paper, by the dated rows of the day. Only kinds a person confirmed count. */
export async function answerablePapers(db: Db, { procedure, circumstance, at }: Wanted): Promise<readonly Answerable[]> {
  const day = officeDay(at).toString();
  const { rows } = await sql<Rule>`select kind_code as kind, register, within_hours as hours, legal as rule from dossiers.register_paper where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 2000`.execute(db);
  if (rows.length === 0) return [];
  const kindOf = await componentKind(db, procedure.code);
  return papersAsked(procedure, circumstance).flatMap(({ no, name }) => {
    const kind = kindOf(name);
    const rule = rows.find((row) => row.kind === kind);
    return rule === undefined ? [] : [{ paperNo: no, paperName: name, rule }];
  });
}

/**
 * Giấy không phải nộp vì cơ sở dữ liệu đã trả lời: components a register answered for this person and procedure, not longer ago than its row says.
 *
 * @legal nd-224-2026/only-once
 */
export async function answeredPapers(db: Db, { personalId, ...wanted }: Wanted & { readonly personalId: string }): Promise<readonly AnsweredOffer[]> {
  const answerable = await answerablePapers(db, wanted);
  if (answerable.length === 0) return [];
  const { rows } = await sql<{ register: AnsweredOffer['register']; at: Temporal.Instant }>`
    select register, max(at) as at from dossiers.register_query where person_ref = ${personalId} and procedure_code = ${wanted.procedure.code} and outcome = 'found' and at <= ${wanted.at.toString()} group by register`.execute(db);
  const answers = new Map(rows.map(({ register, at }) => [register, at]));
  return answerable.flatMap(({ paperNo, paperName, rule: { register, hours, rule } }) => {
    const at = answers.get(register);
    return at === undefined || Temporal.Instant.compare(at.add({ hours }), wanted.at) < 0 ? [] : [{ paperNo, paperName, register, at: at.toString(), rule }];
  });
}

/** The same of the registers this installation is joined to: of the others nothing counts. */
export async function answeredHere(ctx: Pick<DossierContext, 'population' | 'business'>, db: Db, wanted: Wanted & { readonly personalId: string }): Promise<readonly AnsweredOffer[]> {
  if (ctx.population === undefined && ctx.business === undefined) return [];
  return (await answeredPapers(db, wanted)).filter(({ register }) => ctx[register] !== undefined);
}
