// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument, validatePdf } from '@motcua/documents';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { extend, officerDossier, refuseDossier, reissue, replay, requestSupplement, stop } from '../index.ts';
import type { ReissuablePaper } from '../contract.ts';
import { issueOf } from '../lifecycle/issued-papers.ts';
import { printPaper } from '../papers/print.ts';
import { eventsOf } from '../store/ledger.ts';
import { replacedIn } from '../views/replaced-paper.ts';
import { type SmallProvince, done, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const again = async (who: string, code: string, paper: ReissuablePaper, wording: string[] | null = null) => reissue(province.ctx, { ...await go.by(who, code), body: { paper, reason: 'Giấy cũ ghi sai.', wording } });
const codeOf = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'done';
const second = (at: string): number => Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000);
const wordsOf = async (code: string, paper: ReissuablePaper): Promise<string> => {
  const dossier = await go.state(code);
  const pdf = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper });
  return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf ?? new Uint8Array(), encoding: 'utf8' }).replace(/\s+/gu, ' ');
};
/** What somebody who scans a copy of a paper is told. */
const told = async (code: string, paper: ReissuablePaper, { number, at }: { readonly number: string; readonly at: string }) => replacedIn(await go.state(code), { kind: paper, issued: second(at), number });

const refused = async (): Promise<string> => {
  const code = await go.filed();
  done(await refuseDossier(province.ctx, { ...await go.by('tiepnhan', code), body: { reasons: ['Thuộc thẩm quyền của xã khác.'] } }));
  return code;
};
const stopped = async (): Promise<string> => {
  const code = await go.taken();
  done(await stop(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Không còn nhu cầu.' } }));
  return code;
};
const extended = async (): Promise<string> => {
  const code = await go.taken();
  done(await extend(province.ctx, { ...await go.by('lanhdao', code), body: { value: 2, reason: 'Chờ ý kiến.' } }));
  return code;
};
const supplemented = async (): Promise<string> => {
  const code = await go.taken();
  done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }] } }));
  return code;
};

describe('cấp lại giấy (a paper issued again)', () => {
  test.each([
    ['receipt', 'tiepnhan', () => go.taken()], ['supplement-request', 'tiepnhan', supplemented], ['refusal', 'tiepnhan', refused], ['extension', 'lanhdao', extended], ['stop-notice', 'tiepnhan', stopped],
  ] as const)('%s: has a new number, the day it is issued and its own QR; the earlier copy stays and says that it was replaced', async (paper, who, begin) => {
    const code = await begin();
    const before = await go.state(code);
    const first = issueOf(before, paper);
    if (first === null) throw new Error('no first copy');
    province.clock.set(startOfTest.add({ hours: 24 }));
    done(await again(who, code, paper));
    const after = await go.state(code);
    const copy = issueOf(after, paper);
    if (copy === null) throw new Error('no second copy');

    expect([after.status, copy.at, copy.by.name]).toEqual([before.status, startOfTest.add({ hours: 24 }).toString(), `Cán bộ ${who}`]);
    expect(copy.number).not.toBe(first.number);
    expect(await wordsOf(code, paper)).toMatch(new RegExp(`Số: ${copy.number} .*ngày 18 tháng 11 năm 2026`, 'u'));
    expect([await told(code, paper, first), await told(code, paper, copy)]).toEqual([{ replacedAt: copy.at, by: copy.number, isRevoked: false }, null]);
    expect((await eventsOf(database.db, after.id)).at(-1)).toMatchObject({ type: 'reissued', data: { number: copy.number, reason: 'Giấy cũ ghi sai.', replaced: { number: first.number, issuedAt: first.at } } });
  });

  test('twice leads from each earlier copy to the one after it', async () => {
    const code = await refused();
    done(await again('tiepnhan', code, 'refusal'));
    done(await again('tiepnhan', code, 'refusal'));
    const [one, two, last] = [...(await go.state(code)).replaced, issueOf(await go.state(code), 'refusal')].map((copy) => copy?.number);

    expect(new Set([one, two, last]).size).toBe(3);
    expect(await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code)).toMatchObject({ value: { replaced: [{ number: one, newNumber: two }, { number: two, newNumber: last }], reissuable: ['refusal'] } });
  });

  test('may state the reasons anew where they were wrong, on papers that give reasons', async () => {
    const code = await refused();
    done(await again('tiepnhan', code, 'refusal', ['Thuộc thẩm quyền của Sở Xây dựng.', 'Nộp tại Trung tâm tỉnh.']));
    const receipt = await again('tiepnhan', await go.taken(), 'receipt', ['x']);

    expect(await wordsOf(code, 'refusal')).toMatch(/1\. Thuộc thẩm quyền của Sở Xây dựng\. 2\. Nộp tại Trung tâm tỉnh\./u);
    expect((await go.state(code)).refusal?.reasons).toEqual(['Thuộc thẩm quyền của xã khác.']);
    expect(receipt).toMatchObject({ error: { code: 'fields-to-mend', fields: [{ path: 'wording' }] } });
  });

  test('of form 04 is signed again by the head; the first file stays as it was', async () => {
    const code = await extended();
    const before = (await go.state(code)).extension;
    done(await again('lanhdao', code, 'extension', ['Chờ ý kiến cơ quan di tích.']));
    const after = await go.state(code);
    const copy = await readDocument(database.db, province.ctx.files, issueOf(after, 'extension')?.documentId ?? '');
    const { signatures } = await validatePdf(copy?.bytes ?? new Uint8Array(), { trust: { roots: [] } });

    expect(signatures.map(({ coversWholeFile, verdict }) => [coversWholeFile, verdict === 'invalid'])).toEqual([[true, false]]);
    expect([after.extension, await readDocument(database.db, province.ctx.files, before?.documentId ?? '') === undefined]).toEqual([before, false]);
    expect(await wordsOf(code, 'extension')).toMatch(/Lý do: Chờ ý kiến cơ quan di tích\..*TM\. ỦY BAN NHÂN DÂN CHỦ TỊCH.*Cán bộ lanhdao/u);
  });

  test('is done by whoever may issue the paper, and by nobody else', async () => {
    const [receipt, apology, refusal, stopNotice] = [await go.taken(), await extended(), await refused(), await stopped()];
    const outcomes = [
      await again('lanhdao', receipt, 'receipt'), await again('tiepnhan', apology, 'extension'), await again('lanhdao', refusal, 'refusal'), await again('chuyenvien', stopNotice, 'stop-notice'), await again('tiepnhan', receipt, 'refusal'),
    ];

    expect(outcomes.map(codeOf)).toEqual(['not-permitted', 'not-permitted', 'not-permitted', 'not-permitted', 'no-such-paper']);
  });

  test('is printed by the set of forms of the day it is issued: an old receipt as it was then, its new copy as papers are now', async () => {
    province.clock.set(Temporal.Instant.from('2025-09-11T09:00:00+07:00'));
    const code = await go.taken();
    const old = await wordsOf(code, 'receipt');
    province.clock.set(startOfTest);
    const printedLater = await wordsOf(code, 'receipt');
    done(await again('tiepnhan', code, 'receipt'));
    const copy = await wordsOf(code, 'receipt');

    expect([old, printedLater, copy].map((words) => words.includes('1. Thành phần hồ sơ nộp gồm'))).toEqual([true, true, false]);
    expect(copy).toContain('Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 11 tháng 9 năm 2025');
  });
});
