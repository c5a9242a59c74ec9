// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument } from '@motcua/documents';
import { type KeptPaper, papersOf, stateOn } from '@motcua/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallProvince, aCitizen, aParty, smallProvince } from '../testing-province.ts';
import { walk } from '../testing-walk.ts';
import { replacedIn } from '../views/replaced-paper.ts';
import { possibleActs } from '../views/possible-acts.ts';
import { workOf } from '../views/lists.ts';
import { ownDossier } from '../views/one.ts';
import { returnResult } from './decide.ts';
import { packForPost } from './post.ts';
import { replay } from './replay.ts';
import { revokeResult } from './revoke-result.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const mau = { kind: 'person', ref: '000095012345' } as const;
const an = { kind: 'person', ref: '000188067890' } as const;

async function issued(about: Parameters<typeof go.taken>[0] = {}): Promise<string> {
  const code = await go.taken(about);
  await go.appraised(code);
  await go.approved(code);
  await go.issued(code);
  return code;
}

const paperOf = async (owner: typeof mau | typeof an, code: string): Promise<KeptPaper> => {
  const paper = (await papersOf(database.db, owner)).find(({ dossier }) => dossier?.code === code);
  if (paper === undefined) throw new Error(`no paper of ${code}`);
  return paper;
};

const revoked = async (code: string, who = 'lanhdao') => revokeResult(province.ctx, { ...await go.by(who, code), body: { number: '09/QĐ-UBND', reason: 'Cấp sai đối tượng.' } });

describe('an issued result (kết quả đã phát hành)', () => {
  test('goes into the vault of its applicant, under his own key, with number, day and code', async () => {
    const code = await issued();

    const paper = await paperOf(mau, code);

    const { result, decidedAt } = await go.state(code);
    const file = await readDocument(database.db, province.ctx.files, paper.documentId);
    const signed = await readDocument(database.db, province.ctx.files, result?.documentId ?? '');
    expect(paper).toMatchObject({ owner: mau, origin: 'result', number: result?.number, issuedOn: decidedAt?.slice(0, 10), dossier: { code }, changes: [] });
    expect(paper.code.startsWith(`${mau.ref}.${paper.kind}`)).toBe(true);
    expect(file).toMatchObject({ ownerKind: 'person', ownerRef: mau.ref, sha256: signed?.sha256 });
  });

  test('is numbered within its kind: the next of one person gets another code', async () => {
    const [first, second] = [await paperOf(mau, await issued()), await paperOf(mau, await issued())];

    expect(second.code).not.toBe(first.code);
    expect(second.kind).toBe(first.kind);
    expect(second.code).toMatch(/\.\d+$/u);
  });

  test('goes to everybody whose dossier it is', async () => {
    const code = await issued({ coApplicants: [{ party: aParty({ name: 'Đặng Thị Ẩn', personalId: an.ref }), confirmed: 'present', document: null }] });

    expect((await paperOf(an, code)).number).toBe((await paperOf(mau, code)).number);
  });

  test('is in no vault before it is issued', async () => {
    const code = await go.taken();
    await go.appraised(code);
    await go.approved(code);

    expect((await papersOf(database.db, mau)).some(({ dossier }) => dossier?.code === code)).toBe(false);
  });
});

describe('revoking a result (thu hồi kết quả)', () => {
  test('ends it in the vault, tells whoever checks its code, and leaves the dossier where it was', async () => {
    const code = await issued();
    const before = await go.state(code);

    expect(await revoked(code)).toMatchObject({ ok: true });

    const paper = await paperOf(mau, code);
    expect(stateOn(paper, '2026-11-17')).toBe('revoked');
    expect(paper.changes).toMatchObject([{ type: 'revoked', number: '09/QĐ-UBND', reason: 'Cấp sai đối tượng.' }]);
    expect((await go.state(code)).status).toBe(before.status);
    expect(replacedIn(await go.state(code), { kind: 'result', issued: 0, number: before.result?.number ?? '' })).toMatchObject({ isRevoked: true, by: '09/QĐ-UBND' });
  });

  const handed = async (code: string, revocation?: boolean) => returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null, revocation } });

  test('is handed to nobody at the counter or by post: the refusal names the decision, the list says so', async () => {
    const code = await issued();
    await revoked(code);

    expect(await handed(code)).toMatchObject({ ok: false, error: { code: 'result-revoked', number: '09/QĐ-UBND' } });
    const parcel = { enterprise: 'vnpost', slip: 'EA000111222VN', to: { name: 'Nguyễn Văn Mẫu', phone: '0900000001', address: 'Xã Sông Mây', payer: 'applicant' as const } };
    expect(await packForPost(province.ctx, { ...await go.by('tiepnhan', code), body: parcel })).toMatchObject({ ok: false, error: { code: 'result-revoked' } });
    const { dossiers } = await workOf(province.ctx, database.db, province.officer('tiepnhan'), { list: 'to-return' });
    expect(dossiers.find((row) => row.code === code)?.alert).toEqual({ kind: 'result-revoked', until: null });
    expect(possibleActs(province.officer('tiepnhan'), await go.state(code), province.ctx.clock.now()).map(({ act }) => act)).not.toContain('pack-for-post');
  });

  test('gives way to the decision that revoked it: handed over in its place, the dossier ends and says which paper went out', async () => {
    const code = await issued();
    await revoked(code);

    const done = await handed(code, true);

    expect(done).toMatchObject({ ok: true, value: { status: 'returned' } });
    expect(done.ok ? done.value.papers : ['result']).not.toContain('result');
    expect(await go.state(code)).toMatchObject({ handedTo: 'Nguyễn Văn Mẫu', handedInstead: '09/QĐ-UBND' });
    const own = await ownDossier(province.ctx, database.db, aCitizen(), code);
    expect(own).toMatchObject({ ok: true, value: { revoked: { number: '09/QĐ-UBND' } } });
    if (own.ok) {
      expect(own.value.timeline[0]?.words).toBe('Trao quyết định thu hồi số 09/QĐ-UBND, thay cho kết quả');
      expect(own.value.issued.find(({ form }) => form === 'result')?.title).toContain('đã bị thu hồi');
    }
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });
    expect(differences).toEqual([]);
  });

  test('a decision that revokes is not handed over where there is none', async () => {
    expect(await handed(await issued(), true)).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'revocation' }] } });
  });

  test('is refused a second time, and to whoever is not the head of the agency that issued it', async () => {
    const code = await issued();
    await revoked(code);

    expect(await revoked(code)).toMatchObject({ ok: false, error: { code: 'already-revoked' } });
    expect(await revoked(await issued(), 'chuyenvien')).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    expect(await revoked(await issued(), 'lanhdao.hai')).toMatchObject({ ok: false, error: { code: 'dossier-unknown' } });
  });

  test('is refused while there is no result', async () => {
    expect(await revoked(await go.taken())).toMatchObject({ ok: false, error: { code: 'act-not-allowed' } });
  });
});

describe('the vault and the ledger', () => {
  test('say the same: replay finds no difference', async () => {
    await revoked(await issued());
    const found: unknown[] = [];

    await replay(database.db, (difference) => { found.push(difference); });

    expect(found).toEqual([]);
  });

  test('cannot be changed by the working role: papers and looks are only added to', async () => {
    for (const table of ['entry', 'change', 'viewing']) await expect(database.pool.query(`delete from vault.${table}`)).rejects.toThrow(/permission denied/u);
  });
});
