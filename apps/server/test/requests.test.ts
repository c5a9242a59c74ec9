// SPDX-License-Identifier: EUPL-1.2
import { Agent, request } from 'node:http';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { confirmComponents } from '@motcua/catalogue';
import { issueToken } from '@motcua/documents';
import { photographOf, smallPdf, zipOf } from '@motcua/documents/testing';
import { requestSupplement, supplement } from '@motcua/dossiers';
import { aParty, done, plainAnswers, startOfTest } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';
import { type FilePart, multipart } from './multipart.ts';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const content = { agency: 'Y99.21', circumstance: null, applicant: aParty(), forOther: false, answers: plainAnswers, returnWay: 'counter' };
const begun = async (): Promise<{ readonly id: string; readonly revision: number }> => (await one.app.inject({ method: 'POST', url: '/api/drafts', headers: await one.as('citizen'), payload: { procedure: '1.013227', content } })).json();

const upload = async (url: string, file: FilePart | null, who = 'citizen') => {
  const { payload, headers } = multipart(file);
  return one.app.inject({ method: 'POST', url, headers: { ...headers, ...await one.as(who) }, payload });
};

describe('tải tệp lên (uploads)', () => {
  test('takes a PDF into the draft, and shows it there', async () => {
    const { id } = await begun();
    const answer = await upload(`/api/drafts/${id}/files?paperNo=1`, { name: 'Đơn đề nghị.pdf', bytes: smallPdf });
    const seen = await one.app.inject({ url: `/api/drafts/${id}`, headers: await one.as('citizen') });

    expect([answer.statusCode, answer.json()]).toMatchObject([201, { paperNo: 1, name: 'Đơn đề nghị.pdf', mediaType: 'application/pdf' }]);
    expect(seen.json<{ files: unknown[] }>().files).toHaveLength(1);
  });

  test.each([
    ['25 MB', { name: 'lon.pdf', bytes: Buffer.concat([Buffer.from(smallPdf), Buffer.alloc(25 * 1024 * 1024, 32)]) }, 413, 'upload-too-large'],
    ['a program behind the name of a PDF', { name: 'don.pdf', bytes: Buffer.from('MZ\u0090\u0000\u0003', 'latin1') }, 422, 'upload-type-mismatch'],
    ['a page of HTML', { name: 'trang.html', bytes: Buffer.from('<html><script>alert(1)</script></html>'), type: 'text/html' }, 422, 'upload-type-refused'],
    ['an archive behind the name of a picture', { name: 'anh.png', bytes: zipOf('a.txt', 'x'), type: 'image/png' }, 422, 'upload-type-mismatch'],
    ['nothing inside', { name: 'rong.pdf', bytes: new Uint8Array() }, 422, 'upload-empty'],
    ['no file at all', null, 422, 'upload-empty'],
  ] as const)('refuses %s in words, and the draft stays as it was', async (_what, file, status, code) => {
    const { id } = await begun();
    const answer = await upload(`/api/drafts/${id}/files?paperNo=1`, file);
    const seen = await one.app.inject({ url: `/api/drafts/${id}`, headers: await one.as('citizen') });

    expect([answer.statusCode, answer.headers['content-type'], answer.json<{ code: string }>().code]).toEqual([status, 'application/problem+json; charset=utf-8', code]);
    expect(answer.json<{ title: string }>().title).toMatch(/[À-ỹ]/u);
    expect(seen.json()).toMatchObject({ files: [], content });
  });

  test('of a file too large leave the connection free for what is asked next', async () => {
    const { id } = await begun();
    await one.app.listen({ port: 0, host: '127.0.0.1' });
    const address = one.app.server.address();
    const [agent, headers] = [new Agent({ keepAlive: true, maxSockets: 1 }), await one.as('citizen')];
    const asked = (method: string, path: string, about: ReturnType<typeof multipart> | null): Promise<number | undefined> => new Promise((resolve, reject) => {
      const sent = request({ agent, method, path, host: '127.0.0.1', port: typeof address === 'object' ? address?.port : 0, headers: { ...headers, ...about?.headers } }, (answer) => { answer.resume().on('end', () => { resolve(answer.statusCode); }); });
      sent.on('error', reject).end(about?.payload);
    });
    const large = multipart({ name: 'lon.pdf', bytes: Buffer.concat([Buffer.from(smallPdf), Buffer.alloc(21 * 1024 * 1024, 32)]) });

    const answers = [await asked('POST', `/api/drafts/${id}/files?paperNo=1`, large), await asked('GET', `/api/drafts/${id}`, null), await asked('POST', '/api/my/vault/uploads?kind=KQ.G15.000031', large), await asked('GET', `/api/drafts/${id}`, null)];
    agent.destroy();

    expect(answers).toEqual([413, 200, 422, 200]);
  });

  test('refuses a body that is no multipart', async () => {
    const { id } = await begun();
    const answer = await one.app.inject({ method: 'POST', url: `/api/drafts/${id}/files?paperNo=1`, headers: await one.as('citizen'), payload: { file: 'x' } });

    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([415, 'media-type-refused']);
  });

  test('does not take a file into another citizen\'s draft', async () => {
    const { id } = await begun();

    expect((await upload(`/api/drafts/${id}/files?paperNo=1`, { name: 'don.pdf', bytes: smallPdf }, 'other-citizen')).statusCode).toBe(404);
  });

  test('completes a dossier: by paper, and beside the papers', async () => {
    const code = await one.go.filed();
    done(await requestSupplement(one.province.ctx, { ...await one.go.by('tiepnhan', code), body: { reason: 'Thiếu.', items: [{ paperNo: null, what: 'x', howToMend: 'y', basis: null }] } }));
    const before = (await one.go.state(code)).papers.length;
    const answers = [];
    for (const no of [0, 1, 240]) answers.push((await upload(`/api/my/dossiers/${code}/files?paperNo=${String(no)}`, { name: `giay-${String(no)}.pdf`, bytes: smallPdf })).statusCode);
    const { version } = await one.go.state(code);
    const sent = await one.app.inject({ method: 'POST', url: `/api/my/dossiers/${code}/supplements`, headers: await one.as('citizen'), payload: { clientKey: randomUUID(), version, note: null, answers: null } });
    const { papers } = await one.go.state(code);
    const [first] = papers;
    const opened = await one.app.inject({ url: `/api/dossiers/${code}/documents/${first?.documents[0]?.id ?? ''}?purpose=handling`, headers: await one.as('tiepnhan') });
    const aimless = await one.app.inject({ url: `/api/dossiers/${code}/documents/${first?.documents[0]?.id ?? ''}`, headers: await one.as('tiepnhan') });
    const told = await one.app.inject({ url: `/api/my/dossiers/${code}/openings`, headers: await one.as('citizen') });

    expect([answers, sent.statusCode]).toEqual([[201, 201, 422], 201]);
    expect([aimless.statusCode, told.json<unknown>()]).toEqual([422, { checks: [], copies: [], openings: [{ at: expect.any(String) as unknown, paper: 'giay-1.pdf', who: expect.stringContaining('tiepnhan') as unknown, agencyName: expect.any(String) as unknown, purpose: 'handling' }] }]);
    expect([papers.length, papers.at(-1)?.documents[0]?.name, first?.documents[0]?.name]).toEqual([before + 1, 'giay-0.pdf', 'giay-1.pdf']);
    expect([opened.statusCode, opened.headers['content-security-policy'], opened.headers['content-disposition']]).toEqual([200, "default-src 'none'; sandbox", expect.stringMatching(/^attachment/u)]);
    expect(await supplement(one.province.ctx, { ...await one.go.by('tiepnhan', code), body: { note: 'x', answers: null, documents: new Map() } })).toMatchObject({ ok: false });
  });
});

