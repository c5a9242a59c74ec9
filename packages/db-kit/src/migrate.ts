// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** The role the server works as: it may append to a ledger, never change or remove a line of it. */
export const applicationRole = 'motcua_app';

/** Why the database could not be brought up to date. */
export type MigrationFault = { readonly code: 'changed-after-release' | 'failed'; readonly migration: string; readonly detail: string };

type Migration = { readonly name: string; readonly text: string; readonly digest: string };

async function migrationsIn(root: string): Promise<readonly Migration[]> {
  const found: Migration[] = [];
  for (const module of (await readdir(root)).sort()) {
    const folder = join(root, module, 'migrations');
    const files = await readdir(folder).catch(() => []);
    for (const file of files.filter((name) => name.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, file), 'utf8');
      found.push({ name: `${module}/${file}`, text, digest: createHash('sha256').update(text).digest('hex') });
    }
  }
  return found;
}

const prepare = `
  create extension if not exists pg_trgm schema public;
  create schema if not exists migration;
  create table if not exists migration.applied (
    name text primary key, digest text not null, applied_at timestamptz not null default now());
  do $$ begin
    if not exists (select from pg_roles where rolname = '${applicationRole}') then
      create role ${applicationRole} nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    if not pg_has_role(current_user, '${applicationRole}', 'member') then
      execute format('grant ${applicationRole} to %I', current_user);
    end if;
  exception when others then null;
  end $$;`;

/**
 * Brings the schemas of all modules up to date, forward only, as the owner role. One writer at a time.
 *
 * @param url - connection string of the owner role (may create schemas, roles and the extension pg_trgm)
 * @param root - folder that holds the modules, each with `migrations/0001-….sql`
 * @returns names of the migrations applied now; a fault names the file that stopped it
 */
export async function migrate(url: string, root: string): Promise<{ readonly applied: readonly string[]; readonly fault: MigrationFault | null }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query('select pg_advisory_lock(7263401)');
    await client.query(prepare);
    const done = await client.query<{ name: string; digest: string }>('select name, digest from migration.applied');
    const digests = new Map(done.rows.map(({ name, digest }) => [name, digest]));
    for (const { name, text, digest } of await migrationsIn(root)) {
      const before = digests.get(name);
      if (before === digest) continue;
      if (before !== undefined) return { applied, fault: { code: 'changed-after-release', migration: name, detail: 'the file differs from the one applied' } };
      try {
        await client.query('begin');
        await client.query(text);
        await client.query('insert into migration.applied (name, digest) values ($1, $2)', [name, digest]);
        await client.query('commit');
      } catch (fault) {
        await client.query('rollback');
        return { applied, fault: { code: 'failed', migration: name, detail: fault instanceof Error ? fault.message : String(fault) } };
      }
      applied.push(name);
    }
    return { applied, fault: null };
  } finally {
    await client.end();
  }
}
