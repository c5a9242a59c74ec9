// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { OriginalPlace, OriginalView, Originals } from '../contract.ts';
import type { Dossier } from '../model.ts';
import { originalDesks } from '../permissions.ts';
import { type OriginalRow, originalRows, originalsAt } from '../store/originals.ts';

/** Most papers one page shows. */
const most = 300;

/** The barcode of a paper: its dossier and its number in one. */
export const originalLabel = (code: string, no: number): string => `${code}.G${String(no)}`;

const viewOf = ({ last, ...row }: OriginalRow, code: string, nameOf: (agency: string) => string): OriginalView =>
  ({ ...row, label: originalLabel(code, row.no), agencyName: nameOf(row.agency), last: last === null ? null : { place: last.place, agencyName: nameOf(last.agency), who: last.who } });

const agenciesOf = (rows: readonly OriginalRow[]): readonly string[] => [...new Set(rows.flatMap(({ agency, last }) => (last === null ? [agency] : [agency, last.agency])))];

/** Agencies the papers of a dossier were and are with. */
export const originalAgencies = (dossier: Dossier): readonly string[] => agenciesOf(originalRows(dossier));

/** Where each paper of a dossier is. */
export const originalsView = (dossier: Dossier, nameOf: (agency: string) => string): OriginalView[] => originalRows(dossier).map((row) => viewOf(row, dossier.code, nameOf));

/** Giấy gốc đang giữ: what the officer's agencies answer for. */
export async function originalsHeld(db: Db, officer: Officer, place: OriginalPlace | undefined): Promise<Originals> {
  const { counts, rows } = await originalsAt(db, { agencies: originalDesks(officer), place, limit: most + 1 });
  const nameOf = await agencyNames(db, [...agenciesOf(rows)]);
  return { counts: { ...counts }, papers: rows.slice(0, most).map(({ code, ...row }) => ({ code, ...viewOf(row, code, nameOf) })), more: rows.length > most };
}
