// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { SignerKind, SigningIdentity } from '@motcua/documents';
import { RemoteRefused, toDerSignature } from './signature-form.ts';

/** A service where the signer confirms each signature on his telephone, as Vietnamese providers offer it: we hand in a hash and ask again until he did. */
export type PhoneAccount = {
  readonly url: string;
  readonly serviceId: string;
  readonly serviceSecret: string;
  readonly userId: string;
  /** How long the signer has, and how often we ask; milliseconds. */
  readonly patience: number;
  readonly interval: number;
};

const Certificates = z.object({ data: z.object({ user_certificates: z.array(z.object({ serial_number: z.string(), cert_data: z.string(), chain_data: z.object({ ca_cert: z.string().nullable(), root_cert: z.string().nullable() }).optional(), cert_status_code: z.string() })).min(1) }) });
const Begun = z.object({ data: z.object({ transaction_id: z.string() }) });
const Standing = z.object({ data: z.object({ status: z.enum(['pending', 'signed', 'rejected', 'expired']), signatures: z.array(z.object({ doc_id: z.string(), signature_value: z.string() })).optional() }) });

async function ask<Shape extends z.ZodType>(shape: Shape, url: string, body: Readonly<Record<string, unknown>>): Promise<z.infer<Shape>> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, signal: AbortSignal.timeout(20_000) })
    .catch((cause: unknown) => { throw new RemoteRefused('Dịch vụ ký số từ xa không trả lời. Thử lại sau ít phút.', { cause }); });
  const read = shape.safeParse(await response.json().catch(() => null));
  if (!response.ok || !read.success) throw new RemoteRefused('Dịch vụ ký số từ xa từ chối. Kiểm tra tài khoản và hạn của chứng thư số.');
  return read.data;
}

const refusals = { rejected: 'Người ký đã từ chối trên điện thoại. Chưa ký gì.', expired: 'Hết thời gian xác nhận trên điện thoại. Chưa ký gì; ký lại khi có điện thoại bên mình.' } as const;
const derOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replace(/-----[A-Z ]+-----|\s/gu, ''), 'base64'));

/** The signing identity of somebody who confirms on his telephone. @throws RemoteRefused */
export async function phoneIdentity(account: PhoneAccount, { kind, name }: { readonly kind: SignerKind; readonly name: string }): Promise<SigningIdentity> {
  const base = account.url.replace(/\/$/u, '');
  const who = { sp_id: account.serviceId, sp_password: account.serviceSecret, user_id: account.userId };
  const { data: { user_certificates: held } } = await ask(Certificates, `${base}/credentials/get_certificate`, { ...who, transaction_id: randomUUID() });
  const valid = held.find(({ cert_status_code: status }) => status === 'VALID');
  if (valid === undefined) throw new RemoteRefused('Người ký không có chứng thư số còn hiệu lực ở dịch vụ ký số từ xa.');
  const certificate = derOf(valid.cert_data);
  const chain = [valid.chain_data?.ca_cert, valid.chain_data?.root_cert].flatMap((text) => (text == null ? [] : [derOf(text)]));
  const signMany = async (toBeSigned: readonly Uint8Array[]): Promise<readonly Uint8Array[]> => {
    const files = toBeSigned.map((bytes) => ({ bytes, id: randomUUID() }));
    const { data: { transaction_id: transaction } } = await ask(Begun, `${base}/signatures/sign`, {
      ...who, transaction_id: randomUUID(), serial_number: valid.serial_number, time_stamp: '',
      sign_files: files.map(({ bytes, id }) => ({ doc_id: id, data_to_be_signed: createHash('sha256').update(bytes).digest('hex'), sign_type: 'hash', file_type: 'pdf' })),
    });
    for (let waited = 0; waited < account.patience; waited += account.interval) {
      await delay(account.interval);
      const { data: { status, signatures } } = await ask(Standing, `${base}/signatures/sign/${transaction}/status`, {});
      if (status === 'rejected' || status === 'expired') throw new RemoteRefused(refusals[status]);
      const signed = new Map(signatures?.map(({ doc_id: id, signature_value: value }) => [id, value]));
      if (status === 'signed' && files.every(({ id }) => signed.has(id))) return files.map(({ bytes, id }) => toDerSignature(certificate, bytes, Buffer.from(signed.get(id) ?? '', 'base64')));
    }
    throw new RemoteRefused(refusals.expired);
  };
  return { kind, name, certificate, chain, signMany, sign: async (toBeSigned) => (await signMany([toBeSigned]))[0] ?? new Uint8Array() };
}
