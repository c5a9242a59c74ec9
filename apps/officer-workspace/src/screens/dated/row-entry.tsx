// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Touched } from '@motcua/dossiers/contract';
import type { DatedTableView } from '@motcua/dossiers/contract';
import { useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import { NumberPreviewLine } from './number-series.tsx';
import { EntryDialog, dayOf, orNull } from '../registers/entry-dialog.tsx';
import type { EntryField } from '../registers/entry-dialog.tsx';

type Kind = DatedTableView['columns'][number]['kind'];

const asField: Readonly<Record<Kind, EntryField['kind']>> = { text: 'text', long: 'long', number: 'text', whole: 'text', hour: 'text', choice: 'choice', yes: 'yes', procedure: 'procedure', agency: 'choice' };

/** Where a column of the table is typed; the server tells faults by the same path. */
const pathOf = (column: string): string => `values.${column}`;

/** A new row of a dated table, from a day on, with its source and what is not sure of it; says how many open dossiers it is about. */
export function RowEntry({ table, onClose, onDone }: { readonly table: DatedTableView; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const { data: agencies } = useAgencies();
  const offered = (agencies?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const hasProcedure = table.columns.some(({ kind }) => kind === 'procedure');
  return (
    <EntryDialog
      title={t('dated.add-to', { table: table.title })} act="dated.add" path={`/api/dated-tables/${table.name}`} register="dated-table" onClose={onClose} onDone={onDone}
      fields={[
        ...table.columns.map(({ name, label, kind, optional, hint, choices }): EntryField => ({ name: pathOf(name), label: { said: label }, kind: asField[kind], optional, choices: kind === 'agency' ? offered : choices, ...(hint === null ? {} : { hint: { said: hint } }) })),
        { name: 'from', label: 'delegation.from', kind: 'day', hint: 'dated.from-hint' }, { name: 'source', label: 'dated.source', kind: 'text', optional: !table.sourceNeeded, hint: 'dated.source-hint' },
        { name: 'unsure', label: 'dated.unsure-field', kind: 'long', optional: true, hint: 'dated.unsure-hint' },
      ]}
      body={(typed) => ({
        from: dayOf(typed, 'from'), source: orNull(typed, 'source'), unsure: orNull(typed, 'unsure'), values: Object.fromEntries(table.columns.map(({ name }) => [name, typed[pathOf(name)] ?? ''])),
      })}
      beside={(typed) => table.name === 'number-series' ? <NumberPreviewLine typed={typed} /> : <TouchedLine table={table.name} procedure={hasProcedure ? typed[pathOf('procedure_code')] ?? '' : ''} />}
    />
  );
}

function TouchedLine({ table, procedure }: { readonly table: DatedTableView['name']; readonly procedure: string }): ReactElement | null {
  const t = useWords();
  const touched = useQuery({ queryKey: ['touched', table, procedure], staleTime: 30_000, queryFn: () => ask(Touched, `/api/dated-tables/${table}/touched`, { procedure: procedure === '' ? undefined : procedure }) });
  if (touched.data === undefined) return null;
  const { open, more } = touched.data;
  return <p className="muted" role="status">{t(procedure === '' ? 'dated.touched' : 'dated.touched-procedure', { count: more ? t('dated.at-least', { count: open }) : open })}</p>;
}
