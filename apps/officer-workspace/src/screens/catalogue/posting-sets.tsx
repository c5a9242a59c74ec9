// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { Asked, LinkButton, Section, Select, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';

const Counted = z.object({ procedures: z.number().int(), volumes: z.number().int() });

/** Tập tờ niêm yết: every sheet of an agency or of all, in volumes to print. */
export function PostingSets(): ReactElement {
  const t = useWords();
  const [agency, setAgency] = useState('');
  const agencies = useAgencies().data?.agencies ?? [];
  const counted = useQuery({ queryKey: ['posting-set', agency], queryFn: () => ask(Counted, '/api/posting-sets', { agency: agency === '' ? undefined : agency }) });
  const of = (volume: number): string => `/api/posting-sets/printed?volume=${String(volume)}${agency === '' ? '' : `&agency=${encodeURIComponent(agency)}`}`;
  return (
    <Section id="niem-yet" title={t('posting-set.title')}>
      <p className="muted">{t('posting-set.about')}</p>
      <Select name="posting.agency" label={t('posting-set.agency')} value={agency} empty={t('posting-set.all')} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} onChange={setAgency} />
      <Asked answer={counted} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ procedures, volumes }) => (volumes === 0 ? <p>{t('posting-set.none')}</p> : (
          <>
            <p role="status">{t('posting-set.count', { procedures, volumes })}</p>
            <div className="row">
              {Array.from({ length: volumes }, (_, at) => <LinkButton key={at} href={of(at + 1)}>{volumes === 1 ? t('posting-set.print') : t('posting-set.volume', { no: at + 1 })}</LinkButton>)}
              {agency !== '' && <a href={`/bang/niem-yet/${encodeURIComponent(agency)}`}>{t('posting-set.board')}</a>}
            </div>
          </>
        ))}
      </Asked>
    </Section>
  );
}
