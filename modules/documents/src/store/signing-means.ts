// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import { type Db, type Instant, isUniqueViolation } from '@motcua/db-kit';
import { newId } from '@motcua/kernel';

/** Where a key lies that is not kept here: on a token, at a remote service (CSC), at one that asks on the signer's telephone. */
export type KeyPlace = 'token' | 'csc' | 'phone';

/** A means of signing an officer has (khóa ký). `account`: the name the key is asked for by. */
export type SigningMeans = {
  readonly id: string; readonly officer: string;
  /** The agency whose seal it makes; then the officer is who entered it. Null: the officer's own. */
  readonly agency: string | null; readonly kind: KeyPlace; readonly account: string;
  /** Name in the certificate. */
  readonly certificateName: string; readonly validFrom: string; readonly validUntil: string; readonly enteredAt: string; readonly endedAt: string | null;
};

type MeansTables = {
  'documents.signing_means': {
    id: string; officer: string; agency: string | null; kind: KeyPlace; account: string; certificate: Buffer; certificate_name: string; valid_from: Instant; valid_until: Instant; entered_at: Instant; ended_at: Instant | null;
  };
};

const tables = (db: Db) => db.$extendTables<MeansTables>();

/** The name in a certificate and how long it counts. */
export function certificateFacts(certificate: Uint8Array): { readonly name: string; readonly validFrom: Temporal.Instant; readonly validUntil: Temporal.Instant } {
  const read = new X509Certificate(certificate);
  const [, name = ''] = /^CN=(.*)$/mu.exec(read.subject) ?? [];
  return { name, validFrom: Temporal.Instant.fromEpochMilliseconds(read.validFromDate.getTime()), validUntil: Temporal.Instant.fromEpochMilliseconds(read.validToDate.getTime()) };
}

/** Enters a means; undefined when this officer or agency has it already. */
export async function enterSigningMeans(db: Db, { officer, agency, kind, account, certificate, at }: { readonly officer: string; readonly agency: string | null; readonly kind: KeyPlace; readonly account: string; readonly certificate: Uint8Array; readonly at: Temporal.Instant }): Promise<string | undefined> {
  const id = newId(at);
  const { name, validFrom, validUntil } = certificateFacts(certificate);
  try {
    await tables(db).insertInto('documents.signing_means').values({
      id, officer, agency, kind, account, certificate: Buffer.from(certificate), certificate_name: name, valid_from: validFrom.toString(), valid_until: validUntil.toString(), entered_at: at.toString(), ended_at: null,
    }).execute();
    return id;
  } catch (fault) {
    if (isUniqueViolation(fault, 'signing_means_in_use') || isUniqueViolation(fault, 'signing_means_of_agency')) return undefined;
    throw fault;
  }
}

/** The own means of officers and the means of agencies, newest first, ended ones too. */
export async function signingMeansOf(db: Db, { officers = [], agencies = [] }: { readonly officers?: readonly string[]; readonly agencies?: readonly string[] }): Promise<readonly SigningMeans[]> {
  if (officers.length === 0 && agencies.length === 0) return [];
  const rows = await tables(db).selectFrom('documents.signing_means').select(['id', 'officer', 'agency', 'kind', 'account', 'certificate_name', 'valid_from', 'valid_until', 'entered_at', 'ended_at'])
    .where((row) => row.or([...officers.length === 0 ? [] : [row.and([row('officer', 'in', officers), row('agency', 'is', null)])], ...agencies.length === 0 ? [] : [row('agency', 'in', agencies)]])).orderBy('entered_at', 'desc').limit(500).execute();
  return rows.map((row) => ({
    id: row.id, officer: row.officer, agency: row.agency, kind: row.kind, account: row.account, certificateName: row.certificate_name, validFrom: row.valid_from.toString(), validUntil: row.valid_until.toString(), enteredAt: row.entered_at.toString(), endedAt: row.ended_at?.toString() ?? null,
  }));
}

/** Ends a means of an officer, or of one of the agencies whose keys he keeps; false when there is none in use. */
export async function endSigningMeans(db: Db, { id, officer, agencies, at }: { readonly id: string; readonly officer: string; readonly agencies: readonly string[]; readonly at: Temporal.Instant }): Promise<boolean> {
  const { numUpdatedRows } = await tables(db).updateTable('documents.signing_means').set({ ended_at: at.toString() }).where('id', '=', id).where('ended_at', 'is', null)
    .where((row) => row.or([row.and([row('officer', '=', officer), row('agency', 'is', null)]), ...agencies.length === 0 ? [] : [row('agency', 'in', agencies)]])).executeTakeFirst();
  return numUpdatedRows > 0n;
}
