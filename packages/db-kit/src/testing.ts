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

/** Does something as the owner of the server, outside of any test database. */
async function asOwner<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl('postgres') });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

const freshName = (): string => `t_${randomBytes(6).toString('hex')}`;

/**
 * A further template, made once per run however many test files ask for it: `make` fills a fresh database and lets go of it.
 *
 * @returns its name, to be given to `testDatabase`
 */
export const templateFrom = (name: string, make: (ownerUrl: string) => Promise<void>): Promise<string> => asOwner(async (client) => {
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    const unfinished = freshName();
    await client.query(`create database ${unfinished} template ${templateDatabase}`);
    await make(ownerUrl(unfinished));
    await client.query(`alter database ${unfinished} rename to ${name}`);
  }
  return name;
});

/** @param template - what the database is a copy of; without one: all modules migrated, empty */
export async function testDatabase(template = templateDatabase): Promise<TestDatabase> {
  const name = freshName();
  await asOwner((client) => client.query(`create database ${name} template ${template}`));
  const statements: string[] = [];
  const database = openDatabase(ownerUrl(name), { role: applicationRole, max: 8, onQuery: (text) => { statements.push(text); } });
  return {
    ...database,
    ownerUrl: ownerUrl(name),
    statements,
    drop: async () => {
      await database.close();
      await asOwner((client) => dropped(client, name));
    },
  };
}
