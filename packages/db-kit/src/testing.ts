// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Database, openDatabase } from './database.ts';
import { applicationRole } from './migrate.ts';

/** The template every test database is cloned from; made once per run by `test/global-setup.ts`. */
export const templateDatabase = 'motcua_template';

const ownerUrl = (database: string): string => {
  const base = process.env['MOTCUA_TEST_OWNER_URL'];
  if (base === undefined) throw new Error('MOTCUA_TEST_OWNER_URL is not set: run the tests through npm test');
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.toString();
};

/** A fresh database for one test file, all modules migrated, and a pool that works as the application role. */
export type TestDatabase = Database & {
  /** Connection string of the owner: for tests of grants and of tampering. */
  readonly ownerUrl: string;
  /** Statements run so far, for budgets of queries. */
  readonly statements: readonly string[];
  readonly drop: () => Promise<void>;
};

// A vacuum of the server's own may stand in the database for a moment, and no role of ours may end it.
const busy = '42501';

async function dropped(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`drop database ${name} with (force)`);
      return;
    } catch (fault) {
      if (attempt >= 50 || !(fault instanceof pg.DatabaseError) || fault.code !== busy) throw fault;
      await delay(200);
    }
  }
}

export async function testDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: ownerUrl('postgres') });
  await admin.connect();
  await admin.query(`create database ${name} template ${templateDatabase}`);
  await admin.end();
  const statements: string[] = [];
  const database = openDatabase(ownerUrl(name), { role: applicationRole, max: 8, onQuery: (text) => { statements.push(text); } });
  return {
    ...database,
    ownerUrl: ownerUrl(name),
    statements,
    drop: async () => {
      await database.close();
      const client = new pg.Client({ connectionString: ownerUrl('postgres') });
      await client.connect();
      await dropped(client, name);
      await client.end();
    },
  };
}
