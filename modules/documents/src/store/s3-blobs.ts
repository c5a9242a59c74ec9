// SPDX-License-Identifier: EUPL-1.2
import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { AwsClient } from 'aws4fetch';
import { type Blobs, StoreFull, StoreUnreachable } from './blobs.ts';

/** A bucket of an S3 service. `endpoint`: such as `https://s3.tinh.gov.vn`; the bucket stands in the path. */
export type Bucket = { readonly endpoint: string; readonly bucket: string; readonly region: string; readonly accessKeyId: string; readonly secretAccessKey: string };

const patience = 15_000;
const listedAtOnce = '1000';

// Our keys are plain figures and letters, so a listing needs no reader of XML.
const listedBlob = /<Contents>(?:(?!<\/Contents>).)*?<Key>([0-9a-f]{64})<\/Key>(?:(?!<\/Contents>).)*?<LastModified>([^<]+)<\/LastModified>/gsu;
const continuation = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/u;

/** Blobs in a bucket, under their address. */
export function s3Blobs({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket): Blobs {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2, initRetryMs: 100 });
  const urlOf = (address: string): string => `${endpoint.replace(/\/$/u, '')}/${bucket}/${address}`;
  const ask = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await client.fetch(url, { ...init, signal: AbortSignal.timeout(patience) }).catch((cause: unknown) => {
      throw new StoreUnreachable('the bucket does not answer', { cause });
    });
    if (response.status === 507) throw new StoreFull('the bucket is full');
    if (response.status >= 500 || response.status === 403) throw new StoreUnreachable(`the bucket answers ${String(response.status)}`);
    return response;
  };
  return {
    take: async (file, address) => {
      const there = await ask(urlOf(address), { method: 'HEAD' });
      if (!there.ok) {
        const body = await (await openAsBlob(file)).arrayBuffer();
        const put = await ask(urlOf(address), { method: 'PUT', body, headers: { 'x-amz-content-sha256': address } });
        if (!put.ok) throw new StoreUnreachable(`the bucket refuses: ${String(put.status)}`);
      }
      await rm(file, { force: true });
    },
    read: async function* read(address, range) {
      const response = await ask(urlOf(address), range === undefined ? {} : { headers: { range: `bytes=${String(range.from)}-${String(range.to - 1)}` } });
      if (!response.ok || response.body === null) throw new Error(`there is no blob ${address}`);
      yield* response.body;
    },
    remove: async (address) => { await ask(urlOf(address), { method: 'DELETE' }); },
    list: async function* list() {
      for (let next: string | undefined = ''; next !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', 'max-keys': listedAtOnce, ...(next === '' ? {} : { 'continuation-token': next }) });
        const response = await ask(`${urlOf('')}?${query.toString()}`);
        const answer = await response.text();
        for (const [, address = '', at = ''] of answer.matchAll(listedBlob)) yield { address, at: Temporal.Instant.from(at) };
        next = continuation.exec(answer)?.[1];
      }
    },
  };
}
