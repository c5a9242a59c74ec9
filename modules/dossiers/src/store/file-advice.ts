// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import type { FileAdvice } from '../contract/file-advice.ts';

type FileAdviceTables = { 'dossiers.file_advice': { readonly document_id: string; readonly at: Instant; readonly pages: number; readonly advice: Json<FileAdvice['advice']> } };

/** What was advised about a file; undefined when it was never looked at. */
export async function findAdvice(db: Db, document: string): Promise<FileAdvice | undefined> {
  const row = await db.$extendTables<FileAdviceTables>().selectFrom('dossiers.file_advice').select(['pages', 'advice']).where('document_id', '=', document).executeTakeFirst();
  return row === undefined ? undefined : { checked: true, pages: row.pages, advice: row.advice };
}

/** Keeps what was advised; the first look stays. */
export async function keepAdvice(db: Db, document: string, { pages, advice, at }: Pick<FileAdvice, 'pages' | 'advice'> & { readonly at: Temporal.Instant }): Promise<void> {
  await db.$extendTables<FileAdviceTables>().insertInto('dossiers.file_advice').values({ document_id: document, at: at.toString(), pages, advice: JSON.stringify(advice) }).onConflict((conflict) => conflict.doNothing()).execute();
}
