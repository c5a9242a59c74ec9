// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { SignerKind, SigningIdentity } from '@motcua/documents';
import { RemoteRefused, toDerSignature } from './signature-form.ts';

/** A token or an HSM behind a PKCS#11 library, used through OpenSC's pkcs11-tool. */
export type Pkcs11Token = {
  /** Path of the library, such as `/usr/lib/softhsm/libsofthsm2.so`. */
  readonly library: string;
  /** Label of the token. */
  readonly token: string;
  /** Identifier of key and certificate on it, hexadecimal. */
  readonly id: string;
  readonly pin: () => Promise<string>;
  readonly environment?: Readonly<Record<string, string>>;
};

const run = promisify(execFile);
// DigestInfo of a SHA-256, as RSA PKCS#1 v1.5 signs it.
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

async function tool({ library, token, pin, environment }: Pkcs11Token, args: readonly string[], withPin: boolean): Promise<void> {
  // The PIN goes by the environment: a command line can be read by others on the machine.
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', ...environment, ...(withPin ? { MOTCUA_PIN: await pin() } : {}) };
  try {
    await run('pkcs11-tool', ['--module', library, '--token-label', token, ...(withPin ? ['--login', '--pin', 'env:MOTCUA_PIN'] : []), ...args], { env, timeout: 20_000 });
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : '';
    if (/ENOENT/u.test(words)) throw new RemoteRefused('Máy chưa có pkcs11-tool để dùng thiết bị ký. Cài gói opensc rồi thử lại.', { cause });
    if (/CKR_PIN/u.test(words)) throw new RemoteRefused('Mã PIN của thiết bị ký chưa đúng, hoặc thiết bị đã khóa.', { cause });
    throw new RemoteRefused('Thiết bị ký không trả lời. Kiểm tra thiết bị đã cắm chưa rồi thử lại.', { cause });
  }
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-token-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The signing identity on a token: the key never leaves it. @throws RemoteRefused */
export async function tokenIdentity(token: Pkcs11Token, { kind, name, chain }: { readonly kind: SignerKind; readonly name: string; readonly chain: readonly Uint8Array[] }): Promise<SigningIdentity> {
  const certificate = await inFolder(async (folder) => {
    const file = path.join(folder, 'certificate');
    await tool(token, ['--read-object', '--type', 'cert', '--id', token.id, '--output-file', file], false);
    return new Uint8Array(await readFile(file));
  });
  const isRsa = new X509Certificate(certificate).publicKey.asymmetricKeyType === 'rsa';
  return {
    kind, name, certificate, chain,
    sign: (toBeSigned) => inFolder(async (folder) => {
      const [input, output] = [path.join(folder, 'in'), path.join(folder, 'out')];
      const digest = createHash('sha256').update(toBeSigned).digest();
      await writeFile(input, isRsa ? Buffer.concat([digestInfo, digest]) : digest, { mode: 0o600 });
      await tool(token, ['--sign', '--id', token.id, '--mechanism', isRsa ? 'RSA-PKCS' : 'ECDSA', '--input-file', input, '--output-file', output], true);
      return toDerSignature(certificate, toBeSigned, await readFile(output));
    }),
  };
}
