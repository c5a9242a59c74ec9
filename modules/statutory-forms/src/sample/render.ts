// SPDX-License-Identifier: EUPL-1.2
import { renderApologyAndExtension } from '../apology-and-extension/render.ts';
import { renderControlSlip } from '../control-slip/render.ts';
import { renderIntakeReceipt } from '../intake-receipt/render.ts';
import { renderIntakeRefusal } from '../intake-refusal/render.ts';
import { type FormSetKey, type StatutoryForm, formSets } from '../register.ts';
import { renderStopNotice } from '../stop-notice/render.ts';
import { renderSupplementRequest } from '../supplement-request/render.ts';
import { renderTrackingBook } from '../tracking-book/render.ts';
import { aControlSlip, anApology, anIntakeReceipt, anIntakeRefusal, aStopNotice, aSupplementRequest, aTrackingBook } from './views.ts';

type About = { readonly issuedAt: string; readonly dossierCode: string; readonly receivedAt: string; readonly owedAt: string; readonly year: number; readonly month: number };

/** A moment each set was in force, for the sample dossier; the code of a dossier had another order before. */
const moments: Readonly<Record<FormSetKey, About>> = {
  '2025': { issuedAt: '2026-11-19T15:40:00+07:00', dossierCode: 'H15.50.05.13-261119-0975', receivedAt: '2026-11-19T15:40:00+07:00', owedAt: '2026-11-30T15:20:00+07:00', year: 2026, month: 11 },
  '2018': { issuedAt: '2024-03-19T15:40:00+07:00', dossierCode: '000.05.13.H15-240319-0975', receivedAt: '2024-03-19T15:40:00+07:00', owedAt: '2024-03-28T15:20:00+07:00', year: 2024, month: 3 },
};

const printers: Readonly<Record<StatutoryForm, (about: About) => Promise<Uint8Array>>> = {
  'intake-receipt': ({ issuedAt, dossierCode, receivedAt, owedAt }) => renderIntakeReceipt(anIntakeReceipt({ issuedAt, dossierCode, receivedAt, returnAt: owedAt, explanation: null })),
  'supplement-request': ({ issuedAt, dossierCode }) => renderSupplementRequest(aSupplementRequest({ issuedAt, dossierCode })),
  'intake-refusal': ({ issuedAt, dossierCode }) => renderIntakeRefusal(anIntakeRefusal({ issuedAt, dossierCode })),
  'apology-and-extension': async ({ issuedAt, dossierCode, receivedAt, owedAt }) => (await renderApologyAndExtension(anApology({ issuedAt, dossierCode, receivedAt, owedAt, newReturnAt: nextWeek(owedAt) }))).pdf,
  'apology-and-new-day': (about) => printers['apology-and-extension'](about),
  'stop-notice': ({ issuedAt, dossierCode }) => renderStopNotice(aStopNotice({ issuedAt, dossierCode, askedAt: issuedAt })),
  'control-slip': ({ issuedAt, dossierCode, receivedAt, owedAt }) => renderControlSlip(aControlSlip({ issuedAt, dossierCode, receivedAt, returnAt: owedAt, handOvers: [] })),
  'tracking-book': ({ issuedAt, dossierCode, receivedAt, owedAt, year, month }) => renderTrackingBook(aTrackingBook({
    issuedAt, year, month, number: `${String(month).padStart(2, '0')}-${String(year)}/STD`, entries: aTrackingBook().entries.map((entry) => ({ ...entry, code: dossierCode, receivedAt, owedAt, returnedAt: null, receivedBy: null })),
  })),
};

const nextWeek = (at: string): string => Temporal.Instant.from(at).add({ hours: 7 * 24 }).toString();

/** A form of a set printed with a sample dossier (hồ sơ mẫu) that nobody filed; undefined for a number the set does not have. */
export async function renderSample(set: FormSetKey, number: string): Promise<Uint8Array | undefined> {
  const form = formSets.find(({ key }) => key === set)?.forms[number];
  return form === undefined ? undefined : printers[form](moments[set]);
}
