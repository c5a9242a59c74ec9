// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type ControlProcedure, HandlingChoices } from '@motcua/catalogue/contract';
import { dayText } from '@motcua/i18n';
import { Button, DataTable, EmptyState, MessageArea, Section, Tag, useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import { EntryDialog, dayOf, orNull } from '../registers/entry-dialog.tsx';
import { standingTone } from './catalogue.tsx';

/** Cơ quan giải quyết: which process, e-form and unit each uses, since when; another from a day on. */
export function Handlings({ procedure }: { readonly procedure: ControlProcedure }): ReactElement {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <Section id="co-quan-giai-quyet" title={t('handling.title')}>
      <MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>
      {procedure.handlings.length === 0 ? <EmptyState><p>{t('handling.none')}</p></EmptyState> : (
        <DataTable
          caption={t('handling.caption', { count: procedure.handlings.length })} rows={procedure.handlings} rowKey={({ agency, validFrom }) => `${agency} ${validFrom}`}
          columns={[
            { id: 'agency', title: t('handling.agency'), isRowTitle: true, cell: ({ agencyName }) => agencyName },
            { id: 'standing', title: t('versions.standing'), cell: ({ standing, validFrom }) => <><Tag {...standingTone[standing]}>{t(`handling.${standing}`)}</Tag><br /><span className="muted small">{t('versions.since', { since: dayText(validFrom) })}</span></> },
            { id: 'process', title: t('handling.process'), cell: ({ process }) => <a href={`/lam-viec/quy-trinh/${encodeURIComponent(process)}`}>{process}</a> },
            { id: 'eform', title: t('handling.eform'), cell: ({ eform, unit }) => <>{eform}{unit !== null && <><br /><span className="muted small">{unit}</span></>}</> },
            { id: 'symbol', title: t('handling.symbol'), cell: ({ resultSymbol }) => resultSymbol },
          ]}
        />
      )}
      {procedure.mayEnterHandling && <p><Button onPress={() => { setOpen(true); }}>{t('handling.enter')}</Button></p>}
      {isOpen && <EnterHandling code={procedure.code} today={procedure.today} onClose={() => { setOpen(false); }} onDone={() => { setOpen(false); setSaid(t('handling.entered')); }} />}
    </Section>
  );
}

function EnterHandling({ code, today, onClose, onDone }: { readonly code: string; readonly today: string; readonly onClose: () => void; readonly onDone: () => void }): ReactElement | null {
  const t = useWords();
  const agencies = useAgencies().data?.agencies;
  const choices = useQuery({ queryKey: ['handling-choices'], staleTime: 60_000, queryFn: () => ask(HandlingChoices, '/api/catalogue/handling-choices') }).data;
  if (agencies === undefined || choices === undefined) return null;
  return (
    <EntryDialog
      title={t('handling.enter')} act="handling.enter-act" path={`/api/catalogue/procedures/${encodeURIComponent(code)}/handlings`} register="catalogue-procedure" onClose={onClose} onDone={onDone}
      fields={[
        { name: 'agency', label: 'handling.agency', kind: 'choice', choices: agencies.map(({ code: value, name }) => ({ value, label: name })) },
        { name: 'process', label: 'handling.process', kind: 'choice', choices: choices.processes.map(({ key, name }) => ({ value: key, label: `${key}: ${name}`.slice(0, 120) })) },
        { name: 'eform', label: 'handling.eform', kind: 'choice', choices: choices.eforms.map(({ key, title }) => ({ value: key, label: `${title} (${key})` })) },
        { name: 'unit', label: 'handling.unit', kind: 'text', optional: true, hint: 'handling.unit-hint' }, { name: 'resultSymbol', label: 'handling.symbol', kind: 'text', start: 'QĐ-UBND' },
        { name: 'validFrom', label: 'delegation.from', kind: 'day', start: dayText(today) }, { name: 'document', label: 'handling.document', kind: 'text' },
      ]}
      body={(typed) => ({ agency: typed['agency'] ?? '', process: typed['process'] ?? '', eform: typed['eform'] ?? '', unit: orNull(typed, 'unit'), resultSymbol: typed['resultSymbol'] ?? '', validFrom: dayOf(typed, 'validFrom'), document: typed['document'] ?? '' })}
    />
  );
}
