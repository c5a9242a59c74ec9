// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { readTimestamp } from '../validation/timestamp.ts';
import { oid, ownBuffer } from './cades.ts';
import type { TimestampAuthority } from './model.ts';

/** The authority did not answer, refused, or answered for something else. */
export class TimestampRefused extends Error {}

const patience = 10_000;
const granted: readonly number[] = [0, 1];

function read(body: ArrayBuffer): pkijs.TimeStampResp | null {
  try {
    return new pkijs.TimeStampResp({ schema: asn1js.fromBER(body).result });
  } catch {
    return null;
  }
}

/** Asks a time-stamp authority over HTTP (RFC 3161). @param url - its address */
export function timestampAuthority(url: string): TimestampAuthority {
  return {
    stamp: async (digest) => {
      const nonce = new asn1js.Integer({ valueHex: ownBuffer(Buffer.concat([Buffer.from([0x40]), randomBytes(8)])) });
      const asked = new pkijs.TimeStampReq({
        version: 1, nonce, certReq: true,
        messageImprint: new pkijs.MessageImprint({ hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1js.Null() }), hashedMessage: new asn1js.OctetString({ valueHex: ownBuffer(digest) }) }),
      });
      const response = await fetch(url, {
        method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: asked.toSchema().toBER(), signal: AbortSignal.timeout(patience),
      }).catch((cause: unknown) => { throw new TimestampRefused('Máy chủ dấu thời gian không trả lời.', { cause }); });
      const answer = response.ok ? read(await response.arrayBuffer()) : null;
      if (answer === null || !granted.includes(answer.status.status) || answer.timeStampToken === undefined) throw new TimestampRefused('Máy chủ dấu thời gian từ chối.');
      const token = new Uint8Array(answer.timeStampToken.toSchema().toBER());
      const stamp = readTimestamp(token, { digest });
      if (stamp === null || !stamp.nonce?.isEqual(nonce)) throw new TimestampRefused('Dấu thời gian nhận được không phải cho tệp này.');
      return token;
    },
  };
}
