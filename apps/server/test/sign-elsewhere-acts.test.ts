// SPDX-License-Identifier: EUPL-1.2
import { setHandling } from '@motcua/catalogue';
import { replay } from '@motcua/dossiers';
import { sql } from '@motcua/db-kit';
import { aCause, aDraft, done, places, procedures, scanOf, startOfTest } from '@motcua/dossiers/testing';
import { findAgency } from '@motcua/organisation';
import { publishProcess } from '@motcua/workflow';
import { end, processXml, start, userTask } from '@motcua/workflow/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Place, type WithKeysElsewhere, idOf, withKeysElsewhere } from './with-keys-elsewhere.ts';

let one: WithKeysElsewhere;

const initials = processXml([
  start, userTask('Receive', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="accept"'),
  userTask('Draft', 'motcua:role="handling-officer" motcua:act="appraise" motcua:signature="initial"'),
  userTask('Approve', 'motcua:role="leader" motcua:act="approve" motcua:signature="personal" motcua:returnTo="Draft"'),
  userTask('Number', 'motcua:role="records-clerk" motcua:act="number" motcua:signature="agency"'),
  userTask('HandOut', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="return"'), end,
], ['S -> Receive', 'Receive -> Draft', 'Draft -> Approve', 'Approve -> Number', 'Number -> HandOut', 'HandOut -> E']);

beforeAll(async () => {
  one = await withKeysElsewhere({ holders: { 'lanhdao': 'Cán bộ lanhdao', 'chuyenvien': 'Cán bộ chuyenvien', 'con-dau': 'UBND xã Một' }, onToken: { '01': 'lanhdao' } });
  const { database: { db } } = one;
  done(await publishProcess(db, { key: 'KY-NHAY', name: 'Ký nháy', xml: initials, by: 'test', at: startOfTest }));
  await setHandling(db, [{ procedureCode: procedures.permits, agency: places.commune, unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, validFrom: '2026-01-01', eformKey: 'don-de-nghi', processKey: 'KY-NHAY' }]);
});
afterAll(async () => { await one.close(); });

const call: WithKeysElsewhere['call'] = (who, method, url, payload) => one.call(who, method, url, payload);
const keyOf: WithKeysElsewhere['keyOf'] = (who, kind, about) => one.keyOf(who, kind, about);
const ended: WithKeysElsewhere['ended'] = (who, id) => one.ended(who, id);
const signersOf: WithKeysElsewhere['signersOf'] = (file) => one.signersOf(file);
const drafting = async (code: string, kind: 'phone' | 'csc', pin: string | null) => {
  const { taskId } = await one.go.task(code, 'appraise');
  return call('chuyenvien', 'POST', `/api/dossiers/${code}/steps/${taskId}/signing`, { clientKey: crypto.randomUUID(), version: (await one.go.state(code)).version, opinion: null, draft: aDraft, variables: {}, lateCause: aCause, means: await keyOf('chuyenvien', kind), pin });
};
const drafted = async (): Promise<string> => {
  const code = await one.go.taken();
  await ended('chuyenvien', idOf(await drafting(code, 'csc', '123456'))).toBe('done');
  return code;
};
const many = async (codes: readonly string[], kind: Place, pin: string | null) => {
  const items = await Promise.all(codes.map(async (code) => ({ code, taskId: (await one.go.task(code, 'approve')).taskId, version: (await one.go.state(code)).version })));
  return call('lanhdao', 'POST', '/api/batch/signing', { clientKey: crypto.randomUUID(), opinion: null, items, means: await keyOf('lanhdao', kind, kind === 'token' ? { account: '01' } : {}), pin });
};
const sealing = async (code: string, pin: string) => call('vanthu', 'POST', `/api/dossiers/${code}/sealing`, {
  clientKey: crypto.randomUUID(), version: (await one.go.state(code)).version, taskId: (await one.go.task(code, 'number')).taskId, lateCause: aCause, means: await keyOf('vanthu', 'csc', { account: 'con-dau', agency: places.commune }), pin,
});
const batchOf = async (id: string) => (await call('lanhdao', 'GET', `/api/signing-batches/${id}`)).json<{ signings: { code: string; state: string; title: string | null }[] }>().signings;
const batchEnded = (id: string) => expect.poll(async () => (await batchOf(id)).map(({ state }) => state).filter((state) => state === 'waiting' || state === 'keeping'), { timeout: 20_000, interval: 100 });
const heldApologies = async (): Promise<number> => (await sql<{ count: number }>`select count(*)::int as count from dossiers.held_number where paper <> 'result'`.execute(one.database.db)).rows[0]?.count ?? -1;
const eventsOf = async (code: string) => (await sql<{ type: string; file: string | null }>`select e.type, e.data ->> 'documentId' as file from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where d.code = ${code} order by e.seq`.execute(one.database.db)).rows;

describe('ký nháy, đóng dấu, ký nhiều văn bản bằng khóa ở nơi khác (initials, the seal and many results, with keys that are not kept here)', () => {
  test('puts an initial on the draft when the telephone confirmed, and none when it did not', async () => {
    const code = await one.go.taken();
    one.services.telephone('rejected');
    const refused = idOf(await drafting(code, 'phone', null));
    await ended('chuyenvien', refused).toBe('failed');
    const before = await one.go.state(code);
    one.services.telephone('signed');
    await ended('chuyenvien', idOf(await drafting(code, 'phone', null))).toBe('done');

    expect([before.sheet ?? null, before.draft]).toEqual([null, null]);
    expect(await signersOf((await one.go.state(code)).sheet?.documentId)).toEqual(['valid', 'Cán bộ chuyenvien']);
  });

  test.each([['phone', null], ['csc', '123456'], ['token', '1234']] as const)('signs three results at once by «%s», asked once', async (kind, pin) => {
    const codes = [await drafted(), await drafted(), await drafted()];
    await keyOf('lanhdao', kind, kind === 'token' ? { account: '01' } : {});
    const asked = one.services.confirmations();
    const id = idOf(await many(codes, kind, pin));
    await batchEnded(id).toEqual([]);
    const results = await Promise.all(codes.map(async (code) => (await one.go.state(code)).result));

    expect((await batchOf(id)).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(one.services.confirmations() - asked).toBe(kind === 'token' ? 0 : 1);
    expect(await Promise.all(results.map(async (result) => signersOf(result?.documentId)))).toEqual(codes.map(() => ['valid', 'Cán bộ lanhdao']));
    expect(new Set(results.map((result) => result?.number)).size).toBe(3);
  });

  test.each([['csc', '000000'], ['token', '9999']] as const)('signs none of many by «%s» with a wrong PIN, tried once, and all with the right one', async (kind, pin) => {
    const codes = [await drafted(), await drafted()];
    const wrong = idOf(await many(codes, kind, pin));
    await batchEnded(wrong).toEqual([]);
    const before = await Promise.all(codes.map(async (code) => (await one.go.state(code)).result));
    const right = idOf(await many(codes, kind, kind === 'csc' ? '123456' : one.device.pin));
    await batchEnded(right).toEqual([]);

    expect((await batchOf(wrong)).map(({ state, title }) => [state, title])).toEqual(codes.map(() => ['failed', 'Khóa ký chưa ký.']));
    expect([before, (await batchOf(right)).map(({ state }) => state)]).toEqual([[null, null], ['done', 'done']]);
  });

  test('signs the others of many when one cannot be signed, and says which', async () => {
    const [good, changed] = [await drafted(), await drafted()];
    one.services.telephone('pending');
    const id = idOf(await many([good, changed], 'phone', null));
    await one.go.approved(changed);
    one.services.telephone('signed');
    await batchEnded(id).toEqual([]);

    expect((await batchOf(id)).map(({ code, state }) => [code, state])).toEqual([[good, 'done'], [changed, 'failed']]);
    expect((await one.go.state(good)).result?.signedBy?.name).toBe('Cán bộ lanhdao');
  });

  test('drops all of many when the signer gives up', async () => {
    const codes = [await drafted(), await drafted()];
    one.services.telephone('pending');
    const id = idOf(await many(codes, 'phone', null));
    const given = (await call('lanhdao', 'POST', `/api/signing-batches/${id}/cancellation`)).json<{ signings: { state: string }[] }>();
    one.services.telephone('signed');

    expect(given.signings.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(await Promise.all(codes.map(async (code) => (await one.go.state(code)).result))).toEqual([null, null]);
  });

  test('seals with the key of the agency at a service: only who puts on its seal enters and uses it', async () => {
    const code = await drafted();
    await one.go.approved(code);
    const [stranger, other] = [await call('lanhdao', 'POST', '/api/my/signing-means', { kind: 'csc', account: 'con-dau', agency: places.commune }), await call('vanthu', 'POST', '/api/my/signing-means', { kind: 'csc', account: 'lanhdao', agency: places.commune })];
    await ended('vanthu', idOf(await sealing(code, '000000'))).toBe('failed');
    const before = await one.go.state(code);
    await ended('vanthu', idOf(await sealing(code, '123456'))).toBe('done');
    const { result, decidedAt } = await one.go.state(code);

    expect([stranger.statusCode, other.json<{ code: string }>().code]).toEqual([403, 'fields-to-mend']);
    expect([before.decidedAt, decidedAt !== null]).toEqual([null, true]);
    expect(await signersOf(result?.documentId)).toEqual(['valid', 'Cán bộ lanhdao', (await findAgency(one.database.db, places.commune))?.name]);
  });

  test('takes no key of an agency for the signature of a person', async () => {
    const code = await drafted();
    const { taskId } = await one.go.task(code, 'approve');
    const own = await keyOf('vanthu', 'csc', { account: 'con-dau', agency: places.commune });
    const answer = await call('lanhdao', 'POST', `/api/dossiers/${code}/signing`, { clientKey: crypto.randomUUID(), version: (await one.go.state(code)).version, taskId, opinion: null, lateCause: null, means: own, pin: '123456' });

    expect(answer.json()).toMatchObject({ code: 'means-unknown' });
  });

  const apologising = async (code: string, kind: 'phone' | 'csc', typed: string | null) => call('lanhdao', 'POST', `/api/dossiers/${code}/extension-signing`, { clientKey: crypto.randomUUID(), version: (await one.go.state(code)).version, value: 2, reason: 'Phải kiểm tra thực địa.', means: await keyOf('lanhdao', kind), pin: typed });
  const numberOf = async (code: string): Promise<number> => Number((await one.go.state(code)).extension?.number.split('/')[0]);

  test('holds the number of an apology while somebody confirms: another one takes the next', async () => {
    const [first, second] = [await one.go.taken(), await one.go.taken()];
    one.services.telephone('pending');
    const waiting = idOf(await apologising(first, 'phone', null));
    await ended('lanhdao', idOf(await apologising(second, 'csc', '123456'))).toBe('done');
    one.services.telephone('signed');
    await ended('lanhdao', waiting).toBe('done');

    expect(await numberOf(second)).toBe(await numberOf(first) + 1);
    expect(await signersOf((await one.go.state(first)).extension?.documentId)).toEqual(['valid', 'Cán bộ lanhdao']);
  });

  test.each([['rejected', 'failed'], ['pending', 'cancelled']] as const)('gives the number of an apology back when the telephone says «%s»: no number is left out', async (answer, state) => {
    const [before, given, after] = [await one.go.taken(), await one.go.taken(), await one.go.taken()];
    await ended('lanhdao', idOf(await apologising(before, 'csc', '123456'))).toBe('done');
    one.services.telephone(answer);
    const waiting = idOf(await apologising(given, 'phone', null));
    if (state === 'cancelled') await call('lanhdao', 'POST', `/api/signings/${waiting}/cancellation`);
    one.services.telephone('rejected');
    await ended('lanhdao', waiting).toBe(state);
    await expect.poll(heldApologies, { timeout: 20_000, interval: 200 }).toBe(0);
    await ended('lanhdao', idOf(await apologising(after, 'csc', '123456'))).toBe('done');

    expect([await numberOf(after), (await one.go.state(given)).extension]).toEqual([await numberOf(before) + 1, null]);
  });

  test('keeps the number for its dossier when another apology was numbered after it', async () => {
    const [given, other] = [await one.go.taken(), await one.go.taken()];
    one.services.telephone('pending');
    const waiting = idOf(await apologising(given, 'phone', null));
    await ended('lanhdao', idOf(await apologising(other, 'csc', '123456'))).toBe('done');
    one.services.telephone('rejected');
    await ended('lanhdao', waiting).toBe('failed');
    await ended('lanhdao', idOf(await apologising(given, 'csc', '123456'))).toBe('done');

    expect([await numberOf(other), await heldApologies()]).toEqual([await numberOf(given) + 1, 0]);
  });

  test('signs an apology and its second copy with the key of the head at a service, and nothing with a wrong PIN', async () => {
    const code = await one.go.taken();
    const extending = async (pin: string) => call('lanhdao', 'POST', `/api/dossiers/${code}/extension-signing`, { clientKey: crypto.randomUUID(), version: (await one.go.state(code)).version, value: 2, reason: 'Phải kiểm tra thực địa.', means: await keyOf('lanhdao', 'csc'), pin });
    await ended('lanhdao', idOf(await extending('000000'))).toBe('failed');
    const before = (await one.go.state(code)).extension;
    await ended('lanhdao', idOf(await extending('123456'))).toBe('done');
    const { extension, version } = await one.go.state(code);
    const again = await call('lanhdao', 'POST', `/api/dossiers/${code}/reissue-signing`, { clientKey: crypto.randomUUID(), version, paper: 'extension', reason: 'Sai chính tả.', wording: ['Phải kiểm tra thực địa thêm.'], means: await keyOf('lanhdao', 'csc'), pin: '123456' });
    await ended('lanhdao', idOf(again)).toBe('done');
    const events = await eventsOf(code);

    expect([before, extension?.value]).toEqual([null, 2]);
    expect([await signersOf(extension?.documentId), await signersOf(events.find(({ type }) => type === 'reissued')?.file)]).toEqual([['valid', 'Cán bộ lanhdao'], ['valid', 'Cán bộ lanhdao']]);
  });

  test('signs a digitised paper with the key of who compared it; one with notes is signed with the key kept here', async () => {
    const code = await one.go.taken();
    const { id, version, papers: [paper] } = await one.go.state(code);
    const scan = () => scanOf(one.province, { dossierId: id, of: { paperNo: paper?.no ?? 0 } });
    const digitising = async (about: object) => call('chuyenvien', 'POST', `/api/dossiers/${code}/digitised-signing`, {
      clientKey: crypto.randomUUID(), version, scan: await scan(), pagesOnPaper: 1, kind: 'KQ.G15.000031', bearsNotes: false, withNotes: null, values: [], about: { number: '25/2001', issuer: null, issuedOn: '2001-03-05', validUntil: null }, onRequest: null, means: await keyOf('chuyenvien', 'csc'), pin: '123456', ...about,
    });
    const noted = await digitising({ bearsNotes: true, withNotes: await scan() });
    await ended('chuyenvien', idOf(await digitising({}))).toBe('done');
    const [digitised] = (await one.go.state(code)).digitised;

    expect([noted.statusCode, noted.json()]).toMatchObject([422, { errors: [{ path: 'withNotes' }] }]);
    expect(await signersOf(digitised?.files[0]?.id)).toEqual(['valid', 'Cán bộ chuyenvien']);
  });

  test('signs nothing with a certificate that was taken back', async () => {
    const code = await drafted();
    await keyOf('lanhdao', 'csc');
    one.vouching.revoke(one.certificateOf('lanhdao'), startOfTest);
    const id = idOf(await many([code], 'csc', '123456'));
    await batchEnded(id).toEqual([]);

    expect((await batchOf(id))[0]?.title).toMatch(/thu hồi/u);
    expect((await one.go.state(code)).result).toBeNull();
  });

  test('leaves the ledger as the acts wrote it', async () => {
    const differences: unknown[] = [];
    await replay(one.database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
