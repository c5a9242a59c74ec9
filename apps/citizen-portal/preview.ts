// SPDX-License-Identifier: EUPL-1.2
/** Shows the public pages with sample values: `node apps/citizen-portal/preview.ts`, then http://127.0.0.1:4180. Build first. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import type { NeedsPage, PageName, PageProps, ProcedureLine, ProcedureRecord, RenderPage, Visit } from './src/pages/props.ts';

const here = (path: string): URL => new URL(path, import.meta.url);
const { renderPage }: { readonly renderPage: RenderPage } = await import(here('dist/server/render.js').href);
const records: readonly ProcedureRecord[] = JSON.parse(readFileSync(here('fixtures/procedures.json'), 'utf8'));
const types: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";

const now = '2026-11-26T02:41:00Z';
const site: Visit['site'] = { province: 'tỉnh Đắk Lắk', owner: 'UBND tỉnh Đắk Lắk', hotline: '0900000262', hours: 'từ thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00', address: 'Trung tâm Phục vụ hành chính công tỉnh Đắk Lắk', demonstration: true };
const lines: readonly ProcedureLine[] = records.map((record) => ({
  code: record.code, name: record.name, field: record.field?.name ?? null, levels: record.levels, onlineLevel: record.onlineLevel,
  time: record.methods[0]?.time ?? null, fee: record.methods[0]?.fees[0]?.amount ?? null, handledHere: record.code.startsWith('1.01'),
}));
const places = (names: readonly string[]): readonly { readonly href: string; readonly name: string }[] => names.map((name) => ({ href: `/thu-tuc?tim=${encodeURIComponent(name)}`, name }));

function page<Name extends PageName>(name: Name, props: PageProps[Name]): string {
  return renderPage(name, props);
}

type Asked = { readonly visit: Visit; readonly second: string; readonly third: string; readonly ask: (key: string) => string; readonly url: URL };

function procedures({ visit, second, third, ask, url }: Asked): string {
  const procedure = records.find(({ code }) => code === second);
  if (second === '') return page('search', { visit, asked: { text: ask('tim'), field: ask('linh-vuc'), level: '', agency: '', online: false, here: false }, fields: [{ code: 'G15-TP07', name: 'Hộ tịch' }], agencies: [{ code: 'Y99.21', name: 'UBND phường Sông Mây' }], procedures: ask('tim') === 'khongco' ? [] : lines, more: '/thu-tuc?sau=1', isContinued: false });
  if (procedure === undefined) return page('error', { visit, kind: 'not-found', incident: null });
  if (third === 'can-gi') return page('needs', needs(visit, procedure, url));
  return page('procedure', { visit, procedure, filing: { kind: 'here', href: `/soan/moi?thu-tuc=${second}` }, handledBy: [{ agency: 'UBND xã Ea Kar', steps: 6, hours: 40 }], observed: { dossiers: 412, halfWithin: '2 ngày', nineTenthsWithin: '4 ngày' }, version: { since: '2025-07-01', until: ask('cu') === '' ? null : '2026-11-01', currentHref: `/thu-tuc/${second}` } });
}

function followed({ visit, second, ask }: Asked): string {
  const found = { kind: 'found', code: 'H15.50.05.13-261119-0042', done: 3, total: 6, updatedAt: now } as const;
  return page('look-up', { visit, typed: ask('ma') || second, answer: second !== '' ? found : ask('ma') === '' ? null : { kind: 'not-found' } });
}

function verified({ visit, second }: Asked): string {
  if (second === 'sai') return page('verify', { visit, verdict: 'mismatch', paper: null, facts: [] });
  return page('verify', { visit, verdict: 'genuine', paper: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', facts: [{ term: 'Mã hồ sơ', value: 'H15.50.05.13-261119-0042' }, { term: 'Ngày lập', value: '15:40 19/11/2026' }] });
}

const fieldNames = ['Hộ tịch', 'Chứng thực', 'Đất đai', 'Hoạt động xây dựng', 'Thành lập và hoạt động của hộ kinh doanh'];
const rooms: Readonly<Record<string, (asked: Asked) => string>> = {
  '': ({ visit }) => page('home', { visit, popular: places(['Khai sinh', 'Chứng thực bản sao', 'Hộ kinh doanh', 'Giấy phép xây dựng']), lifeEvents: places(['Sinh con', 'Kết hôn', 'Nhà, đất', 'Làm ăn', 'Đi học', 'Người thân mất']), fields: places(fieldNames), procedures: 4739 }),
  'thu-tuc': procedures, 'tra-cuu': followed, 'x': verified,
  'viec': ({ visit }) => page('list', { visit, kind: 'life-event', name: 'Sinh con', procedures: lines, more: null }),
  'linh-vuc': ({ visit }) => page('list', { visit, kind: 'field', name: 'Hộ tịch', procedures: [], more: null }),
  'tiep-can': ({ visit }) => page('accessibility', { visit }), 'huong-dan': ({ visit }) => page('guide', { visit }), 'lien-he': ({ visit }) => page('contact', { visit }), 'phan-anh': ({ visit }) => page('petition', { visit }),
  'loi': ({ visit }) => page('error', { visit, kind: 'fault', incident: '7F3A' }), 'ho-so': ({ visit }) => page('app', { visit, title: 'Hồ sơ của tôi' }),
};

function answer(url: URL): string {
  const visit: Visit = { site, path: url.pathname + url.search, signedIn: null, locale: url.searchParams.get('ngon-ngu') === 'en' ? 'en' : 'vi', now };
  const [, first = '', second = '', third = ''] = url.pathname.split('/');
  const room = rooms[first] ?? (() => page('error', { visit, kind: 'not-found', incident: null }));
  return room({ visit, second, third, url, ask: (key) => url.searchParams.get(key) ?? '' });
}

function needs(visit: Visit, procedure: ProcedureRecord, url: URL): NeedsPage {
  return { visit, procedure, filing: { kind: 'here', href: '/soan/moi' }, answers: { circumstance: url.searchParams.get('truong-hop'), applicant: url.searchParams.get('nguoi-nop'), channel: url.searchParams.get('kenh') } };
}

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const file = here(`dist/client/${url.pathname.replace('/assets/cong/', '')}`);
  if (url.pathname.startsWith('/assets/cong/') && existsSync(file)) {
    response.writeHead(200, { 'content-type': types[extname(url.pathname)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(answer(url));
}).listen(4180, '127.0.0.1', () => { console.log('http://127.0.0.1:4180'); });
