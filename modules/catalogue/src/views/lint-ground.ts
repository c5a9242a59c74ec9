// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { getDefinition } from '@motcua/workflow';
import type { Procedure } from '../model.ts';
import type { LintGround } from '../rules/lint-procedure.ts';
import { catalogueDb } from '../store/tables.ts';
import { handlingsOf } from './handling.ts';
import { componentKind, paperKinds } from './paper-kinds.ts';

/** The processes agencies use for a procedure on a day, with the working hours of each and how many agencies use it. */
async function processHours(db: Db, code: string, day: string): Promise<LintGround['processes']> {
  const users = Map.groupBy(await handlingsOf(db, code, day), ({ processKey }) => processKey);
  return Promise.all([...users].map(async ([key, agencies]) => {
    const definition = (await getDefinition(db, key))?.definition;
    return { name: key, agencies: agencies.length, hours: (definition?.mainPath ?? []).reduce((sum, id) => sum + (definition?.nodes.get(id)?.task?.hours ?? 0), 0) };
  }));
}

/** Which database holds a component of a procedure already, by its confirmed kind. */
async function holderOf(db: Db, code: string): Promise<LintGround['heldIn']> {
  const [kinds, kindOf] = await Promise.all([paperKinds(db), componentKind(db, code)]);
  const held = new Map(kinds.map((kind) => [kind.code, kind.heldIn]));
  return (component) => held.get(kindOf(component) ?? '') ?? null;
}

/** What a draft of a procedure is held against on a day. The national version is the newest that came with an import. */
export async function lintGround(db: Db, code: string, day: string): Promise<LintGround> {
  const rules = await catalogueDb(db).selectFrom('catalogue.lint_rule').select(['kind', 'pattern', 'says']).where('valid_from', '<=', day).where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', day)])).orderBy('id').execute();
  const { rows: [national] } = await sql<{ content: Procedure }>`select content from catalogue.procedure_version where code = ${code} and published_by is null order by version desc limit 1`.execute(db);
  return { rules, national: national?.content ?? null, heldIn: await holderOf(db, code), processes: await processHours(db, code, day) };
}
