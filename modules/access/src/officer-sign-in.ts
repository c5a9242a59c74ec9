// SPDX-License-Identifier: EUPL-1.2
import { hash, verify } from '@node-rs/argon2';
import type { Db } from '@motcua/db-kit';
import { type Clock, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import { Secret, TOTP } from 'otpauth';
import { type OpenedSession, openSession } from './sessions.ts';
import { hashOf, seal, unseal } from './store/seal.ts';
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
  const login = given.login.trim().toLowerCase();
  const lock = await accessDb(db).selectFrom('access.sign_in_failure').select('locked_until').where('login_hash', '=', hashOf(login)).where('locked_until', '>', at).executeTakeFirst();
  if (lock?.locked_until != null) return refuse({ code: 'sign-in-locked', until: lock.locked_until });
  const row = await accessDb(db).selectFrom('access.officer_credential').selectAll().where('login', '=', login).executeTakeFirst();
  const known = await verify(row?.password_hash ?? await nobody, given.password);
  const delta = row === undefined ? null : totpOf(unseal(key, row.second_factor)).validate({ token: given.code, timestamp: at.epochMilliseconds, window: 1 });
  const step = Math.floor(at.epochMilliseconds / 1000 / period) + (delta ?? 0);
  if (row === undefined || !known || delta === null || BigInt(step) <= row.last_step) return failed(db, login, at);
  // One statement takes the step: of two requests with the same code only one goes on.
  const taken = await accessDb(db).updateTable('access.officer_credential').set({ last_step: step }).where('officer_id', '=', row.officer_id).where('last_step', '<', BigInt(step)).executeTakeFirst();
  const officer = await findOfficer(db, { id: row.officer_id }, officeDay(at).toString());
  if (taken.numUpdatedRows === 0n || officer === undefined) return refuse({ code: 'sign-in-refused' });
  await accessDb(db).deleteFrom('access.sign_in_failure').where('login_hash', '=', hashOf(login)).execute();
  return ok(await openSession(db, clock, { kind: 'officer', id: officer.id, name: officer.name, data: {} }));
}

/** Notes a failure under whatever login was typed: an unknown one locks like a known one, so that nobody learns which exist. */
async function failed(db: Db, login: string, at: Temporal.Instant): Promise<Result<never, SignInRefusal>> {
  const table = accessDb(db);
  await table.deleteFrom('access.sign_in_failure').where('last_at', '<', at.subtract({ hours: 24 })).execute();
  const { failures } = await table.insertInto('access.sign_in_failure').values({ login_hash: hashOf(login), failures: 1, locked_until: null, last_at: at })
    .onConflict((row) => row.column('login_hash').doUpdateSet((set) => ({ failures: set('access.sign_in_failure.failures', '+', 1), last_at: at }))).returning('failures').executeTakeFirstOrThrow();
  if (failures < failuresBeforeLock) return refuse({ code: 'sign-in-refused' });
  const until = at.add({ minutes: lockMinutes });
  await table.updateTable('access.sign_in_failure').set({ failures: 0, locked_until: until }).where('login_hash', '=', hashOf(login)).execute();
  return refuse({ code: 'sign-in-locked', until });
}
