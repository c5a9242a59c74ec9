// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { fixedClock, newId } from '@motcua/kernel';
import { postOfficer, registerAgencies } from '@motcua/organisation';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorOfSession, admitPartner, codeAt, endSession, openSession, partnerOfKey, secondFactorOf, setCredential, signInOfficer } from './index.ts';

const start = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
const clock = fixedClock(start);
const key = Buffer.alloc(32, 3);
const password = 'mat-khau-thu-nghiem';
let database: TestDatabase;
let id: string;
let secret: string;

const later = (seconds: number): void => { clock.set(clock.now().add({ seconds })); };
const signIn = (about: { readonly login?: string; readonly password?: string; readonly code?: string } = {}) =>
  signInOfficer(database.db, clock, key, { login: 'tiepnhan', password, code: codeAt(secret, clock.now()), ...about });

beforeAll(async () => {
  database = await testDatabase();
  await registerAgencies(database.db, [{ code: 'Y99', name: 'UBND tỉnh Thử', short_name: null, parent_code: null, kind: 'people-committee', place_code: null, phone: null, address: null, code_format: 'DOTTED_2020', valid_from: '2025-07-01', valid_until: null, demonstration: true }]);
  id = newId(start);
  await postOfficer(database.db, { id, login: 'tiepnhan', name: 'Cán bộ Thử', title: 'Công chức', phone: null, from: '2025-07-01', postings: [{ id: newId(start), role: 'intake-officer', agency: 'Y99', unit: null }] });
});
beforeEach(async () => {
  // Each test an hour after the one before, with a fresh credential.
  later(3600);
  await database.pool.query('delete from access.officer_credential');
  secret = await setCredential(database.db, key, { id, login: 'tiepnhan', password });
});
afterAll(async () => { await database.drop(); });

describe('đăng nhập của cán bộ (sign-in of officers)', () => {
  test('opens a session with password and code', async () => {
    const opened = await signIn();
    const { actor } = await actorOfSession(database.db, clock, opened.ok ? opened.value.token : '');

    expect(actor).toEqual({ kind: 'officer', id, name: 'Cán bộ Thử', postings: [{ role: 'intake-officer', agency: 'Y99', unit: null }] });
  });

  test('takes the login in capitals and with blanks around', async () => {
    expect((await signIn({ login: ' TiepNhan ' })).ok).toBe(true);
  });

  test.each([['a wrong password', { password: 'sai' }], ['a wrong code', { code: '000000' }], ['an unknown login', { login: 'ai-do' }], ['a login with a NUL', { login: 'tiepnhan\u0001' }]])('refuses %s with the same words', async (_what, wrong) => {
    expect(await signIn(wrong)).toEqual({ ok: false, error: { code: 'sign-in-refused' } });
  });

  test('takes a code once, also of two requests at the same moment', async () => {
    const code = codeAt(secret, clock.now());
    const both = await Promise.all([signIn({ code }), signIn({ code })]);
    const again = await signIn({ code });

    expect([both.filter(({ ok }) => ok).length, again.ok]).toEqual([1, false]);
  });

  test('takes no code older than one taken', async () => {
    const old = codeAt(secret, clock.now());
    later(30);
    const [now, before] = [await signIn(), await signIn({ code: old })];

    expect([now.ok, before.ok]).toEqual([true, false]);
  });

  test('takes the code of the half minute before, not of two minutes ago', async () => {
    const code = codeAt(secret, clock.now());
    later(120);
    const stale = await signIn({ code });
    const fresh = codeAt(secret, clock.now());
    later(30);

    expect([stale.ok, (await signIn({ code: fresh })).ok]).toEqual([false, true]);
  });

  test.each(['tiepnhan', 'khong-ai-ca'])('locks «%s» after eight failures for ten minutes, and tells nobody whether the login exists', async (login) => {
    const answers = [];
    for (let at = 0; at < 9; at += 1) answers.push(await signIn({ login, password: 'sai' }));
    const right = await signIn({ login });
    later(10 * 60 + 1);
    const after = await signIn({ login });

    expect(answers.map((answer) => answer.ok || answer.error.code)).toEqual([...Array.from({ length: 7 }, () => 'sign-in-refused'), 'sign-in-locked', 'sign-in-locked']);
    expect(right).toMatchObject({ error: { code: 'sign-in-locked' } });
    expect(after.ok).toBe(login === 'tiepnhan');
  });

  test('forgets failures once it went well', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let at = 0; at < 5; at += 1) await signIn({ password: 'sai' });
      later(60);
      expect((await signIn()).ok).toBe(true);
    }
  });

  test('keeps neither password nor second factor readable', async () => {
    const { rows } = await database.pool.query<{ all: string }>("select row_to_json(c)::text || encode(second_factor, 'escape') as all from access.officer_credential c");

    expect(rows[0]?.all).not.toContain(password);
    expect(rows[0]?.all).not.toContain(secret);
    expect(rows[0]?.all).toContain('$argon2id$');
    expect(await secondFactorOf(database.db, key, 'tiepnhan')).toBe(secret);
    await expect(secondFactorOf(database.db, Buffer.alloc(32, 4), 'tiepnhan')).rejects.toThrow();
  });

  test('lets nobody in whose postings are over', async () => {
    await database.pool.query("update organisation.officer set valid_until = '2026-11-17'");
    const gone = await signIn();
    await database.pool.query('update organisation.officer set valid_until = null');

    expect(gone).toEqual({ ok: false, error: { code: 'sign-in-refused' } });
  });
});

