// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { PopulationPerson } from '@motcua/dossiers';
import { type PopulationStandIn, populationRegister, startPopulationStandIn } from './index.ts';
import { answerXml, readAnswer, readQuestion, questionXml } from './population-messages.ts';

const account = { user: 'motcua', secret: 'bí mật của nơi hỏi', client: 'VN/GOV/DEMO/MOTCUA', apiKey: 'khoa', account: 'motcua.trinhdien', unit: 'H15', service: 'MOTCUA' };
const known: PopulationPerson = {
  personalId: '000095012345', fullName: 'Nguyễn Văn Mẫu', birthDate: '1995-04-12', sex: 'Nam', ethnicity: 'Ê Đê & Kinh', nationality: 'Việt Nam', maritalStatus: 'Đã kết hôn', hometown: 'Tỉnh Đắk Lắk',
  residence: { province: '66', commune: '24121', text: 'Số 12 <ngõ 3>' },
};
const person = { personalId: '000095012345', name: 'Nguyễn Văn Mẫu', birthDate: '1995-04-12' };
let day = Temporal.Instant.from('2026-11-20T08:00:00Z');
const clock = { now: () => day };

let running: PopulationStandIn | undefined;
afterEach(async () => { await running?.stop(); running = undefined; day = Temporal.Instant.from('2026-11-20T08:00:00Z'); });

async function register(more: { readonly silent?: () => boolean; readonly with?: Partial<typeof account>; readonly askedAt?: () => Temporal.Instant } = {}) {
  running = await startPopulationStandIn({ account, people: [known], clock, ...(more.silent === undefined ? {} : { silent: more.silent }) });
  return populationRegister({ ...account, ...more.with, url: running.url }, { now: more.askedAt ?? clock.now });
}

const asked = { requestId: '1', officer: 'songmay.tiepnhan', procedure: '1.013227', person };

describe('hỏi cơ sở dữ liệu quốc gia về dân cư (the population register)', () => {
  test('tells of the person whose number, name and day of birth fit, and who asked', async () => {
    const ask = await register();

    expect(await ask(asked)).toEqual({ outcome: 'found', person: known });
    expect(running?.asked).toEqual([expect.objectContaining({ officer: 'songmay.tiepnhan', unit: 'H15', person: { ...person, name: 'NGUYỄN VĂN MẪU' } })]);
  });

  test.each([
    ['another name', { ...person, name: 'Nguyễn Văn Mâu' }], ['another day of birth', { ...person, birthDate: '1995-04-13' }], ['a number of nobody', { ...person, personalId: '000095012346' }],
  ])('tells nothing for %s', async (_what, other) => {
    expect(await (await register())({ ...asked, person: other })).toEqual({ outcome: 'no-match' });
  });

  test.each([
    ['a wrong secret', { with: { secret: 'khác' } }], ['a wrong key', { with: { apiKey: 'khác' } }], ['another name in the exchange', { with: { client: 'VN/GOV/KHAC' } }],
    ['a clock that is ten minutes off', { askedAt: () => day.add({ minutes: 10 }) }],
  ])('is not answered with %s', async (_what, more) => {
    const ask = await register(more);

    expect(await ask(asked)).toEqual({ outcome: 'unreachable' });
    expect(running?.asked).toEqual([]);
  });

  test('goes on without an answer when the register is silent, or gone', async () => {
    const ask = await register({ silent: () => true });
    const silent = await ask(asked);
    await running?.stop();

    expect([silent, await ask(asked)]).toEqual([{ outcome: 'unreachable' }, { outcome: 'unreachable' }]);
  }, 15_000);

  test('is asked and answers in messages that are read as they were written', () => {
    const question = { requestId: '7', officer: 'a', account: 'b', unit: 'c', service: 'd', person: { personalId: '000095012345', name: 'NGUYỄN & CON', birthDate: null } };

    expect([readQuestion(questionXml(question)), readAnswer(answerXml(known)), readAnswer(answerXml(null)), readAnswer(new TextEncoder().encode('<html/>'))]).toEqual([question, known, null, undefined]);
  });

  test('takes an answer about somebody else for none', async () => {
    const other = createServer((_request, response) => { response.end(answerXml({ ...known, personalId: '000095099999' })); });
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const told = await populationRegister({ ...account, url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}/` }, clock)(asked);
    other.close();

    expect(told).toEqual({ outcome: 'unreachable' });
  });
});
