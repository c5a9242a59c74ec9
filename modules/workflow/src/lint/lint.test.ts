// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { after, end, lineXml, processXml, start, userTask } from '../testing.ts';
import { lintProcess } from './lint.ts';
import type { LegalLimit, PostedPlace, Surroundings } from './surroundings.ts';

const place = (agency: string, ...posted: readonly PostedPlace['posts'][number]['role'][]): PostedPlace => ({ agency, name: `xã ${agency}`, posts: posted.map((role) => ({ role, unit: null })) });
const all = ['intake-officer', 'handling-officer', 'leader', 'records-clerk'] as const;

const around = (limit: LegalLimit = { value: 5, unit: 'working-day' }, competent: readonly PostedPlace[] = [place('A', ...all)]): Surroundings => ({
  procedures: [{ code: '1.001612', name: 'Đăng ký hộ kinh doanh', limit }], places: new Map([['competent', competent], ['receiving', competent]]),
});

const say = (more: string): string => `motcua:citizenLabel="Đang giải quyết" ${more}`;
const intake = userTask('A', say('motcua:role="intake-officer" motcua:act="accept" motcua:hours="4"'));
const approve = userTask('C', say('motcua:role="leader" motcua:act="approve" motcua:hours="8" motcua:returnTo="B"'));
const handOut = userTask('D', say('motcua:role="intake-officer" motcua:act="return"'));
const line = (appraise: string): string => processXml([start, intake, appraise, approve, handOut, end], ['S -> A', 'A -> B', 'B -> C', 'C -> D', 'D -> E']);
const appraise = (more: string): string => userTask('B', say(`motcua:role="handling-officer" motcua:act="appraise" motcua:returnTo="A" ${more}`));

const texts = async (xml: string, surroundings: Surroundings = around()): Promise<readonly string[]> => (await lintProcess(xml, surroundings)).map(({ place: where, text, blocks }) => `${blocks ? '!' : '?'} ${where}: ${text}`);

