// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '@motcua/kernel';
import { revocationSource, type RevocationSource, timestampAuthority, type TimestampAuthority } from '@motcua/documents';

const patience = 10_000;

async function carried(url: string, init: RequestInit = {}): Promise<Uint8Array | null> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) }).catch(() => null);
  return response?.ok === true ? new Uint8Array(await response.arrayBuffer()) : null;
}

const posted = (url: string, type: string, body: Uint8Array): Promise<Uint8Array | null> =>
  carried(url, { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) });

/** A time-stamp authority reached over HTTP, whose stamps must agree with a clock of ours. */
export const timestampsFrom = (url: string, clock: Clock): TimestampAuthority => timestampAuthority((request) => posted(url, 'application/timestamp-query', request), clock);

/** OCSP responders and revocation lists, reached over HTTP where certificates say. */
export const revocationOverHttp = (): RevocationSource => revocationSource({ post: (url, request) => posted(url, 'application/ocsp-request', request), get: (url) => carried(url) });
