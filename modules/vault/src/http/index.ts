// SPDX-License-Identifier: EUPL-1.2
/** Routes of one's own vault (kho giấy tờ của tôi). Whose it is comes from the session, never from the request. */
import { attachmentHeader, openDocument, qrSvg, readDocument, reportSent, validatePdf } from '@motcua/documents';
import { DocumentReportContract } from '@motcua/documents/contract';
import { Problem, type RoutePlugin, citizenOf, problem, requires } from '@motcua/http-kit';
import { type Citizen, officeDay } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Dispute, OwnOrganisations, OwnVault, WhoseVault } from '../contract.ts';
import type { KeptPaper, VaultOwner } from '../model.ts';
import { isHeldByState } from '../rules/state.ts';
import { organisationsOf, representativeLooked, represents } from '../store/representations.ts';
import { papersById, recordChanges } from '../store/entries.ts';
import { type VaultContext, checkUrlOf, ownVault } from '../views/own-vault.ts';
import { exportOf } from '../views/export.ts';

const tags = ['vault'];
const PaperPath = z.object({ id: z.uuid() });

/** Whose vault a citizen asks for: his own, or that of an organisation he represents today, which is written down for it. Undefined: he represents it not. */
async function ownerAsked(ctx: VaultContext, { personalId, name }: Citizen, { organisation }: z.infer<typeof WhoseVault>): Promise<VaultOwner | undefined> {
  if (organisation === undefined) return { kind: 'person', ref: personalId };
  const at = ctx.clock.now();
  if (!await represents(ctx.db, { person: personalId, organisation, day: officeDay(at).toString() })) return undefined;
  await representativeLooked(ctx.db, { organisation, person: { ref: personalId, name }, at });
  return { kind: 'organisation', ref: organisation };
}

const notYours = (reply: FastifyReply): FastifyReply => reply.code(404).type('application/problem+json')
  .send(problem({ status: 404, code: 'organisation-not-represented', title: 'Tài khoản này không mở được kho của tổ chức.', detail: 'Mang giấy chứng minh người đại diện đến bộ phận một cửa để ghi nhận, hoặc chọn kho của chính ông/bà.' }));

const unknown = (reply: FastifyReply): FastifyReply => reply.code(404).type('application/problem+json')
  .send(problem({ status: 404, code: 'vault-paper-unknown', title: 'Kho của ông/bà không có giấy này.', detail: 'Mở lại trang Kho giấy tờ và chọn giấy trong danh sách.' }));

/** One paper of the citizen's own vault or of an organisation he represents; a paper of another is one that does not exist. */
async function ownPaper(ctx: VaultContext, who: Citizen, id: string): Promise<KeptPaper | undefined> {
  const [paper] = await papersById(ctx.db, [id]);
  if (paper === undefined) return undefined;
  const owner = await ownerAsked(ctx, who, paper.owner.kind === 'organisation' ? { organisation: paper.owner.ref } : {});
  return owner?.ref === paper.owner.ref && owner.kind === paper.owner.kind ? paper : undefined;
}

const locked = 'document-quarantined';

