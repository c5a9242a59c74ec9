// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { OriginalPlace, OriginalReturn, OriginalView, Originals, OwnDossier } from '../contract.ts';
import type { DossierEvent } from '../events.ts';
import type { Dossier } from '../model.ts';
import { originalDesks } from '../permissions.ts';
import { type OriginalRow, originalRows, originalsAt } from '../store/originals.ts';

/** Most papers one page shows. */
const most = 300;

/** The barcode of a paper: its dossier and its number in one. */
export const originalLabel = (code: string, no: number): string => `${code}.G${String(no)}`;

export const viewOf = ({ last, ...row }: OriginalRow, code: string, nameOf: (agency: string) => string): OriginalView =>
  ({ ...row, label: originalLabel(code, row.no), agencyName: nameOf(row.agency), last: last === null ? null : { place: last.place, agencyName: nameOf(last.agency), who: last.who } });

export const agenciesOf = (rows: readonly OriginalRow[]): readonly string[] => [...new Set(rows.flatMap(({ agency, last }) => (last === null ? [agency] : [agency, last.agency])))];

/** Agencies the papers of a dossier were and are with. */
export const originalAgencies = (dossier: Dossier): readonly string[] => agenciesOf(originalRows(dossier));

/** Where each paper of a dossier is. */
export const originalsView = (dossier: Dossier, nameOf: (agency: string) => string): OriginalView[] => originalRows(dossier).map((row) => viewOf(row, dossier.code, nameOf));

/** Where the owner finds the papers he handed in. */
export const keptOriginals = (dossier: Dossier, nameOf: (agency: string) => string): OwnDossier['keptOriginals'] => originalRows(dossier).map(({ no, name, place, agency, since }) => ({ no, name, place, agencyName: nameOf(agency), since }));

/** Papers that went back under a number, newest first. */
export const originalReturns = ({ code, papers }: Dossier, events: readonly DossierEvent[], base: string): OriginalReturn[] => events.flatMap((event) => {
  if (event.type !== 'originals-moved' || event.data.receipt === undefined) return [];
  const { nos, place: { kind, detail }, receipt } = event.data;
  return [{ number: receipt.number, at: event.at, who: event.by.name, papers: papers.filter(({ no }) => nos.includes(no)).map(({ name }) => name), receivedBy: kind === 'applicant' ? detail : null, slip: kind === 'post' ? detail : null, href: `${base}/${encodeURIComponent(code)}/original-returns/${String(event.seq)}` }];
}).reverse();

/** Giấy gốc đang giữ: what the officer's agencies answer for. */
export async function originalsHeld(db: Db, officer: Officer, place: OriginalPlace | undefined): Promise<Originals> {
  const { counts, rows } = await originalsAt(db, { agencies: originalDesks(officer), place, limit: most + 1 });
  const nameOf = await agencyNames(db, [...agenciesOf(rows)]);
  return { counts: { ...counts }, papers: rows.slice(0, most).map(({ code, ...row }) => ({ code, ...viewOf(row, code, nameOf) })), more: rows.length > most };
}
