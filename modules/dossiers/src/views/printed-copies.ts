// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Officer, officeDay, ok } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { Outcome } from '../commands/perform.ts';
import type { DossierContext } from '../context.ts';
import { CopiedPaper, type CopyView, type DossierCopies, type PrintedCopies } from '../contract.ts';
import { numberOfPaper, printable } from '../lifecycle/issued-papers.ts';
import { paperTitles } from '../papers/titles.ts';
import { copyDesk, copyReaders, wholeProvince } from '../permissions.ts';
import { type SheetState, asRuns, writtenSheet } from '../rules/security-sheets.ts';
import { type CopyRow, copiesBy, copiesOf, securityPaperRule } from '../store/printed-copies.ts';
import { sheetsLeft } from '../store/security-sheets.ts';
import { readable } from './one.ts';

const pageSize = 50;

async function shown(db: Db, rows: readonly CopyRow[]): Promise<readonly CopyView[]> {
  const nameOf = await agencyNames(db, new Set(rows.map(({ agency }) => agency)));
  return rows.map(({ id, code, paper, number, copyNo, reason, forWhom, agency, sheets, officer, at, spoiled }) => {
    const kind = CopiedPaper.safeParse(paper);
    return { id, code, paper: kind.success ? paperTitles[kind.data] : paper, number, copyNo, reason, forWhom, agency, agencyName: nameOf(agency), who: officer, at: at.toString(), sheets: [...sheets], spoiled, href: `/api/dossiers/${encodeURIComponent(code)}/copies/${id}/pdf` };
  });
}

/** Sheets as runs people read: «AB 0000017–0000020». */
export function writtenRuns(states: readonly Pick<SheetState, 'series' | 'number' | 'digits'>[]): readonly string[] {
  return [...new Set(states.map(({ series }) => series))].flatMap((series) => {
    const own = states.filter((state) => state.series === series);
    const digits = own[0]?.digits ?? 1;
    return asRuns(own.map(({ number }) => number)).map(({ first, last }) => `${writtenSheet({ series, number: first }, digits)}${last === first ? '' : `–${String(last).padStart(digits, '0')}`}`);
  });
}

/** Bản in của một hồ sơ: the copies printed so far, and what the reader may print now. */
export async function dossierCopies(ctx: DossierContext, { actor, code }: { readonly actor: Officer; readonly code: string }): Promise<Outcome<DossierCopies>> {
  const found = await readable(ctx.db, actor, code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const rows = await copiesOf(ctx.db, dossier.id);
  const desk = copyDesk(actor, dossier);
  const papers = desk === null ? [] : printable(dossier).flatMap((paper) => {
    const kind = CopiedPaper.safeParse(paper);
    return kind.success && !(kind.data === 'result' && dossier.revoked !== undefined) ? [kind.data] : [];
  });
  const day = officeDay(ctx.clock.now()).toString();
  const offers = await Promise.all(papers.map(async (paper) => {
    const rule = await securityPaperRule(ctx.db, { paper, procedure: dossier.procedure.code, day });
    const needsSheets = rule?.needed ?? false;
    return { paper, title: paperTitles[paper], number: numberOfPaper(dossier, paper), nextNo: 1 + Math.max(0, ...rows.filter((row) => row.paper === paper).map(({ copyNo }) => copyNo)), needsSheets, basis: needsSheets ? rule?.legal ?? null : null };
  }));
  const mine = desk === null || !offers.some(({ needsSheets }) => needsSheets) ? [] : (await sheetsLeft(ctx.db, [desk.agency])).filter(({ holder }) => (holder === null ? desk.keepsStore : holder.id === actor.id));
  return ok({ copies: [...await shown(ctx.db, rows)], offers: offers.toReversed(), inHand: [...writtenRuns(mine)] });
}

/** The agencies whose copies and sheets an officer reads; `all`: of the province. */
export function copyAgencies(officer: Officer): readonly string[] | 'all' {
  const mine = officer.postings.filter(({ role }) => copyReaders.includes(role));
  return mine.some(({ role }) => wholeProvince.has(role)) ? 'all' : [...new Set(mine.map(({ agency }) => agency))];
}

/** Sổ bản in: the copies the agencies of an officer printed, newest first. */
export async function printedCopies(ctx: DossierContext, officer: Officer, after: string | undefined): Promise<PrintedCopies> {
  const [at = '', id = ''] = (after ?? '').split('~');
  const isKey = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(at) && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id);
  const rows = await copiesBy(ctx.db, { agencies: copyAgencies(officer), after: isKey ? { at, id } : null, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { copies: [...await shown(ctx.db, page)], next: rows.length > pageSize && last !== undefined ? `${last.at.toString()}~${last.id}` : null };
}
