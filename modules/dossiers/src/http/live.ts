// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { FastifyReply } from 'fastify';
import { LiveEvent } from '../contract.ts';

type Listener = { readonly reply: FastifyReply; readonly agencies: ReadonlySet<string>; readonly all: boolean };

const heartbeatMilliseconds = 25_000;

/** The open streams of live screens; the wiring feeds it with what the database notifies. */
export type LiveScreens = { readonly heard: (payload: string) => void; readonly routes: RoutePlugin; readonly close: () => void };

/** Server-sent events for live screens: codes and states only, to officers of the agencies concerned. */
export function liveScreens(): LiveScreens {
  const open = new Set<Listener>();
  const beat = setInterval(() => { for (const { reply } of open) reply.raw.write(': nhịp\n\n'); }, heartbeatMilliseconds);
  beat.unref();
  return {
    heard: (payload) => {
      const parsed = LiveEvent.safeParse(JSON.parse(payload));
      if (!parsed.success) return;
      for (const { reply, agencies, all } of open) {
        if (all || parsed.data.agencies.some((agency) => agencies.has(agency))) reply.raw.write(`event: dossier\ndata: ${payload}\n\n`);
      }
    },
    routes: (app, _options, done) => {
      app.get('/events', { ...requires('work.read'), schema: { operationId: 'liveEvents', tags: ['work'] } }, (request, reply) => {
        const { postings } = officerOf(request);
        reply.hijack();
        reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
        reply.raw.write('retry: 3000\n\n');
        const listener: Listener = { reply, agencies: new Set(postings.map(({ agency }) => agency)), all: postings.some(({ role }) => role === 'province-leader') };
        open.add(listener);
        request.raw.on('close', () => { open.delete(listener); });
      });
      done();
    },
    close: () => {
      clearInterval(beat);
      for (const { reply } of open) reply.raw.end();
      open.clear();
    },
  };
}
