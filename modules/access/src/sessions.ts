// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import { type Actor, type Clock, officeDay, visitor } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import { type SessionData, accessDb } from './store/tables.ts';
import { hashOf } from './store/seal.ts';

/** A session that was opened: the cookie's value and when it ends. */
export type OpenedSession = { readonly token: string; readonly expiresAt: Temporal.Instant };

/** Hours without a request after which a session ends. */
const idleHours = { officer: 9, citizen: 2 } as const;

/** Opens a session; only the hash of its token is kept. */
export async function openSession(db: Db, clock: Clock, subject: { readonly kind: 'officer' | 'citizen'; readonly id: string; readonly name: string; readonly data: SessionData }): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url');
  const at = clock.now();
  const expiresAt = at.add({ hours: idleHours[subject.kind] });
  await accessDb(db).deleteFrom('access.session').where('expires_at', '<', at.subtract({ hours: 24 })).execute();
  await accessDb(db).insertInto('access.session').values({
    token_hash: hashOf(token), subject_kind: subject.kind, subject_id: subject.id, subject_name: subject.name, created_at: at, expires_at: expiresAt, data: JSON.stringify(subject.data),
  }).execute();
  if (subject.data.personalId !== undefined) await accessDb(db).insertInto('access.known_citizen').values({ personal_id: subject.data.personalId, first_at: at }).onConflict((row) => row.column('personal_id').doNothing()).execute();
  return { token, expiresAt };
}

/** When a person first signed in here by the national identity (đã có tài khoản định danh); null when nobody of this number did. */
export async function firstSignIn(db: Db, personalId: string): Promise<Temporal.Instant | null> {
  return (await accessDb(db).selectFrom('access.known_citizen').select('first_at').where('personal_id', '=', personalId).executeTakeFirst())?.first_at ?? null;
}

/** Who a token belongs to now; a visitor when it is unknown or has ended. A session in use goes on. */
export async function actorOfSession(db: Db, clock: Clock, token: string): Promise<{ readonly actor: Actor; readonly expiresAt: Temporal.Instant | null }> {
  const at = clock.now();
  const row = await accessDb(db).selectFrom('access.session').selectAll().where('token_hash', '=', hashOf(token)).where('expires_at', '>', at).executeTakeFirst();
  if (row === undefined) return { actor: visitor, expiresAt: null };
  const renewed = at.add({ hours: idleHours[row.subject_kind] });
  // Written at most once a minute: a session in use must not cost a write with each request.
  const isWritten = renewed.since(row.expires_at).total('minutes') >= 1;
  const expiresAt = isWritten ? renewed : row.expires_at;
  if (isWritten) await accessDb(db).updateTable('access.session').set({ expires_at: renewed }).where('token_hash', '=', hashOf(token)).execute();
  if (row.subject_kind === 'citizen') {
    return { actor: { kind: 'citizen', id: row.subject_id, name: row.subject_name, personalId: row.data.personalId ?? row.subject_id }, expiresAt };
  }
  const officer = await findOfficer(db, { id: row.subject_id }, officeDay(at).toString());
  return officer === undefined ? { actor: visitor, expiresAt: null } : { actor: { kind: 'officer', id: officer.id, name: officer.name, postings: officer.postings }, expiresAt };
}

/** Ends a session. */
export async function endSession(db: Db, token: string): Promise<void> {
  await accessDb(db).deleteFrom('access.session').where('token_hash', '=', hashOf(token)).execute();
}

/** The partner a key belongs to; undefined when it is unknown or has ended. */
export async function partnerOfKey(db: Db, clock: Clock, key: string): Promise<{ readonly kind: 'partner'; readonly id: string; readonly name: string } | undefined> {
  const row = await accessDb(db).selectFrom('access.partner_key').select(['partner', 'name', 'valid_until']).where('key_hash', '=', hashOf(key)).executeTakeFirst();
  if (row === undefined || (row.valid_until !== null && Temporal.Instant.compare(row.valid_until, clock.now()) <= 0)) return undefined;
  return { kind: 'partner', id: row.partner, name: row.name };
}

/** Lets a partner in by a key; the key itself is not kept. */
export async function admitPartner(db: Db, partner: { readonly id: string; readonly name: string; readonly key: string }): Promise<void> {
  await accessDb(db).insertInto('access.partner_key').values({ partner: partner.id, name: partner.name, key_hash: hashOf(partner.key), valid_until: null })
    .onConflict((row) => row.column('partner').doUpdateSet({ key_hash: hashOf(partner.key) })).execute();
}

/** Takes away sessions and sign-ins that have ended. */
export async function dropOldSessions(db: Db, clock: Clock): Promise<void> {
  await accessDb(db).deleteFrom('access.session').where('expires_at', '<', clock.now()).execute();
  await accessDb(db).deleteFrom('access.login_attempt').where('expires_at', '<', clock.now()).execute();
}
