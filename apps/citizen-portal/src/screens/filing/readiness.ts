// SPDX-License-Identifier: EUPL-1.2
import { normaliseAnswers, validateAnswers } from '@motcua/eforms/contract';
import type { EformDefinition } from '@motcua/eforms/contract';
import { Mandate, Party } from '@motcua/dossiers/contract';
import type { Draft, DraftContent, FilingStart } from '@motcua/dossiers/contract';
import { t } from '@motcua/i18n';
import { papersFor } from '@motcua/ui';

/** The steps of filing, in their order; the last one opens when the others are done. */
export const steps = ['nguoi', 'to-khai', 'giay-to', 'nhan'] as const;
export type Step = (typeof steps)[number];

/** One place to mend, in the words of its reader. */
export type Place = { readonly field: string; readonly text: string };

type Filing = { readonly content: DraftContent; readonly start: FilingStart; readonly form: EformDefinition; readonly files: Draft['files']; /** Numbers of papers nobody hands in: a register answered. */ readonly answered: readonly number[] };

/** What is still to be done in each step. The server judges again with the same rules when the dossier is filed. */
export function placesLeft({ content, start, form, files, answered }: Filing): Readonly<Record<Step, readonly Place[]>> {
  return {
    'nguoi': [...placesOfAgency(content, start), ...partyPlaces(content.applicant), ...placesOfMandate(content)],
    'to-khai': validateAnswers(form, normaliseAnswers(form, content.answers)).map(({ path, text }) => ({ field: path, text })),
    'giay-to': papersOf(content, start).filter(({ no, required, byForm }) => required && !byForm && !files.some(({ paperNo }) => paperNo === no) && !(content.reuse ?? []).some(({ paperNo }) => paperNo === no) && !answered.includes(no))
      .map(({ no, name }) => ({ field: `giay-${String(no)}`, text: t('filing.paper-missing', { name }) })),
    'nhan': placesOfReturn(content),
  };
}

/** What is missing of how and where the result goes. */
function placesOfReturn({ returnWay, returnTo }: DraftContent): readonly Place[] {
  if (returnWay === null) return [{ field: 'returnWay', text: t('filing.return-way-missing') }];
  if (returnWay !== 'post' || returnTo == null) return [];
  return [
    ...(returnTo.name.trim() === '' ? [{ field: 'returnTo.name', text: t('filing.to-name-missing') }] : []),
    ...(returnTo.phone.trim() === '' || /^0\d{9,10}$/u.test(returnTo.phone.replace(/[\s.]/gu, '')) ? [] : [{ field: 'returnTo.phone', text: t('party.phone-wrong') }]),
    ...(returnTo.address.trim() === '' ? [{ field: 'returnTo.address', text: t('filing.to-address-missing') }] : []),
  ];
}

/** The papers of the circumstance that was chosen, and those of every circumstance. */
export function papersOf(content: DraftContent, start: FilingStart): FilingStart['papers'][number]['papers'] {
  return [...papersFor(start.papers, content.circumstance)];
}

/** What is missing of the agency and the circumstance. */
export function placesOfAgency({ agency, circumstance }: DraftContent, start: FilingStart): readonly Place[] {
  return [
    ...(agency === null ? [{ field: 'agency', text: t('filing.agency-missing') }] : []),
    ...(circumstance === null && start.circumstances.length > 1 ? [{ field: 'circumstance', text: t('filing.circumstance-missing') }] : []),
  ];
}

const mandateWords = { number: 'mandate.number', issuedOn: 'mandate.issued-on', issuedBy: 'mandate.issued-by', validUntil: 'mandate.valid-until', scope: 'mandate.scope' } as const;
const isMandateField = (field: string): field is keyof typeof mandateWords => Object.hasOwn(mandateWords, field);

/** What is missing of the paper by which one files for another. */
export function placesOfMandate({ forOther, mandate }: DraftContent): readonly Place[] {
  const read = forOther ? Mandate.safeParse(mandate ?? {}) : null;
  if (read === null || read.success) return [];
  return [...new Set(read.error.issues.map(({ path }) => String(path[0])))].filter(isMandateField).map((field) => ({ field: `mandate.${field}`, text: t('filing.mandate-missing', { name: t(mandateWords[field]) }) }));
}

const partyWords = { name: 'party.name-missing', personalId: 'party.id-wrong', address: 'party.address-missing', birthDate: 'party.birth-wrong', phone: 'party.phone-wrong', email: 'party.email-wrong' } as const;
type Known = keyof typeof partyWords;
const isKnown = (field: string): field is Known => Object.hasOwn(partyWords, field);

/** What is missing or wrong in an applicant, as stored or as typed; what may be left open counts as left open. */
export function partyPlaces(applicant: object | null): readonly Place[] {
  const read = Party.safeParse({ kind: 'person', birthDate: null, phone: null, email: null, ...applicant });
  if (read.success) return [];
  const fields = [...new Set(read.error.issues.map(({ path }) => String(path[0])))].filter(isKnown);
  return fields.map((field) => ({ field: `applicant.${field}`, text: t(partyWords[field]) }));
}
