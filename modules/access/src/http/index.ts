// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/cookie';
import type { Db } from '@motcua/db-kit';
import { Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { type Clock, officeDay, officeMinuteText } from '@motcua/kernel';
import { agencyNames, findOfficer } from '@motcua/organisation';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CitizenSignIn } from '../citizen-sign-in.ts';
import { Me, SignIn } from '../contract.ts';
import { signInOfficer } from '../officer-sign-in.ts';
import { actorOfSession, endSession, partnerOfKey } from '../sessions.ts';
import { type AccessTable, holds } from '../table.ts';

/** What the routes of sign-in work with. `secure` marks the cookie for HTTPS only. */
export type AccessContext = { readonly db: Db; readonly clock: Clock; readonly secret: Uint8Array; readonly citizens: CitizenSignIn; readonly table: AccessTable; readonly secure: boolean };

const cookieName = 'motcua';
/** Ties a sign-in under way to the browser that began it: somebody else's answer cannot sign this browser in. */
const attemptCookie = 'motcua-dang-nhap';

const setCookie = (reply: FastifyReply, ctx: AccessContext, token: string): FastifyReply =>
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: ctx.secure });

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Whether a browser says the request comes from another site. Programs send neither header and carry no cookie by accident. */
const fromElsewhere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
};

/** Sets the actor of each request and refuses what the access table does not grant. */
export const guard = (ctx: AccessContext) => async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
  const bearer = /^Bearer (?<key>\S+)$/u.exec(request.headers.authorization ?? '')?.groups?.['key'];
  const token = request.cookies[cookieName];
  request.actor = { kind: 'visitor' };
  if (bearer !== undefined) request.actor = await partnerOfKey(ctx.db, ctx.clock, bearer) ?? request.actor;
  else if (token !== undefined) {
    if (unsafe.has(request.method) && fromElsewhere(request)) return reply.code(403).send(problem({ status: 403, code: 'cross-site', title: 'Yêu cầu đến từ trang khác nên bị chặn.', detail: 'Mở lại trang này rồi làm tiếp.' }));
    request.actor = (await actorOfSession(ctx.db, ctx.clock, token)).actor;
  }
  const { act } = request.routeOptions.config;
  if (act === undefined || holds(ctx.table, request.actor, act)) return undefined;
  if (request.actor.kind === 'visitor') return reply.code(401).send(problem({ status: 401, code: 'sign-in-needed', title: 'Phiên đăng nhập đã hết hoặc chưa đăng nhập.', detail: 'Đăng nhập rồi làm tiếp. Bản đang soạn vẫn được giữ trên máy này.' }));
  return reply.code(403).send(problem({ status: 403, code: 'not-permitted', title: 'Việc này thuộc người khác.', detail: 'Hỏi trưởng bộ phận nếu cần làm.' }));
};

async function meOf(ctx: AccessContext, request: FastifyRequest): Promise<z.infer<typeof Me>> {
  const token = request.cookies[cookieName];
  const { actor, expiresAt } = token === undefined ? { actor: request.actor, expiresAt: null } : await actorOfSession(ctx.db, ctx.clock, token);
  if (actor.kind === 'citizen') return { kind: 'citizen', id: actor.id, name: actor.name, personalId: actor.personalId, expiresAt: expiresAt?.toString() ?? '' };
  if (actor.kind !== 'officer') return { kind: 'visitor' };
  const officer = await findOfficer(ctx.db, { id: actor.id }, officeDay(ctx.clock.now()).toString());
  const nameOf = await agencyNames(ctx.db, actor.postings.map(({ agency }) => agency));
  const postings = actor.postings.map((posting) => ({ ...posting, agencyName: nameOf(posting.agency) }));
  return { kind: 'officer', id: actor.id, name: actor.name, title: officer?.title ?? '', postings, acts: Object.keys(ctx.table).filter((act) => holds(ctx.table, actor, act)), expiresAt: expiresAt?.toString() ?? '' };
}

/** Sign-in and sign-out: JSON for the workspace. */
export const sessionRoutes = (ctx: AccessContext): RoutePlugin => (app, _options, done) => {
  app.post('/session', { ...requires('session.open'), config: { act: 'session.open', rateLimit: { max: 20, timeWindow: '1 minute' } }, schema: { operationId: 'signIn', tags: ['session'], body: SignIn, response: { 200: Me, 401: Problem, 429: Problem } } }, async (request, reply) => {
    const opened = await signInOfficer(ctx.db, ctx.clock, ctx.secret, request.body);
    if (!opened.ok) {
      if (opened.error.code === 'sign-in-locked') return reply.code(429).send(problem({ status: 429, code: 'sign-in-locked', title: `Đăng nhập sai nhiều lần nên tạm khóa đến ${officeMinuteText(opened.error.until)}.`, detail: 'Chờ đến giờ đó, hoặc nhờ người quản trị.' }));
      return reply.code(401).send(problem({ status: 401, code: 'sign-in-refused', title: 'Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng.', detail: 'Kiểm tra lại. Mã 6 số đổi mỗi 30 giây và chỉ dùng một lần.' }));
    }
    setCookie(reply, ctx, opened.value.token);
    request.cookies[cookieName] = opened.value.token;
    return meOf(ctx, request);
  });

  app.delete('/session', { ...requires('session.end'), schema: { operationId: 'signOut', tags: ['session'] } }, async (request, reply) => {
    const token = request.cookies[cookieName];
    if (token !== undefined) await endSession(ctx.db, token);
    return reply.clearCookie(cookieName, { path: '/' }).code(204).send();
  });

  app.get('/me', { ...requires('session.read'), schema: { operationId: 'me', tags: ['session'], response: { 200: Me } } }, (request) => meOf(ctx, request));
  done();
};

/** The pages of a citizen's sign-in: there and back again. `down` shows that the identity provider does not answer. */
export const citizenSignInRoutes = (ctx: AccessContext, origin: string, down: (reply: FastifyReply, code: string) => FastifyReply): RoutePlugin => (app, _options, done) => {
  const hidden = { hide: true };
  app.get('/dang-nhap', { ...requires('session.open'), schema: { ...hidden, querystring: z.object({ tiep: z.string().max(500).optional() }) } }, async (request, reply) => {
    const begun = await ctx.citizens.begin(request.query.tiep ?? '/ho-so');
    if (!begun.ok) return down(reply, begun.error.code);
    return reply.setCookie(attemptCookie, begun.value.searchParams.get('state') ?? '', { path: '/dang-nhap', httpOnly: true, sameSite: 'lax', secure: ctx.secure, maxAge: 600 }).redirect(begun.value.toString());
  });
  app.get('/dang-nhap/tra-loi', { ...requires('session.open'), schema: hidden }, async (request, reply) => {
    const callback = new URL(request.url, origin);
    if (request.cookies[attemptCookie] !== callback.searchParams.get('state')) return down(reply, 'identity-refused');
    const finished = await ctx.citizens.finish(callback);
    reply.clearCookie(attemptCookie, { path: '/dang-nhap' });
    if (!finished.ok) return down(reply, finished.error.code);
    return setCookie(reply, ctx, finished.value.token).redirect(finished.value.returnTo);
  });
  app.get('/dang-xuat', { ...requires('session.end'), schema: hidden }, async (request, reply) => {
    const token = request.cookies[cookieName];
    if (token !== undefined) await endSession(ctx.db, token);
    return reply.clearCookie(cookieName, { path: '/' }).redirect('/');
  });
  done();
};
