// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { issueSigningIdentity, readDocument, testAuthorityOf, validatePdf } from '@motcua/documents';
import { setHandling } from '@motcua/catalogue';
import { enterDelegation } from '@motcua/organisation';
import { publishProcess } from '@motcua/workflow';
import { end, processXml, start, userTask } from '@motcua/workflow/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, completeStep, replay, sendBack } from '../index.ts';
import { type SmallProvince, aCause, aDraft, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { officerDossier } from '../views/one.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let folder: string;

/** Drafter and head of division vouch, two leaders sign one after the other, the clerk seals. */
const circuit = processXml([
  start, userTask('Receive', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="accept"'),
  userTask('Draft', 'motcua:role="handling-officer" motcua:act="appraise" motcua:signature="initial"'),
  userTask('Check', 'motcua:role="division-head" motcua:act="forward" motcua:signature="initial" motcua:returnTo="Draft"'),
  userTask('Approve', 'motcua:role="leader" motcua:act="approve" motcua:signature="personal" motcua:returnTo="Draft"'),
  userTask('Second', 'motcua:role="leader" motcua:act="sign" motcua:signature="personal" motcua:returnTo="Draft"'),
  userTask('Number', 'motcua:role="records-clerk" motcua:act="number" motcua:signature="agency"'),
  userTask('HandOut', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="return"'), end,
], ['S -> Receive', 'Receive -> Draft', 'Draft -> Check', 'Check -> Approve', 'Approve -> Second', 'Second -> Number', 'Number -> HandOut', 'HandOut -> E']);

beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-circuit-'));
  done(await publishProcess(database.db, { key: 'KY-NHIEU-NGUOI', name: 'Ký nhiều người', xml: circuit, by: 'test', at: startOfTest }));
  await setHandling(database.db, [{ procedureCode: procedures.permits, agency: places.commune, unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, validFrom: '2026-01-01', eformKey: 'don-de-nghi', processKey: 'KY-NHIEU-NGUOI' }]);
  const [delegator, delegate, quantri] = ['lanhdao', 'phochutich', 'quantri'].map((login) => province.officer(login).id);
  done(await enterDelegation(database.db, { kind: 'KT', agency: places.commune, delegator: delegator ?? '', delegate: delegate ?? '', delegateTitle: 'Phó Chủ tịch', number: '45/QĐ-UBND', issuedOn: '2026-01-05', legalBasis: 'Quy chế làm việc', procedures: null, from: '2026-01-05', through: null, appraisal: null }, { id: quantri ?? '', at: startOfTest }));
  const authority = await testAuthorityOf(database.db, province.secret, startOfTest);
  for (const login of ['chuyenvien', 'truongphong']) {
    await issueSigningIdentity(database.db, authority, { kind: 'officer', ref: province.officer(login).id, name: `Cán bộ ${login}`, organisation: 'Thử nghiệm', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
  }
});
afterAll(async () => {
  province.remove();
  fs.rmSync(folder, { recursive: true });
  await database.drop();
});

const step = async (login: string, code: string, act: string, draft: typeof aDraft | null = null) =>
  completeStep(province.ctx, { ...await go.onTask(login, code, act), body: { opinion: null, draft, variables: {}, lateCause: aCause } });
const bytesOf = async (id: string | null | undefined): Promise<Buffer> => Buffer.from((await readDocument(database.db, province.ctx.files, id ?? ''))?.bytes ?? []);
const sheetOf = async (code: string): Promise<Buffer> => bytesOf((await go.state(code)).sheet?.documentId);
const circuitOf = async (code: string) => done(await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code)).signing;
const initialledBoth = async (): Promise<string> => {
  const code = await go.taken();
  done(await step('chuyenvien', code, 'appraise', aDraft));
  done(await step('truongphong', code, 'forward'));
  return code;
};
const shows = (pdf: Buffer): string => {
  const file = path.join(folder, 'shown.pdf');
  fs.writeFileSync(file, pdf);
  return execFileSync('pdfsig', ['-nocert', file]).toString();
};

describe('luồng ký nhiều người (several signers in order)', () => {
  test('puts the initials of drafter and head one behind the other on one file, and the first stays as it was', async () => {
    const code = await go.taken();
    done(await step('chuyenvien', code, 'appraise', aDraft));
    const first = await sheetOf(code);
    done(await step('truongphong', code, 'forward'));
    const both = await sheetOf(code);
    const trust = { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] };
    const verdict = await validatePdf(both, { trust });

    expect(both.subarray(0, first.length).equals(first)).toBe(true);
    expect(verdict.signatures.map(({ verdict: said }) => said)).toEqual(['valid', 'valid']);
    expect(shows(both).match(/Signature is Valid/gu)).toHaveLength(2);
  });

  test('says who signed and whose turn it is', async () => {
    const code = await initialledBoth();

    expect((await circuitOf(code))?.signers.map(({ kind, state, who }) => [kind, state, who])).toEqual([
      ['initial', 'signed', 'Cán bộ chuyenvien'], ['initial', 'signed', 'Cán bộ truongphong'], ['personal', 'current', null], ['personal', 'to-come', null], ['agency', 'to-come', null],
    ]);
  });

  test('holds a second leader and the seal behind the first signature, which any tool finds valid', async () => {
    const code = await initialledBoth();
    await go.approved(code);
    const one = await bytesOf((await go.state(code)).result?.documentId);
    const again = await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'sign'), body: { opinion: null, lateCause: aCause } });
    done(await approve(province.ctx, { ...await go.onTask('phochutich', code, 'sign'), body: { opinion: null, lateCause: aCause } }));
    await go.issued(code);
    const issued = await bytesOf((await go.state(code)).result?.documentId);

    expect(again).toMatchObject({ ok: false, error: { code: 'signed-already' } });
    expect(issued.subarray(0, one.length).equals(one)).toBe(true);
    expect(shows(issued).match(/Signature is Valid/gu)).toHaveLength(3);
  });

  test('refuses another text once somebody vouched for the draft', async () => {
    const code = await go.taken();
    done(await step('chuyenvien', code, 'appraise', aDraft));

    expect(await step('truongphong', code, 'forward', { ...aDraft, title: 'Khác' })).toMatchObject({ ok: false, error: { code: 'initials-stand', who: ['Cán bộ chuyenvien'] } });
  });

  test('begins anew after a return with a reason: earlier initials count no more', async () => {
    const code = await initialledBoth();
    done(await sendBack(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { to: 'Draft', reason: 'Thiếu căn cứ.', lateCause: aCause } }));
    const returned = await circuitOf(code);
    done(await step('chuyenvien', code, 'appraise', { ...aDraft, title: 'Đã sửa' }));

    expect(returned?.signers.map(({ state }) => state)).toEqual(['current', 'to-come', 'to-come', 'to-come', 'to-come']);
    expect(shows(await sheetOf(code)).match(/Signature is Valid/gu)).toHaveLength(1);
  });

  test('is not given without a certificate: the step waits where it was', async () => {
    const code = await go.taken();

    expect(await completeStep(province.ctx, { ...await go.onTask('chuyenvien2', code, 'appraise'), body: { opinion: null, draft: aDraft, variables: {} } })).toMatchObject({ ok: false, error: { code: 'no-certificate' } });
    expect((await go.state(code)).draft).toBeNull();
  });

  test('is the same when the ledger is read again', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
