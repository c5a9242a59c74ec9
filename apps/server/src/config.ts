// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Result, ok, refuse } from '@motcua/kernel';
import type { Bucket } from '@motcua/documents';
import type { NationalAccount } from '@motcua/national-procedures';
import type { BusinessAccount, RegisterAccount } from '@motcua/registers';
import { z } from 'zod';

/** Everything the program is told from outside, read once at start. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database, the documents and the keys. */
  readonly data: string;
  /** Owner's connection to a PostgreSQL of the province; null starts the embedded one. */
  readonly databaseUrl: string | null;
  /** The working role's own connection; without it the owner's connection takes on the role. */
  readonly databaseAppUrl: string | null;
  /** A bucket of an S3 service for the encrypted files; null keeps them in the data folder. */
  readonly bucket: Bucket | null;
  /** Folder of root certificates (PEM, DER) that are believed; null: only the demonstration's own. */
  readonly trust: string | null;
  /** Address of the time-stamp authority; null: signatures carry no time-stamp (the demonstration has one of its own). */
  readonly tsa: string | null;
  /** File that says where keys of officers lie that are not kept here; null: nowhere. */
  readonly keys: string | null;
  /** ClamAV's daemon; null when no scanner is set. */
  readonly clamd: { readonly host: string; readonly port: number } | null;
  /** Folder of the second copy of the encrypted files; null keeps none. */
  readonly secondCopy: string | null;
  /** Folder in which scanners leave their files, one folder per agency; null: none is watched. */
  readonly scans: string | null;
  /** How the national population register knows us; null: it is not asked. */
  readonly population: RegisterAccount | null;
  /** How the national business register knows us; null: it is not asked. */
  readonly business: BusinessAccount | null;
  /** How the national database of procedures knows us; null: it is not asked. */
  readonly national: NationalAccount | null;
  readonly publicOrigin: string;
  /** The real identity provider; null starts the stand-in. */
  readonly identity: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly demonstration: boolean;
  /** How many dossiers the demonstration province lives with. */
  readonly dossiers: number;
  readonly seed: number;
};

const Environment = z.object({
  PORT: z.coerce.number({ error: 'phải là một số' }).int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  MOTCUA_DATA: z.string().min(1).default('.motcua'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u, error: 'phải có dạng postgres://người:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu' }).optional(),
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/u, error: 'phải có dạng postgres://người:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu' }).optional(),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/u, error: 'phải là địa chỉ http hoặc https' }).optional(),
  OIDC_ISSUER: z.url().optional(), OIDC_CLIENT_ID: z.string().optional(), OIDC_CLIENT_SECRET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/u, error: 'phải là địa chỉ http hoặc https' }).optional(), S3_BUCKET: z.string().min(3).optional(), S3_REGION: z.string().default('us-east-1'), S3_ACCESS_KEY_ID: z.string().optional(), S3_SECRET_ACCESS_KEY: z.string().optional(),
  MOTCUA_TRUST: z.string().min(1).optional(),
  MOTCUA_KEYS: z.string().min(1).optional(),
  MOTCUA_TSA: z.url({ protocol: /^https?$/u, error: 'phải là địa chỉ http hoặc https' }).optional(),
  MOTCUA_POPULATION: z.string().min(1).optional(),
  MOTCUA_BUSINESS: z.string().min(1).optional(),
  MOTCUA_NATIONAL: z.string().min(1).optional(),
  MOTCUA_CLAMD: z.string().regex(/^[^:\s]+:\d{1,5}$/u, { error: 'phải có dạng máy:cổng' }).optional(),
  MOTCUA_SECOND_COPY: z.string().min(1).optional(),
  MOTCUA_SCANS: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('warn'),
  MOTCUA_DEMO: z.enum(['0', '1']).default('1'),
  MOTCUA_DEMO_DOSSIERS: z.coerce.number().int().min(0).max(100_000).default(400),
  MOTCUA_SEED: z.coerce.number().int().default(20261120),
});

type Read = z.infer<typeof Environment>;

const identityOf = (e: Read): Config['identity'] => (e.OIDC_ISSUER !== undefined && e.OIDC_CLIENT_ID !== undefined && e.OIDC_CLIENT_SECRET !== undefined
  ? { issuer: e.OIDC_ISSUER, clientId: e.OIDC_CLIENT_ID, clientSecret: e.OIDC_CLIENT_SECRET } : null);

