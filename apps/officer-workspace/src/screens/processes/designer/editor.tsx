// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { EditNote, EditRefusal, ProcessTable, StepRow, TableEdit } from '@motcua/workflow/contract';
import { z } from 'zod';
import { Button, Kbd, Message, Skeleton, WhileLoading, fieldId, lazy, useWords } from '@motcua/ui';
import { useKeys } from '../../../keyboard/use-keys.ts';
import type { EditorProps } from '../../proposals/editors.ts';
import { StepList } from '../step-list.tsx';
import { BranchPanel } from './branch-panel.tsx';
import { HeadFields } from './head-fields.tsx';
import { ModelFile } from './model-file.tsx';
import { Staying } from './staying.tsx';
import { StepPanel } from './step-panel.tsx';
import { StepRows } from './step-rows.tsx';
import { TryOut } from './try-out.tsx';
import { type EditSaid, type ShownModel, useModel } from './use-model.ts';
import '../processes.css';

// The standard modeller is half of everything else: it comes when the diagram is looked at.
const Diagram = lazy(async () => ({ default: (await import('./diagram.tsx')).Diagram }));

const Content = z.object({ name: z.string(), xml: z.string() });

const Picture = lazy(async () => ({ default: (await import('./picture.tsx')).Picture }));

type Face = 'table' | 'diagram' | 'try';
const faces: readonly Face[] = ['table', 'diagram', 'try'];

/** Soạn quy trình: two equal faces of one BPMN file, the step table and the diagram, and a dossier to try it on. */
export function ProcessEditor(props: EditorProps): ReactElement {
  const model = Content.parse(props.content);
  return (
    <div className="draw">
      <ModelFile model={model} onChange={props.isReadOnly ? null : props.onChange} />
      <Faces {...props} xml={model.xml} />
    </div>
  );
}

function Faces({ xml, onChange, findings, subject, isReadOnly }: EditorProps & { readonly xml: string }): ReactElement {
  const t = useWords();
  const { shown, said, edit } = useModel(xml, onChange);
  const [face, setFace] = useState<Face>('table');
  const [selected, setSelected] = useState<string | null>(null);
  const table = shown?.table ?? null;
  const steps = (table?.rows ?? []).filter((row): row is StepRow => row.kind === 'step');
  const [focusOn, setFocusOn] = useState<{ readonly id: string } | null>(null);

  const act = (wanted: TableEdit): void => {
    void edit(wanted).then((focus) => { if (focus !== null && wanted.kind !== 'set' && wanted.kind !== 'set-way' && wanted.kind !== 'set-timer') { setSelected(focus); setFocusOn({ id: focus }); } });
  };
  if (shown === null) return <Skeleton label={t('loading')} />;
  if (table === null) return <Unreadable {...shown} />;
  if (isReadOnly) return <StepList caption={table.name} rows={table.rows.map((row) => (row.kind === 'step' ? { ...row, returns: [...row.returns] } : row))} />;
  return (
    <>
      <div className="row" role="group" aria-label={t('draw.faces')}>
        {faces.map((each) => <Button key={each} pressed={face === each} onPress={() => { setFace(each); }}>{t(`draw.face.${each}`)}</Button>)}
      </div>
      <Said said={said} table={table} />
      {face === 'try' ? <TryOut key={table.procedures} xml={shown.of} table={table} /> : (
        <>
          <HeadFields table={table} onEdit={act} />
          <Staying subject={subject} />
          {face === 'table' && <TableFace {...{ table, steps, selected, findings, focusOn }} onSelect={setSelected} onEdit={act} />}
          {face === 'diagram' && <WhileLoading value={<Skeleton label={t('loading')} />}><Diagram {...{ xml: shown.of, table, findings, selected }} onSelect={setSelected} onChange={onChange} /></WhileLoading>}
        </>
      )}
    </>
  );
}

