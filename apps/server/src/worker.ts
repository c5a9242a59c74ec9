// SPDX-License-Identifier: EUPL-1.2
import { dropOldSessions } from '@motcua/access';
import { copyToSecond, rescan, sweepOrphans } from '@motcua/documents';
import { deemOverdue, dropOldDrafts, escalateDue, fireDueTimers } from '@motcua/dossiers';
import type { Installation } from './installation.ts';

const timerSeconds = 15;
const housekeepingMinutes = 60;
const escalationMinutes = 1;
const nightlyHours = 24;
const quarantineMinutes = 5;
// Five minutes a time, so that a night goes through tens of thousands of files.
const filesAtOnce = 200;

/** The work nobody clicks: timers of internal procedures, silence that has come to mean something, telling who stands above, and taking away what has expired. Any number of machines may run it. */
export function startWorker({ context, secondCopy }: Installation, failed: (fault: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const every = (milliseconds: number, work: () => Promise<unknown>): NodeJS.Timeout => {
    const timer = setInterval(() => { running = running.then(work).catch(failed); }, milliseconds);
    timer.unref();
    return timer;
  };
  const timers = [
    every(timerSeconds * 1000, async () => { await fireDueTimers(context); await deemOverdue(context); }),
    every(escalationMinutes * 60_000, async () => { await escalateDue(context); }),
    every(housekeepingMinutes * 60_000, async () => { await dropOldDrafts(context); await dropOldSessions(context.db, context.clock); }),
    every(quarantineMinutes * 60_000, () => rescan(context.db, context.files, { at: context.clock.now(), limit: filesAtOnce })),
    every(nightlyHours * 3_600_000, async () => {
      await sweepOrphans(context.db, context.files, context.clock.now().subtract({ hours: 24 }));
      if (secondCopy !== null) await copyToSecond(context.db, context.files, secondCopy);
    }),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await running;
  };
}
