// SPDX-License-Identifier: EUPL-1.2
import { publicKeyText, tokenKeyOf } from '@motcua/documents';
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { findAgency, findOneStopShop } from '@motcua/organisation';
import { checkPaper } from '../commands/check-paper.ts';
import type { DossierContext } from '../context.ts';
import { CheckKeys, CheckPaper, CheckedPaper, PaperChecks } from '../contract.ts';
import { checkTerms, kindTitles } from '../papers/titles.ts';
import { paperChecks } from '../views/paper-checks.ts';

// One address that tries codes must not fill the log of the issuers.
const slowly = { rateLimit: { max: 60, timeWindow: '1 minute' } };

/** Kiểm tra giấy: anybody checks a paper, with or without a line to us; issuers see how often theirs were checked. */
export const paperCheckRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.post('/paper-checks', { config: { ...requires('page.read').config, ...slowly }, schema: { operationId: 'checkPaper', tags: ['paper-checks'], body: CheckPaper, response: { 200: CheckedPaper } } },
    (request) => checkPaper(ctx, request.body));

  app.get('/paper-checks/keys', { ...requires('page.read'), schema: { operationId: 'getPaperCheckKeys', tags: ['paper-checks'], response: { 200: CheckKeys } } }, async () => {
    const takenAt = ctx.clock.now();
    const { publicKeys } = await tokenKeyOf(ctx.db, ctx.secret, takenAt);
    const [agency, shop] = [await findAgency(ctx.db, ctx.province), await findOneStopShop(ctx.db, `${ctx.province}.01`)];
    return { takenAt: takenAt.toString(), owner: agency?.name ?? '', hotline: shop?.phone ?? '', keys: publicKeys.map(publicKeyText), papers: kindTitles, terms: checkTerms };
  });

  app.get('/paper-checks', { ...requires('paper-checks.read'), schema: { operationId: 'listPaperChecks', tags: ['paper-checks'], response: { 200: PaperChecks } } },
    (request) => paperChecks(ctx, officerOf(request)));
  done();
};
