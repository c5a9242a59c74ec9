// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { machine } from '@motcua/kernel';
import { cancelTimers, dueTimers, getDefinition } from '@motcua/workflow';
import type { DossierContext } from '../context.ts';
import { isEnded } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import { append, load } from '../store/ledger.ts';
import { letGoOfScans } from '../store/scans.ts';
import { dossierDb } from '../store/tables.ts';
import { letGoOfWaiting } from '../store/waiting-scans.ts';
import { dropDraft } from './draft.ts';
import { doerOf, momentAfter } from './perform.ts';
import { fireProcessTimer } from './process-step.ts';

/** Timers looked at in one round. */
const atOnce = 50;

/**
 * Fires the timers of internal procedures whose hour has come: each in a transaction of its own, with its line in the ledger.
 * May run on several machines at once: a timer fires once, because its instance is locked and its revision checked.
 *
 * @param only - code of the one dossier looked at; every dossier when absent
 * @returns how many fired
 */
export async function fireDueTimers(ctx: DossierContext, only?: string): Promise<number> {
  let fired = 0;
  for (const { instance, subject, timerId, node } of await dueTimers(ctx.db, ctx.clock.now(), { limit: atOnce, ...(only === undefined ? {} : { subject: only }) })) {
    fired += await inTransaction(ctx.db, async (tx) => {
      const loaded = await load(tx, subject, true);
      if (loaded === undefined || isEnded(loaded.dossier.status)) {
        await cancelTimers(tx, instance);
        return 0;
      }
      const { dossier } = loaded;
      const at = momentAfter(loaded, ctx.clock.now());
      const moved = await fireProcessTimer(ctx, { tx, at }, dossier, timerId);
      if (!moved.ok) return 0;
      const name = await namedTimer(tx, dossier, node);
      await append(tx, loaded, { id: dossier.id, at, by: doerOf(machine), facts: [{ type: 'timer-fired', data: { to: dossier.status, node, name, moved: moved.value } }] });
      return 1;
    });
  }
  return fired;
}

/** What a timer is called: by itself, by the step or group it hangs on, else by its id. */
async function namedTimer(tx: Db, { process }: Dossier, node: string): Promise<string> {
  const published = process === null ? null : await getDefinition(tx, process.key, process.version);
  const timer = published?.definition.nodes.get(node);
  const host = timer?.host == null ? undefined : published?.definition.nodes.get(timer.host);
  return [timer?.name, host?.name].find((name) => name !== undefined && name !== '') ?? node;
}

/** So many a time: the next round takes the rest. */
const mostAtOnce = 500;

/** Takes away drafts kept past their day, with their files. @returns how many */
export async function dropOldDrafts(ctx: DossierContext): Promise<number> {
  const old = await dossierDb(ctx.db).selectFrom('dossiers.draft').select('id').where('kept_until', '<', ctx.clock.now()).limit(mostAtOnce).execute();
  for (const { id } of old) await inTransaction(ctx.db, (tx) => dropDraft(tx, id));
  return old.length;
}

/** How long the pages of a scan are kept after it was begun, or taken off the list; hours. */
const scanKeptHours = 30 * 24;

/** Lets go of the pages of scans nobody works on any more. @returns how many scans */
export async function dropOldScans(ctx: DossierContext): Promise<number> {
  const old = { before: ctx.clock.now().subtract({ hours: scanKeptHours }), limit: mostAtOnce };
  return await letGoOfScans(ctx.db, old) + await letGoOfWaiting(ctx.db, old);
}
