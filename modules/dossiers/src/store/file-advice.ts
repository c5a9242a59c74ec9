// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import type { FileAdvice } from '../contract/file-advice.ts';

type FileAdviceTables = { 'dossiers.file_advice': { readonly document_id: string; readonly at: Instant; readonly asked: string; readonly pages: number; readonly advice: Json<FileAdvice['advice']> } };

/** What was advised about a file; undefined when it was never looked at, or not for this question when one is named. */
export async function findAdvice(db: Db, document: string, asked?: string): Promise<FileAdvice | undefined> {
  const row = await db.$extendTables<FileAdviceTables>().selectFrom('dossiers.file_advice').select(['pages', 'advice']).where('document_id', '=', document).$if(asked !== undefined, (query) => query.where('asked', '=', asked ?? '')).executeTakeFirst();
  return row === undefined ? undefined : { checked: true, pages: row.pages, advice: row.advice };
}

/** Keeps what was advised, in the place of what was advised for another question. */
export async function keepAdvice(db: Db, document: string, { pages, advice, at, asked }: Pick<FileAdvice, 'pages' | 'advice'> & { readonly at: Temporal.Instant; readonly asked: string }): Promise<void> {
  await db.$extendTables<FileAdviceTables>().insertInto('dossiers.file_advice').values({ document_id: document, at: at.toString(), asked, pages, advice: JSON.stringify(advice) })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet({ at: at.toString(), asked, pages, advice: JSON.stringify(advice) })).execute();
}
