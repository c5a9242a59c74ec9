// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { type Config, type Installation, openInstallation, readConfig } from '@motcua/server';

const root = path.resolve(import.meta.dirname, '../../..');

/** The configuration of this command, from the environment. @throws with the names of the bad values */
export function configuration(): Config {
  const config = readConfig(process.env, root);
  if (!config.ok) throw new Error(`Cấu hình chưa đúng:\n${config.error.join('\n')}`);
  return config.value;
}

/** Opens the installation for one command and closes it whatever happens. */
export async function withInstallation<Value>(work: (installation: Installation) => Promise<Value>): Promise<Value> {
  const installation = await openInstallation(configuration());
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
