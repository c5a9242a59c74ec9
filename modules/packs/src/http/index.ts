// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import type { Db } from '@motcua/db-kit';
import { signingIdentityOf, type SigningIdentity } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import type { Officer } from '@motcua/kernel';
import { beginProposal, type Finding } from '@motcua/proposals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { makePack, type MakeRefusal, packOfBefore } from '../commands/make-pack.ts';
import { addPublisher, endPublisher, type PublisherRefusal } from '../commands/publishers.ts';
import { PackCandidates, PackMade, PackProposed, PacksView, PackView, PublisherAdded, PublisherEntered } from '../contract.ts';
import { type PackKindContext, packKind, packOf } from '../kind.ts';
import { packActs } from '../permissions.ts';
import { packsView, packView } from '../views/packs.ts';

export type PackContext = PackKindContext & {
  readonly db: Db; readonly secret: Uint8Array;
  /** What belongs to a procedure: the things a pack of it is made of. */
  readonly partsOf: (procedure: string) => Promise<readonly { readonly kind: string; readonly key: string }[]>;
};

const tags = ['packs'];
const ById = z.object({ id: z.uuid() });

const send = (reply: FastifyReply, body: Problem): FastifyReply => reply.code(body.status).type('application/problem+json').send(body);

function sayMake(refusal: MakeRefusal): Problem {
  switch (refusal.code) {
    case 'pack-item-unknown': return problem({ status: 404, code: 'pack-item-unknown', title: `Chưa có bản đang dùng của ${refusal.kind} ${refusal.key}.`, detail: 'Bỏ thứ này khỏi gói, hoặc công bố trước rồi làm gói.' });
    case 'pack-not-installed': return problem({ status: 404, code: 'pack-not-installed', title: 'Gói này chưa cài ở đây.', detail: 'Xem lại danh sách gói đã cài.' });
    case 'pack-nothing-before': return problem({ status: 409, code: 'pack-nothing-before', title: 'Trước khi cài gói, chưa có gì ở những chỗ gói mang vào nên không có gì để trở lại.', detail: 'Bãi bỏ từng thủ tục nếu không dùng nữa.' });
  }
}

function sayPublisher(refusal: PublisherRefusal): Problem {
  switch (refusal.code) {
    case 'publisher-certificate': return problem({ status: 422, code: 'publisher-certificate', title: 'Không đọc được chứng thư gốc.', errors: [{ path: 'pem', label: 'Chứng thư gốc', text: 'Dán nguyên tệp PEM của tổ chức cấp chứng thư, từ dòng BEGIN CERTIFICATE đến END CERTIFICATE.' }] });
    case 'publisher-known': return problem({ status: 409, code: 'publisher-known', title: 'Chứng thư này đã có trong danh sách nơi được tin.' });
    case 'publisher-unknown': return problem({ status: 404, code: 'publisher-unknown', title: 'Không có nơi này, hoặc đã thôi tin.', detail: 'Tải lại trang.' });
  }
}

const noFile = problem({ status: 422, code: 'pack-unreadable', title: 'Chưa chọn tệp gói.', errors: [{ path: 'file', label: 'Tệp gói', text: 'Chọn tệp .zip của gói thủ tục.' }] });
const unreadable = (found: readonly Finding[]): Problem => problem({ status: 422, code: 'pack-unreadable', title: found[0]?.text ?? 'Không mở được gói.', errors: found.map(({ place, text }) => ({ path: 'file', label: place, text })) });
const noCertificate = problem({ status: 422, code: 'no-certificate', title: 'Cơ quan chưa có chứng thư số còn hạn nên chưa ký được gói.', detail: 'Người quản trị cấp chứng thư cho cơ quan rồi làm lại.' });

