// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';

/** Programs that fetch an address to show what is behind it, or to index it, by what they call themselves. The browsers inside such apps call themselves otherwise. */
const names = /(?<!cu)bot\b|crawl|spider|preview|facebookexternalhit|facebookcatalog|^whatsapp\/|embedly|slurp|lighthouse/iu;

const ahead = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'] as const;

/**
 * Whether a page is fetched by no person: a robot that previews links in a chat, a search engine, a browser that loads ahead of a click, or a look at the headers alone.
 * What calls itself a browser counts as a person: nothing here can tell otherwise.
 */
export function isRobot({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  const agent = headers['user-agent'] ?? '';
  return method === 'HEAD' || agent.trim() === '' || names.test(agent) || ahead.some((name) => /prefetch|preview|prerender/iu.test(String(headers[name] ?? '')));
}
