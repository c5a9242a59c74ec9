// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import records from '../../fixtures/procedures.json' with { type: 'json' };
import { byCircumstance } from '@motcua/catalogue/contract';
import { shortName } from '@motcua/i18n';
import { pageRenderer } from './render.tsx';
import type { ProcedurePage, ProcedureRecord, Visit } from './props.ts';

const procedures = records as unknown as readonly ProcedureRecord[];
const assets = { style: '/s.css', font: '/f.woff2', mark: '/m.svg', publicScript: '/p.js', appScript: '/a.js', checkScript: '/c.js', offlineWorker: '/w.js' };
const visit: Visit = {
  site: { province: 'tỉnh Đắk Lắk', owner: 'UBND tỉnh Đắk Lắk', hotline: '0900000262', hours: '07:30–17:00', address: 'Buôn Ma Thuột', demonstration: true },
  path: '/', signedIn: null, locale: 'vi', now: '2026-11-26T02:41:00Z',
};
const render = pageRenderer(assets);
const procedurePage = (procedure: ProcedureRecord): ProcedurePage => ({
  visit, procedure, filing: { kind: 'counter', href: null }, eforms: [], handledBy: [], observed: null, version: { since: null, until: null, standing: 'in-force', currentHref: null, next: null, abolishedBy: null, earlierHref: null },
});
const recordOf = (code: string): ProcedureRecord => {
  const found = procedures.find((procedure) => procedure.code === code);
  if (found === undefined) throw new Error(`no fixture ${code}`);
  return found;
};

describe('a public page (trang công khai)', () => {
  const pages = [
    ...procedures.map((procedure) => render('procedure', procedurePage(procedure))),
    ...procedures.map((procedure) => render('needs', { visit, procedure, filing: { kind: 'counter', href: null }, answers: { circumstance: null, applicant: null, channel: null } })),
    render('guide', { visit }), render('error', { visit, kind: 'fault', incident: '7F3A' }),
  ];

  test('has no style attribute and no script in the page, so that the content policy may be strict', () => {
    const offending = pages.filter((page) => /<[^>]+\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/u.test(page));

    expect(offending).toEqual([]);
  });

  test('says that it is a demonstration, and is not called official then', () => {
    const silent = pages.filter((page) => !page.includes('Bản trình diễn') || page.includes('Trang chính thức của'));

    expect(silent).toEqual([]);
  });

  test('has one main heading', () => {
    const counts = new Set(pages.map((page) => page.split('<h1').length - 1));

    expect([...counts]).toEqual([1]);
  });

  test('never lets the text of a record become mark-up', () => {
    const hostile: ProcedureRecord = { ...recordOf('1.013227'), name: '<img src=x onerror=alert(1)>', conditions: '</p><script>alert(1)</script>' };

    const page = render('procedure', procedurePage(hostile));

    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<script>alert');
  });

  test('says «Chưa công bố» where a part is missing', () => {
    const bare: ProcedureRecord = { ...recordOf('1.013227'), steps: [], papers: [], methods: [], legalBases: [], conditions: null };

    const page = render('procedure', procedurePage(bare));

    expect(page.split('Chưa công bố').length).toBeGreaterThan(5);
  });
});

describe('bảng niêm yết (posting)', () => {
  test('lists what the agency handles, each with its sheet, and the code that leads to the pages', () => {
    const { code, name, levels, onlineLevel } = recordOf('1.013227');

    const page = render('posting', { visit, agency: 'UBND xã', day: '2026-11-26', qr: 'data:image/svg+xml;utf8,x', procedures: [{ code, name, field: null, levels, onlineLevel, time: null, fee: null, handledHere: true }] });

    expect([page.includes('/thu-tuc/1.013227/niem-yet.pdf'), page.includes('src="data:image/svg+xml'), page.includes('26/11/2026')]).toEqual([true, true, true]);
  });
});

describe('a look-up without signing in (tra cứu công khai)', () => {
  test('answers unknown codes without telling whether a dossier exists', () => {
    const answer = { kind: 'not-found' } as const;

    const [first, second] = ['H15.50.05.13-261118-0007', 'H15.50.05.13-261119-9999'].map((typed) => render('look-up', { visit, typed, answer }).replaceAll(typed, '#'));

    expect(first).toBe(second);
  });

  test('says by which decision a dossier was destroyed, and no degree of completion', () => {
    const page = render('look-up', { visit, typed: '', answer: { kind: 'destroyed', code: 'H15.50.05.13-201118-0007', decision: '7/QĐ-UBND', at: '2027-01-02T02:00:00Z' } });

    expect([page.includes('đã hủy theo quyết định 7/QĐ-UBND'), page.includes('ket-qua-tra')]).toEqual([true, false]);
  });
});

describe('the papers of a procedure (giấy phải nộp)', () => {
  test('keep headings and remarks apart from circumstances', () => {
    const { always, only, remarks } = byCircumstance(recordOf('1.001193'));

    expect(only).toEqual([]);
    expect(always.map(({ name }) => name)).toEqual(['Giấy tờ phải nộp', 'Giấy tờ phải xuất trình', null]);
    expect(remarks.length).toBeGreaterThan(0);
  });

  test('are told apart by circumstance where the record has them', () => {
    const { only } = byCircumstance(recordOf('1.013225'));

    expect(only).toHaveLength(7);
  });
});

describe('the title of a procedure (tên thủ tục)', () => {
  test('is never longer than a title may be', () => {
    const long = `${'Cấp giấy phép cho công trình tôn giáo, '.repeat(28)}hết`;

    const title = shortName(long);

    expect(title.length).toBeLessThanOrEqual(151);
    expect(title.endsWith('…')).toBe(true);
  });
});
