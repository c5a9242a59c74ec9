// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import { type Db, isUniqueViolation, sql } from '@motcua/db-kit';
import { newId, ok, refuse, type Result } from '@motcua/kernel';
import { packsDb } from '../store/tables.ts';

/** Why a publisher was not entered or ended. */
export type PublisherRefusal = { readonly code: 'publisher-certificate' } | { readonly code: 'publisher-known' } | { readonly code: 'publisher-unknown' };

const nameOf = (certificate: X509Certificate): string => /^CN=(.*)$/mu.exec(certificate.subject)?.[1] ?? certificate.subject.split('\n').at(-1) ?? '';

/**
 * Enters a root certificate (PEM) whose packs are believed from now on.
 *
 * @error publisher-certificate - no certificate of an authority can be read
 * @error publisher-known - it is believed already
 */
export async function addPublisher(db: Db, { pem, decision, by, at }: { readonly pem: string; readonly decision: string; readonly by: { readonly name: string }; readonly at: Temporal.Instant }): Promise<Result<string, PublisherRefusal>> {
  let certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch {
    return refuse({ code: 'publisher-certificate' });
  }
  if (!certificate.ca) return refuse({ code: 'publisher-certificate' });
  const id = newId(at);
  try {
    await packsDb(db).insertInto('packs.publisher').values({ id, name: nameOf(certificate), root: certificate.raw, decision, added_by: by.name, added_at: at, ended_by: null, ended_at: null }).execute();
    return ok(id);
  } catch (fault) {
    if (isUniqueViolation(fault, 'publisher_root_once')) return refuse({ code: 'publisher-known' });
    throw fault;
  }
}

/** Ends the belief in a publisher; what was installed stays. */
export async function endPublisher(db: Db, { id, by, at }: { readonly id: string; readonly by: { readonly name: string }; readonly at: Temporal.Instant }): Promise<Result<null, PublisherRefusal>> {
  const { rows } = await sql`update packs.publisher set ended_by = ${by.name}, ended_at = ${at.toString()}::timestamptz where id = ${id}::uuid and ended_at is null returning id`.execute(db);
  return rows.length === 0 ? refuse({ code: 'publisher-unknown' }) : ok(null);
}

/** Root certificates (DER) believed now besides our own. */
export async function publisherRoots(db: Db): Promise<readonly Uint8Array[]> {
  return (await packsDb(db).selectFrom('packs.publisher').select('root').where('ended_at', 'is', null).execute()).map(({ root }) => root);
}
