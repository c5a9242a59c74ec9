// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { eformOn } from '@motcua/eforms';
import { type Procedure, fieldsInUse, filesOnOwnPortal, handlingsOf, lifeEventsInUse, procedureOn, searchProcedures } from '@motcua/catalogue';
import type { PageName, PageProps, ProcedurePage, RenderPage, Visit } from '@motcua/citizen-portal/props';
import { checkPaper, publicStanding } from '@motcua/dossiers';
import { type RoutePlugin, requires } from '@motcua/http-kit';
import { fold, officeDay } from '@motcua/kernel';
import { agenciesUnder, agencyNames, findAgency, findOneStopShop } from '@motcua/organisation';
import { definitionInForce, plannedHours } from '@motcua/workflow';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Installation } from '../installation.ts';
import { isRobot } from './robots.ts';
import { caseGuide } from './case-guide.ts';
import { observedShelf } from './observed.ts';
import { localeOf } from './language.ts';
import { listedVersions, shownVersion } from './versions.ts';

/** The public pages: made on the server as HTML with their words in it (docs/decisions/0030). */
export type Pages = {
  readonly installation: Installation;
  readonly render: RenderPage;
  readonly workspace: string;
  readonly error: (request: FastifyRequest, reply: FastifyReply, status: number, incident?: string) => FastifyReply;
  readonly identityDown: (reply: FastifyReply, code: string) => FastifyReply;
  readonly site: Visit['site'];
};

const apps = path.resolve(import.meta.dirname, '../../..');

/** What every page is told of who looks at it. */
export const visitOf = (pages: Pick<Pages, 'site' | 'installation'>, request: FastifyRequest): Visit => {
  const actor = request.actor;
  return { site: pages.site, path: request.url, signedIn: actor.kind === 'citizen' || actor.kind === 'officer' ? actor.name : null, locale: localeOf(request), now: pages.installation.context.clock.now().toString() };
};

/** Sends a page. */
export const html = (reply: FastifyReply, text: string): FastifyReply => reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-cache').send(text);

const isBuilt = (value: unknown): value is { readonly renderPage: RenderPage } => typeof value === 'object' && value !== null && 'renderPage' in value && typeof value.renderPage === 'function';

/** Opens the built pages and reads what every page says of the province. Build first (tools/build-web.ts). */
export async function openPages(installation: Installation): Promise<Pages> {
  const built: unknown = await import(pathToFileURL(path.join(apps, 'citizen-portal/dist/server/render.js')).href);
  if (!isBuilt(built)) throw new Error('apps/citizen-portal/dist/server/render.js has no renderPage: build the pages again');
  const { db, province, demonstration } = installation.context;
  const agency = await findAgency(db, province);
  const centre = await findOneStopShop(db, `${province}.01`);
  const site: Visit['site'] = {
    province: (agency?.shortName ?? 'tỉnh').replace(/^Tỉnh/u, 'tỉnh'), owner: agency?.name ?? '', hotline: centre?.phone ?? '', hours: 'từ thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00', address: centre?.address ?? '', demonstration,
  };
  const kinds: Readonly<Record<number, PageProps['error']['kind']>> = { 403: 'forbidden', 404: 'not-found', 429: 'too-many' };
  const error: Pages['error'] = (request, reply, status, incident) => {
    const kind = kinds[status] ?? (status < 500 ? 'not-found' : 'fault');
    return html(reply.code(status < 500 && !(status in kinds) ? 404 : status), built.renderPage('error', { visit: visitOf({ site, installation }, request), kind, incident: incident ?? null }));
  };
  return {
    installation, render: built.renderPage, site, error, workspace: readFileSync(path.join(apps, 'officer-workspace/dist/client/index.html'), 'utf8'),
    identityDown: (reply, code) => error(reply.request, reply, 503, code === 'identity-unreachable' ? 'VNeID' : 'DANG-NHAP'),
  };
}

const slugOf = (name: string): string => fold(name).replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '');

