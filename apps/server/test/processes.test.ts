// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { findHandling } from '@motcua/catalogue';
import { getDefinition, publishProcess } from '@motcua/workflow';
import { userTask, lineXml, processXml, start, end } from '@motcua/workflow/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const step = (id: string, more: string): string => userTask(id, `motcua:citizenLabel="Đang làm" ${more}`);
const model = (hours: number, procedures = ''): string => processXml(
  [start, step('A', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="accept" motcua:hours="4"'), step('B', `motcua:role="handling-officer" motcua:act="appraise" motcua:hours="${hours}" motcua:returnTo="A"`),
    step('C', 'motcua:role="leader" motcua:act="approve" motcua:hours="4" motcua:returnTo="B"'), step('D', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="return"'), end],
  ['S -> A', 'A -> B', 'B -> C', 'C -> D', 'D -> E']).replace('isExecutable="true"', `isExecutable="true" motcua:procedures="${procedures}"`);

const post = async (who: string, url: string, payload: object) => one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
const simulate = (xml: string, choices: readonly object[] = [], more: object = {}) =>
  post('kiemsoat.tinh', '/api/process-simulations', { xml, agency: 'Y99.21', procedure: '1.013227', receivedAt: '2026-11-23T08:00:00+07:00', choices, ...more });

describe('chạy thử quy trình (a simulated dossier) over the API', () => {
  test('counts by the calendar of the agency and writes nothing', async () => {
    const before = await one.database.pool.query('select (select count(*) from workflow.instance) as i, (select count(*) from dossiers.event) as e');

    const answer = (await simulate(model(8), ['A', 'B', 'C', 'D'].map((task) => ({ kind: 'complete', task, variables: {} })))).json<{ ended: boolean; late: boolean; steps: { name: string; due: string | null }[] }>();

    expect(answer).toMatchObject({ ended: true, late: false });
    expect(answer.steps.map(({ due }) => due === null ? null : Temporal.Instant.from(due).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString({ smallestUnit: 'minute' }))).toEqual(['2026-11-23T13:30', '2026-11-25T13:30', '2026-11-26T08:00', null]);
    expect((await one.database.pool.query('select (select count(*) from workflow.instance) as i, (select count(*) from dossiers.event) as e')).rows).toEqual(before.rows);
  });

  test.each([
    ['a file that is no XML', '<x', 'process-broken'], ['a model with faults', processXml([start, end], ['S -> E']).replace('<bpmn:endEvent id="E" />', ''), 'process-broken'], ['a huge file', 'x'.repeat(1_900_001), 'fields-to-mend'], ['a model of too many steps', lineXml(...Array.from({ length: 501 }, (_, at) => `T${at}`)), 'process-broken'],
  ])('refuses %s and names the place', async (_what, xml, code) => {
    const answer = await simulate(xml);

    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, code]);
  });

  test('refuses a choice that names a step which does not wait', async () => {
    const answer = await simulate(model(8), [{ kind: 'complete', task: 'C', variables: {} }]);

    expect(answer.json()).toMatchObject({ status: 422, code: 'simulation-stuck', errors: [{ path: 'choices.0' }] });
  });
});

describe('công bố quy trình nội bộ (publishing a process) as a bản soạn', () => {
  const publish = async (id: string, revision: number, validFrom: string) => post('quantri.tinh', `/api/proposals/${id}/publication`, { clientKey: randomUUID(), revision, decision: { number: '7/QĐ-UBND', date: '2026-11-16' }, validFrom });
  const begun = async (key: string, xml: string): Promise<{ id: string; revision: number; findings: { place: string; text: string; blocks: boolean }[] }> => {
    const { id } = (await post('kiemsoat.tinh', '/api/proposals', { kind: 'process', key, content: { name: 'Quy trình thử', xml } })).json<{ id: string }>();
    return (await one.app.inject({ url: `/api/proposals/${id}`, headers: await one.as('kiemsoat.tinh') })).json();
  };

  test('is refused when it is larger than what may be drafted, with the place and the bound; one stored before is said to be, and not looked into', async () => {
    const huge = lineXml(...Array.from({ length: 9001 }, (_, at) => `T${at}`));
    const { id, revision } = await begun('QT-LON', model(8));
    const answer = await one.app.inject({ method: 'PUT', url: `/api/proposals/${id}/content`, headers: await one.as('kiemsoat.tinh'), payload: { revision, content: { name: 'Lớn', xml: huge } } });
    await one.database.pool.query(`insert into proposals.revision (proposal, revision, content, by_id, by_name, at) values ($1, 2, jsonb_build_object('name', 'Lớn', 'xml', $2::text), 'k', 'Cán bộ', now())`, [id, huge]);
    await one.database.pool.query('update proposals.proposal set revision = 2 where id = $1', [id]);
    const look = async (what: string) => (await one.app.inject({ url: `/api/proposals/${id}${what}`, headers: await one.as('kiemsoat.tinh') })).body;

    expect([answer.statusCode, answer.json()]).toEqual([422, expect.objectContaining({ code: 'proposal-findings', errors: [{ path: 'xml', label: 'Sơ đồ', text: expect.stringContaining('nhiều nhất 500') }] })]);
    expect(await look('')).toContain('nhiều nhất 500');
    expect(await look('/difference')).toContain('nhiều nhất 500');
  });

  test('makes its procedures be handled by it from its day on, and leaves dossiers in hand on their version', async () => {
    const code = await one.go.taken();
    const { rows: [held] } = await one.database.pool.query<{ key: string; version: number }>('select definition_key as key, definition_version as version from workflow.instance where subject = $1', [code]);
    const { id, revision, findings } = await begun('QT-THU', model(8, '1.013227'));
    await post('kiemsoat.tinh', `/api/proposals/${id}/submission`, { clientKey: randomUUID(), revision, note: null });

    const answer = await publish(id, revision, '2027-01-04');

    expect(findings.filter(({ blocks }) => blocks)).toEqual([]);
    expect(answer.json()).toEqual({ state: 'published', publishedVersion: 1 });
    expect(await getDefinition(one.database.db, 'QT-THU')).toMatchObject({ version: 1, decisionNumber: '7/QĐ-UBND', decisionDate: '2026-11-16', validFrom: '2027-01-04' });
    const handled = async (day: string) => (await findHandling(one.database.db, { procedure: '1.013227', agency: 'Y99.21', day }))?.processKey;
    expect([await handled('2027-01-03') === 'QT-THU', await handled('2027-01-04')]).toEqual([false, 'QT-THU']);
    expect((await one.database.pool.query('select definition_key as key, definition_version as version from workflow.instance where subject = $1', [code])).rows).toEqual([held]);
  });

  test('is refused by who submitted it, and while hours go beyond the limit', async () => {
    const { id, revision, findings } = await begun('QT-DAI', model(4000, '1.013227'));

    const submitted = await post('kiemsoat.tinh', `/api/proposals/${id}/submission`, { clientKey: randomUUID(), revision, note: null });

    expect(findings.filter(({ blocks }) => blocks).map(({ text }) => text.slice(0, 30))).toEqual(['Các bước cộng lại 4008 giờ, dà']);
    expect(submitted.statusCode).toBe(422);
  });

  test('brings two writers together step by step, and asks only about the step both changed', async () => {
    const { id, revision } = await begun('QT-HAI', model(8));
    const put = async (who: string, content: string) => one.app.inject({ method: 'PUT', url: `/api/proposals/${id}/content`, headers: await one.as(who), payload: { revision, content: { name: 'Hai', xml: content } } });
    const theirs = model(8).replace('id="C" name="C"', 'id="C" name="Ký duyệt"').replace('id="D" name="D"', 'id="D" name="Trao kết quả"');
    const mine = model(12).replace('id="D" name="D"', 'id="D" name="Trả tại quầy"');
    const [first, second] = [await put('quantri.tinh', theirs), await put('kiemsoat.tinh', mine)];
    const merged = (await post('kiemsoat.tinh', `/api/proposals/${id}/merges`, { revision, content: { name: 'Hai', xml: mine }, takeTheirs: [] })).json<{ content: { xml: string }; collisions: object[] }>();

    expect([first.statusCode, second.statusCode]).toEqual([200, 409]);
    expect(merged.collisions).toEqual([{ path: 'D.name', place: 'Bước «Trả tại quầy»: tên', mine: 'Trả tại quầy', theirs: 'Trao kết quả' }]);
    expect(['motcua:hours="12"', 'name="Ký duyệt"', 'name="Trả tại quầy"'].filter((said) => !merged.content.xml.includes(said))).toEqual([]);
  });

  test('shows what changed between two versions, by meaning', async () => {
    const at = Temporal.Instant.from('2026-11-20T08:00:00+07:00');
    for (const hours of [8, 12]) await publishProcess(one.database.db, { key: 'QT-SO', name: 'So', xml: model(hours), by: 'x', at });

    const { lines } = (await one.app.inject({ url: '/api/processes/QT-SO/difference?from=1&to=2', headers: await one.as('kiemsoat.tinh') })).json<{ lines: { path: string; change: string; words: { text: string; is: string }[] }[] }>();

    expect(lines.filter(({ change }) => change === 'changed')).toMatchObject([{ path: 'steps/B/hours', words: [{ text: '8', is: 'removed' }, { text: '12', is: 'added' }] }]);
  });

  test('counts coverage: what is handled by a process of its own, by a general model, by none', async () => {
    await one.database.pool.query("update catalogue.handling set process_key = 'KHONG-CO' where (procedure_code, agency_code) in (select procedure_code, agency_code from catalogue.handling where procedure_code <> '1.013227' limit 1)");

    const coverage = (await one.app.inject({ url: '/api/process-coverage', headers: await one.as('kiemsoat.tinh') })).json<{ pairs: number; published: number; model: number; missing: number; rows: { state: string; process: string }[] }>();

    expect(coverage.published + coverage.model + coverage.missing).toBe(coverage.pairs);
    expect(coverage.rows.filter(({ state }) => state === 'missing').map(({ process }) => process)).toContain('KHONG-CO');
  });
});

describe('tìm và tải quy trình (finding and taking away a process)', () => {
  test('finds by words without tone marks, in the key and in the name, page by page', async () => {
    const at = Temporal.Instant.from('2026-11-20T08:00:00+07:00');
    for (let no = 10; no < 55; no += 1) await publishProcess(one.database.db, { key: `QT-TIM-${no}`, name: `Đăng ký khai sinh ${no}`, xml: model(8), by: 'x', at });
    const list = async (query: string) => (await one.app.inject({ url: `/api/processes?${query}`, headers: await one.as('kiemsoat.tinh') })).json<{ processes: { key: string; steps: number; hours: number; running: number }[]; next: string | null }>();

    const first = await list('q=dang+KY+khai');
    const second = await list(`q=dang+KY+khai&after=${first.next ?? ''}`);

    expect([first.processes.length, second.processes.length, second.next]).toEqual([40, 5, null]);
    expect(first.processes[0]).toEqual(expect.objectContaining({ key: 'QT-TIM-10', steps: 4, hours: 16, running: 0 }));
    expect((await list('q=tim-54')).processes.map(({ key }) => key)).toEqual(['QT-TIM-54']);
    expect((await list('q=kh%C3%B4ng+c%C3%B3')).processes).toEqual([]);
  });

  test('gives anybody the published table of a procedure as PDF and DOCX, and says 404 for one that has none', async () => {
    const pdf = await one.app.inject('/thu-tuc/1.013227/quy-trinh/tai?dang=pdf');
    const docx = await one.app.inject('/thu-tuc/1.013227/quy-trinh/tai?dang=docx');

    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect([docx.statusCode, docx.rawPayload.subarray(0, 2).toString(), docx.headers['content-type']]).toEqual([200, 'PK', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']);
    expect((await one.app.inject('/thu-tuc/9.999999/quy-trinh')).statusCode).toBe(404);
    expect((await one.app.inject('/thu-tuc/1.013227/quy-trinh?ma=KHONG-CO')).statusCode).toBe(404);
    expect((await one.app.inject('/thu-tuc/1.013227/quy-trinh/tai?dang=exe')).statusCode).toBe(422);
  });
});
