// SPDX-License-Identifier: EUPL-1.2
/** What tests of keys elsewhere need: a token of software that behaves like one in a drawer. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IssuedCertificate } from '@motcua/documents';

/** A token made by SoftHSM. `environment` is how its library finds it. */
export type SoftToken = {
  readonly library: string; readonly label: string; readonly pin: string; readonly environment: Readonly<Record<string, string>>;
  /** Puts a key and its certificate on it, under a hexadecimal identifier. */
  readonly load: (id: string, issued: IssuedCertificate) => void;
  readonly remove: () => void;
};

const library = '/usr/lib/softhsm/libsofthsm2.so';

/** Makes a token in a folder of its own. @throws where SoftHSM or OpenSC is missing: the message says what to install */
export function softToken(): SoftToken {
  const has = ['softhsm2-util', 'pkcs11-tool'].every((program) => spawnSync('which', [program], { stdio: 'ignore' }).status === 0);
  if (!has) throw new Error('softhsm2-util or pkcs11-tool is missing: install softhsm2 and opensc, npm test does it');
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-softhsm-'));
  mkdirSync(path.join(folder, 'tokens'));
  writeFileSync(path.join(folder, 'softhsm2.conf'), `directories.tokendir = ${path.join(folder, 'tokens')}\n`);
  const environment = { SOFTHSM2_CONF: path.join(folder, 'softhsm2.conf') };
  const env = { ...process.env, ...environment };
  execFileSync('softhsm2-util', ['--init-token', '--free', '--label', 'motcua', '--pin', '1234', '--so-pin', '5678'], { env });
  return {
    library, label: 'motcua', pin: '1234', environment,
    load: (id, { privateKey, certificate }) => {
      const [key, pem, der] = [`${id}.key`, `${id}.pem`, `${id}.der`].map((name) => path.join(folder, name));
      writeFileSync(key ?? '', privateKey);
      writeFileSync(der ?? '', certificate);
      execFileSync('openssl', ['pkcs8', '-topk8', '-nocrypt', '-inform', 'DER', '-in', key ?? '', '-out', pem ?? '']);
      execFileSync('softhsm2-util', ['--import', pem ?? '', '--token', 'motcua', '--label', id, '--id', id, '--pin', '1234'], { env });
      execFileSync('pkcs11-tool', ['--module', library, '--token-label', 'motcua', '--login', '--pin', '1234', '--write-object', der ?? '', '--type', 'cert', '--id', id], { env, stdio: 'ignore' });
    },
    remove: () => { rmSync(folder, { recursive: true, force: true }); },
  };
}
