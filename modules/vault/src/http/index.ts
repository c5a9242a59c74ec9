// SPDX-License-Identifier: EUPL-1.2
/** Routes of one's own vault (kho giấy tờ của tôi). Whose it is comes from the session, never from the request. */
import { attachmentHeader, openDocument, qrSvg } from '@motcua/documents';
import { Problem, type RoutePlugin, citizenOf, problem, requires } from '@motcua/http-kit';
import type { Citizen } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Dispute, OwnVault } from '../contract.ts';
import type { KeptPaper, VaultOwner } from '../model.ts';
import { papersById, recordChanges } from '../store/entries.ts';
import { type VaultContext, checkUrlOf, ownVault } from '../views/own-vault.ts';
import { exportOf } from '../views/export.ts';

const tags = ['vault'];
const PaperPath = z.object({ id: z.uuid() });

const ownerOf = ({ personalId }: Citizen): VaultOwner => ({ kind: 'person', ref: personalId });

const unknown = (reply: FastifyReply): FastifyReply => reply.code(404).type('application/problem+json')
  .send(problem({ status: 404, code: 'vault-paper-unknown', title: 'Kho của ông/bà không có giấy này.', detail: 'Mở lại trang Kho giấy tờ và chọn giấy trong danh sách.' }));

/** One paper of the citizen's own vault; a paper of another is one that does not exist. */
async function ownPaper(ctx: VaultContext, who: Citizen, id: string): Promise<KeptPaper | undefined> {
  const [paper] = await papersById(ctx.db, [id]);
  return paper?.owner.kind === 'person' && paper.owner.ref === who.personalId ? paper : undefined;
}

const locked = 'document-quarantined';

/** Kho giấy tờ của tôi: list, open, check, dispute, take away. */
export const vaultRoutes = (ctx: VaultContext): RoutePlugin => (app, _options, done) => {
  app.get('/my/vault', { ...requires('vault.own'), schema: { operationId: 'myVault', tags, response: { 200: OwnVault } } }, (request) => ownVault(ctx, ownerOf(citizenOf(request))));

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
    return reply.code(201).send(await ownVault(ctx, ownerOf(who)));
  });

  app.get('/my/vault/export', { ...requires('vault.own'), schema: { operationId: 'exportMyVault', tags } }, async (request, reply) => {
    const who = citizenOf(request);
    return reply.header('content-type', 'application/zip').header('content-disposition', attachmentHeader('kho-giay-to.zip')).send(await exportOf(ctx, who, ownerOf(who)));
  });
  done();
};
