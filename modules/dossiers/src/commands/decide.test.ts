// SPDX-License-Identifier: EUPL-1.2
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument, testAuthorityOf } from '@motcua/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, completeStep, consult, issue, refuseDossier, replay, requestPayment, requestSupplement, returnResult, sendBack, stop, withdraw } from '../index.ts';
import { type SmallProvince, aCause, aDraft, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { takeIn } from './accept.ts';
import { anIntake } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-signed-'));
});
afterAll(async () => {
  province.remove();
  fs.rmSync(folder, { recursive: true });
  await database.drop();
});

const resultOf = async (code: string): Promise<Buffer> => {
  const id = (await go.state(code)).result?.documentId;
  const file = id == null ? undefined : await readDocument(database.db, province.ctx.files, id);
  if (file === undefined) throw new Error('no result');
  return Buffer.from(file.bytes);
};

/** The signatures of a PDF: signed bytes and CMS, as the file's own ByteRange tells. */
const signaturesIn = (pdf: Buffer): readonly { readonly signed: Buffer; readonly cms: Buffer }[] =>
  [...pdf.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/gu)].map((range) => {
    const [a = 0, b = 0, c = 0, d = 0] = range.slice(1).map(Number);
    const hex = pdf.subarray(a + b + 1, c - 1).toString('latin1');
    return { signed: Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]), cms: Buffer.from(hex, 'hex') };
  });

const body = { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } as const;

describe('phê duyệt, ký, phát hành, trả kết quả (approve, sign, issue, return)', () => {
  let code: string;
  beforeAll(async () => {
    code = await go.taken();
    await go.appraised(code);
  });

  test('needs a draft first', async () => {
    const other = await go.taken();

    expect(await completeStep(province.ctx, { ...await go.onTask('chuyenvien', other, 'appraise'), body: { opinion: null, draft: null, variables: {} } })).toMatchObject({ error: { code: 'draft-missing' } });
  });

  test('is not done by completing the step', async () => {
    expect(await completeStep(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null, draft: null, variables: {} } })).toMatchObject({ error: { code: 'step-needs-another-act', act: 'approve' } });
  });

  test('is not done by another role, not even by the head of division', async () => {
    const asked = await Promise.all(['truongphong', 'chuyenvien', 'lanhdao.hai'].map(async (login) => approve(province.ctx, { ...await go.onTask(login, code, 'approve'), body: { opinion: null } })));

    expect(asked.map((outcome) => outcome.ok || outcome.error.code)).toEqual(['not-permitted', 'not-permitted', 'dossier-unknown']);
  });

  test('signs with the officer and then with the agency, and any PDF tool says so', async () => {
    await go.approved(code);
    const approved = await resultOf(code);
    const between = await go.state(code);
    await go.issued(code);
    const issued = await resultOf(code);
    const file = path.join(folder, 'result.pdf');
    fs.writeFileSync(file, issued);
    const verdict = execFileSync('pdfsig', ['-nocert', file]).toString();

    expect([signaturesIn(approved).length, signaturesIn(issued).length]).toEqual([1, 2]);
    expect(between).toMatchObject({ status: 'in-progress', decidedAt: null, result: { number: expect.stringMatching(/^\d+\/QĐ-UBND$/u), issuedAt: null } });
    expect(verdict.match(/Signature Validation: Signature is Valid/gu)).toHaveLength(2);
    expect(verdict).toContain('Cán bộ lanhdao');
    expect(verdict).toContain('UBND xã Một');
    // The officer's signed bytes are whole inside the sealed paper.
    expect(issued.subarray(0, approved.length).equals(approved)).toBe(true);
  });

  test('makes CAdES signatures that OpenSSL verifies up to the root', async () => {
    const { root } = await testAuthorityOf(database.db, province.secret, startOfTest);
    fs.writeFileSync(path.join(folder, 'root.der'), root);
    execFileSync('openssl', ['x509', '-inform', 'DER', '-in', path.join(folder, 'root.der'), '-out', path.join(folder, 'root.pem')]);
    const verdicts = signaturesIn(await resultOf(code)).map(({ signed, cms }, at) => {
      const [content, signature] = [path.join(folder, `${at}.bin`), path.join(folder, `${at}.p7`)];
      fs.writeFileSync(content, signed);
      fs.writeFileSync(signature, cms);
      return spawnSync('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', signature, '-content', content, '-CAfile', path.join(folder, 'root.pem'), '-purpose', 'any', '-no_check_time', '-out', '/dev/null']).stderr.toString();
    });

    expect(verdicts).toEqual([expect.stringMatching(/successful/iu), expect.stringMatching(/successful/iu)]);
  });

  test('exists from the seal on: judged early, on time or late then', async () => {
    expect(await go.state(code)).toMatchObject({ status: 'decided', outcome: 'early', decidedAt: startOfTest.toString() });
  });

  test('is handed out and ends the dossier without an open step', async () => {
    done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body }));

    expect(await go.state(code)).toMatchObject({ status: 'returned', tasks: [], endedAt: startOfTest.toString() });
  });

  test('is late when the seal comes after the day', async () => {
    province.clock.set(startOfTest);
    const late = await go.taken();
    await go.appraised(late);
    province.clock.set(startOfTest.add({ hours: 10 * 24 }));
    await go.approved(late);
    await go.issued(late);
    province.clock.set(startOfTest);

    expect((await go.state(late)).outcome).toBe('late');
  });
});

