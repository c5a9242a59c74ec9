// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { ProcessTable, TableEdit } from '@motcua/workflow/contract';
import { Checkbox, useWords } from '@motcua/ui';
import { Typed } from './step-panel.tsx';

/** What is said of the process as a whole. */
export function HeadFields({ table, onEdit }: { readonly table: ProcessTable; readonly onEdit: (edit: TableEdit) => void }): ReactElement {
  const t = useWords();
  const set = (property: 'name' | 'symbol' | 'procedures' | 'calledOnly') => (value: string): void => { onEdit({ kind: 'set-process', property, value }); };
  return (
    <div className="draw-head">
      <Typed field={{ name: 'process', label: t('draw.process-name'), error: undefined }} value={table.name} onChange={set('name')} />
      <Typed field={{ name: 'process.symbol', label: t('process.symbol'), error: undefined }} value={table.symbol} onChange={set('symbol')} hint="draw.hint.symbol" />
      <Typed field={{ name: 'process.procedures', label: t('process.procedures'), error: undefined }} value={table.procedures} onChange={set('procedures')} hint="draw.hint.procedures" />
      <Checkbox name="process.calledOnly" label={t('draw.called-only')} checked={table.calledOnly} onChange={(checked) => { set('calledOnly')(checked ? 'true' : ''); }} />
    </div>
  );
}
