// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Enterprise } from '@motcua/dossiers';
import { afterEach, describe, expect, test } from 'vitest';
import { enterpriseAnswerXml, enterpriseQuestionXml, readEnterpriseAnswer, readEnterpriseQuestion } from './business-messages.ts';
import { type BusinessStandIn, businessRegister, startBusinessStandIn } from './index.ts';

const account = { user: 'motcua', secret: 'bí mật của nơi hỏi', client: 'VN/GOV/DEMO/MOTCUA', apiKey: 'khoa', account: 'motcua.trinhdien', unit: 'H15', service: 'MOTCUA' };
const known: Enterprise = {
  code: '0000012345', name: 'CÔNG TY TNHH MẪU & CON', foreignName: 'MAU CO., LTD', shortName: null, kindCode: '01', statusCode: '1', headOffice: { province: '66', commune: '24121', text: 'Số 12 <ngõ 3>' },
  representatives: [{ name: 'Nguyễn Văn Mẫu', role: 'Giám đốc', personalId: '000095012345' }, { name: 'Đặng Thị Ẩn', role: 'Chủ tịch', personalId: '000188067890' }],
  lines: [{ code: '4101', name: 'Xây dựng nhà để ở' }, { code: '4669', name: 'Bán buôn chuyên doanh khác' }], registeredOn: '2019-05-06', changes: 3, changedOn: '2025-01-20',
};
const clock = { now: () => Temporal.Instant.from('2026-11-20T08:00:00Z') };
const asked = { requestId: '1', officer: 'songmay.tiepnhan', procedure: '1.013227', code: known.code, purpose: 'representation' } as const;

let running: BusinessStandIn | undefined;
afterEach(async () => { await running?.stop(); running = undefined; });

async function register(more: { readonly busy?: () => boolean; readonly with?: Partial<typeof account> } = {}) {
  running = await startBusinessStandIn({ account, enterprises: [known], clock, ...(more.busy === undefined ? {} : { busy: more.busy }) });
  return businessRegister({ ...account, ...more.with, url: running.url }, clock);
}

/** A register that answers everything with one enterprise. */
async function answeredWith(enterprise: Enterprise) {
  const other = createServer((_request, response) => { response.end(enterpriseAnswerXml(enterprise)); });
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const ask = businessRegister({ ...account, url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}/` }, clock);
  return { ask, close: () => { other.close(); } };
}

describe('hỏi cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp (the business register)', () => {
  test('tells of the enterprise that has the code, and who asked', async () => {
    const ask = await register();

    expect(await ask(asked)).toEqual({ outcome: 'found', enterprise: known });
    expect(running?.asked).toEqual([expect.objectContaining({ officer: 'songmay.tiepnhan', unit: 'H15', code: known.code, purpose: 'representation' })]);
  });

  test('gives numbers of its representatives to nobody who asks for what is registered only', async () => {
    const unasked = (await (await register())({ ...asked, purpose: 'content' }));
    const { ask, close } = await answeredWith(known);
    const toldAllTheSame = await ask({ ...asked, purpose: 'content' });
    close();

    const nameless = { outcome: 'found', enterprise: { ...known, representatives: known.representatives.map((one) => ({ ...one, personalId: null })) } };
    expect([unasked, toldAllTheSame]).toEqual([nameless, nameless]);
  });

  test('says that no enterprise has a code', async () => {
    expect(await (await register())({ ...asked, code: '0000099999' })).toEqual({ outcome: 'no-match' });
  });

  test('is asked again while the exchange is busy, with the same question', async () => {
    let times = 0;
    const ask = await register({ busy: () => { times += 1; return times === 1; } });

    expect([(await ask(asked)).outcome, times, running?.asked.length]).toEqual(['found', 2, 1]);
  });

  test('goes on without an answer when the exchange stays busy, refuses us, or is gone', async () => {
    const busy = await (await register({ busy: () => true }))(asked);
    await running?.stop();
    const refused = await (await register({ with: { secret: 'khác' } }))(asked);
    const ask = await register();
    await running?.stop();

    expect([busy, refused, await ask(asked)]).toEqual([{ outcome: 'unreachable' }, { outcome: 'unreachable' }, { outcome: 'unreachable' }]);
  });

  test.each([['another enterprise', { code: '0000099999' }], ['one without a name', { name: '' }]])('takes an answer about %s for none', async (_what, part) => {
    const { ask, close } = await answeredWith({ ...known, ...part });
    const told = await ask(asked);
    close();

    expect(told).toEqual({ outcome: 'unreachable' });
  });

  test('is asked and answers in messages that are read as they were written', () => {
    const question = { requestId: '7', officer: 'a', account: 'b', unit: 'c', service: 'd', code: '0000012345-001', purpose: 'content' } as const;
    const bare: Enterprise = { ...known, foreignName: null, headOffice: null, representatives: [], lines: [], registeredOn: null, changes: null, changedOn: null };

    expect([readEnterpriseQuestion(enterpriseQuestionXml(question)), readEnterpriseAnswer(enterpriseAnswerXml(known)), readEnterpriseAnswer(enterpriseAnswerXml(bare)), readEnterpriseAnswer(enterpriseAnswerXml(null)), readEnterpriseAnswer(new TextEncoder().encode('<html/>'))])
      .toEqual([question, known, bare, null, undefined]);
  });
});