describe('kiểm tra quy trình (lint of a process)', () => {
  test('stops at a model that is too large, and says the bound', async () => {
    expect(await texts(lineXml(...Array.from({ length: 9001 }, (_, at) => `T${at}`)))).toEqual(['! Cả quy trình: Mô hình quá lớn. (9.003 bước, cổng và sự kiện, nhiều nhất 500; hãy tách thành nhiều quy trình gọi nhau)']);
  });

  test.each([
    ['tags', '<bpmn:dataObject id="a" />'.repeat(15_001), 'thẻ XML'], ['decision tables', '<bpmn:businessRuleTask id="a" />'.repeat(11), 'bảng quyết định'],
  ])('stops at too many %s before the file is parsed', async (_what, inside, words) => {
    expect(await texts(line(appraise('')).replace('</bpmn:process>', inside))).toEqual([expect.stringContaining(words)]);
  });

  test('finds nothing in a process that keeps its limit and has its people', async () => {
    expect(await texts(line(appraise('motcua:hours="28"')))).toEqual([]);
  });

  test.each<[string, LegalLimit, string | null]>([
    ['29', { value: 5, unit: 'working-day' }, '5 ngày làm việc (40 giờ)'], ['28', { value: 5, unit: 'working-day' }, null], ['28', { value: 39, unit: 'working-hour' }, '39 giờ làm việc'],
    ['28', { value: 4, unit: 'calendar-day' }, '4 ngày (nhiều nhất 32 giờ)'], ['28', { value: 5, unit: 'calendar-day' }, null], ['28', null, null],
  ])('holds %s hours of appraisal against %j', async (hours, limit, words) => {
    const found = await texts(line(appraise(`motcua:hours="${hours}"`)), around(limit));

    expect(found).toEqual(words === null ? [] : [`! Cả quy trình: Các bước cộng lại ${Number(hours) + 12} giờ, dài hơn thời hạn của thủ tục 1.001612 «Đăng ký hộ kinh doanh»: ${words}. Bớt giờ ở các bước, hoặc cho các bước dùng chung quỹ giờ.`]);
  });

  test('counts parallel branches beside each other and a shared budget once', async () => {
    const pot = (id: string, hours: string): string => userTask(id, say(`motcua:role="handling-officer" motcua:act="appraise" motcua:returnTo="A" motcua:budget="Quỹ" ${hours}`));
    const xml = processXml([start, intake, '<bpmn:parallelGateway id="F" />', pot('P', 'motcua:hours="20"'), pot('Q', ''), '<bpmn:parallelGateway id="J" />', approve.replace('returnTo="B"', 'returnTo="P"'), handOut, end],
      ['S -> A', 'A -> F', 'F -> P', 'F -> Q', 'P -> J', 'Q -> J', 'J -> C', 'C -> D', 'D -> E']);

    expect(await texts(xml, around({ value: 32, unit: 'working-hour' }))).toEqual([]);
    expect((await texts(xml, around({ value: 31, unit: 'working-hour' }))).length).toBe(1);
  });

  test('names agencies where nobody holds the role, and blocks when it is all of them', async () => {
    const some = around(undefined, [place('A', ...all), place('B', 'intake-officer', 'leader')]);
    const none = around(undefined, [place('B', 'intake-officer', 'leader')]);

    expect(await texts(line(appraise('motcua:hours="8"')), some)).toEqual(['? Bước 2 «B»: Không ai được bố trí làm «người thụ lý» tại xã B. Chọn vai trò khác, hoặc bố trí người trước khi công bố.']);
    expect(await texts(line(appraise('motcua:hours="8"')), none)).toEqual(['! Bước 2 «B»: Không ai được bố trí làm «người thụ lý» tại xã B. Chọn vai trò khác, hoặc bố trí người trước khi công bố.']);
  });

  test.each([
    ['a budget without hours', appraise('motcua:budget="Q"'), ['! Bước 2 «B»: Quỹ giờ chung «Q» chưa có số giờ. Ghi số giờ ở một trong các bước dùng chung.']],
    ['a budget of one', appraise('motcua:budget="Q" motcua:hours="4"'), ['? Bước 2 «B»: Quỹ giờ chung «Q» chỉ một bước dùng. Bỏ quỹ chung, hoặc chọn quỹ này ở bước khác.']],
    ['a step back to a later step', appraise('motcua:hours="4"').replace('returnTo="A"', 'returnTo="C"'), ['! Bước 2 «B»: Bước trả lại (motcua:returnTo) phải là một công việc đứng trước. (C)']],
    ['no step back', appraise('motcua:hours="4"').replace('motcua:returnTo="A"', ''), ['? Bước 2 «B»: Chưa chọn bước để trả về khi không đồng ý.']],
    ['a step without a role', userTask('B', say('motcua:hours="4"')), ['! Bước 2 «B»: Công việc chưa có vai trò thực hiện (motcua:role).']],
  ])('says what is wrong with %s', async (_what, step, expected) => {
    expect(await texts(line(step))).toEqual(expected);
  });

  test('warns of a wait for something that may never come, and not of one with a clock beside it', async () => {
    const [paid, days] = ['<bpmn:intermediateCatchEvent id="Paid"><bpmn:messageEventDefinition messageRef="M" /></bpmn:intermediateCatchEvent>', `<bpmn:intermediateCatchEvent id="Days">${after('P5D')}</bpmn:intermediateCatchEvent>`];
    const message = '<bpmn:message id="M" name="paid" />';
    const alone = processXml([start, intake, paid, approve.replace('returnTo="B"', 'returnTo="A"'), handOut, end], ['S -> A', 'A -> Paid', 'Paid -> C', 'C -> D', 'D -> E'], message);
    const timed = processXml([start, intake, '<bpmn:eventBasedGateway id="G" />', paid, days, '<bpmn:exclusiveGateway id="X" />', approve.replace('returnTo="B"', 'returnTo="A"'), handOut, end], ['S -> A', 'A -> G', 'G -> Paid', 'G -> Days', 'Paid -> X', 'Days -> X', 'X -> C', 'C -> D', 'D -> E'], message);

    expect((await texts(alone)).map((text) => text.slice(0, 60))).toEqual(['? Chỗ chờ «đã nộp tiền»: Hồ sơ chờ đến khi đã nộp tiền mà kh']);
    expect(await texts(timed)).toEqual([]);
  });

  test('warns of a choice nobody is asked about, and blocks one at which no dossier could be received', async () => {
    const choice = (before: string, usual: string): string => processXml([start, intake, appraise('motcua:hours="4"'), `<bpmn:exclusiveGateway id="X"${usual} />`, '<bpmn:exclusiveGateway id="Y" />', approve, handOut, end],
      before === 'A' ? ['S -> A', 'A -> X', 'X -> B : dat = true', 'X -> Y : dat = false', 'B -> Y', 'Y -> C', 'C -> D', 'D -> E'] : ['S -> A', 'A -> B', 'B -> X', 'X -> Y : dat = true', 'X -> C : dat = false', 'Y -> C', 'C -> D', 'D -> E']);

    expect((await texts(choice('A', ''))).map((text) => text.slice(0, 50))).toEqual(['? Bước 1 «A»: Sau bước này quy trình đọc «dat», mà', '! Cả quy trình: Tiếp nhận xong thì quy trình không']);
    expect((await texts(choice('A', ' default="X_Y"').replace(/(<bpmn:sequenceFlow id="X_Y"[^>]*>).*?(<\/bpmn:sequenceFlow>)/su, '$1$2'))).map((text) => text.slice(0, 12))).toEqual(['? Bước 1 «A»']);
  });

  test('misses acceptance, approval, handing out and the procedure', async () => {
    const xml = processXml([start, appraise('motcua:hours="4"').replace('motcua:returnTo="A"', ''), end], ['S -> B', 'B -> E']);

    expect((await texts(xml, { procedures: [], places: new Map() })).map((text) => text.slice(0, 60))).toEqual([
      '! Cả quy trình: Chưa có bước «Tiếp nhận» (việc: tiếp nhận). H', '? Cả quy trình: Chưa có bước «Trả kết quả» (việc: trả kết quả', '? Cả quy trình: Chưa có bước ký duyệt (việc: phê duyệt hoặc k', '? Cả quy trình: Chưa gắn với thủ tục nào: công bố rồi vẫn chưa ',
    ].map((text) => text.slice(0, 60)));
  });

  test.each(['', '<', '<?xml version="1.0"?><x/>', `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">${'<bpmn:process id="P">'.repeat(2)}</bpmn:process></bpmn:process></bpmn:definitions>`, 'x'.repeat(4_000_001)])('answers a broken or huge file with what is wrong', async (xml) => {
    const found = await lintProcess(xml, around());

    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ blocks }) => blocks)).toBe(true);
  });
});
