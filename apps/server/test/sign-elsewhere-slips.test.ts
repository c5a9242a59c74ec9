// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { issueSigningIdentity, testAuthorityOf } from '@motcua/documents';
import { replay } from '@motcua/dossiers';
import { HandOverNotes, PapersHandedOver } from '@motcua/dossiers/contract';
import { anIntake, places, procedures, scanOf, startOfTest } from '@motcua/dossiers/testing';
import { sql } from '@motcua/db-kit';
import { officeDay } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Place, type WithKeysElsewhere, idOf, pin, withKeysElsewhere } from './with-keys-elsewhere.ts';

let one: WithKeysElsewhere;
const [giver, taker, solver] = ['tiepnhan.tt', 'chuyenvien.so', 'chuyenvien'];
beforeAll(async () => {
  one = await withKeysElsewhere({ holders: { [giver]: 'Cán bộ tiepnhan.tt', [taker]: 'Cán bộ chuyenvien.so', [solver]: 'Cán bộ chuyenvien' }, onToken: { '01': giver, '02': taker, '03': solver } });
});
afterAll(async () => { await one.close(); });

const tokenOf: Readonly<Record<string, string>> = { [giver]: '01', [taker]: '02', [solver]: '03' };
const right: Readonly<Record<Place, string | null>> = { phone: null, csc: pin, token: '1234' };
const key = async (who: string, kind: Place, typed = right[kind]) => ({ means: await one.keyOf(who, kind, kind === 'token' ? { account: tokenOf[who] ?? '' } : {}), pin: typed });
const taken = async (): Promise<string> => {
  const answer = await one.call(giver, 'POST', '/api/dossiers', anIntake({ procedure: procedures.rail, receivingAgency: places.centre, solvingAgency: places.department, returningAgency: places.centre }));
  return answer.json<{ code: string }>().code;
};
/** One note for some dossiers, as the counter makes it. */
const given = async (...codes: readonly string[]) => PapersHandedOver.parse((await one.call(giver, 'POST', '/api/paper-hand-overs', {
  clientKey: crypto.randomUUID(), items: await Promise.all(codes.map(async (code) => ({ code, version: (await one.go.state(code)).version }))),
})).json());
const answered = async (code: string) => one.call(taker, 'POST', `/api/dossiers/${code}/papers-received`, { clientKey: crypto.randomUUID(), version: (await one.go.state(code)).version });
const noteOf = async (who: string, id: string) => HandOverNotes.parse((await one.call(who, 'GET', '/api/paper-hand-overs/notes')).json()).notes.find((note) => note.id === id);
const begin = async (who: string, id: string, chosen: object) => one.call(who, 'POST', `/api/paper-hand-overs/${id}/signing`, chosen);
const filesOf = async (id: string) => (await sql<{ file: string }>`select document_id as file from dossiers.hand_over_signature where note_id = ${id} order by at`.execute(one.database.db)).rows.map(({ file }) => file);
const signersOf = async (id: string) => one.signersOf((await filesOf(id)).at(-1));
const slip = async (id: string): Promise<string> => execFileSync('pdftotext', ['-layout', '-', '-'], { input: (await one.call(giver, 'GET', `/api/paper-hand-overs/${id}/printed`)).rawPayload }).toString().normalize('NFC').replaceAll(/\s+/gu, ' ');

