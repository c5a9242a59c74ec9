// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { type AgencyFacts, readinessOf } from './readiness.ts';

const facts = (given: Partial<AgencyFacts> = {}): AgencyFacts => ({
  agency: 'Y99.21', hasShop: true, counters: 2, roles: ['intake-officer', 'leader'], heads: [{ id: 'h', name: 'Bà Chủ tịch' }], leaders: [{ id: 'h', name: 'Bà Chủ tịch' }], hasSeal: true, procedures: 4, unpublished: [],
  generalModels: 0, withoutForm: [], asked: new Map([['intake-officer', 'cán bộ tiếp nhận'], ['leader', 'lãnh đạo cơ quan']]), agencyCertificate: true, certified: new Set(['h']), yearsWithoutCalendar: [], ownTemplates: 1, ...given,
});
const line = (what: string, given: Partial<AgencyFacts>) => readinessOf(facts(given)).find((each) => each.what === what);

describe('sẵn sàng đưa vào dùng (readiness of an agency)', () => {
  test('an agency that has everything lacks nothing', () => {
    expect(readinessOf(facts()).filter(({ state }) => state !== 'ready')).toEqual([]);
  });

  test.each<readonly [string, Partial<AgencyFacts>, string, RegExp]>([
    ['process', { procedures: 0, hasShop: false }, 'missing', /Chưa gắn thủ tục nào/u],
    ['process', { unpublished: ['A', 'B', 'C', 'D', 'E'] }, 'missing', /A, B, C và 2 nữa/u],
    ['process', { generalModels: 3 }, 'advice', /3 dùng quy trình mẫu chung/u],
    ['eform', { withoutForm: ['to-khai'] }, 'missing', /to-khai/u],
    ['calendar', { yearsWithoutCalendar: [2027] }, 'missing', /2027/u],
    ['people', { roles: ['leader'] }, 'missing', /Chưa có ai giữ: cán bộ tiếp nhận\./u],
    ['head', { heads: [] }, 'missing', /Chưa ghi người đứng đầu/u],
    ['counter', { counters: 0 }, 'missing', /chưa có quầy/u],
    ['counter', { hasShop: false }, 'advice', /hồ sơ nhận ở nơi khác/u],
    ['certificate', { agencyCertificate: false }, 'missing', /Cơ quan chưa có chứng thư số/u],
    ['certificate', { certified: new Set() }, 'missing', /Chưa lãnh đạo nào/u],
    ['certificate', { leaders: [{ id: 'h', name: 'Bà Chủ tịch' }, { id: 'p', name: 'Ông Phó' }] }, 'advice', /Ông Phó/u],
    ['seal', { hasSeal: false }, 'advice', /con dấu/u],
    ['template', { ownTemplates: 0 }, 'advice', /mẫu chung/u],
  ])('%s: %o', (what, given, state, text) => {
    expect(line(what, given)).toMatchObject({ state, text: expect.stringMatching(text) });
  });

  test('an office that only receives is not asked for processes or a head', () => {
    expect(readinessOf(facts({ procedures: 0, heads: [] })).filter(({ state }) => state === 'missing')).toEqual([]);
  });
});