describe('phiên đăng nhập (session)', () => {
  test('that has ended is 401 in words, and the draft is still there after signing in again', async () => {
    const { id, revision } = await begun();
    const headers = await one.as('citizen');
    one.province.clock.set(startOfTest.add({ hours: 3 }));
    const late = await one.app.inject({ method: 'PUT', url: `/api/drafts/${id}`, headers, payload: { revision, content: { ...content, returnWay: 'post' } } });
    one.province.clock.set(startOfTest);
    const again = await one.app.inject({ url: `/api/drafts/${id}`, headers });

    expect([late.statusCode, late.json<{ code: string }>().code, late.headers['content-type']]).toEqual([401, 'sign-in-needed', 'application/problem+json; charset=utf-8']);
    expect(again.json()).toMatchObject({ revision, content });
  });

  test('goes on while it is used', async () => {
    const fresh = await testInstallation();
    const headers = await fresh.as('citizen');
    const seen = [];
    for (let hour = 0; hour <= 6; hour += 1) {
      fresh.province.clock.set(startOfTest.add({ minutes: hour * 90 }));
      seen.push((await fresh.app.inject({ url: '/api/drafts', headers })).statusCode);
    }
    await fresh.close();

    expect(seen).toEqual([200, 200, 200, 200, 200, 200, 200]);
  });

  test('that was ended is nobody\'s', async () => {
    const fresh = await testInstallation();
    const headers = await fresh.as('tiepnhan');
    const me = [await fresh.app.inject({ url: '/api/me', headers }), await fresh.app.inject({ method: 'DELETE', url: '/api/session', headers }), await fresh.app.inject({ url: '/api/me', headers })];
    await fresh.close();

    expect(me.map(({ statusCode, body }) => `${String(statusCode)} ${body.slice(0, 17)}`)).toEqual(['200 {"kind":"officer"', '204 ', '200 {"kind":"visitor"']);
  });
});