describe('phiên (session)', () => {
  const citizen = { kind: 'citizen', id: 'mau', name: 'Nguyễn Văn Mẫu', data: { personalId: '000095012345' } } as const;

  test('of an officer ends nine hours after the last request, of a citizen after two', async () => {
    const [officer, person] = [await openSession(database.db, clock, { kind: 'officer', id, name: 'x', data: {} }), await openSession(database.db, clock, citizen)];
    const kinds = async (): Promise<readonly string[]> => Promise.all([officer, person].map(async ({ token }) => (await actorOfSession(database.db, clock, token)).actor.kind));
    const now = await kinds();
    later(2 * 3600 + 1);
    const afterTwo = await kinds();
    later(9 * 3600 + 1);

    expect([now, afterTwo, await kinds()]).toEqual([['officer', 'citizen'], ['officer', 'visitor'], ['visitor', 'visitor']]);
  });

  test('cannot be taken from the table: only a hash lies there', async () => {
    const { token } = await openSession(database.db, clock, citizen);
    const { rows } = await database.pool.query<{ hash: string }>("select encode(token_hash, 'base64') as hash from access.session where subject_id = 'mau' and expires_at > now() - interval '10 years'");
    const tried = await Promise.all(rows.map(async ({ hash }) => (await actorOfSession(database.db, clock, hash)).actor.kind));

    expect(rows.map(({ hash }) => hash)).not.toContain(token);
    expect(new Set(tried)).toEqual(new Set(['visitor']));
  });

  test('is nobody\'s after it was ended, and with an invented token', async () => {
    const { token } = await openSession(database.db, clock, citizen);
    await endSession(database.db, token);

    expect([await actorOfSession(database.db, clock, token), await actorOfSession(database.db, clock, 'x')].map(({ actor }) => actor.kind)).toEqual(['visitor', 'visitor']);
  });
});

describe('khóa của đối tác (a partner\'s key)', () => {
  test('names the partner until it ends or is changed', async () => {
    await admitPartner(database.db, { id: 'national-portal', name: 'Cổng', key: 'mot' });
    const first = await partnerOfKey(database.db, clock, 'mot');
    await admitPartner(database.db, { id: 'national-portal', name: 'Cổng', key: 'hai' });
    const changed = [await partnerOfKey(database.db, clock, 'mot'), await partnerOfKey(database.db, clock, 'hai')];
    await database.pool.query("update access.partner_key set valid_until = $1", [clock.now().toString()]);

    expect([first?.id, changed[0], changed[1]?.id, await partnerOfKey(database.db, clock, 'hai')]).toEqual(['national-portal', undefined, 'national-portal', undefined]);
  });
});
