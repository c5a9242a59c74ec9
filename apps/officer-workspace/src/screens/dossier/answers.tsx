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
    ...(submitter === null ? [] : [{ term: t('dossier.submitter'), value: submitter.name }]),
    ...(dossier.authorisation === null ? [] : [{ term: t('dossier.authorisation'), value: dossier.authorisation }]),
  ];
  const declared = Object.entries(dossier.answers).map(([name, value]): Fact => {
    const field = fields.find((one) => one.name === name);
    return { term: field?.label ?? name, value: shownValue(value, field, t('answer.yes'), t('answer.no')) };
  });
  return (
    <section aria-labelledby="du-lieu">
      <h2 id="du-lieu">{t('dossier.data')}</h2>
      <Facts facts={[...about, ...declared]} />
    </section>
  );
}

function shownValue(value: unknown, field: ShownField | undefined, yes: string, no: string): string {
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? dayText(value) : field?.options?.find((option) => option.value === value)?.label ?? value;
  if (Array.isArray(value)) return value.map((one) => shownValue(one, field, yes, no)).join('; ');
  if (typeof value === 'object' && value !== null) return addressIn(value) ?? Object.values(value).map((one) => shownValue(one, undefined, yes, no)).join(', ');
  return '';
}

function addressIn(value: object): string | undefined {
  if (!('communeName' in value) || !('provinceName' in value)) return undefined;
  const street = 'street' in value ? value.street : '';
  return [street, value.communeName, value.provinceName].filter((part) => typeof part === 'string' && part !== '').join(', ');
}
