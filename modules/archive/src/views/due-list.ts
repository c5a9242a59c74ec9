// SPDX-License-Identifier: EUPL-1.2
import { type Officer, officeDay } from '@motcua/kernel';
import { agencyNames, officersWith } from '@motcua/organisation';
import type { DueForHandIn } from '../contract.ts';
import type { ArchiveDesk } from '../model.ts';
import { archiveActs, reach } from '../permissions.ts';
import { type Retention, retentionWords } from '../rules/retention.ts';
import { agenciesOf, narrowed } from './agencies.ts';
import { dueForHandIn } from './due.ts';

/** Lines a screen shows at once. */
const aScreen = 200;

/** Retention as people read it. */
export const keptOf = (retention: Retention): NonNullable<DueForHandIn['dossiers'][number]['kept']> => ({ words: retentionWords(retention), until: retention.keptUntil, source: retention.source, unsure: retention.unsure });

/** Agencies where nobody but this officer could receive what this officer gives: there a batch would wait for ever. */
async function withoutReceiver({ db, province }: ArchiveDesk, { officer, agencies, day }: { readonly officer: Officer; readonly agencies: readonly string[]; readonly day: string }): Promise<string[]> {
  const anyOther = async (agency: string): Promise<boolean> => {
    const holders = await Promise.all(archiveActs['archive.receive'].roles.map((role) => officersWith(db, { agency, role, day })));
    return holders.flat().some(({ id }) => id !== officer.id);
  };
  if (agencies.length === 0 || await anyOther(province)) return [];
  const alone = await Promise.all(agencies.map(async (agency) => ({ agency, isAlone: !await anyOther(agency) })));
  return alone.filter(({ isAlone }) => isAlone).map(({ agency }) => agency);
}

/** Hồ sơ đến hạn nộp lưu as the screen lists them, the oldest first. */
export async function dueList(ctx: ArchiveDesk, { officer, agency, months = 0 }: { readonly officer: Officer; readonly agency: string | undefined; readonly months: number | undefined }): Promise<DueForHandIn> {
  const now = ctx.clock.now();
  const today = officeDay(now).toString();
  const scope = reach(officer, 'archive.read', ctx.province);
  const until = officeDay(now).add({ months }).toString();
  const due = await dueForHandIn(ctx.db, { agencies: narrowed(scope, agency), by: until, now, limit: aScreen + 1 });
  const shown = due.slice(0, aScreen);
  const agencies = await agenciesOf(ctx, scope);
  const nameOf = await agencyNames(ctx.db, shown.map((one) => one.agency));
  const giving = reach(officer, 'archive.hand-in', ctx.province);
  const mayHandIn = [...giving ?? agencies.map(({ code }) => code)];
  return {
    today, by: until, agencies, mayHandIn, noReceiver: await withoutReceiver(ctx, { officer, agencies: mayHandIn.filter((code) => shown.some((one) => one.agency === code)), day: today }), more: due.length > aScreen,
    dossiers: shown.map(({ code, procedureName, agency: solving, endedOn, retention }) => ({
      code, procedure: procedureName, agency: solving, agencyName: nameOf(solving), endedOn, handInBy: retention?.handInBy ?? null, late: retention !== null && retention.handInBy < today, kept: retention === null ? null : keptOf(retention),
    })),
  };
}
