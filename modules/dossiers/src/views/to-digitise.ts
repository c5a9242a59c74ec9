// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, officeDay, officeZone } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { DigitisingFigures, PaperToDigitise } from '../contract/digitising.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import type { Dossier } from '../model.ts';
import { digitisingReaders } from '../permissions.ts';
import { type DigitisingDuty, dutyOf } from '../rules/must-digitise.ts';

/** The article that orders results to be digitised. */
const ordering = 'nd-118-2025/d19k2';

type Asked = { readonly procedure: string; readonly parts: readonly string[]; readonly at: Temporal.Instant };

/** Whether each component of a procedure must be digitised that day, asked by its name. */
export async function digitisingDuties(ctx: Pick<DossierContext, 'digitising'>, db: Db, { procedure, parts, at }: Asked): Promise<(name: string) => DigitisingDuty> {
  const { kindOf, rules } = await ctx.digitising.of(db, { procedure, day: officeDay(at).toString() });
  return (name) => dutyOf({ kind: kindOf(name), procedure, parts }, rules, sourceTitle(ordering));
}

/** Papers handed in on paper at acceptance that must be digitised; nothing of what came as a file, from a vault, or is a state secret. */
export async function papersToDigitise(ctx: Pick<DossierContext, 'digitising'>, db: Db, dossier: Dossier, at: Temporal.Instant): Promise<NonNullable<Dossier['toDigitise']>> {
  const onPaper = dossier.papers.filter(({ no, originals, copies, documents, reused, state }) => state === 'ok' && originals + copies > 0 && documents.length === 0 && reused === undefined && !isSecret(dossier, no));
  if (dossier.channel === 'online' || onPaper.length === 0) return [];
  const dutyFor = await digitisingDuties(ctx, db, { procedure: dossier.procedure.code, parts: dossier.children.map(({ procedure }) => procedure.code), at });
  return onPaper.flatMap(({ no, name }) => {
    const duty = dutyFor(name);
    return duty.class === 'on-request' ? [] : [{ no, ...duty }];
  });
}

/** What of a dossier must be digitised, and what of it is. */
export const toDigitiseOf = ({ toDigitise = [], digitised, secrets }: Dossier): PaperToDigitise[] =>
  toDigitise.filter(({ no }) => secrets.every((secret) => secret.no !== no)).map((paper) => ({ ...paper, isDone: digitised.some(({ no }) => no === paper.no) }));

type Row = { readonly agency: string; readonly must: number; readonly done: number; readonly left: string[] };

/**
 * Còn bao nhiêu giấy chưa số hóa: of the dossiers accepted in a year by the agencies an officer works at, papers that must be digitised, those that are, and the dossiers with some left. Counted from the ledger; served by event_to_digitise.
 */
export async function digitisingFigures(ctx: DossierContext, db: Db, officer: Officer): Promise<DigitisingFigures> {
  const now = ctx.clock.now();
  const from = officeDay(now).with({ month: 1, day: 1 });
  const whole = officer.postings.some(({ role }) => role === 'province-leader' || role === 'procedure-controller');
  const mine = [...new Set(officer.postings.filter(({ role }) => digitisingReaders.includes(role)).map(({ agency }) => agency))];
  const { rows } = await sql<Row>`
    with asked as (
      select e.dossier_id, d.code, d.receiving_agency as agency, (paper ->> 'no')::int as no from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id, jsonb_array_elements(e.data -> 'toDigitise') paper
      where e.type = 'accepted' and (e.data -> 'toDigitise') is not null and e.at >= ${from.toZonedDateTime(officeZone).toInstant().toString()} and (${whole} or d.receiving_agency = any(${mine}))
    ), seen as (
      select a.*, exists (select from dossiers.event s where s.dossier_id = a.dossier_id and s.type = 'paper-digitised' and (s.data -> 'digitised' ->> 'no')::int = a.no) as is_done from asked a
    )
    select agency, count(*)::int as must, count(*) filter (where is_done)::int as done, coalesce(array_agg(distinct code order by code) filter (where not is_done), '{}') as left from seen group by agency order by agency`.execute(db);
  const nameOf = await agencyNames(db, new Set(rows.map(({ agency }) => agency)));
  return {
    from: from.toString(), asOf: now.toString(), must: rows.reduce((sum, { must }) => sum + must, 0), done: rows.reduce((sum, { done }) => sum + done, 0),
    lines: rows.map(({ agency, must, done, left }) => ({ agency, agencyName: nameOf(agency), must, done, left: left.slice(0, 200) })),
  };
}
