// SPDX-License-Identifier: EUPL-1.2
/**
 * db-kit: how a module reaches PostgreSQL.
 *
 * Opens pools, runs transactions that retry when two writers collide, migrates the schemas of the modules,
 * and starts the embedded server when no DATABASE_URL is given. Knows no table of any module.
 */
export { sql } from 'kysely';
export type { Generated, ColumnType, Selectable, Insertable, RawBuilder } from 'kysely';
export { openDatabase } from './database.ts';
export type { Database, Db, Instant, Json } from './database.ts';
export { inTransaction, isUniqueViolation } from './transaction.ts';
export { migrate, applicationRole } from './migrate.ts';
export type { MigrationFault } from './migrate.ts';
export { startEmbedded } from './embedded.ts';
export type { EmbeddedServer } from './embedded.ts';
export { listen } from './listen.ts';
