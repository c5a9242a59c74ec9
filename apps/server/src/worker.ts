// SPDX-License-Identifier: EUPL-1.2
import { dropOldSessions } from '@motcua/access';
import { letGoOfBackFiles, readQueuedScans } from '@motcua/back-files';
import { nationalRoundIfDue, sendPublished } from '@motcua/catalogue';
import { checkIntegrity, copyToSecond, nightOf, onceANight, rescan, sweepOrphans } from '@motcua/documents';
import { deemOverdue, dropOldDrafts, dropOldExtracts, dropOldLooks, dropOldScans, escalateDue, fireDueTimers, renewPaperStamps, scanWatch } from '@motcua/dossiers';
import type { Installation } from './installation.ts';

const timerSeconds = 15;
const housekeepingMinutes = 60;
const escalationMinutes = 1;
const nightMinutes = 10;
/** Every file of the store is read again in the night before this day of the week; 7 is Sunday. */
const integrityDay = 7;
const quarantineMinutes = 5;
const nationalMinutes = 5;
// Five minutes a time, so that a night goes through tens of thousands of files.
const filesAtOnce = 200;
const scanSeconds = 3;

/** Where the worker tells what a person should look at. */
export type Told = { readonly failed: (fault: unknown) => void; readonly warn: (about: Readonly<Record<string, unknown>>) => void };

/** The work nobody clicks: timers of internal procedures, silence that has come to mean something, telling who stands above, renewing time-stamps, talking with the national database, taking in what scanners left, and taking away what has expired. Any number of machines may run it. */
export function startWorker({ context, secondCopy, national, scans }: Installation, { failed, warn }: Told): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  // A chain of its own: a night that renews thousands of time-stamps keeps no timer waiting.
  let night: Promise<unknown> = Promise.resolve();
  let isStopping = false;
  const renew = async (): Promise<void> => {
    const { renewed, remaining, hindrance } = await renewPaperStamps(context, () => isStopping);
    if (remaining > 0) warn({ act: 'renew-stamps', renewed, remaining, hindrance });
  };
  const integrity = async (): Promise<void> => {
    const { checked, repaired, lost } = await checkIntegrity(context.db, context.files, secondCopy, () => isStopping);
    if (repaired.length + lost.length > 0) warn({ act: 'check-integrity', checked, repaired, lost });
  };
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    'sweep-orphans': () => sweepOrphans(context.db, context.files, context.clock.now().subtract({ hours: 24 })),
    ...(secondCopy === null ? {} : { 'second-copy': () => copyToSecond(context.db, context.files, secondCopy) }),
    'renew-stamps': renew,
  };
  const tonight = async (): Promise<void> => {
    const at = context.clock.now();
    const weekly = nightOf(at).dayOfWeek === integrityDay ? { 'check-integrity': integrity } : {};
    for (const [work, task] of Object.entries({ ...works, ...weekly })) {
      if (!isStopping) await onceANight(context.db, { work, at }, task).catch(failed);
    }
  };
  // And one for the national database: a line that is slow or silent keeps none either.
  let talking: Promise<unknown> = Promise.resolve();
  const talk = async (): Promise<void> => {
    if (national === null || isStopping) return;
    const line = { db: context.db, clock: context.clock, line: national, isStopping: () => isStopping };
    await sendPublished(line);
    await nationalRoundIfDue(line);
  };
  const every = (milliseconds: number, work: () => Promise<unknown>): NodeJS.Timeout => {
    const timer = setInterval(() => { running = running.then(work).catch(failed); }, milliseconds);
    timer.unref();
    return timer;
  };
  const watch = scans === null ? null : scanWatch(context, scans);
  // A hundred pages are read for minutes: scans stand in a line of their own, and no other work waits for them.
  let reading: Promise<unknown> | null = null;
  const readScans = (): void => { reading ??= watch?.().catch(failed).finally(() => { reading = null; }) ?? null; };
  const scanTimer = watch === null ? [] : [setInterval(readScans, scanSeconds * 1000).unref()];
  // Old papers come by the thousand: their own line too.
  let digitising: Promise<unknown> | null = null;
  const digitise = (): void => { digitising ??= readQueuedScans(context, () => isStopping).catch(failed).finally(() => { digitising = null; }); };
  const timers = [
    setInterval(digitise, scanSeconds * 1000).unref(),
    ...scanTimer,
    every(timerSeconds * 1000, async () => { await fireDueTimers(context); await deemOverdue(context); }),
    every(escalationMinutes * 60_000, async () => { await escalateDue(context); }),
    every(housekeepingMinutes * 60_000, async () => { await dropOldDrafts(context); await dropOldScans(context); await letGoOfBackFiles(context); await dropOldLooks(context); await dropOldExtracts(context); await dropOldSessions(context.db, context.clock); }),
    every(quarantineMinutes * 60_000, () => rescan(context.db, context.files, { at: context.clock.now(), limit: filesAtOnce })),
    every(nationalMinutes * 60_000, () => { talking = talking.then(talk).catch(failed); return Promise.resolve(); }),
    every(nightMinutes * 60_000, () => { night = night.then(tonight).catch(failed); return Promise.resolve(); }),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    isStopping = true;
    await Promise.all([running, night, talking, reading, digitising]);
  };
}
