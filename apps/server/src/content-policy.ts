// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify';

const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "form-action 'self' http://localhost:* https:",
  "frame-src 'self' blob:", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'", "manifest-src 'self'", "worker-src 'self'",
].join('; ');

/** What every answer says to browsers: only our own scripts and styles, no framing by others, no guessing of types. */
export function contentPolicy(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy);
    // Whoever made it: an error of the API is a problem (RFC 9457).
    if (reply.statusCode >= 400 && String(reply.getHeader('content-type') ?? '').startsWith('application/json')) reply.header('content-type', 'application/problem+json; charset=utf-8');
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('cross-origin-opener-policy', 'same-origin').header('permissions-policy', 'camera=(self), geolocation=(), microphone=()');
    return Promise.resolve();
  });
}
