// SPDX-License-Identifier: EUPL-1.2
import { type PublishedInternalProcedure, internalProcedures } from '@motcua/catalogue';
import { type RoutePlugin, requires } from '@motcua/http-kit';
import { officeDay, officeDayText } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { type InternalProcedureView, internalProcedureDocx, renderInternalProcedure } from '@motcua/statutory-forms';
import { z } from 'zod';
import { type Pages, html, visitOf } from './routes.ts';

const Code = z.object({ code: z.string().max(80) });
const Which = z.object({ ma: z.string().max(120).optional() });
const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;

const dayOf = (day: string): string => officeDayText(Temporal.PlainDate.from(day));
const decimal = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

/** The published table as a paper. */
function paperOf(pages: Pages, { key, name, symbol, version, validFrom, decision, head, rows, hours }: PublishedInternalProcedure): InternalProcedureView {
  const { site, installation } = pages;
  return {
    office: site.owner, name, documentCode: symbol === '' ? key : symbol, version, validFrom: dayOf(validFrom), decision: decision === null ? null : `Quyết định ${decision.number} ngày ${dayOf(decision.date)}`,
    head, rows, total: `${decimal(hours)} giờ (${decimal(hours / 8)} ngày làm việc)`, printedAt: installation.context.clock.now().toString(), demonstration: site.demonstration,
  };
}

/** Quy trình nội bộ of a procedure: the page, and the same as PDF and DOCX. */
export const internalProcedurePages = (pages: Pages): RoutePlugin => (app, _options, done) => {
  const { db, clock } = pages.installation.context;
  const duty = requires('page.read');
  const found = (procedure: string, key: string | undefined) => internalProcedures(db, { procedure, key, day: officeDay(clock.now()).toString(), nameOf: (codes) => agencyNames(db, codes) });

  app.get('/thu-tuc/:code/quy-trinh', { ...duty, schema: { hide: true, params: Code, querystring: Which } }, async (request, reply) => {
    const { code } = request.params;
    const known = await found(code, request.query.ma);
    if (known === undefined) return pages.error(request, reply, 404);
    const base = `/thu-tuc/${encodeURIComponent(code)}`;
    const hrefOf = (key: string): string => `${base}/quy-trinh?ma=${encodeURIComponent(key)}`;
    const file = (kind: keyof typeof types): string => `${base}/quy-trinh/tai?dang=${kind}&ma=${encodeURIComponent(known.shown.key)}`;
    return html(reply, pages.render('internal-procedure', {
      visit: visitOf(pages, request), procedure: { name: known.procedure.name, href: base }, shown: known.shown, choices: known.choices.map(({ key, ...choice }) => ({ ...choice, href: hrefOf(key) })),
      now: hrefOf(known.shown.key), files: { pdf: file('pdf'), docx: file('docx') },
    }));
  });

  app.get('/thu-tuc/:code/quy-trinh/tai', { ...duty, schema: { hide: true, params: Code, querystring: Which.extend({ dang: z.enum(['pdf', 'docx']) }) } }, async (request, reply) => {
    const known = await found(request.params.code, request.query.ma);
    if (known === undefined) return pages.error(request, reply, 404);
    const { dang: kind } = request.query;
    const view = paperOf(pages, known.shown);
    const bytes = kind === 'pdf' ? await renderInternalProcedure(view) : await internalProcedureDocx(view);
    return reply.type(types[kind]).header('content-disposition', `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="quy-trinh-${known.shown.key.replace(/[^\w.-]/gu, '_')}.${kind}"`).send(Buffer.from(bytes));
  });
  done();
};