describe('yêu cầu từ trang khác (a request from another site)', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }], [{ 'sec-fetch-site': 'same-site' }], [{ origin: 'https://xau.vi-du.vn', host: 'localhost:8080' }], [{ origin: 'null', host: 'localhost:8080' }], [{ origin: 'http://localhost:8081', host: 'localhost:8080' }],
  ])('with the cookie is refused: %j', async (from: Record<string, string>) => {
    const headers = { ...await one.as('citizen'), ...from };
    const answers = [await one.app.inject({ method: 'POST', url: '/api/drafts', headers, payload: { procedure: '1.013227', content } }), await one.app.inject({ method: 'DELETE', url: '/api/session', headers })];

    expect(answers.map(({ statusCode, body }) => [statusCode, JSON.parse(body)])).toMatchObject([[403, { code: 'cross-site' }], [403, { code: 'cross-site' }]]);
  });

  test.each([[{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:8080' }], [{ origin: 'http://localhost:8080', host: 'localhost:8080' }], [{}]])('of our own is taken: %j', async (from: Record<string, string>) => {
    expect((await one.app.inject({ method: 'POST', url: '/api/drafts', headers: { ...await one.as('citizen'), ...from }, payload: { procedure: '1.013227', content } })).statusCode).toBe(201);
  });

  test('may read what is open, and embeds nothing', async () => {
    const { headers } = await one.app.inject({ url: '/api/procedures', headers: { 'sec-fetch-site': 'cross-site' } });

    expect([headers['access-control-allow-origin'], headers['x-content-type-options'], headers['content-security-policy']]).toEqual([undefined, 'nosniff', expect.stringContaining("default-src 'none'")]);
  });
});

describe('nộp qua mạng, từ đầu đến cuối (filing over HTTP, end to end)', () => {
  test('a draft becomes a dossier the counter accepts and the citizen follows', async () => {
    const [citizen, counter] = [await one.as('citizen'), await one.as('tiepnhan')];
    const { id, revision } = await begun();
    const saved = (await one.app.inject({ method: 'PUT', url: `/api/drafts/${id}`, headers: citizen, payload: { revision, content: { ...content, returnWay: 'post' } } })).json<{ revision: number }>();
    const filed = await one.app.inject({ method: 'POST', url: `/api/drafts/${id}/submission`, headers: citizen, payload: { clientKey: randomUUID(), revision: saved.revision } });
    const { code } = filed.json<{ code: string }>();
    const waiting = (await one.app.inject({ url: '/api/work?list=online', headers: counter })).json<{ dossiers: { code: string; version: number }[] }>().dossiers.find((row) => row.code === code);
    const papers = (await one.go.state(code)).papers.map(({ no }) => ({ no, state: 'ok', originals: 1, copies: 0, remark: null }));
    const accepted = await one.app.inject({ method: 'POST', url: `/api/dossiers/${code}/acceptance`, headers: counter, payload: { clientKey: randomUUID(), version: waiting?.version, papers, limitOverride: null } });
    const [own, receipt, slip, standing, gone] = await Promise.all([`/api/my/dossiers/${code}`, `/api/my/dossiers/${code}/printed/receipt`, `/api/my/dossiers/${code}/printed/control-slip`, `/api/public/dossiers/${code}`, `/api/drafts/${id}`].map((url) => one.app.inject({ url, headers: citizen })));

    expect([filed.statusCode, filed.json()]).toMatchObject([201, { submittedAt: startOfTest.toString(), answerBy: expect.any(String) }]);
    expect([accepted.statusCode, accepted.json()]).toMatchObject([201, { status: 'accepted', papers: ['receipt', 'control-slip'] }]);
    expect(own?.json()).toMatchObject({ status: 'accepted', national: { code: 2 }, clock: { state: 'running' }, limit: '5 ngày làm việc', returnWay: 'post' });
    expect([receipt?.headers['content-type'], receipt?.rawPayload.subarray(0, 5).toString(), slip?.statusCode, gone?.statusCode]).toEqual(['application/pdf', '%PDF-', 404, 404]);
    expect(standing?.json()).toEqual({ code, done: expect.any(Number), total: 5, finished: false, destroyed: null, asOf: startOfTest.toString() });
  });
});

