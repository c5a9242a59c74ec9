// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Facts, useWords } from '@motcua/ui';
import type { Fact } from '@motcua/ui';
import { dayText, numberText, personalIdText, phoneText } from '@motcua/i18n';
import { useFilingStart } from '../../api.ts';
import { fieldsOf } from './eform-fields.ts';
import type { ShownField } from './eform-fields.ts';

/** What the person declared, under the questions of the form. */
export function Answers({ dossier }: { readonly dossier: OfficerDossier }): ReactElement {
  const t = useWords();
  const form = useFilingStart(dossier.procedure.code, null);
  const fields = fieldsOf(form.data?.eform.definition);
  const { applicant, submitter } = dossier;
  const about: readonly Fact[] = [
    { term: t('dossier.applicant'), value: applicant.name }, { term: t(applicant.kind === 'person' ? 'party.personal-id' : 'party.code'), value: <span className="num">{personalIdText(applicant.personalId)}</span> },
    ...(applicant.birthDate === null ? [] : [{ term: t('party.birth'), value: dayText(applicant.birthDate) }]),
    { term: t('party.address'), value: applicant.address.text },
    ...(applicant.phone === null ? [] : [{ term: t('party.phone'), value: <a className="num" href={`tel:${applicant.phone}`}>{phoneText(applicant.phone)}</a> }]),
    ...dossier.coApplicants.map(({ party, confirmed, document }, at): Fact => ({ term: t('co-applicant.number', { number: at + 2 }), value: <>{party.name} · <span className="num">{personalIdText(party.personalId)}</span> · {document ?? t(`co-applicant.confirmed.${confirmed}`)}</> })),
    ...(submitter === null ? [] : [{ term: t('dossier.submitter'), value: submitter.name }]),
    ...(dossier.authorisation === null ? [] : [{ term: t('dossier.authorisation'), value: dossier.authorisation }]),
  ];
  const words: Words = { yes: t('answer.yes'), no: t('answer.no') };
  // In the order of the form; what an older form asked comes last, under its own name.
  const order = [...fields.map(({ name }) => name).filter((name) => name in dossier.answers), ...Object.keys(dossier.answers).filter((name) => !fields.some((field) => field.name === name))];
  const declared = order.map((name): Fact => {
    const field = fields.find((one) => one.name === name);
    return { term: field?.label ?? name, value: shownValue(dossier.answers[name], field, words) };
  });
  return (
    <section aria-labelledby="du-lieu">
      <h2 id="du-lieu">{t('dossier.data')}</h2>
      <Facts facts={[...about, ...declared]} />
    </section>
  );
}

type Words = { readonly yes: string; readonly no: string };

function shownValue(value: unknown, field: ShownField | undefined, words: Words): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? dayText(value) : field?.options?.find((option) => option.value === value)?.label ?? value;
  if (Array.isArray(value)) return value.map((one) => shownValue(one, field, words)).join('; ');
  return typeof value === 'object' && value !== null ? addressIn(value) ?? entryIn(value, field, words) : '';
}

/** One entry of a repeat: «Tên ngành: Quán ăn, Mã ngành: 5610». */
function entryIn(value: object, field: ShownField | undefined, words: Words): string {
  return Object.entries(value).map(([name, inner]) => {
    const known = field?.fields?.find((one) => one.name === name);
    const said = shownValue(inner, known, words);
    return known === undefined ? said : `${known.label}: ${said}`;
  }).join(', ');
}

function addressIn(value: object): string | undefined {
  if (!('communeName' in value) || !('provinceName' in value)) return undefined;
  const street = 'street' in value ? value.street : '';
  return [street, value.communeName, value.provinceName].filter((part) => typeof part === 'string' && part !== '').join(', ');
}
