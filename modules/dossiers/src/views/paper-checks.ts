// SPDX-License-Identifier: EUPL-1.2
import { type Officer, officeDay } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { PaperChecks } from '../contract.ts';
import { checkReaders, wholeProvince } from '../permissions.ts';
import { titleOfKind } from '../papers/titles.ts';
import { checkAlarm } from '../rules/check-alarm.ts';
import { countedChecks, manyChecksOn, unmatchedChecks } from '../store/paper-checks.ts';

const days = 90;

/** Lượt kiểm tra giấy: which papers of an officer's agencies were checked of late, and what stands out. */
export async function paperChecks(ctx: DossierContext, officer: Officer): Promise<PaperChecks> {
  const now = ctx.clock.now();
  const since = now.subtract({ hours: 24 * days });
  const mine = officer.postings.filter(({ role }) => checkReaders.includes(role));
  const agencies = mine.some(({ role }) => wholeProvince.has(role)) ? 'all' : [...new Set(mine.map(({ agency }) => agency))];
  const many = await manyChecksOn(ctx.db, officeDay(now).toString());
  const lines = await countedChecks(ctx.db, { since, dayAgo: now.subtract({ hours: 24 }), agencies });
  return {
    asOf: now.toString(), days, unmatched: await unmatchedChecks(ctx.db, since),
    lines: lines.map(({ kind, lastAt, ...line }) => ({ ...line, paper: titleOfKind(kind) ?? kind, lastAt: lastAt.toString(), alarm: checkAlarm(line, many) })),
  };
}
