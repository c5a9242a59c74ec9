// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Clock } from '@motcua/kernel';
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

/** By how many minutes a stamp may differ from our own clock: a stamp tells the time to courts, and one that is hours off proves nothing. */
const tolerance = 5;

/** Why a stamp tells another time than our clock; null when they agree. */
function skewOf(at: Temporal.Instant, now: Temporal.Instant): string | null {
  const minutes = Math.round(Math.abs(at.since(now).total('minutes')));
  return minutes <= tolerance ? null : `Giờ của dấu thời gian lệch ${String(minutes)} phút so với đồng hồ máy chủ này. Chưa ký gì. Người quản trị so giờ hai bên rồi ký lại.`;
}

/**
 * A time-stamp authority (RFC 3161).
 *
 * @param post - carries a request there and its answer back, DER; null when there is no answer
 * @param clock - the clock its stamps must agree with, within five minutes; absent: none (simulated weeks)
 */
export function timestampAuthority(post: (request: Uint8Array) => Promise<Uint8Array | null>, clock?: Clock): TimestampAuthority {
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
      const skew = clock === undefined ? null : skewOf(stamp.at, clock.now());
      if (skew !== null) throw new TimestampRefused(skew);
      return token;
    },
  };
}