/** Everyday names of life events, beside those the portal publishes. */
const everyday: readonly { readonly slug: string; readonly name: string; readonly events: readonly string[] }[] = [
  { slug: 'sinh-con', name: 'Sinh con', events: ['Khai sinh', 'Liên thông khai sinh, bảo hiểm, cư trú'] }, { slug: 'ket-hon', name: 'Kết hôn', events: ['Kết hôn'] },
  { slug: 'nha-dat', name: 'Nhà, đất', events: ['Tiếp cận đất đai', 'Đăng ký tài sản'] }, { slug: 'lam-an', name: 'Làm ăn', events: ['Thành lập doanh nghiệp, hộ kinh doanh, loại hình tổ chức khác'] },
  { slug: 'di-hoc', name: 'Đi học', events: ['Tuyển sinh', 'Học bổng và chính sách hỗ trợ'] }, { slug: 'nguoi-than-mat', name: 'Người thân mất', events: ['Khai tử', 'Chế độ tử tuất, mai táng phí'] },
];

const popular = ['Khai sinh', 'Chứng thực bản sao', 'Hộ kinh doanh', 'Giấy phép xây dựng'];

async function filingOf(pages: Pages, procedure: Procedure): Promise<ProcedurePage['filing']> {
  const { db, clock, province } = pages.installation.context;
  const day = officeDay(clock.now()).toString();
  const here = (await handlingsOf(db, procedure.code, day)).length > 0;
  if (!here || !procedure.methods.some(({ channel }) => channel === 'ONLINE')) return { kind: 'counter', href: null };
  return await filesOnOwnPortal(db, { scope: province, procedure: procedure.code, day })
    ? { kind: 'here', href: `/soan/moi?thu-tuc=${encodeURIComponent(procedure.code)}` } : { kind: 'national-portal', href: 'https://dichvucong.gov.vn' };
}

async function eformsOf(pages: Pages, procedure: string): Promise<ProcedurePage['eforms']> {
  const { db, clock } = pages.installation.context;
  const day = officeDay(clock.now()).toString();
  const keys = [...new Set((await handlingsOf(db, procedure, day)).map(({ eformKey }) => eformKey))];
  const forms = await Promise.all(keys.map((key) => eformOn(db, key, day)));
  return forms.filter((form) => form !== undefined).map(({ key, version, title }) => ({ key, title, blankHref: `/api/eforms/${key}/${version}/blank`, sampleHref: `/api/eforms/${key}/${version}/sample` }));
}

const agenciesNamed = 6;

/** The internal procedures of a procedure, each with the agencies that work by it. */
async function handledBy(pages: Pages, procedure: string): Promise<ProcedurePage['handledBy']> {
  const { db, clock } = pages.installation.context;
  const day = officeDay(clock.now()).toString();
  const handlings = await handlingsOf(db, procedure, day);
  const nameOf = await agencyNames(db, handlings.map(({ agency }) => agency));
  return Promise.all([...new Set(handlings.map(({ processKey }) => processKey))].map(async (key) => {
    const process = await definitionInForce(db, key, day);
    const names = handlings.filter(({ processKey }) => processKey === key).map(({ agency }) => nameOf(agency));
    return {
      agencies: names.slice(0, agenciesNamed), more: Math.max(0, names.length - agenciesNamed), steps: process?.definition.mainPath.length ?? 0, hours: process === null ? 0 : plannedHours(process.definition),
      href: process === null ? null : `/thu-tuc/${encodeURIComponent(procedure)}/quy-trinh?ma=${encodeURIComponent(key)}`,
    };
  }));
}

const Text = z.string().max(300).optional();
const Search = z.object({ 'tim': Text, 'linh-vuc': Text, 'cap': Text, 'co-quan': Text, 'truc-tuyen': Text, 'o-day': Text, 'sau': z.string().max(400).optional() });
const Code = z.object({ code: z.string().max(80) });

