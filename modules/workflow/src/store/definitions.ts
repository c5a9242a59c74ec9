// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, inTransaction, isUniqueViolation } from '@motcua/db-kit';
import { ok, officeDay, refuse, type Result } from '@motcua/kernel';
import { isCalledOnly } from '../definition/calls.ts';
import { compileProcess, processToPublish } from '../definition/compile-process.ts';
import type { ProcessDefinition, PublicationFault } from '../model.ts';
import { workflowDb } from './tables.ts';

/** A published version of a process, compiled. */
export type PublishedProcess = {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly xml: string;
  readonly sha256: string;
  readonly publishedAt: Temporal.Instant;
  readonly publishedBy: string;
  /** First day the version is used for new instances. */
  readonly validFrom: string;
  /** The decision it was published by, where one was named. */
  readonly decisionNumber: string | null;
  readonly decisionDate: string | null;
  readonly definition: ProcessDefinition;
};

/** What is published: `by` is an officer's id, `validFrom` defaults to the office day of `at`. */
export type Publication = {
  readonly key: string;
  readonly name: string;
  readonly xml: string;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly validFrom?: string;
  readonly decision?: { readonly number: string; readonly date: string };
};

type Read = { readonly xml: string; readonly definition: ProcessDefinition };

// Models by the digest of their text, so that an entry is never wrong. The oldest is dropped.
const read = new Map<string, Read>();
const keep = 500;

function remember(sha256: string, model: Read): Read {
  read.set(sha256, model);
  const oldest = read.keys().next().value;
  if (read.size > keep && oldest !== undefined) read.delete(oldest);
  return model;
}

/** The model of a digest that the database holds, compiled once. */
export async function modelOf(db: Db, sha256: string): Promise<Read> {
  const known = read.get(sha256);
  if (known !== undefined) return known;
  const { xml } = await workflowDb(db).selectFrom('workflow.definition').select('xml').where('sha256', '=', sha256).limit(1).executeTakeFirstOrThrow();
  const made = await compileProcess(xml);
  if (!made.ok) throw new Error(`a published process no longer compiles: ${made.error.map(({ code }) => code).join(', ')}`);
  return remember(sha256, { xml, definition: made.value });
}

/**
 * Publishes a model (công bố quy trình) as the next version of its key; the newest version's model again is the same version.
 *
 * @returns the version, or every fault of the model
 */
export async function publishProcess(db: Db, publication: Publication): Promise<Result<PublishedProcess, readonly PublicationFault[]>> {
  const { key, name, xml, by, at } = publication;
  const made = await processToPublish(xml);
  if (!made.ok) return refuse(made.error);
  const sha256 = createHash('sha256').update(xml).digest('hex');
  remember(sha256, { xml, definition: made.value });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(db, async (tx) => {
        const newest = await newestVersion(tx, key);
        if (newest?.sha256 === sha256) return ok({ ...newest, xml, definition: made.value });
        const row = {
          key, version: (newest?.version ?? 0) + 1, name, xml, sha256, publishedBy: by, publishedAt: at,
          validFrom: publication.validFrom ?? officeDay(at).toString(), decisionNumber: publication.decision?.number ?? null, decisionDate: publication.decision?.date ?? null,
        };
        await workflowDb(tx).insertInto('workflow.definition').values({
          key, version: row.version, name, xml, sha256, published_at: at.toString(), published_by: by, valid_from: row.validFrom,
          decision_number: row.decisionNumber, decision_date: row.decisionDate, called_only: await isCalledOnly(xml),
        }).execute();
        return ok({ ...row, definition: made.value });
      });
    } catch (fault) {
      // Somebody published the same version number at the same time; inside the caller's own transaction nothing can be tried again.
      if (db.isTransaction || attempt >= 3 || !isUniqueViolation(fault)) throw fault;
    }
  }
}

const columns = [
  'key', 'version', 'name', 'sha256', 'published_at as publishedAt', 'published_by as publishedBy', 'valid_from as validFrom',
  'decision_number as decisionNumber', 'decision_date as decisionDate',
] as const;

function newestVersion(db: Db, key: string) {
  return workflowDb(db).selectFrom('workflow.definition').select(columns).where('key', '=', key)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
}

/** A version of a process, or the newest published one; compiled once and kept. Null when there is none. */
export async function getDefinition(db: Db, key: string, version?: number): Promise<PublishedProcess | null> {
  const row = version === undefined
    ? await newestVersion(db, key)
    : await workflowDb(db).selectFrom('workflow.definition').select(columns).where('key', '=', key).where('version', '=', version).executeTakeFirst();
  return row === undefined ? null : { ...row, ...await modelOf(db, row.sha256) };
}

/** The version in force on a day: the newest whose first day has come. */
export async function definitionInForce(db: Db, key: string, day: string): Promise<PublishedProcess | null> {
  const row = await workflowDb(db).selectFrom('workflow.definition').select(columns).where('key', '=', key).where('valid_from', '<=', day)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : { ...row, ...await modelOf(db, row.sha256) };
}
