// SPDX-License-Identifier: EUPL-1.2
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import files from '@fastify/static';
import swagger from '@fastify/swagger';
import { type AccessTable, citizenSignIn, openActs } from '@motcua/access';
import { type AccessContext, citizenSignInRoutes, guard, sessionRoutes } from '@motcua/access/http';
import { archiveActs } from '@motcua/archive';
import { archivedRoutes, batchRoutes, destructionRoutes } from '@motcua/archive/http';
import { backFileActs } from '@motcua/back-files';
import { batchRoutes as backFileRoutes, cleansingRoutes, lineRoutes as backFileLineRoutes, noticeRoutes, scanRoutes as backFileScanRoutes } from '@motcua/back-files/http';
import { catalogueActs, processNeighbours, ruleActs, unknownProcedures } from '@motcua/catalogue';
import { catalogueRoutes, controlRoutes, deadlineRuleRoutes, formPaperRoutes, guideFileRoutes, nationalLineRoutes, nationalUpdateRoutes, paperKindRoutes, processCoverageRoutes } from '@motcua/catalogue/http';
import { routeActs } from '@motcua/dossiers';
import { type LiveScreens, benchRoutes, originalRoutes, dossierVaultRoutes, enterpriseRoutes, reuseRoutes, digitalIdentityRoutes, calendarRoutes, citizenRoutes, datedTableRoutes, digitisingRoutes, ownUploadRoutes, waitingScanRoutes, dryRunRoutes, conversationRoutes, jointDraftRoutes, latenessRoutes, documentRoutes, officerActRoutes, officerViewRoutes, onSiteRoutes, owedRoutes, paperCheckRoutes, printedCopyRoutes, paperRoutes, partnerRoutes, postRoutes, procedureMoveRoutes, readinessRoutes, sealUseRoutes, signaturePictureRoutes, signingMeansRoutes, signingRoutes, supplementRoutes, trackingBookRoutes, transferRoutes, versionMoveRoutes } from '@motcua/dossiers/http';
import { reformActs } from '@motcua/reform';
import { figureRoutes, publicationRoutes, reviewRoutes } from '@motcua/reform/http';
import { registerActs } from '@motcua/organisation';
import { headRoutes, organisationRoutes, postingRoutes, registerRoutes, sealRoutes } from '@motcua/organisation/http';
import { messageActs } from '@motcua/messages';
import { messageRoutes } from '@motcua/messages/http';
import { packActs } from '@motcua/packs';
import { packRoutes } from '@motcua/packs/http';
import { proposalActs } from '@motcua/proposals';
import { proposalRoutes } from '@motcua/proposals/http';
import { paperTemplateActs } from '@motcua/paper-templates';
import { eformRoutes, templateRoutes } from '@motcua/paper-templates/http';
import { formActs } from '@motcua/statutory-forms';
import { formRoutes } from '@motcua/statutory-forms/http';
import { vaultActs } from '@motcua/vault';
import { representationRoutes, vaultRoutes } from '@motcua/vault/http';
import { processActs } from '@motcua/workflow';
import { processImportRoutes, processRoutes, tryOutRoutes } from '@motcua/workflow/http';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import path from 'node:path';
import { constants } from 'node:zlib';
import type { Installation } from './installation.ts';
import { demonstrationRoutes } from './demonstration/routes.ts';
import { answerFaults, unreadableAddress } from './faults.ts';
import { languageRoutes } from './pages/language.ts';
import { internalProcedurePages } from './pages/internal-procedure.ts';
import { openDataRoutes } from './pages/open-data.ts';
import { postingSetRoutes } from './pages/posting-set.ts';
import { type Pages, publicPages } from './pages/routes.ts';
import { contentPolicy } from './content-policy.ts';
import { benchAnswers, benchDrafts } from './bench.ts';
import { itemsOf, packContext, proposalKinds } from './proposal-kinds.ts';