/** The routes of the public pages; readable and usable without script. */
export const publicPages = (pages: Pages): RoutePlugin => (app, _options, done) => {
  const { db, clock } = pages.installation.context;
  const open = <Name extends PageName>(reply: FastifyReply, name: Name, props: PageProps[Name]): FastifyReply => html(reply, pages.render(name, props));
  const hidden = { hide: true };
  const today = (): string => officeDay(clock.now()).toString();
  const observed = observedShelf(pages.installation.context);
  const duty = requires('page.read');

  app.get('/', { ...duty, schema: hidden }, async (request, reply) => {
    const fields = await fieldsInUse(db, today());
    return open(reply, 'home', {
      visit: visitOf(pages, request), procedures: fields.reduce((sum, field) => sum + field.procedures, 0), popular: popular.map((name) => ({ name, href: `/thu-tuc?tim=${encodeURIComponent(name)}` })),
      lifeEvents: everyday.map(({ slug, name }) => ({ name, href: `/viec/${slug}` })), fields: fields.slice(0, 12).map(({ code, name }) => ({ name, href: `/linh-vuc/${encodeURIComponent(code)}` })),
    });
  });

  app.get('/thu-tuc', { ...duty, schema: { ...hidden, querystring: Search } }, async (request, reply) => {
    const { tim = '', 'linh-vuc': field = '', cap: level = '', 'co-quan': agency = '', 'truc-tuyen': online, 'o-day': here, sau } = request.query;
    const page = await searchProcedures(db, { day: today(), text: tim, field: field || undefined, level: level || undefined, agency: agency || undefined, onlineOnly: online === '1', handledOnly: here === '1', after: sau });
    const more = new URLSearchParams(Object.entries(request.query).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'sau'));
    if (page.next !== null) more.set('sau', page.next);
    return open(reply, 'search', {
      visit: visitOf(pages, request), asked: { text: tim, field, level, agency, online: online === '1', here: here === '1' }, fields: (await fieldsInUse(db, today())).map(({ code, name }) => ({ code, name })), agencies: (await agenciesUnder(db, pages.installation.context.province)).filter(({ kind }) => kind === 'department' || kind === 'commune').map(({ code, name }) => ({ code, name })),
      procedures: page.procedures, more: page.next === null ? null : `/thu-tuc?${more.toString()}`, isContinued: sau !== undefined,
    });
  });

  app.get('/thu-tuc/:code', { ...duty, schema: { ...hidden, params: Code, querystring: z.object({ ban: z.coerce.number().int().positive().optional() }) } }, async (request, reply) => {
    const found = await shownVersion(db, request.params.code, { day: today(), version: request.query.ban });
    if (found === undefined) return pages.error(request, reply, 404);
    const { procedure, version } = found;
    return open(reply, 'procedure', {
      visit: visitOf(pages, request), procedure, filing: version.standing === 'in-force' ? await filingOf(pages, procedure) : { kind: 'none', href: null }, handledBy: await handledBy(pages, procedure.code), eforms: version.standing === 'in-force' ? await eformsOf(pages, procedure.code) : [], observed: await observed(procedure.code), version,
    });
  });

  app.get('/thu-tuc/:code/ban-cu', { ...duty, schema: { ...hidden, params: Code } }, async (request, reply) => {
    const versions = await listedVersions(db, request.params.code, today());
    const named = versions.find(({ standing }) => standing === 'in-force') ?? versions[0];
    return named === undefined ? pages.error(request, reply, 404) : open(reply, 'versions', { visit: visitOf(pages, request), code: request.params.code, name: named.name, versions });
  });

  const Answers = z.record(z.string().max(80), z.string().max(300));
  app.get('/thu-tuc/:code/can-gi', { ...duty, schema: { ...hidden, params: Code, querystring: Answers } }, async (request, reply) => {
    const found = await procedureOn(db, request.params.code, today());
    if (found === undefined) return pages.error(request, reply, 404);
    const guided = await caseGuide(db, found.procedure, { day: today(), typed: request.query });
    if (guided !== null) return open(reply, 'case-guide', { visit: visitOf(pages, request), procedure: found.procedure, filing: await filingOf(pages, found.procedure), ...guided });
    const { 'truong-hop': circumstance, 'nguoi-nop': applicant, kenh: channel } = request.query;
    return open(reply, 'needs', { visit: visitOf(pages, request), procedure: found.procedure, filing: await filingOf(pages, found.procedure), answers: { circumstance: circumstance ?? null, applicant: applicant ?? null, channel: channel ?? null } });
  });

  app.get('/tra-cuu', { ...duty, schema: { ...hidden, querystring: z.object({ ma: z.string().max(120).optional() }) } }, async (request, reply) => {
    const typed = request.query.ma?.trim() ?? '';
    if (typed !== '') {
      const found = await publicStanding(pages.installation.context, db, typed);
      if (found !== undefined) return reply.redirect(`/tra-cuu/${encodeURIComponent(found.code)}`);
    }
    return open(reply, 'look-up', { visit: visitOf(pages, request), typed, answer: typed === '' ? null : { kind: 'not-found' } });
  });

  app.get('/tra-cuu/:code', { ...duty, config: { act: 'page.read', rateLimit: { max: 10, timeWindow: '1 minute' } }, schema: { ...hidden, params: z.object({ code: z.string().max(120) }) } }, async (request, reply) => {
    const found = await publicStanding(pages.installation.context, db, request.params.code);
    return open(reply, 'look-up', {
      visit: visitOf(pages, request), typed: request.params.code, answer: found === undefined ? { kind: 'not-found' } : found.destroyed !== null ? { kind: 'destroyed', code: found.code, ...found.destroyed } : { kind: 'found', code: found.code, done: found.done, total: Math.max(found.total, 1), updatedAt: found.asOf },
    });
  });

  app.get('/x/:token', { ...duty, schema: { ...hidden, params: z.object({ token: z.string().max(2000) }) } }, async (request, reply) => {
    const { verdict, paper, facts } = await checkPaper(pages.installation.context, { code: request.params.token }, isRobot(request) ? 'robot' : 'person');
    return open(verdict === 'mismatch' ? reply.code(404) : reply, 'verify', { visit: visitOf(pages, request), verdict, paper, facts });
  });

  // Without a script the code that was pasted travels in the address.
  app.get('/kiem-tra-giay', { ...duty, schema: { ...hidden, querystring: z.object({ ma: z.string().max(2200).optional() }) } }, (request, reply) => {
    const pasted = request.query.ma?.trim() ?? '';
    return pasted === '' ? open(reply, 'check', { visit: visitOf(pages, request) }) : reply.redirect(`/x/${encodeURIComponent(pasted.slice(pasted.lastIndexOf('/') + 1))}`);
  });

  const Page = z.object({ sau: z.string().max(400).optional() });
  app.get('/viec/:slug', { ...duty, schema: { ...hidden, params: z.object({ slug: z.string().max(120) }), querystring: Page } }, async (request, reply) => {
    const known = everyday.find(({ slug }) => slug === request.params.slug);
    const events = known?.events ?? (await lifeEventsInUse(db, today())).map(({ name }) => name).filter((name) => slugOf(name) === request.params.slug);
    const [first] = events;
    if (first === undefined) return pages.error(request, reply, 404);
    const lists = await Promise.all(events.map((lifeEvent) => searchProcedures(db, { day: today(), lifeEvent, limit: 60 })));
    const procedures = [...new Map(lists.flatMap((list) => list.procedures).map((procedure) => [procedure.code, procedure])).values()];
    return open(reply, 'list', { visit: visitOf(pages, request), kind: 'life-event', name: known?.name ?? first, procedures, more: null });
  });

  app.get('/linh-vuc/:code', { ...duty, schema: { ...hidden, params: Code, querystring: Page } }, async (request, reply) => {
    const field = (await fieldsInUse(db, today())).find(({ code }) => code === request.params.code);
    if (field === undefined) return pages.error(request, reply, 404);
    const page = await searchProcedures(db, { day: today(), field: field.code, after: request.query.sau });
    return open(reply, 'list', { visit: visitOf(pages, request), kind: 'field', name: field.name, procedures: page.procedures, more: page.next === null ? null : `/linh-vuc/${encodeURIComponent(field.code)}?sau=${encodeURIComponent(page.next)}` });
  });

  for (const [route, name] of [['/tiep-can', 'accessibility'], ['/huong-dan', 'guide'], ['/lien-he', 'contact'], ['/phan-anh', 'petition']] as const) {
    app.get(route, { ...duty, schema: hidden }, (request, reply) => open(reply, name, { visit: visitOf(pages, request) }));
  }

  const citizenApp = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (request.actor.kind !== 'citizen') return reply.redirect(`/dang-nhap?tiep=${encodeURIComponent(request.url)}`);
    // The signed-in half is written in Vietnamese alone.
    return open(reply, 'app', { visit: { ...visitOf(pages, request), locale: 'vi' }, title: request.url.startsWith('/kho') ? 'Kho giấy tờ của tôi' : 'Hồ sơ của tôi' });
  };
  for (const route of ['/ho-so', '/ho-so/*', '/soan', '/soan/*', '/kho', '/kho/*']) app.get(route, { ...duty, schema: hidden }, citizenApp);
  for (const route of ['/lam-viec', '/lam-viec/*']) app.get(route, { ...duty, schema: hidden }, (_request, reply) => html(reply, pages.workspace));
  done();
};
