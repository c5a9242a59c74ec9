// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Database, type EmbeddedServer, applicationRole, migrate, openDatabase, startEmbedded } from '@motcua/db-kit';
import { firstSignIn } from '@motcua/access';
import { type Blobs, clamd, diskBlobs, documentStore, s3Blobs, testAuthorityOf, tokenKeyOf } from '@motcua/documents';
import type { NationalLine } from '@motcua/catalogue';
import { nationalProcedures } from '@motcua/national-procedures';
import { businessRegister, populationRegister } from '@motcua/registers';
import { revocationOverHttp, timestampsFrom } from '@motcua/trust-services';
import { type DossierContext, calendarShelf, databaseClock, digitisingShelf, periodShelf } from '@motcua/dossiers';
import { type Clock, systemClock } from '@motcua/kernel';
import { messageShelf } from '@motcua/messages';
import type { Config } from './config.ts';
import { KeySettings, keysElsewhere } from './keys-elsewhere.ts';
import { provinceCode } from './demonstration/province.ts';

/** A database up to date, the folder of documents, the keys: what both the server and the command line work on. */
export type Installation = {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly secret: Uint8Array;
  readonly context: DossierContext;
  /** The second copy of the encrypted files; null when none is kept. */
  readonly secondCopy: Blobs | null;
  /** The line to the national database of procedures; null: not joined. */
  readonly national: NationalLine | null;
  /** Folder in which scanners leave their files; null: none is watched. */
  readonly scans: string | null;
  readonly close: () => Promise<void>;
};

/** Root certificates of a folder, DER; a file that is none is left alone. */
function rootsIn(folder: string | null): readonly Uint8Array[] {
  return (folder === null ? [] : fs.readdirSync(folder)).flatMap((name) => {
    try {
      return [new X509Certificate(fs.readFileSync(path.join(folder ?? '', name))).raw];
    } catch {
      return [];
    }
  });
}

/** Why an installation could not be opened, in words that say what to do. */
export class CannotOpen extends Error {}

const root = path.resolve(import.meta.dirname, '../../..');

function dataFolder(folder: string): void {
  try {
    // Only as deep as needed: asked to make folders in a place that makes none, the recursive call never returns.
    if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: !fs.existsSync(path.dirname(folder)), mode: 0o755 });
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    const probe = path.join(folder, '.ghi-thu');
    fs.writeFileSync(probe, randomBytes(65_536));
    fs.rmSync(probe);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new CannotOpen(`Ổ đĩa chứa ${folder} đã hết chỗ. Dọn bớt rồi chạy lại.`);
    throw new CannotOpen(`Không đọc, ghi được thư mục dữ liệu ${folder} (${code}). Sửa quyền của thư mục, hoặc đặt MOTCUA_DATA sang thư mục khác.`);
  }
}

/** The key under which signing keys and second factors are sealed: made once, readable by its owner only. */
function secretOf(folder: string): Uint8Array {
  const file = path.join(folder, 'secret.key');
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  const secret = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'hex');
  if (secret.length !== 32) throw new CannotOpen(`Tệp khóa ${file} hỏng. Khôi phục tệp này từ bản sao lưu.`);
  return secret;
}

async function startServer(config: Config): Promise<Pick<EmbeddedServer, 'ownerUrl' | 'appUrl'> & { readonly stop: () => Promise<void>; readonly role: boolean }> {
  if (config.databaseUrl !== null) return { ownerUrl: config.databaseUrl, appUrl: config.databaseAppUrl ?? config.databaseUrl, role: config.databaseAppUrl === null, stop: () => Promise.resolve() };
  try {
    return { ...await startEmbedded(path.join(config.data, 'database')), role: false };
  } catch (fault) {
    const text = fault instanceof Error ? fault.message : String(fault);
    if (/No space left|could not extend|ENOSPC/iu.test(text)) throw new CannotOpen('Ổ đĩa đã hết chỗ nên cơ sở dữ liệu không chạy được. Dọn bớt rồi chạy lại.');
    if (/postmaster\.pid/u.test(text)) throw new CannotOpen(`Thư mục dữ liệu ${config.data} đang được một bản khác dùng. Tắt bản đó, hoặc đặt MOTCUA_DATA sang thư mục khác.`);
    throw new CannotOpen(`Cơ sở dữ liệu kèm theo không chạy được:\n${text.trim().split('\n').slice(-6).join('\n')}`);
  }
}

/**
 * Opens an installation: starts or reaches the database, migrates it as its owner, and opens the pool of the working role.
 *
 * @param clock - another clock than the machine's, for simulated weeks
 */
export async function openInstallation(config: Config, clock: Clock = systemClock): Promise<Installation> {
  dataFolder(config.data);
  const secret = secretOf(config.data);
  const server = await startServer(config);
  let migrated;
  try {
    migrated = await migrate(server.ownerUrl, path.join(root, 'modules'));
  } catch (fault) {
    await server.stop();
    throw new CannotOpen(`Chưa nối được cơ sở dữ liệu: ${fault instanceof Error ? fault.message : String(fault)}. Kiểm tra DATABASE_URL.`);
  }
  if (migrated.fault !== null) {
    await server.stop();
    throw new CannotOpen(`Chưa nâng cấp được cơ sở dữ liệu ở bước ${migrated.fault.migration}: ${migrated.fault.detail}`);
  }
  const database = openDatabase(server.appUrl, server.role ? { role: applicationRole } : {});
  const { key } = await tokenKeyOf(database.db, secret, clock.now());
  const context: DossierContext = {
    db: database.db, clock, ...(clock === systemClock ? { otherClock: databaseClock } : {}), files: documentStore({ folder: path.join(config.data, 'documents'), secret, ...(config.bucket === null ? {} : { blobs: s3Blobs(config.bucket) }), antivirus: config.clamd === null ? null : clamd(config.clamd) }), calendars: calendarShelf(clock), periods: periodShelf(clock), digitising: digitisingShelf(clock), messages: messageShelf(clock), province: provinceCode,
    trust: async (db) => ({ roots: [...config.demonstration ? [(await testAuthorityOf(db, secret, clock.now())).root] : [], ...rootsIn(config.trust)] }),
    ...(config.tsa === null ? {} : { proofs: { level: 'B-LTA', timestamps: timestampsFrom(config.tsa, clock), revocation: revocationOverHttp() } }),
    ...(config.population === null ? {} : { population: populationRegister(config.population, clock) }),
    ...(config.business === null ? {} : { business: businessRegister(config.business, clock) }),
    firstSignIn,
    ...(config.keys === null ? {} : { keysElsewhere: keysElsewhere(KeySettings.parse(JSON.parse(fs.readFileSync(config.keys, 'utf8')))) }),
    publicOrigin: config.publicOrigin, tokenKey: key, secret, demonstration: config.demonstration,
  };
  return {
    scans: config.scans,
    secondCopy: config.secondCopy === null ? null : diskBlobs(config.secondCopy),
    national: config.national === null ? null : nationalProcedures(config.national),
    database, ownerUrl: server.ownerUrl, appUrl: server.appUrl, secret, context,
    close: async () => { await database.close(); await server.stop(); },
  };
}