describe('ký phiếu bàn giao bằng khóa ở nơi khác (hand-over slips signed with keys that are not kept here)', () => {
  test.each(['csc', 'token', 'phone'] as const)('by both sides with «%s», on one file', async (kind) => {
    await Promise.all([giver, taker].map(async (who) => key(who, kind)));
    const code = await taken();
    one.services.telephone('signed');
    const { note, unsigned } = await given(code);
    const id = note?.id ?? '';
    const before = await noteOf(giver, id);
    await one.ended(giver, idOf(await begin(giver, id, await key(giver, kind)))).toBe('done');
    const first = await signersOf(id);
    expect((await answered(code)).statusCode).toBe(201);
    await one.ended(taker, idOf(await begin(taker, id, await key(taker, kind)))).toBe('done');

    expect([unsigned, before?.maySign]).toEqual(['Chưa chọn khóa ký.', true]);
    expect(first).toEqual(['valid', 'Cán bộ tiepnhan.tt']);
    expect(await signersOf(id)).toEqual(['valid', 'Cán bộ tiepnhan.tt', 'Cán bộ chuyenvien.so']);
    expect(await noteOf(taker, id)).toMatchObject({ maySign: false, giver: { who: 'Cán bộ tiepnhan.tt' }, receiver: { who: 'Cán bộ chuyenvien.so' } });
  });

  test.each([['csc', '000000', 'Khóa ký chưa ký.'], ['token', '9999', 'Khóa ký chưa ký.']] as const)('not with a wrong PIN of «%s»; the papers are on their way, and the slip is signed with the right one', async (kind, wrong, title) => {
    const code = await taken();
    const id = (await given(code)).note?.id ?? '';
    const failed = idOf(await begin(giver, id, await key(giver, kind, wrong)));
    await one.ended(giver, failed).toBe('failed');
    const before = [await filesOf(id), (await one.go.state(code)).paperTrip?.stage];
    await one.ended(giver, idOf(await begin(giver, id, await key(giver, kind)))).toBe('done');

    expect((await one.standing(giver, failed)).title).toBe(title);
    expect(before).toEqual([[], 'sent']);
    expect(await signersOf(id)).toEqual(['valid', 'Cán bộ tiepnhan.tt']);
  });

  test.each([['rejected', 'Người ký đã từ chối trên điện thoại. Chưa ký gì.'], ['expired', 'Hết thời gian xác nhận trên điện thoại.']] as const)('not when the telephone says «%s», and it is told', async (answer, words) => {
    const id = (await given(await taken())).note?.id ?? '';
    one.services.telephone(answer);
    const waiting = idOf(await begin(giver, id, await key(giver, 'phone')));
    await one.ended(giver, waiting).toBe('failed');

    expect((await one.standing(giver, waiting)).detail).toContain(words);
    expect([await filesOf(id), (await noteOf(giver, id))?.maySign]).toEqual([[], true]);
  });

  test('not after the signer gave up, though the telephone confirms later', async () => {
    const id = (await given(await taken())).note?.id ?? '';
    one.services.telephone('pending');
    const waiting = idOf(await begin(giver, id, await key(giver, 'phone')));
    const cancelled = (await one.call(giver, 'POST', `/api/signings/${waiting}/cancellation`)).json<{ state: string }>();
    one.services.telephone('signed');
    await one.ended(giver, idOf(await begin(giver, id, await key(giver, 'phone')))).toBe('done');

    expect(cancelled.state).toBe('cancelled');
    expect([(await one.standing(giver, waiting)).state, (await filesOf(id)).length]).toEqual(['cancelled', 1]);
  });

  test('not as it was, when the receiver answers while the giver confirms: it is told and signed anew', async () => {
    const code = await taken();
    const id = (await given(code)).note?.id ?? '';
    one.services.telephone('pending');
    const waiting = idOf(await begin(giver, id, await key(giver, 'phone')));
    await answered(code);
    one.services.telephone('signed');
    await one.ended(giver, waiting).toBe('failed');
    const before = await filesOf(id);
    await one.ended(giver, idOf(await begin(giver, id, await key(giver, 'phone')))).toBe('done');

    expect([before, (await one.standing(giver, waiting)).detail]).toEqual([[], 'Giấy đã thay đổi trong lúc chờ xác nhận. Chưa ghi nhận chữ ký nào; mở lại rồi ký.']);
    expect(await signersOf(id)).toEqual(['valid', 'Cán bộ tiepnhan.tt']);
  });

  test('only by the side whose turn it is, once, and unseen by others', async () => {
    const code = await taken();
    const id = (await given(code)).note?.id ?? '';
    const tooEarly = await begin(taker, id, await key(taker, 'csc'));
    const [stranger, unknown] = [await begin('tiepnhan', id, await key(giver, 'csc')), await begin(giver, crypto.randomUUID(), await key(giver, 'csc'))];
    const [other, mine] = [await begin(giver, id, { ...await key(taker, 'csc') }), idOf(await begin(giver, id, await key(giver, 'csc')))];
    await one.ended(giver, mine).toBe('done');
    const again = await begin(giver, id, await key(giver, 'csc'));

    expect([tooEarly, stranger, unknown, other, again].map((answer) => answer.json<{ code: string }>().code)).toEqual(['note-not-to-sign', 'dossier-unknown', 'dossier-unknown', 'means-unknown', 'note-not-to-sign']);
    expect((await filesOf(id)).length).toBe(1);
  });

  test('counts as a key where the rule of the day asks for one, and the slip says so', async () => {
    const entered = await one.call('kiemsoat.tinh', 'POST', '/api/dated-tables/hand-over-signing', { from: officeDay(startOfTest).toString(), source: 'Quyết định 9/QĐ-UBND', unsure: null, values: { signing: 'required' } });
    const handed = await given(await taken());
    const id = handed.note?.id ?? '';

    expect([entered.statusCode, handed.results]).toMatchObject([201, [{ ok: true }]]);
    expect(await slip(id)).not.toContain('Không có khóa ký số');
  });

  test('chooses between the key kept here and the others: nothing is signed for who has both', async () => {
    const { database: { db }, province } = one;
    const { id: officer, name } = province.officer(giver);
    await issueSigningIdentity(db, await testAuthorityOf(db, province.secret, startOfTest), { kind: 'officer', ref: officer, name, organisation: 'Thử', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
    const handed = await given(await taken());
    const id = handed.note?.id ?? '';
    const before = await filesOf(id);
    const signed = await one.call(giver, 'POST', `/api/paper-hand-overs/${id}/signature`);

    expect([handed.unsigned, before, signed.statusCode]).toEqual(['Chưa chọn khóa ký.', [], 201]);
    expect(await signersOf(id)).toEqual(['valid', 'Cán bộ tiepnhan.tt']);
  });

  test('not with a certificate that was taken back: the papers stay handed over', async () => {
    const code = await taken();
    const id = (await given(code)).note?.id ?? '';
    await answered(code);
    one.vouching.revoke(one.certificateOf(taker), startOfTest);
    const waiting = idOf(await begin(taker, id, await key(taker, 'csc')));
    await one.ended(taker, waiting).toBe('failed');

    expect((await one.standing(taker, waiting)).title).toMatch(/thu hồi/u);
    expect([await filesOf(id), (await one.go.state(code)).paperTrip?.stage]).toEqual([[], 'received']);
  });
});

describe('ký ý kiến số hóa bằng khóa ở nơi khác (digitised opinions signed with keys that are not kept here)', () => {
  const said = { pagesOnPaper: 1, number: '12/YK', signedOn: '2026-11-16', author: 'Phòng Thử', content: 'Đủ điều kiện.' };
  async function signing(code: string, chosen: object) {
    const { id, version } = await one.go.state(code);
    return one.call(solver, 'POST', `/api/dossiers/${code}/working-paper-signing`, { clientKey: crypto.randomUUID(), version, ...said, scan: await scanOf(one.province, { dossierId: id, of: { working: { kind: 'appraisal-opinion', about: null } } }), ...chosen });
  }

  test.each([['csc', '000000'], ['token', '9999']] as const)('by «%s» with the right PIN; nothing is kept with a wrong one', async (kind, wrong) => {
    const code = await one.go.taken();
    await one.ended(solver, idOf(await signing(code, await key(solver, kind, wrong)))).toBe('failed');
    const before = (await one.go.state(code)).working;
    await one.ended(solver, idOf(await signing(code, await key(solver, kind)))).toBe('done');
    const { working = [] } = await one.go.state(code);

    expect([before, working.length]).toEqual([undefined, 1]);
    expect(await one.signersOf(working[0]?.file.id)).toEqual(['valid', 'Cán bộ chuyenvien']);
  });

  test('waits for the telephone while others act, and says that somebody did', async () => {
    const [code, changed] = [await one.go.taken(), await one.go.taken()];
    one.services.telephone('pending');
    const [kept, lost] = [idOf(await signing(code, await key(solver, 'phone'))), idOf(await signing(changed, await key(solver, 'phone')))];
    await one.go.appraised(changed);
    one.services.telephone('signed');
    await one.ended(solver, kept).toBe('done');
    await one.ended(solver, lost).toBe('failed');

    expect([(await one.go.state(code)).working?.length, (await one.go.state(changed)).working]).toEqual([1, undefined]);
    expect((await one.standing(solver, lost)).title).toMatch(/vừa/u);
  });

  test('leaves the ledger as the acts wrote it', async () => {
    const differences: unknown[] = [];
    await replay(one.database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