/** Kho giấy tờ của tôi: list, open, check, dispute, take away. */
export const vaultRoutes = (ctx: VaultContext): RoutePlugin => (app, _options, done) => {
  app.get('/my/vault', { ...requires('vault.own'), schema: { operationId: 'myVault', tags, querystring: WhoseVault, response: { 200: OwnVault, 404: Problem } } }, async (request, reply) => {
    const owner = await ownerAsked(ctx, citizenOf(request), request.query);
    return owner === undefined ? notYours(reply) : ownVault(ctx, owner);
  });

  app.get('/my/organisations', { ...requires('vault.own'), schema: { operationId: 'myOrganisations', tags, response: { 200: OwnOrganisations } } }, async (request) => {
    const mine = await organisationsOf(ctx.db, citizenOf(request).personalId, officeDay(ctx.clock.now()).toString());
    return { organisations: mine.map(({ organisation, organisationName, capacity, until }) => ({ organisation, organisationName, capacity, until })) };
  });

  app.get('/my/vault/:id/document', { ...requires('vault.own'), schema: { operationId: 'myVaultDocument', tags, params: PaperPath } }, async (request, reply) => {
    const who = citizenOf(request);
    const paper = await ownPaper(ctx, who, request.params.id);
    if (paper === undefined) return unknown(reply);
    const opened = await openDocument(ctx.db, ctx.files, { id: paper.documentId, by: { kind: 'citizen', ref: who.id, name: who.name, agency: null }, purpose: 'own', at: ctx.clock.now() });
    if (!opened.ok) return opened.error.code === locked ? reply.code(409).type('application/problem+json').send(problem({ status: 409, code: locked, title: 'Giấy này đang được kiểm tra vi-rút, chưa mở được.', detail: 'Thử lại sau ít phút.' })) : unknown(reply);
    const { mediaType, name, bytes } = opened.value;
    return reply.header('content-type', mediaType).header('content-disposition', attachmentHeader(name)).header('content-security-policy', "default-src 'none'; sandbox").send(Buffer.from(bytes));
  });

  app.get('/my/vault/:id/code.svg', { ...requires('vault.own'), schema: { operationId: 'myVaultCode', tags, params: PaperPath } }, async (request, reply) => {
    const paper = await ownPaper(ctx, citizenOf(request), request.params.id);
    const agency = paper?.agency ?? null;
    const url = paper === undefined ? null : checkUrlOf(ctx, paper, agency === null ? '' : (await agencyNames(ctx.db, [agency]))(agency));
    return url === null ? unknown(reply) : reply.header('content-type', 'image/svg+xml').header('cache-control', 'private, no-store').send(qrSvg(url));
  });

  app.post('/my/vault/:id/disputes', { ...requires('vault.own'), schema: { operationId: 'disputeVaultPaper', tags, params: PaperPath, body: Dispute, response: { 201: OwnVault, 404: Problem, 422: Problem } } }, async (request, reply) => {
    const who = citizenOf(request);
    const paper = await ownPaper(ctx, who, request.params.id);
    if (paper === undefined) return unknown(reply);
    await recordChanges(ctx.db, [{ entry: paper.id, type: 'disputed', reason: request.body.text, number: null, replacedBy: null, dossierId: null, by: who.name, at: ctx.clock.now().toString() }]);
    return reply.code(201).send(await ownVault(ctx, paper.owner));
  });

  app.post('/my/vault/:id/withdrawal', { ...requires('vault.own'), schema: { operationId: 'withdrawOwnUpload', tags, params: PaperPath, response: { 201: OwnVault, 404: Problem, 409: Problem } } }, async (request, reply) => {
    const who = citizenOf(request);
    const paper = await ownPaper(ctx, who, request.params.id);
    if (paper === undefined) return unknown(reply);
    if (isHeldByState(paper)) return reply.code(409).type('application/problem+json').send(problem({ status: 409, code: 'vault-paper-kept', title: 'Giấy này do cơ quan nhà nước đưa vào kho, không bỏ ra được.', detail: 'Giấy sai thì bấm «Giấy này không đúng».' }));
    await recordChanges(ctx.db, [{ entry: paper.id, type: 'withdrawn', reason: 'Chủ giấy bỏ giấy tự tải lên', number: null, replacedBy: null, dossierId: null, by: who.name, at: ctx.clock.now().toString() }]);
    return reply.code(201).send(await ownVault(ctx, paper.owner));
  });

  app.get('/my/vault/:id/signatures', { ...requires('vault.own'), schema: { operationId: 'myVaultSignatures', tags, params: PaperPath, response: { 200: DocumentReportContract, 404: Problem } } }, async (request, reply) => {
    const paper = await ownPaper(ctx, citizenOf(request), request.params.id);
    const file = paper === undefined ? undefined : await readDocument(ctx.db, ctx.files, paper.documentId);
    if (file?.mediaType !== 'application/pdf') return unknown(reply);
    return reportSent(await validatePdf(file.bytes, { trust: await ctx.trust?.(ctx.db) ?? { roots: [] } }));
  });

  app.get('/my/vault/export', { ...requires('vault.own'), schema: { operationId: 'exportMyVault', tags, querystring: WhoseVault } }, async (request, reply) => {
    const who = citizenOf(request);
    const owner = await ownerAsked(ctx, who, request.query);
    if (owner === undefined) return notYours(reply);
    return reply.header('content-type', 'application/zip').header('content-disposition', attachmentHeader('kho-giay-to.zip')).send(await exportOf(ctx, who, owner));
  });
  done();
};

export { representationRoutes } from './representations.ts';
