// SPDX-License-Identifier: EUPL-1.2
import { t } from '@motcua/i18n';
import type { FilingStart, NamedCoApplicant } from '@motcua/dossiers/contract';
import { readEform } from '@motcua/eforms/contract';
import type { IconName, Tone } from '@motcua/ui';

/** How each state looks, beside its word. */
export const signOf: Readonly<Record<NamedCoApplicant['state'], { readonly tone: Tone; readonly sign: IconName }>> = {
  waiting: { tone: 'turmeric', sign: 'clock' }, confirmed: { tone: 'leaf', sign: 'check' }, changed: { tone: 'turmeric', sign: 'triangle-alert' }, declined: { tone: 'lacquer', sign: 'x' }, mandate: { tone: 'celadon', sign: 'file-check' },
};

const partWords = {
  agency: 'joint.part.agency', applicant: 'joint.part.applicant', applicants: 'joint.part.applicants', files: 'joint.part.files', circumstance: 'joint.part.circumstance', returnWay: 'joint.part.returning', returningAgency: 'joint.part.returning', returnTo: 'joint.part.returning',
  mandate: 'joint.part.mandate', forOther: 'joint.part.mandate', procedure: 'joint.part.answers',
} as const;
const isPart = (name: string): name is keyof typeof partWords => Object.hasOwn(partWords, name);

/** The fields of the form a filing uses. */
export const fieldsOf = (start: FilingStart | undefined) => readEform(start?.eform.definition)?.display.sections.flatMap(({ fields }) => fields) ?? [];

/** What changed since somebody confirmed, each part named once; the answers under the questions of the form. */
export function changedWords(changed: readonly string[], start: FilingStart | undefined): string {
  const labels = new Map(fieldsOf(start).map(({ name, label }) => [`answers.${name}`, `«${label}»`]));
  return [...new Set(changed.map((part) => labels.get(part) ?? t(isPart(part) ? partWords[part] : 'joint.part.answers')))].join(', ');
}