/** What the HTTP server is made of. */
export type AppParts = {
  readonly installation: Installation;
  readonly identity: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  readonly live: LiveScreens;
  readonly pages: Pages;
  readonly publicOrigin: string;
  readonly demonstration: boolean;
  /** Least grave line of the log that is kept: debug, info, warn (default), error. */
  readonly logLevel?: string;
  /** Requests a minute from one address before it must wait. */
  readonly requestsPerMinute?: number;
  /** Told of every route with the act it performs: what the access matrix is drawn from. */
  readonly onRoute?: (route: { readonly method: string; readonly url: string; readonly act: string | undefined }) => void;
};

/** Acts × roles of every route of this server. */
export const accessTable: AccessTable = { ...openActs, ...registerActs, ...formActs, ...paperTemplateActs, ...messageActs, ...ruleActs, ...catalogueActs, ...reformActs, ...processActs, ...proposalActs, ...packActs, ...vaultActs, ...archiveActs, ...backFileActs, ...routeActs };

const root = path.resolve(import.meta.dirname, '../../..');

/** Builds the HTTP server: guards, routes of the modules, public pages, documentation of the API. Listens to nothing yet. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { installation, live, pages } = parts;
  const { context, secret } = installation;
  const app = Fastify({ logger: { level: parts.logLevel ?? 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] }, bodyLimit: 2 * 1024 * 1024, trustProxy: 'loopback', forceCloseConnections: true,
    // A verification token in a path is longer than the router's own limit of 100.
    routerOptions: { maxParamLength: 2000 }, frameworkErrors: unreadableAddress(pages) });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('actor');
  app.addHook('onRoute', ({ method, url, config }) => { for (const one of [method].flat()) parts.onRoute?.({ method: one, url, act: config?.act }); });
  answerFaults(app, pages);

  // PDFs and pictures are compressed already; texts, pages, scripts and styles travel at about a fifth.
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'], customTypes: /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/u, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  await app.register(cookie);
  // A connection that is already gone has no address.
  await app.register(rateLimit, { global: true, max: parts.requestsPerMinute ?? 1200, timeWindow: '1 minute', keyGenerator: ({ ip }: { readonly ip: string | undefined }) => ip ?? 'gone' });
  await app.register(multipart, { limits: { fileSize: 64 * 1024 * 1024, files: 1, fields: 10 } });
  // What nobody read of an upload runs out: the next request on the connection would wait behind it for ever.
  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete) raw.unpipe().resume();
    done();
  });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Một Cửa', version: '0.1.0', description: 'API của hệ thống thông tin giải quyết thủ tục hành chính. Lỗi trả về dạng application/problem+json, tiếng Việt, có mã.' } },
    transform: jsonSchemaTransform,
  });
  contentPolicy(app);

  const access: AccessContext = {
    db: context.db, clock: context.clock, secret, table: accessTable, secure: parts.publicOrigin.startsWith('https:'),
    citizens: citizenSignIn(context.db, context.clock, { ...parts.identity, redirectUri: `${parts.publicOrigin}/dang-nhap/tra-loi` }),
  };
  app.addHook('onRequest', guard(access));

  const neighbours = await processNeighbours(context.db, context.province);
  await app.register(async (api) => {
    await api.register(sessionRoutes(access));
    await api.register(organisationRoutes({ db: context.db, root: context.province }));
    for (const routes of [registerRoutes, sealRoutes, postingRoutes, headRoutes]) await api.register(routes({ db: context.db, clock: context.clock, unknownProcedures: (codes) => unknownProcedures(context.db, codes) }));
    await api.register(formRoutes());
    await api.register(eformRoutes(context));
    await api.register(templateRoutes(context));
    await api.register(messageRoutes(context));
    await api.register(catalogueRoutes(context));
    await api.register(deadlineRuleRoutes(context));
    await api.register(controlRoutes(context));
    await api.register(paperKindRoutes(context));
    await api.register(formPaperRoutes(context));
    await api.register(postingSetRoutes({ ...pages, publicOrigin: parts.publicOrigin }));
    await api.register(guideFileRoutes());
    await api.register(nationalUpdateRoutes(context));
    await api.register(nationalLineRoutes({ db: context.db, clock: context.clock, line: installation.national }));
    for (const routes of [publicationRoutes, figureRoutes, reviewRoutes]) await api.register(routes(context));
    await api.register(processCoverageRoutes(context));
    await api.register(processRoutes({ ...context, neighbours }));
    await api.register(tryOutRoutes({ ...context, neighbours }));
    await api.register(processImportRoutes({ ...context, neighbours }));
    const packs = packContext({ ...context, neighbours });
    await api.register(proposalRoutes({ ...context, kinds: proposalKinds(packs) }));
    await api.register(packRoutes(packs));
    await api.register(dryRunRoutes({ ...context, itemsOf: (id) => itemsOf(context.db, id) }));
    await api.register(benchRoutes({ ctx: context, publishDrafts: benchDrafts, answersFor: benchAnswers }));
    await api.register(citizenRoutes(context));
    await api.register(documentRoutes(context));
    await api.register(officerViewRoutes(context));
    await api.register(trackingBookRoutes(context));
    await api.register(latenessRoutes(context));
    await api.register(supplementRoutes(context));
    await api.register(conversationRoutes(context));
    await api.register(jointDraftRoutes(context));
    await api.register(officerActRoutes(context));
    await api.register(sealUseRoutes(context));
    await api.register(signingMeansRoutes(context));
    await api.register(signaturePictureRoutes(context));
    await api.register(signingRoutes(context));
    await api.register(onSiteRoutes(context));
    await api.register(datedTableRoutes(context));
    await api.register(owedRoutes(context));
    await api.register(paperRoutes(context));
    await api.register(paperCheckRoutes(context));
    await api.register(printedCopyRoutes(context));
    await api.register(digitisingRoutes(context));
    await api.register(ownUploadRoutes(context));
    await api.register(waitingScanRoutes(context));
    await api.register(originalRoutes(context));
    await api.register(postRoutes(context));
    await api.register(transferRoutes(context));
    await api.register(versionMoveRoutes(context));
    await api.register(procedureMoveRoutes(context));
    await api.register(calendarRoutes(context));
    await api.register(vaultRoutes(context));
    await api.register(representationRoutes(context));
    await api.register(dossierVaultRoutes(context));
    await api.register(reuseRoutes(context));
    await api.register(enterpriseRoutes(context));
    await api.register(digitalIdentityRoutes(context));
    for (const routes of [batchRoutes, archivedRoutes, destructionRoutes]) await api.register(routes({ ...context, secret, secondCopy: installation.secondCopy }));
    for (const routes of [backFileRoutes, backFileScanRoutes, backFileLineRoutes, noticeRoutes, cleansingRoutes]) await api.register(routes(context));
    await api.register(readinessRoutes(context));
    await api.register(partnerRoutes(context));
    await api.register(live.routes);
    api.get('/openapi.json', { config: { act: 'page.read' }, schema: { hide: true } }, () => app.swagger());
    api.get('/health', { config: { act: 'page.read' }, schema: { hide: true } }, async () => {
      await context.db.selectNoFrom((e) => e.lit(1).as('one')).execute();
      return { ok: true };
    });
  }, { prefix: '/api' });

  await app.register(citizenSignInRoutes(access, parts.publicOrigin, (reply, code) => pages.identityDown(reply, code)));
  await app.register(files, { root: path.join(root, 'apps/citizen-portal/dist/client'), prefix: '/assets/cong/', immutable: true, maxAge: '365d', index: false,
    // The script that answers for the page that checks papers lies among the hashed files and works outside that folder.
    setHeaders: (reply, file) => { if (path.basename(file).startsWith('offline-worker')) reply.header('service-worker-allowed', '/'); } });
  await app.register(files, { root: path.join(root, 'apps/officer-workspace/dist/client'), prefix: '/assets/lam-viec/', immutable: true, maxAge: '365d', index: false, decorateReply: false });
  if (parts.demonstration) await app.register(demonstrationRoutes(access));
  await app.register(publicPages(pages));
  await app.register(openDataRoutes({ ...pages, publicOrigin: parts.publicOrigin }));
  await app.register(internalProcedurePages(pages));
  await app.register(languageRoutes({ secure: parts.publicOrigin.startsWith('https:') }));
  return app;
}