describe('kết quả đã ký (a signed result)', () => {
  test('shuts every act that would ask for more or end without it', async () => {
    const code = await go.taken();
    await go.appraised(code);
    await go.approved(code);
    const { ctx } = province;
    const refused = [
      await withdraw(ctx, { ...await go.by('tiepnhan', code), body: { reason: 'x' } }), await stop(ctx, { ...await go.by('tiepnhan', code), body: { reason: 'x' } }),
      await refuseDossier(ctx, { ...await go.by('lanhdao', code), body: { reasons: ['x'] } }),
      await requestSupplement(ctx, { ...await go.by('chuyenvien', code), body: { reason: 'x', items: [{ paperNo: null, what: 'x', howToMend: 'x', basis: null }] } }),
      await consult(ctx, { ...await go.by('chuyenvien', code), body: { agency: places.department, question: 'x', hours: 8 } }),
      await requestPayment(ctx, { ...await go.by('chuyenvien', code), body: { amountVnd: 1, reason: 'x' } }),
    ];

    expect(refused.map((outcome) => outcome.ok || outcome.error.code)).toEqual(Array.from({ length: 6 }, () => 'result-exists'));
  });
});

describe('trả lại bước trước (send back)', () => {
  const ofDepartment = async (): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ receivingAgency: places.centre, returningAgency: places.centre, solvingAgency: places.department, procedure: procedures.rail }) })).code;

  test('opens the earlier step again, with the reason among the opinions', async () => {
    const code = await ofDepartment();
    done(await completeStep(province.ctx, { ...await go.onTask('truongphong.so', code, (await go.state(code)).tasks[0]?.act ?? ''), body: { opinion: null, draft: null, variables: {} } }));
    done(await completeStep(province.ctx, { ...await go.onTask('chuyenvien.so', code, 'appraise'), body: { opinion: 'Đủ.', draft: aDraft, variables: {} } }));
    const [review] = (await go.state(code)).tasks;
    const nowhere = await sendBack(province.ctx, { ...await go.by('truongphong.so', code), taskId: review?.taskId ?? '', body: { to: 'khong-co', reason: 'Thiếu căn cứ.' } });
    const { getDefinition } = await import('@motcua/workflow');
    const back = (await getDefinition(database.db, 'MC-SO-CHUAN'))?.definition.nodes.get(review?.node ?? '')?.task?.returnTo ?? [];
    done(await sendBack(province.ctx, { ...await go.by('truongphong.so', code), taskId: review?.taskId ?? '', body: { to: back.at(-1) ?? '', reason: 'Thiếu căn cứ.' } }));
    const after = await go.state(code);

    expect(nowhere).toMatchObject({ error: { code: 'process-refused' } });
    expect(after.tasks.map(({ act }) => act)).toEqual(['appraise']);
    expect(after.opinions.at(-1)).toMatchObject({ text: 'Thiếu căn cứ.' });
  });

  test('of a signed result keeps its number, so that none is lost', async () => {
    const code = await go.taken();
    await go.appraised(code);
    await go.approved(code);
    const number = (await go.state(code)).result?.number;
    const task = await go.task(code, 'number');
    const { getDefinition } = await import('@motcua/workflow');
    const back = (await getDefinition(database.db, 'MC-XA-CHUAN'))?.definition.nodes.get(task.node)?.task?.returnTo ?? [];
    done(await sendBack(province.ctx, { ...await go.onTask('vanthu', code, 'number'), body: { to: back.at(-1) ?? '', reason: 'Sai tên.' } }));
    const unsigned = await go.state(code);
    await go.approved(code);

    expect(unsigned.result).toMatchObject({ documentId: null, signedBy: null, number });
    expect((await go.state(code)).result).toMatchObject({ number, documentId: expect.any(String) });
  });
});

describe('chưa có chứng thư (without a certificate)', () => {
  test('nothing is signed and nothing changes', async () => {
    const code = await go.taken();
    await go.appraised(code);
    const before = await go.state(code);
    province.clock.set(startOfTest.add({ hours: 24 * 365 * 6 }));
    const unsigned = await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null, lateCause: aCause } });
    province.clock.set(startOfTest);

    expect(unsigned).toMatchObject({ error: { code: 'no-certificate', who: 'Cán bộ lanhdao' } });
    expect(await go.state(code)).toEqual(before);
  });

  test('the seal is refused where no result was signed', async () => {
    const code = await go.taken();

    expect(await issue(province.ctx, await go.onTask('vanthu', code, 'appraise'))).toMatchObject({ ok: false });
  });
});

describe('dựng lại từ sổ (replay)', () => {
  test('finds no difference after all this', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
