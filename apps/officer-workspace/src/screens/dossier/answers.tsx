// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Facts, PriceLines, declaredFacts, useWords } from '@motcua/ui';
import type { Fact } from '@motcua/ui';
import { dayText, personalIdText, phoneText } from '@motcua/i18n';
import { readEform } from '@motcua/eforms/contract';
import { useFilingStart } from '../../api.ts';

/** What the person declared, under the questions of the form. */
export function Answers({ dossier }: { readonly dossier: OfficerDossier }): ReactElement {
  const t = useWords();
  const form = useFilingStart(dossier.procedure.code, null);
  const { applicant, submitter } = dossier;
  const about: readonly Fact[] = [
    { term: t('dossier.applicant'), value: applicant.name }, { term: t(applicant.kind === 'person' ? 'party.personal-id' : 'party.code'), value: <span className="num">{personalIdText(applicant.personalId)}</span> },
    ...(applicant.birthDate === null ? [] : [{ term: t('party.birth'), value: dayText(applicant.birthDate) }]),
    { term: t('party.address'), value: applicant.address.text },
    ...(applicant.phone === null ? [] : [{ term: t('party.phone'), value: <a className="num" href={`tel:${applicant.phone}`}>{phoneText(applicant.phone)}</a> }]),
    ...dossier.coApplicants.map(({ party, confirmed, document }, at): Fact => ({ term: t('co-applicant.number', { number: at + 2 }), value: <>{party.name} · <span className="num">{personalIdText(party.personalId)}</span> · {document ?? t(`co-applicant.confirmed.${confirmed}`)}</> })),
    ...(submitter === null ? [] : [{ term: t('dossier.submitter'), value: submitter.name }]),
    ...(dossier.fee.price === null || dossier.fee.price.lines.length === 0 ? [] : [{ term: t('fees.of-dossier'), value: <PriceLines price={dossier.fee.price} /> }]),
    ...(dossier.authorisation === null ? [] : [{ term: t('dossier.authorisation'), value: dossier.authorisation }]),
  ];
  return (
    <section aria-labelledby="du-lieu">
      <h2 id="du-lieu">{t('dossier.data')}</h2>
      <Facts facts={[...about, ...declaredFacts({ fields: readEform(form.data?.eform.definition)?.display.sections.flatMap((section) => section.fields) ?? [], answers: dossier.answers, words: { yes: t('answer.yes'), no: t('answer.no') } })]} />
    </section>
  );
}
