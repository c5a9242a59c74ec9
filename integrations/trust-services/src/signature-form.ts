// SPDX-License-Identifier: EUPL-1.2
import { verify, X509Certificate } from 'node:crypto';
import { KeyRefused } from '@motcua/documents';

/** A key that is not ours refused to sign, or did not answer. The text says it to the signer, in Vietnamese. */
export class RemoteRefused extends KeyRefused {}

function derInteger(part: Uint8Array): Buffer {
  const first = part.findIndex((byte) => byte !== 0);
  const plain = first === -1 ? Buffer.alloc(1) : Buffer.from(part.subarray(first));
  const value = plain.readUInt8(0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), plain]) : plain;
  return Buffer.concat([Buffer.from([0x02, value.byteLength]), value]);
}

/** r and s one after the other, as tokens give them, written as DER. */
function derOfEcdsa(signature: Uint8Array): Uint8Array {
  const half = signature.byteLength / 2;
  const body = Buffer.concat([derInteger(signature.subarray(0, half)), derInteger(signature.subarray(half))]);
  return Buffer.concat([Buffer.from([0x30, body.byteLength]), body]);
}

/**
 * What another device or service signed, as a signature is written into a file; checked against the certificate before it is believed.
 * Services and tokens write ECDSA in two ways: DER, or r and s one after the other.
 */
export function toDerSignature(certificate: Uint8Array, toBeSigned: Uint8Array, signature: Uint8Array): Uint8Array {
  const key = new X509Certificate(certificate).publicKey;
  const forms = key.asymmetricKeyType === 'ec' ? [signature, ...signature.byteLength % 2 === 0 ? [derOfEcdsa(signature)] : []] : [signature];
  const right = forms.find((form) => verify('sha256', toBeSigned, key, form));
  if (right === undefined) throw new RemoteRefused('Chữ ký nhận về không khớp với chứng thư số. Chưa ký gì; báo người quản trị.');
  return right;
}
