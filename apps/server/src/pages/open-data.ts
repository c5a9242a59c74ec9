// SPDX-License-Identifier: EUPL-1.2
import { type ProcedureSearch, abolitionOf, confirmedComponents, daysOfEffect, decisionsOn, handledAt, paperKinds, procedureOn, searchProcedures } from '@motcua/catalogue';
import { attachmentHeader, qrSvg } from '@motcua/documents';
import { type RoutePlugin, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { z } from 'zod';
import { calendarOf } from './effect-calendar.ts';
import { postingSheet } from './posting-sheet.ts';
import { type Pages, html, visitOf } from './routes.ts';

const Code = z.object({ code: z.string().max(80) });
const everything = 10_000;

type Row = Pick<Awaited<ReturnType<typeof searchProcedures>>['procedures'][number], 'time'> & { readonly feeVnd: number | null; readonly code: string; readonly name: string; readonly field: string | null; readonly levels: readonly string[]; readonly online: boolean; readonly handledHere: boolean; readonly href: string };

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
// A cell that begins like a formula is told to be text.
const cell = (value: string): string => quoted(/^[=+\-@\t\r]/u.test(value) ? `'${value}` : value);

/** Rows as CSV with the mark spreadsheets need to read Vietnamese. */
const csvOf = (rows: readonly Row[]): string => `\uFEFF${[['Mã', 'Tên', 'Lĩnh vực', 'Cấp', 'Toàn trình', 'Giải quyết tại tỉnh', 'Địa chỉ'].join(','), ...rows.map(({ code, name, field, levels, online, handledHere, href }) => [code, name, field ?? '', levels.join(' '), online ? 'có' : 'không', handledHere ? 'có' : 'không', href].map(cell).join(','))].join('\r\n')}\r\n`;

const widget = `(function(){var s=document.currentScript;var o=new URL(s.src).origin;document.querySelectorAll('[data-mot-cua-thu-tuc]').forEach(function(e){var f=document.createElement('iframe');f.src=o+'/nhung/thu-tuc/'+encodeURIComponent(e.getAttribute('data-mot-cua-thu-tuc'));f.title='Thủ tục hành chính';f.loading='lazy';f.width='100%';f.height='320';e.replaceChildren(f);});})();\n`;

/** Dữ liệu mở, tờ niêm yết và phần nhúng: what other sites, boards and walls take from the catalogue in force. */
export const openDataRoutes = (pages: Pages & { readonly publicOrigin: string }): RoutePlugin => (app, _options, done) => {
  const { db, clock } = pages.installation.context;
  const origin = pages.publicOrigin;
  const hidden = { hide: true };
  const duty = requires('page.read');
  const today = (): string => officeDay(clock.now()).toString();
  const hrefOf = (code: string): string => `${origin}/thu-tuc/${encodeURIComponent(code)}`;
  const rows = async (asked: Partial<ProcedureSearch> = {}): Promise<readonly Row[]> => (await searchProcedures(db, { day: today(), limit: everything, ...asked })).procedures
    .map(({ code, name, field, levels, onlineLevel, time, fee, handledHere }) => ({ code, name, field, levels, online: onlineLevel === 'FULL', time, feeVnd: fee, handledHere, href: hrefOf(code) }));
  const dated = async (): Promise<readonly object[]> => {
    const decisions = await decisionsOn(db, today());
    return (await rows()).map((row) => ({ ...row, decision: null, validFrom: null, ...decisions.get(row.code) }));
  };

  app.get('/du-lieu-mo', { ...duty, schema: hidden }, (request, reply) => html(reply, pages.render('open-data', { visit: visitOf(pages, request), origin })));
  app.get('/du-lieu-mo/thu-tuc.json', { ...duty, schema: hidden }, async (_request, reply) => reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').send({ day: today(), licence: 'CC-BY-4.0', procedures: await dated() }));
  app.get('/du-lieu-mo/giay-to.json', { ...duty, schema: hidden }, async (_request, reply) => {
    const [kinds, confirmed] = await Promise.all([paperKinds(db), confirmedComponents(db, null)]);
    const components = confirmed.flatMap(({ procedure, name, kind }) => (kind === null ? [] : [{ procedure, component: name, kind }]));
    return reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').send({ day: today(), licence: 'CC-BY-4.0', kinds, components });
  });
  app.get('/du-lieu-mo/thu-tuc.csv', { ...duty, schema: hidden }, async (_request, reply) => reply.type('text/csv; charset=utf-8').header('access-control-allow-origin', '*').header('content-disposition', attachmentHeader('thu-tuc.csv')).send(csvOf(await rows())));
  app.get('/du-lieu-mo/hieu-luc.ics', { ...duty, schema: hidden }, async (_request, reply) => {
    const day = Temporal.PlainDate.from(today());
    return reply.type('text/calendar; charset=utf-8').header('access-control-allow-origin', '*').send(calendarOf(await daysOfEffect(db, { from: day.subtract({ months: 24 }).toString(), until: day.add({ months: 24 }).toString() }), { origin, at: clock.now() }));
  });

  app.get('/thu-tuc/:code/niem-yet.pdf', { ...duty, schema: { ...hidden, params: Code } }, async (request, reply) => {
    const found = await procedureOn(db, request.params.code, today());
    if (found === undefined) return pages.error(request, reply, 404);
    return reply.type('application/pdf').header('content-disposition', attachmentHeader(`niem-yet-${request.params.code}.pdf`)).send(Buffer.from(await postingSheet(db, found.procedure, { at: clock.now(), site: pages.site, origin })));
  });

  app.get('/bang/niem-yet/:agency', { ...duty, schema: { ...hidden, params: z.object({ agency: z.string().max(40) }) } }, async (request, reply) => {
    const agency = await findAgency(db, request.params.agency);
    if (agency === undefined) return pages.error(request, reply, 404);
    const here = new Set((await handledAt(db, agency.code, today())).map(({ code }) => code));
    const listed = (await searchProcedures(db, { day: today(), limit: everything, handledOnly: true })).procedures.filter(({ code }) => here.has(code));
    return html(reply, pages.render('posting', { visit: visitOf(pages, request), agency: agency.name, day: today(), procedures: listed, qr: `data:image/svg+xml;utf8,${encodeURIComponent(qrSvg(`${origin}/thu-tuc?o-day=1&co-quan=${encodeURIComponent(agency.code)}`))}` }));
  });

  app.get('/nhung.js', { ...duty, schema: hidden }, (_request, reply) => reply.type('text/javascript; charset=utf-8').header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'public, max-age=3600').send(widget));
  app.get('/nhung/thu-tuc/:code', { ...duty, schema: { ...hidden, params: Code } }, async (request, reply) => {
    const found = await procedureOn(db, request.params.code, today());
    const abolished = found === undefined ? await abolitionOf(db, request.params.code, 1) : null;
    // Meant to stand inside other sites: it carries no session and does nothing but lead here.
    reply.header('content-security-policy', "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *").header('cross-origin-resource-policy', 'cross-origin');
    return html(reply.code(found === undefined ? 404 : 200), pages.render('widget', { visit: visitOf(pages, request), procedure: found?.procedure ?? null, abolished, href: hrefOf(request.params.code) }));
  });
  done();
};
