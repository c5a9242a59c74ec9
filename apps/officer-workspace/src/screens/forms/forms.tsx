// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FormRegister } from '@motcua/statutory-forms/contract';
import { Asked, DataTable, Message, Section, Tag, useWords } from '@motcua/ui';
import { dayText } from '@motcua/i18n';
import { ask, failureOf, failureWords } from '@motcua/web-kit';

type FormSet = FormRegister['sets'][number];

/** The sets of statutory forms with their days, and each form printed with a sample dossier. */
export function FormSets(): ReactElement {
  const t = useWords();
  const register = useQuery({ queryKey: ['statutory-forms'], staleTime: Infinity, queryFn: () => ask(FormRegister, '/api/statutory-forms') });
  return (
    <>
      <p className="muted">{t('forms.by-day')}</p>
      <Asked answer={register} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ sets }) => <>{sets.map((set) => <SetOfForms key={set.key} set={set} />)}</>}
      </Asked>
    </>
  );
}

function SetOfForms({ set }: { readonly set: FormSet }): ReactElement {
  const t = useWords();
  const { key, source, from, until, unsure, forms } = set;
  return (
    <Section id={`bo-${key}`} title={t('forms.set', { year: key })}>
      <p className="row">
        <Tag tone={until === null ? 'leaf' : 'ink'} sign={until === null ? 'circle-check' : 'clock'}>{until === null ? t('forms.in-force', { from: dayText(from) }) : t('forms.was-in-force', { from: dayText(from), until: dayText(until) })}</Tag>
        <span>{source}</span>
      </p>
      {unsure !== null && <Message tone="warning"><p><span className="strong">{t('dated.unsure')}</span> {unsure}</p></Message>}
      <DataTable
        caption={t('forms.caption', { count: forms.length })} rows={forms} rowKey={({ number }) => number}
        columns={[
          { id: 'number', title: t('forms.number'), cell: ({ number }) => <span className="num">{number}</span> }, { id: 'name', title: t('forms.name'), isRowTitle: true, cell: ({ name }) => name },
          { id: 'sheet', title: t('forms.sheet'), cell: ({ sheet }) => t(`forms.sheet.${sheet}`) },
          { id: 'sample', title: t('work.acts'), cell: ({ number, name, sample }) => <a href={sample} target="_blank" rel="noreferrer">{t('forms.sample')}<span className="hidden-visually"> {number} {name}</span></a> },
        ]}
      />
    </Section>
  );
}