/** Gói thủ tục: made and signed, uploaded and looked at, taken back; whose are believed. Publishing goes through the bản soạn. */
export const packRoutes = (context: PackContext): RoutePlugin => (app, _options, done) => {
  const { db, clock, kinds, secret } = context;
  const holds = (officer: Officer, act: keyof typeof packActs): boolean => officer.postings.some(({ role }) => packActs[act].roles.some((each) => each === role));
  const all = [...kinds, packKind(context)];

  async function signerOf(request: FastifyRequest): Promise<SigningIdentity | undefined> {
    for (const { agency, role } of officerOf(request).postings) {
      if (!packActs['pack.make'].roles.some((each) => each === role)) continue;
      const found = await signingIdentityOf(db, secret, { kind: 'agency', ref: agency, at: clock.now() });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async function propose(request: FastifyRequest, reply: FastifyReply, file: Uint8Array): Promise<FastifyReply> {
    const content = { file: Buffer.from(file).toString('base64') };
    const pack = packOf(content);
    if (!pack.ok) return send(reply, unreadable(pack.error));
    const entry = { by: officerOf(request), at: clock.now() };
    for (const item of pack.value.items) {
      const faults = item.luggage === null ? [] : await kinds.find(({ kind }) => kind === item.kind)?.luggage?.keep(db, item.luggage, entry) ?? [];
      if (faults.length > 0) return send(reply, unreadable(faults.map((fault) => ({ ...fault, place: `${item.title}: ${fault.place}` }))));
    }
    const begun = await beginProposal(db, all, { kind: 'pack', key: pack.value.name, content, press: entry });
    if (!begun.ok) throw new Error(`a readable pack was not begun: ${begun.error.code}`);
    if (!begun.value.isNew) return send(reply, problem({ status: 409, code: 'pack-open', title: 'Gói này đang có một bản chờ công bố.', detail: 'Công bố hoặc bỏ bản ấy ở «Bản soạn» rồi tải lên lại.' }));
    return reply.code(201).send({ id: begun.value.id });
  }

  app.get('/packs', { ...requires('pack.read'), schema: { operationId: 'listPacks', tags, response: { 200: PacksView } } },
    async (request) => ({ ...await packsView(db), mayMake: holds(officerOf(request), 'pack.make'), mayTrust: holds(officerOf(request), 'pack.trust') }));

  app.get('/packs/candidates', { ...requires('pack.make'), schema: { operationId: 'listPackCandidates', tags, querystring: z.object({ procedure: z.string().min(1).max(60) }), response: { 200: PackCandidates } } },
    async ({ query }) => {
      const items: z.infer<typeof PackCandidates>['items'] = [];
      for (const { kind, key } of await context.partsOf(query.procedure)) {
        const owner = kinds.find((each) => each.kind === kind);
        const current = await owner?.current(db, key) ?? null;
        if (owner !== undefined && current !== null) items.push({ kind, key, title: owner.title(current.content) });
      }
      return { items };
    });

  app.post('/packs', { ...requires('pack.make'), schema: { operationId: 'makePack', tags, body: PackMade, response: { 200: z.unknown().describe('the pack, application/zip'), 404: Problem, 422: Problem } } },
    async (request, reply) => {
      const signer = await signerOf(request);
      if (signer === undefined) return send(reply, noCertificate);
      const made = await makePack(db, { kinds, signer, at: clock.now() }, request.body);
      if (!made.ok) return send(reply, sayMake(made.error));
      return reply.type('application/zip').header('content-disposition', `attachment; filename="${request.body.name}-${request.body.version}.zip"`).send(Buffer.from(made.value));
    });

  app.post('/packs/uploads', { ...requires('pack.make'), schema: { operationId: 'uploadPack', tags, response: { 201: PackProposed, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const part = request.isMultipart() ? await request.file() : undefined;
      return part === undefined ? send(reply, noFile) : propose(request, reply, await part.toBuffer());
    });

  app.get('/packs/proposals/:id', { ...requires('pack.read'), schema: { operationId: 'getPackProposal', tags, params: ById, response: { 200: PackView, 404: Problem } } },
    async (request, reply) => await packView(db, context, request.params.id) ?? send(reply, sayMake({ code: 'pack-not-installed' })));

  app.post('/packs/:name/way-back', { ...requires('pack.make'), schema: { operationId: 'proposeWayBack', tags, params: z.object({ name: z.string().max(120) }), response: { 201: PackProposed, 404: Problem, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const signer = await signerOf(request);
      if (signer === undefined) return send(reply, noCertificate);
      const made = await packOfBefore(db, { kinds, signer, at: clock.now() }, request.params.name);
      return made.ok ? propose(request, reply, made.value) : send(reply, sayMake(made.error));
    });

  app.post('/packs/publishers', { ...requires('pack.trust'), schema: { operationId: 'addPackPublisher', tags, body: PublisherAdded, response: { 201: PublisherEntered, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const added = await addPublisher(db, { ...request.body, by: officerOf(request), at: clock.now() });
      return added.ok ? reply.code(201).send({ id: added.value }) : send(reply, sayPublisher(added.error));
    });

  app.post('/packs/publishers/:id/ending', { ...requires('pack.trust'), schema: { operationId: 'endPackPublisher', tags, params: ById, response: { 201: PublisherEntered, 404: Problem } } },
    async (request, reply) => {
      const ended = await endPublisher(db, { id: request.params.id, by: officerOf(request), at: clock.now() });
      return ended.ok ? reply.code(201).send({ id: request.params.id }) : send(reply, sayPublisher(ended.error));
    });
  done();
};
