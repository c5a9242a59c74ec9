// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Instant, sql } from '@motcua/db-kit';
import type { PaperKind } from '../template/papers.ts';

type Tables = {
  'paper_templates.file': { readonly sha256: string; readonly name: string; readonly content: Uint8Array; readonly uploaded_by: string; readonly uploaded_at: Instant };
  'paper_templates.template': {
    readonly key: string; readonly version: number; readonly title: string; readonly paper: PaperKind; readonly every_procedure: boolean; readonly agency_code: string | null; readonly procedures: readonly string[]; readonly eform_key: string | null; readonly file_sha256: string;
    readonly valid_from: string; readonly decision_number: string; readonly decision_date: string; readonly published_by: string; readonly published_at: Instant;
  };
};

const templates = (db: Db) => db.$extendTables<Tables>();

/** A published version of a template (mẫu giấy). */
export type PaperTemplate = {
  readonly key: string; readonly version: number; readonly title: string; readonly paper: PaperKind; readonly everyProcedure: boolean; readonly agency: string | null; readonly procedures: readonly string[]; readonly eform: string | null; readonly file: string;
  readonly validFrom: string; readonly decision: { readonly number: string; readonly date: string };
};

const columns = ['key', 'version', 'title', 'paper', 'every_procedure', 'agency_code', 'procedures', 'eform_key', 'file_sha256', 'valid_from', 'decision_number', 'decision_date'] as const;
type Kept = Pick<Tables['paper_templates.template'], (typeof columns)[number]>;
const read = (row: Kept): PaperTemplate => ({
  key: row.key, version: row.version, title: row.title, paper: row.paper, everyProcedure: row.every_procedure, agency: row.agency_code, procedures: row.procedures, eform: row.eform_key, file: row.file_sha256, validFrom: row.valid_from, decision: { number: row.decision_number, date: row.decision_date },
});

/** Every version, newest first: of one template, or of all by their key. */
export async function listTemplates(db: Db, key?: string): Promise<readonly PaperTemplate[]> {
  const all = templates(db).selectFrom('paper_templates.template').select(columns).orderBy('key').orderBy('version', 'desc').limit(2000);
  return (await (key === undefined ? all : all.where('key', '=', key)).execute()).map(read);
}

/**
 * The template of a paper for dossiers filed on `day` (ISO): of each key the newest version begun by then; the agency's own before the province's, one for this procedure before one for every.
 * Undefined when none is meant for it.
 */
export async function templateOn(db: Db, { paper, procedure, agency, day }: { readonly paper: PaperKind; readonly procedure: string | null; readonly agency: string; readonly day: string }): Promise<PaperTemplate | undefined> {
  const newest = templates(db).selectFrom('paper_templates.template').select(columns).distinctOn('key').where('valid_from', '<=', day).orderBy('key').orderBy('version', 'desc').as('n');
  const row = await templates(db).selectFrom(newest).selectAll('n').where('n.paper', '=', paper).where(sql<boolean>`(n.every_procedure or ${procedure}::text = any(n.procedures))`).where((q) => q.or([q('n.agency_code', '=', agency), q('n.agency_code', 'is', null)]))
    .orderBy(sql`n.agency_code is null`).orderBy('n.every_procedure').orderBy('n.valid_from', 'desc').orderBy('n.key').limit(1).executeTakeFirst();
  return row === undefined ? undefined : read(row);
}

/** Stores the next version of a template. */
export async function insertTemplate(tx: Db, template: PaperTemplate, { by, at }: { readonly by: string; readonly at: Temporal.Instant }): Promise<void> {
  const { key, version, title, paper, everyProcedure, agency, procedures, eform, file, validFrom, decision } = template;
  await templates(tx).insertInto('paper_templates.template').values({
    key, version, title, paper, every_procedure: everyProcedure, agency_code: agency, procedures: [...procedures], eform_key: eform, file_sha256: file, valid_from: validFrom, decision_number: decision.number, decision_date: decision.date, published_by: by, published_at: at.toString(),
  }).execute();
}

/** Keeps a Word file under its digest; the same file again is no second one. */
export async function keepFile(db: Db, file: { readonly sha256: string; readonly name: string; readonly bytes: Uint8Array; readonly by: string; readonly at: Temporal.Instant }): Promise<void> {
  await templates(db).insertInto('paper_templates.file').values({ sha256: file.sha256, name: file.name, content: Buffer.from(file.bytes), uploaded_by: file.by, uploaded_at: file.at.toString() })
    .onConflict((conflict) => conflict.doNothing()).execute();
}

/** A kept Word file; undefined when there is none of that digest. */
export async function findFile(db: Db, sha256: string): Promise<Uint8Array | undefined> {
  const row = await templates(db).selectFrom('paper_templates.file').select('content').where('sha256', '=', sha256).executeTakeFirst();
  return row === undefined ? undefined : new Uint8Array(row.content);
}

/** What each template in use on a day prints: of each key the newest version begun by then. */
export async function templatesOn(db: Db, day: string): Promise<readonly Pick<PaperTemplate, 'key' | 'paper' | 'agency' | 'procedures'>[]> {
  return (await templates(db).selectFrom('paper_templates.template').select(['key', 'paper', 'agency_code as agency', 'procedures']).distinctOn('key').where('valid_from', '<=', day).orderBy('key').orderBy('version', 'desc').execute());
}
