// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { templateFrom } from '@motcua/db-kit/testing';
import { serve } from '@motcua/server';

type Config = Parameters<typeof serve>[0];

/** How a journey serves the system: the demonstration, joined to nothing outside of it. */
export const journeyConfig = (asked: Pick<Config, 'port' | 'data' | 'databaseUrl' | 'publicOrigin' | 'dossiers'>): Config => ({
  ...asked, host: '127.0.0.1', databaseAppUrl: null, bucket: null, clamd: null, tsa: null, keys: null, population: null, business: null, national: null, trust: null, secondCopy: null, scans: null, identity: null, demonstration: true, seed: 7, logLevel: 'error',
});

/**
 * The demonstration province with so many dossiers, born once per run: every journey begins on a copy of it.
 *
 * @returns the template its database is cloned from, and the folder its files are copied from
 */
export async function bornProvince(dossiers: number): Promise<{ readonly template: string; readonly data: string }> {
  const folder = process.env['MOTCUA_TEST_FOLDER'];
  if (folder === undefined) throw new Error('MOTCUA_TEST_FOLDER is not set: run the tests through npm test');
  const data = path.join(folder, `province-${String(dossiers)}`);
  const template = await templateFrom(`motcua_province_${String(dossiers)}`, async (databaseUrl) => {
    fs.rmSync(data, { recursive: true, force: true });
    fs.mkdirSync(data);
    const running = await serve(journeyConfig({ port: 0, data, databaseUrl, publicOrigin: 'http://localhost', dossiers }), () => undefined);
    await running.stop();
  });
  return { template, data };
}
