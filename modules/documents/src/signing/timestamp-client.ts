// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { readTimestamp } from '../validation/timestamp.ts';
import { oid, ownBuffer } from './cades.ts';
import type { TimestampAuthority } from './model.ts';

/** The authority did not answer, refused, or answered for something else. */
export class TimestampRefused extends Error {}

const granted: readonly number[] = [0, 1];

function read(body: ArrayBuffer): pkijs.TimeStampResp | null {
  try {
    return new pkijs.TimeStampResp({ schema: asn1js.fromBER(body).result });
  } catch {
    return null;
  }
}

/** A time-stamp authority (RFC 3161). @param post - carries a request there and its answer back, DER; null when there is no answer */
export function timestampAuthority(post: (request: Uint8Array) => Promise<Uint8Array | null>): TimestampAuthority {
  return {
    stamp: async (digest) => {
      const nonce = new asn1js.Integer({ valueHex: ownBuffer(Buffer.concat([Buffer.from([0x40]), randomBytes(8)])) });
      const asked = new pkijs.TimeStampReq({
        version: 1, nonce, certReq: true,
        messageImprint: new pkijs.MessageImprint({ hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1js.Null() }), hashedMessage: new asn1js.OctetString({ valueHex: ownBuffer(digest) }) }),
      });
      const answered = await post(new Uint8Array(asked.toSchema().toBER()));
      if (answered === null) throw new TimestampRefused('Máy chủ dấu thời gian không trả lời.');
      const answer = read(ownBuffer(answered));
      if (answer === null || !granted.includes(answer.status.status) || answer.timeStampToken === undefined) throw new TimestampRefused('Máy chủ dấu thời gian từ chối.');
      const token = new Uint8Array(answer.timeStampToken.toSchema().toBER());
      const stamp = readTimestamp(token, { digest });
      if (stamp === null || !stamp.nonce?.isEqual(nonce)) throw new TimestampRefused('Dấu thời gian nhận được không phải cho tệp này.');
      return token;
    },
  };
}