describe('giấy in từ sổ (papers printed from the ledger)', () => {
  test('that were given out are known again as files; the same with a byte more is not', async () => {
    const code = await one.go.taken();
    const counter = await one.as('tiepnhan');
    const check = async (bytes: Uint8Array) => (await one.app.inject({ method: 'POST', url: '/api/paper-checks', payload: { sha256: createHash('sha256').update(bytes).digest('hex') } })).json<{ verdict: string; paper: string | null; facts: readonly { value: string }[] }>();
    for (const [paper, title] of [['receipt', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'], ['control-slip', 'Phiếu kiểm soát quá trình giải quyết hồ sơ']]) {
      const { rawPayload } = await one.app.inject({ url: `/api/dossiers/${code}/printed/${String(paper)}`, headers: counter });
      const [known, altered] = [await check(rawPayload), await check(Buffer.concat([rawPayload, Buffer.from('x')]))];

      expect([known.verdict, known.paper, known.facts[0]?.value, altered.verdict]).toEqual(['genuine', title, code, 'mismatch']);
    }
  });
});

describe('mã kiểm tra trên giấy (verification token of a paper)', () => {
  test('is found however long its address is', async () => {
    const token = issueToken(one.province.ctx.tokenKey, { k: 'receipt', c: 'Y99.21-261117-0001', iat: 1_800_000_000, d: { a: 'Trung tâm Phục vụ hành chính công tỉnh Thử' } });
    const [genuine, forged] = await Promise.all([token, `${token.slice(0, -4)}AAAA`].map((text) => one.app.inject({ url: `/x/${text}` })));

    expect(token.length).toBeGreaterThan(100);
    expect([genuine?.statusCode, genuine?.body.includes('verify'), forged?.statusCode]).toEqual([200, true, 404]);
  });

  test('is answered to a robot that previews the link, and not counted as a check', async () => {
    const token = issueToken(one.province.ctx.tokenKey, { k: 'receipt', c: 'Y99.21-261117-0099', iat: 1_800_000_000, d: { a: 'Một Cửa' } });
    const counted = async () => (await one.database.pool.query<{ n: number }>("select count(*)::int as n from dossiers.paper_check where dossier_code = 'Y99.21-261117-0099'")).rows[0]?.n;
    const robots = await Promise.all(['TelegramBot (like TwitterBot)', 'facebookexternalhit/1.1'].map((agent) => one.app.inject({ url: `/x/${token}`, headers: { 'user-agent': agent } })));
    const afterRobots = await counted();
    await one.app.inject({ url: `/x/${token}`, headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36' } });

    expect(robots.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect([afterRobots, await counted()]).toEqual([0, 1]);
  });
});

describe('chọn ngôn ngữ (choosing the language)', () => {
  const chosen = async (url: string) => {
    const answer = await one.app.inject({ url });
    return [answer.statusCode, answer.headers.location, answer.cookies.find(({ name }) => name === 'ngon-ngu')?.value];
  };

  test('is remembered and leads back to the page, never to another site', async () => {
    const answers = [];
    for (const back of ['/thu-tuc?tim=khai+sinh&ngon-ngu=vi', 'https://example.org/x', '//example.org/x', '/\\example.org', '']) answers.push(await chosen(`/ngon-ngu/en?tiep=${encodeURIComponent(back)}`));

    expect(answers).toEqual([[302, '/thu-tuc?tim=khai+sinh', 'en'], [302, '/', 'en'], [302, '/', 'en'], [302, '/', 'en'], [302, '/', 'en']]);
  });
});

describe('chữ ký của tệp nộp vào (signatures of a file handed in)', () => {
  test('are judged for the officer on the spot, with a purpose, and told to the owner as an opening', async () => {
    const code = await one.go.filed();
    done(await requestSupplement(one.province.ctx, { ...await one.go.by('tiepnhan', code), body: { reason: 'Thiếu.', items: [{ paperNo: null, what: 'x', howToMend: 'y', basis: null }] } }));
    const signed = readFileSync(path.resolve(import.meta.dirname, '../../../data/test-suites/pdf-signatures/files/sig-no-signed-attrs.pdf'));
    expect((await upload(`/api/my/dossiers/${code}/files?paperNo=1`, { name: 'da-ky.pdf', bytes: signed })).statusCode).toBe(201);
    const { version } = await one.go.state(code);
    await one.app.inject({ method: 'POST', url: `/api/my/dossiers/${code}/supplements`, headers: await one.as('citizen'), payload: { clientKey: randomUUID(), version, note: null, answers: null } });
    const document = (await one.go.state(code)).papers[0]?.documents[0]?.id ?? '';
    const report = await one.app.inject({ url: `/api/dossiers/${code}/documents/${document}/signatures?purpose=handling`, headers: await one.as('tiepnhan') });
    const stranger = await one.app.inject({ url: `/api/dossiers/${code}/documents/${document}/signatures?purpose=handling`, headers: await one.as('tiepnhan.hai') });

    expect(report.json<unknown>()).toMatchObject({ document: 'indeterminate', signatures: [{ signer: 'Lord Testerino', verdict: 'indeterminate', coversWholeFile: true, timeProof: 'claimed' }] });
    expect(stranger.statusCode).toBe(404);
    expect((await one.app.inject({ url: `/api/my/dossiers/${code}/openings`, headers: await one.as('citizen') })).json<{ openings: unknown[] }>().openings).toHaveLength(1);
  });
});

describe('góp ý về tệp (advice on a file)', () => {
  const card = (until: string): Promise<Uint8Array> => photographOf(['CĂN CƯỚC', `Số định danh: ${aParty().personalId}`, `Họ và tên: ${aParty().name.toUpperCase()}`, 'Sinh ngày: 05/06/1990', `Có giá trị đến ngày: ${until}`], { dpi: 150, turned: 1.5, blurred: 0.5 });
  const codesAt = async (url: string, who = 'citizen'): Promise<unknown> => {
    const answer = await one.app.inject({ url, headers: await one.as(who) });
    return answer.statusCode === 200 ? answer.json<{ advice: { code: string }[] }>().advice.map(({ code }) => code) : answer.statusCode;
  };

  test('is made again when who applies is mended', async () => {
    const { id, revision } = await begun();
    const [paper] = (await one.go.state(await one.go.filed())).papers;
    done(await confirmComponents(one.database.db, '1.013227', { asked: { components: [{ name: paper?.name ?? '', kind: 'KQ.G01.000023' }] }, by: { name: 'Kiểm soát' }, at: startOfTest }));
    const file = (await upload(`/api/drafts/${id}/files?paperNo=${String(paper?.no ?? 1)}`, { name: 'the.jpg', bytes: await card('12/03/2035'), type: 'image/jpeg' })).json<{ id: string }>().id;
    const right = await codesAt(`/api/drafts/${id}/files/${file}/advice`);
    await one.app.inject({ method: 'PUT', url: `/api/drafts/${id}`, headers: await one.as('citizen'), payload: { revision, content: { ...content, applicant: { ...aParty(), name: 'Trần Thị Khác' } } } });

    expect(right).toEqual([]);
    expect(await codesAt(`/api/drafts/${id}/files/${file}/advice`)).toEqual(['other-name']);
  });

  test('is made on what answers a request for more, for its owner only', async () => {
    const code = await one.go.filed();
    done(await requestSupplement(one.province.ctx, { ...await one.go.by('tiepnhan', code), body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'Thẻ căn cước', howToMend: 'Chụp lại', basis: null }] } }));
    const file = (await upload(`/api/my/dossiers/${code}/files?paperNo=0&item=1`, { name: 'the.jpg', bytes: await card('12/03/2020'), type: 'image/jpeg' })).json<{ id: string }>().id;
    const at = `/api/my/dossiers/${code}/files`;

    expect([await codesAt(`${at}/${file}/advice`), await codesAt(`${at}/${randomUUID()}/advice`), await codesAt(`${at}/${file}/advice`, 'other-citizen')]).toEqual([['expired'], 404, 404]);
  });
});
