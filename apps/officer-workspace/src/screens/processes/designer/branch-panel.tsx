// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { durationWords, messageWords, processMessages } from '@motcua/workflow/contract';
import type { BranchRow, StepRow, TableEdit } from '@motcua/workflow/contract';
import { Checkbox, Select, useWords } from '@motcua/ui';
import { CallPanel } from './call-panel.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { Typed } from './step-panel.tsx';

type PanelProps = { readonly row: BranchRow; readonly steps: readonly StepRow[]; readonly onEdit: (edit: TableEdit) => void };

/** What can be said of a branching without the diagram: its conditions, its usual way out, how long a clock waits. */
export function BranchPanel({ row, steps, onEdit }: PanelProps): ReactElement {
  const t = useWords();
  const nameOf = (id: string): string => { const step = steps.find((each) => each.id === id); return step === undefined ? id : t('draw.step-no', { no: step.no, name: step.name }); };
  return (
    <>
      <p className="text">{row.text}</p>
      {row.ways.map(({ flow, condition, isDefault, to }) => (
        <fieldset key={flow} className="group">
          <legend>{t('draw.way', { to: nameOf(to) })}</legend>
          {!isDefault && <Typed field={{ name: `steps.${row.id}.${flow}`, label: t('draw.condition'), error: undefined }} value={condition} hint="draw.hint.condition" onChange={(text) => { onEdit({ kind: 'set-way', flow, condition: text, isDefault: false }); }} />}
          <Checkbox name={`usual-${flow}`} label={t('draw.usual')} checked={isDefault} onChange={(checked) => { onEdit({ kind: 'set-way', flow, condition: '', isDefault: checked }); }} />
        </fieldset>
      ))}
      {(row.what === 'timer' || row.what === 'task-timer') && (
        <>
          <Typed field={{ name: `steps.${row.id}.duration`, label: t('draw.duration'), error: undefined }} value={row.duration} hint="draw.hint.duration" onChange={(duration) => { onEdit({ kind: 'set-timer', id: row.id, duration }); }} />
          <p className="muted small" role="status">{durationWords(row.duration)}</p>
        </>
      )}
      {(row.what === 'message' || (row.what === 'edge' && row.message !== '')) && <Select name={`steps.${row.id}.message`} label={t('draw.message')} value={row.message} empty={t('draw.choose')} choices={processMessages.map((message) => ({ value: message, label: messageWords[message] ?? message }))} onChange={(message) => { onEdit({ kind: 'set-message', id: row.id, message }); }} />}
      {row.what === 'call' && <CallPanel row={row} onEdit={onEdit} />}
      {row.what === 'decision' && <DecisionPanel row={row} onEdit={onEdit} />}
      <p className="muted small">{t('draw.in-diagram')}</p>
    </>
  );
}
