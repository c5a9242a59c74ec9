// SPDX-License-Identifier: EUPL-1.2
import { type ColumnType, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** A handle on the database without any table: each module adds its own with `$extendTables`. May be a transaction. */
export type Db = Kysely<object>;

/** A `timestamptz` column: Temporal.Instant on both sides. */
export type Instant = ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>;

/** A `jsonb` column of the given shape; written as JSON text. */
export type Json<Shape> = ColumnType<Shape, string, string>;

/** An open pool and its Kysely face. */
export type Database = {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

// Instants come back as Temporal.Instant, dates as 'YYYY-MM-DD', bigints as bigint: nothing is lost on the way.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T')));
types.setTypeParser(pg.types.builtins.DATE, (text) => text);
types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));

/**
 * Opens a pool.
 *
 * @param url - connection string
 * @param options.role - role taken on at connection, so that a single DATABASE_URL still serves without the owner's rights
 * @param options.onQuery - called with each statement, for budgets of queries in tests
 */
export function openDatabase(
  url: string,
  options: { readonly role?: string; readonly max?: number; readonly onQuery?: (sql: string) => void } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    types,
    application_name: 'motcua',
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
  });
  // A connection that dies while idle (server stopped, network cut) must not end the process: the next query says so.
  pool.on('error', () => undefined);
  const { onQuery } = options;
  const db = new Kysely<object>({
    dialect: new PostgresDialect({ pool }),
    ...(onQuery === undefined ? {} : { log: (event) => { onQuery(event.query.sql); } }),
  });
  return { db, pool, close: () => db.destroy() };
}
