// SPDX-License-Identifier: EUPL-1.2
import { hash, verify } from '@node-rs/argon2';
import { type Db, sql } from '@motcua/db-kit';
import { type Clock, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import { Secret, TOTP } from 'otpauth';
import { type OpenedSession, openSession } from './sessions.ts';
import { seal, unseal } from './store/seal.ts';
import { accessDb } from './store/tables.ts';

/** Why a sign-in failed. Never tells whether the login exists. */
export type SignInRefusal = { readonly code: 'sign-in-refused' } | { readonly code: 'sign-in-locked'; readonly until: Temporal.Instant };

const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const failuresBeforeLock = 8;
const lockMinutes = 10;
const period = 30;

// Verified against when the login is unknown, so that the answer takes as long.
const nobody = hash('khong-ai', argon);

const totpOf = (secret: string): TOTP => new TOTP({ issuer: 'Một Cửa', secret: Secret.fromBase32(secret), digits: 6, period });

/** Gives an officer a password and a second factor. @returns the secret for the authenticator app, base32 */
export async function setCredential(db: Db, key: Uint8Array, officer: { readonly id: string; readonly login: string; readonly password: string; readonly secret?: string }): Promise<string> {
  const secret = officer.secret ?? new Secret({ size: 20 }).base32;
  const row = { officer_id: officer.id, login: officer.login, password_hash: await hash(officer.password, argon), second_factor: seal(key, secret) };
  await accessDb(db).insertInto('access.officer_credential').values(row).onConflict((at) => at.column('officer_id').doUpdateSet(row)).execute();
  return secret;
}

/** The code an authenticator app shows for a secret at a moment: for the demonstration's own help page, and for tests. */
export function codeAt(secret: string, at: Temporal.Instant): string {
  return totpOf(secret).generate({ timestamp: at.epochMilliseconds });
}

/** The secret of an officer's second factor, for the demonstration's help page only. */
export async function secondFactorOf(db: Db, key: Uint8Array, login: string): Promise<string | undefined> {
  const row = await accessDb(db).selectFrom('access.officer_credential').select('second_factor').where('login', '=', login).executeTakeFirst();
  return row === undefined ? undefined : unseal(key, row.second_factor);
}

/**
 * Đăng nhập của cán bộ: password and a code of the authenticator app. A code works once; many failures lock for ten minutes.
 */
export async function signInOfficer(db: Db, clock: Clock, key: Uint8Array, given: { readonly login: string; readonly password: string; readonly code: string }): Promise<Result<OpenedSession, SignInRefusal>> {
  const at = clock.now();
  const row = await accessDb(db).selectFrom('access.officer_credential').selectAll().where('login', '=', given.login.trim().toLowerCase()).executeTakeFirst();
  if (row?.locked_until != null && Temporal.Instant.compare(row.locked_until, at) > 0) return refuse({ code: 'sign-in-locked', until: row.locked_until });
  const known = await verify(row?.password_hash ?? await nobody, given.password);
  const delta = row === undefined ? null : totpOf(unseal(key, row.second_factor)).validate({ token: given.code, timestamp: at.epochMilliseconds, window: 1 });
  if (row === undefined) return refuse({ code: 'sign-in-refused' });
  const step = Math.floor(at.epochMilliseconds / 1000 / period) + (delta ?? 0);
  if (!known || delta === null || BigInt(step) <= row.last_step) return failed(db, row.officer_id, at);
  // One statement takes the step: of two requests with the same code only one goes on.
  const taken = await accessDb(db).updateTable('access.officer_credential').set({ last_step: step, failures: 0, locked_until: null })
    .where('officer_id', '=', row.officer_id).where('last_step', '<', BigInt(step)).executeTakeFirst();
  const officer = await findOfficer(db, { id: row.officer_id }, officeDay(at).toString());
  if (taken.numUpdatedRows === 0n || officer === undefined) return refuse({ code: 'sign-in-refused' });
  return ok(await openSession(db, clock, { kind: 'officer', id: officer.id, name: officer.name, data: {} }));
}

async function failed(db: Db, officer: string, at: Temporal.Instant): Promise<Result<never, SignInRefusal>> {
  const { failures } = await accessDb(db).updateTable('access.officer_credential').set({ failures: sql<number>`failures + 1` }).where('officer_id', '=', officer).returning('failures').executeTakeFirstOrThrow();
  if (failures < failuresBeforeLock) return refuse({ code: 'sign-in-refused' });
  const until = at.add({ minutes: lockMinutes });
  await accessDb(db).updateTable('access.officer_credential').set({ failures: 0, locked_until: until }).where('officer_id', '=', officer).execute();
  return refuse({ code: 'sign-in-locked', until });
}
