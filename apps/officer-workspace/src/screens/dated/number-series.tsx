// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { NextNumbers, NumberPreview } from '@motcua/dossiers/contract';
import { Asked, DataTable, Section, Select, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';

/** Số tiếp theo: what each document of an agency would be numbered now. Looking counts nothing. */
export function NextNumbersOf(): ReactElement {
  const t = useWords();
  const { data } = useAgencies();
  const [chosen, setChosen] = useState('');
  const agency = chosen === '' ? data?.agencies[0]?.code ?? '' : chosen;
  const next = useQuery({ queryKey: ['dated-table', 'next-numbers', agency], enabled: agency !== '', queryFn: () => ask(NextNumbers, '/api/number-series/next', { agency }) });
  return (
    <Section id="so-tiep-theo" title={t('numbers.next')}>
      <Select name="agency" label={t('numbers.of-agency')} value={agency} choices={(data?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name }))} onChange={setChosen} />
      <Asked answer={next} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ numbers }) => (
          <DataTable
            caption={t('numbers.caption', { count: numbers.length })} rows={numbers} rowKey={({ document, procedure, counter }) => `${document} ${procedure ?? ''} ${counter}`}
            columns={[
              { id: 'document', title: t('numbers.document'), isRowTitle: true, cell: ({ document, procedure }) => <>{document}{procedure !== null && <span className="muted small num"><br />{procedure}</span>}</> },
              { id: 'next', title: t('numbers.next'), cell: ({ next: written }) => <span className="num strong">{written}</span> },
              { id: 'counter', title: t('numbers.counter'), cell: ({ counter }) => <span className="code small">{counter}</span> },
            ]}
          />
        )}
      </Asked>
    </Section>
  );
}

type Typed = Readonly<Record<string, string>>;

/** How the pattern being typed writes, and the next number at the agency named. */
export function NumberPreviewLine({ typed }: { readonly typed: Typed }): ReactElement | null {
  const t = useWords();
  const [pattern = '', counter = '', digits = '', agency = ''] = ['pattern', 'counter', 'digits', 'agency_code'].map((column) => (typed[`values.${column}`] ?? '').trim());
  const isReady = pattern.includes('{số}') && /^[1-6]$/u.test(digits === '' ? '1' : digits);
  const preview = useQuery({
    queryKey: ['number-preview', pattern, counter, digits, agency], enabled: isReady, staleTime: 30_000,
    queryFn: () => ask(NumberPreview, '/api/number-series/preview', { pattern, counter: counter === '' ? '-' : counter, digits: digits === '' ? '1' : digits, agency: agency === '' ? undefined : agency }),
  });
  if (!isReady || preview.data === undefined) return null;
  const { examples, next } = preview.data;
  return <p role="status">{t('numbers.writes', { examples: examples.join(' … ') })}{next !== null && <> {t('numbers.writes-next', { next })}</>}</p>;
}
