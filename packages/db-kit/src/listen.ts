// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

/**
 * Listens to a channel of the database on a connection of its own, and again after the line was lost.
 * A hint only: a listener also looks by itself, because a notification can be lost.
 *
 * @returns a function that ends the listening
 */
export function listen(url: string, channel: string, heard: (payload: string) => void): () => Promise<void> {
  let ended = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    if (ended) return;
    const next = new pg.Client({ connectionString: url, application_name: 'motcua-listen' });
    client = next;
    const again = (): void => {
      if (client !== next) return;
      client = null;
      clearTimeout(timer);
      timer = setTimeout(() => { void connect(); }, 1000);
    };
    next.on('error', again);
    next.on('end', again);
    next.on('notification', ({ payload }) => { heard(payload ?? ''); });
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch {
      again();
    }
  };
  void connect();
  return async () => {
    ended = true;
    clearTimeout(timer);
    const open = client;
    client = null;
    await open?.end().catch(() => undefined);
  };
}
