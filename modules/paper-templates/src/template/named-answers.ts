// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { findFile, listTemplates } from '../store/templates.ts';
import { eformPrefix } from './dictionary/of-paper.ts';
import { inspectTemplate } from './fill.ts';

/** The fields of an e-form that templates name (trường tờ khai trong mẫu giấy), each with where: of each template its newest version that is used for something. */
export async function answersNamed(db: Db, eform: string): Promise<readonly { readonly field: string; readonly where: string }[]> {
  const all = await listTemplates(db);
  const newest = all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at).filter((one) => one.eform === eform && (one.everyProcedure || one.procedures.length > 0));
  const named = await Promise.all(newest.map(async ({ paper, title, file }) => {
    const bytes = await findFile(db, file);
    const names = bytes === undefined ? [] : inspectTemplate(bytes, { paper, answers: [] }).names;
    return names.filter((name) => name.startsWith(`${eformPrefix}.`)).map((name) => ({ field: name.slice(eformPrefix.length + 1), where: `Mẫu giấy «${title}»` }));
  }));
  return named.flat();
}