/** A file that is no process of ours: why it has no step table, and what it draws. It is kept as it is. */
function Unreadable({ of: xml, faults }: ShownModel): ReactElement {
  const t = useWords();
  return (
    <>
      <Message tone="bad"><p>{t('draw.unreadable')}</p><ul>{[...new Set(faults)].slice(0, 10).map((text) => <li key={text}>{text}</li>)}</ul></Message>
      <WhileLoading value={<Skeleton label={t('loading')} />}><Picture xml={xml} /></WhileLoading>
    </>
  );
}

/** What the last edit dropped beside what was asked, or why it was not done. */
function Said({ said, table }: { readonly said: EditSaid | null; readonly table: ProcessTable }): ReactElement {
  const t = useWords();
  const nameOf = (id: string): string => table.rows.find((row) => row.id === id)?.name ?? id;
  const refusal = (code: EditRefusal): string => t(`draw.refusal.${code}`);
  const note = ({ at, to }: EditNote): string => t('draw.note.return-dropped', { at: nameOf(at), to: nameOf(to) });
  return (
    <div role="status">
      {said?.refusal != null && <Message tone="warning">{refusal(said.refusal)}</Message>}
      {said !== null && said.notes.length > 0 && <Message>{said.notes.map((each) => <p key={`${each.at} ${each.to}`}>{note(each)}</p>)}</Message>}
    </div>
  );
}

type FaceProps = {
  readonly table: ProcessTable; readonly steps: readonly StepRow[]; readonly selected: string | null; readonly findings: EditorProps['findings']; readonly focusOn: { readonly id: string } | null;
  readonly onSelect: (id: string) => void; readonly onEdit: (edit: TableEdit) => void;
};

function TableFace({ table, steps, selected, findings, focusOn, onSelect, onEdit }: FaceProps): ReactElement {
  const t = useWords();
  const row = table.rows.find(({ id }) => id === selected) ?? table.rows[0];
  // A row that was moved, added or copied keeps the hand of who did it: focus follows it to its new place.
  useEffect(() => { if (focusOn !== null) document.getElementById(fieldId(`steps.${focusOn.id}`))?.focus(); }, [focusOn]);
  const on = (make: (id: string, step: StepRow) => TableEdit) => (): void => { if (row?.kind === 'step') onEdit(make(row.id, row)); };
  const acts = {
    add: on((id) => ({ kind: 'add', after: id, name: t('draw.new-step') })), up: on((id) => ({ kind: 'move', id, by: -1 })), down: on((id) => ({ kind: 'move', id, by: 1 })),
    copy: on((id, step) => ({ kind: 'duplicate', id, name: t('draw.copy-of', { name: step.name }) })), remove: on((id) => ({ kind: 'remove', id })),
  };
  useKeys({ 'Ctrl+Enter': acts.add, 'Alt+ArrowUp': acts.up, 'Alt+ArrowDown': acts.down, 'Ctrl+KeyD': acts.copy });
  return (
    <div className="draw-table">
      <div>
        <div className="row draw-acts" role="group" aria-label={t('draw.acts')}>
          <Button onPress={acts.add}>{t('draw.add')} <Kbd>Ctrl ↵</Kbd></Button>
          <Button onPress={acts.up}>{t('draw.up')} <Kbd>Alt ↑</Kbd></Button>
          <Button onPress={acts.down}>{t('draw.down')} <Kbd>Alt ↓</Kbd></Button>
          <Button onPress={acts.copy}>{t('draw.copy')} <Kbd>Ctrl D</Kbd></Button>
          <Button look="quiet" onPress={acts.remove}>{t('draw.remove')}</Button>
        </div>
        <StepRows rows={table.rows} selected={row?.id ?? null} findings={findings} onSelect={onSelect} />
      </div>
      {row !== undefined && (
        <section className="draw-panel" aria-labelledby="thuoc-tinh-ten">
          <h2 id="thuoc-tinh-ten">{row.kind === 'step' ? t('draw.properties', { no: row.no }) : t('draw.branch-properties')}</h2>
          {row.kind === 'step' ? <StepPanel key={row.id} row={row} steps={steps} findings={findings} onEdit={onEdit} /> : <BranchPanel key={row.id} row={row} steps={steps} onEdit={onEdit} />}
        </section>
      )}
    </div>
  );
}
