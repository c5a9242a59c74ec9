// SPDX-License-Identifier: EUPL-1.2
import { handledAt, procedureOn, searchProcedures } from '@motcua/catalogue';
import { attachmentHeader } from '@motcua/documents';
import { type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { officeDay, officeDayText } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { z } from 'zod';
import { postingSet } from './posting-sheet.ts';
import type { Pages } from './routes.ts';

/** Procedures of one volume: the press makes it in seconds and the file can be sent to a printer. */
const perVolume = 100;
const everything = 10_000;

const Which = z.object({ agency: z.string().max(40).optional().describe('only what this agency handles'), field: z.string().max(60).optional().describe('only this lĩnh vực') });
const Volume = Which.extend({ volume: z.coerce.number().int().min(1).max(1000).default(1) });
const Counted = z.object({ procedures: z.number().int(), volumes: z.number().int() });

const unknown = problem({ status: 404, code: 'procedure-unknown', title: 'Không có thủ tục nào để in.', detail: 'Chọn cơ quan, lĩnh vực khác, hoặc tập có trong danh sách.' });

/** Tập tờ niêm yết: every sheet of an agency, of a field or of all that is handled here, in volumes with a contents page each. Made for those who keep the catalogue. */
export const postingSetRoutes = (pages: Pages & { readonly publicOrigin: string }): RoutePlugin => (app, _options, done) => {
  const { db, clock } = pages.installation.context;
  const today = (): string => officeDay(clock.now()).toString();

  async function listed({ agency, field }: z.infer<typeof Which>): Promise<readonly string[]> {
    const found = (await searchProcedures(db, { day: today(), limit: everything, handledOnly: true, field })).procedures.map(({ code }) => code).toSorted();
    if (agency === undefined) return found;
    const here = new Set((await handledAt(db, agency, today())).map(({ code }) => code));
    return found.filter((code) => here.has(code));
  }

  app.get('/posting-sets', { ...requires('catalogue.read'), schema: { operationId: 'countPostingSet', tags: ['catalogue'], querystring: Which, response: { 200: Counted } } }, async ({ query }) => {
    const codes = await listed(query);
    return { procedures: codes.length, volumes: Math.ceil(codes.length / perVolume) };
  });

  app.get('/posting-sets/printed', { ...requires('catalogue.read'), schema: { operationId: 'printPostingSet', tags: ['catalogue'], querystring: Volume } }, async (request, reply) => {
    const { volume, ...which } = request.query;
    const codes = await listed(which);
    const mine = codes.slice((volume - 1) * perVolume, volume * perVolume);
    if (mine.length === 0) return reply.code(404).type('application/problem+json').send(unknown);
    const procedures = (await Promise.all(mine.map((code) => procedureOn(db, code, today())))).flatMap((found) => (found === undefined ? [] : [found.procedure]));
    const agency = which.agency === undefined ? undefined : await findAgency(db, which.agency);
    const field = which.field === undefined ? undefined : procedures[0]?.field?.name;
    const volumes = Math.ceil(codes.length / perVolume);
    const pdf = await postingSet(db, {
      title: 'Thủ tục hành chính niêm yết', about: [agency?.name, field, `${String(codes.length)} thủ tục đang có hiệu lực ngày ${officeDayText(officeDay(clock.now()))}`, ...(volumes > 1 ? [`tập ${String(volume)}/${String(volumes)}`] : [])].filter((words) => words !== undefined).join(', '), procedures,
    }, { at: clock.now(), site: pages.site, origin: pages.publicOrigin });
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(`niem-yet-tap-${String(volume)}.pdf`)).send(Buffer.from(pdf));
  });
  done();
};
