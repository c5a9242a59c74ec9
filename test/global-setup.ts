// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate, startEmbedded } from '@motcua/db-kit';
import { templateDatabase } from '@motcua/db-kit/testing';
import pg from 'pg';

const modules = path.join(import.meta.dirname, '..', 'modules');

/** One server per run (the embedded one, or the one DATABASE_URL names), one migrated template, one clone per test file. */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-test-'));
  fs.chmodSync(folder, 0o755);
  const server = given === undefined
    ? await startEmbedded(path.join(folder, 'data'), { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' })
    : { ownerUrl: given, stop: () => Promise.resolve() };
  process.env['MOTCUA_TEST_OWNER_URL'] = server.ownerUrl;
  process.env['MOTCUA_TEST_FOLDER'] = folder;
  const at = (database: string): string => Object.assign(new URL(server.ownerUrl), { pathname: `/${database}` }).toString();
  const admin = new pg.Client({ connectionString: at('postgres') });
  await admin.connect();
  const drop = async (): Promise<void> => {
    const { rows } = await admin.query<{ readonly name: string }>(`select datname as name from pg_database where datname = '${templateDatabase}' or datname like 'motcua_province_%'`);
    for (const { name } of rows) await admin.query(`drop database ${name} with (force)`);
  };
  await drop();
  await admin.query(`create database ${templateDatabase}`);
  const { fault } = await migrate(at(templateDatabase), modules);
  if (fault !== null) {
    await admin.end();
    await server.stop();
    throw new Error(`${fault.migration}: ${fault.detail}`);
  }
  return async () => {
    await drop();
    await admin.end();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