/** Where files lie and who looks through them. */
function readFiles(e: Read, root: string): Result<Pick<Config, 'bucket' | 'clamd' | 'secondCopy'>, readonly string[]> {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = e;
  const isWhole = endpoint !== undefined && bucket !== undefined && accessKeyId !== undefined && secretAccessKey !== undefined;
  if (!isWhole && [endpoint, bucket, accessKeyId, secretAccessKey].some((part) => part !== undefined)) return refuse(['S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: phải đặt đủ cả bốn']);
  const [host = '', port = ''] = e.MOTCUA_CLAMD?.split(':') ?? [];
  return ok({
    bucket: isWhole ? { endpoint, bucket, region: e.S3_REGION, accessKeyId, secretAccessKey } : null,
    clamd: host === '' ? null : { host, port: Number(port) },
    secondCopy: e.MOTCUA_SECOND_COPY === undefined ? null : path.resolve(root, e.MOTCUA_SECOND_COPY),
  });
}

const Account = z.object({ url: z.url({ protocol: /^https?$/u }), user: z.string().min(1), secret: z.string().min(1), client: z.string().min(1), apiKey: z.string().min(1), account: z.string().min(1), unit: z.string().min(1), service: z.string().min(1) });

const Business = Account.extend({ operation: z.string().min(1).optional() });

const National = z.object({ url: z.url({ protocol: /^https?$/u }), user: z.string().min(1), secret: z.string().min(1), unit: z.string().min(1), destination: z.string().min(1) });

/** An account at a system of the state, from its file: secrets do not stand among the settings. */
function readAccount<Account>(name: 'MOTCUA_POPULATION' | 'MOTCUA_BUSINESS' | 'MOTCUA_NATIONAL', { schema, file, root }: { readonly schema: z.ZodType<Account>; readonly file: string | undefined; readonly root: string }): Result<Account | null, readonly string[]> {
  if (file === undefined) return ok(null);
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(path.resolve(root, file), 'utf8')));
    return read.success ? ok(read.data) : refuse(read.error.issues.map((issue) => `${name}: thiếu hoặc sai «${issue.path.join('.')}» trong tệp`));
  } catch {
    return refuse([`${name}: không đọc được tệp JSON này`]);
  }
}

/** Reads the configuration; a bad value is named with what it must be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Result<Config, readonly string[]> {
  const read = Environment.safeParse(environment);
  if (!read.success) return refuse(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const e = read.data;
  const files = readFiles(e, root);
  if (!files.ok) return files;
  const population = readAccount<RegisterAccount>('MOTCUA_POPULATION', { schema: Account, file: e.MOTCUA_POPULATION, root });
  if (!population.ok) return population;
  const business = readAccount<BusinessAccount>('MOTCUA_BUSINESS', { schema: Business, file: e.MOTCUA_BUSINESS, root });
  if (!business.ok) return business;
  const national = readAccount<NationalAccount>('MOTCUA_NATIONAL', { schema: National, file: e.MOTCUA_NATIONAL, root });
  if (!national.ok) return national;
  return ok({
    ...files.value, scans: e.MOTCUA_SCANS === undefined ? null : path.resolve(root, e.MOTCUA_SCANS), population: population.value, business: business.value, national: national.value, trust: e.MOTCUA_TRUST === undefined ? null : path.resolve(root, e.MOTCUA_TRUST), tsa: e.MOTCUA_TSA ?? null, keys: e.MOTCUA_KEYS === undefined ? null : path.resolve(root, e.MOTCUA_KEYS),
    port: e.PORT, host: e.HOST, data: path.resolve(root, e.MOTCUA_DATA), databaseUrl: e.DATABASE_URL ?? null, databaseAppUrl: e.DATABASE_APP_URL ?? null,
    publicOrigin: (e.PUBLIC_ORIGIN ?? `http://localhost:${e.PORT}`).replace(/\/$/u, ''), identity: identityOf(e), logLevel: e.LOG_LEVEL, demonstration: e.MOTCUA_DEMO === '1', dossiers: e.MOTCUA_DEMO_DOSSIERS, seed: e.MOTCUA_SEED,
  });
}
