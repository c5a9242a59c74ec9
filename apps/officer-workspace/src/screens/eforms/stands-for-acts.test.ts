// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { acceptProposals, beginningsIn, changeBeginnings, togglePaper } from './stands-for-acts.ts';

const paper = { procedure: '1.001193', component: 'Tờ khai đăng ký khai sinh' };
const every = { procedure: null, component: 'Đơn đề nghị' };

describe('thay cho giấy nào (naming the papers a form stands for)', () => {
  test('names a paper and lets go of it again', () => {
    expect([togglePaper([every], paper), togglePaper([every, paper], paper)]).toEqual([[every, paper], [every]]);
  });

  test('accepts what is proposed only where nobody has named anything', () => {
    const lines = [{ procedure: '1.001193', proposed: ['Mẫu khác'] }, { procedure: '1.000894', proposed: ['Tờ khai đăng ký kết hôn'] }];

    expect(acceptProposals([paper], lines)).toEqual([paper, { procedure: '1.000894', component: 'Tờ khai đăng ký kết hôn' }]);
  });

  test('reads beginnings from one line, each once, and keeps what is named by procedure', () => {
    expect(changeBeginnings([paper, every], ' Đơn xin ; Tờ khai;; Đơn xin')).toEqual([paper, { procedure: null, component: 'Đơn xin' }, { procedure: null, component: 'Tờ khai' }]);
    expect(beginningsIn([paper, every])).toBe('Đơn đề nghị');
  });
});
