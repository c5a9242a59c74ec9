// SPDX-License-Identifier: EUPL-1.2
import Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { drawingOf, editDrawing, editXml, modelDescriptor, readTable } from '@motcua/workflow/contract';
import type { ProcessTable, StepRow, TableEdit } from '@motcua/workflow/contract';
import { Message, useWords } from '@motcua/ui';
import type { EditorProps } from '../../proposals/editors.ts';
import { BranchPanel } from './branch-panel.tsx';
import { type Say, type Shape, contextPadModule, paletteModule, translateModule } from './diagram-parts.ts';
import { StepPanel } from './step-panel.tsx';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';

type Services = {
  readonly canvas: { readonly viewbox: (box?: Box) => Box };
  readonly elementRegistry: { readonly get: (id: string) => Shape | undefined };
  readonly selection: { readonly select: (shape: Shape | null) => void; readonly get: () => readonly Shape[] };
  readonly eventBus: { readonly on: (event: string, priority: number, listener: (event: Heard) => unknown) => void; readonly fire: (event: string, more: unknown) => void };
};
type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Box = Rectangle & { readonly inner?: Rectangle; readonly outer?: { readonly width: number; readonly height: number } };
type Heard = { readonly newSelection?: readonly Shape[]; readonly keyEvent?: KeyboardEvent };

type DiagramProps = {
  readonly xml: string; readonly table: ProcessTable; readonly findings: EditorProps['findings']; readonly selected: string | null;
  readonly onSelect: (id: string) => void; readonly onChange: (next: { readonly xml: string; readonly name: string }) => void;
};

/** The modeller with our words and the elements we publish. Undo is the page's own, so that both faces share one. */
function openModeler(container: HTMLElement, say: Say, heard: { readonly onSelect: (id: string) => void; readonly onChange: () => void }): Modeler<Services> {
  const modeler = new Modeler<Services>({ container, moddleExtensions: { motcua: modelDescriptor }, additionalModules: [translateModule(say), paletteModule(say), contextPadModule(say)] });
  const events = modeler.get('eventBus');
  events.on('keyboard.keydown', 5000, ({ keyEvent }) => ((keyEvent?.ctrlKey ?? false) && ['KeyZ', 'KeyY'].includes(keyEvent?.code ?? '') ? false : undefined));
  events.on('selection.changed', 500, ({ newSelection }) => { const [first] = newSelection ?? []; const shown = first?.type === 'bpmn:SequenceFlow' ? first.source : first; if (shown !== undefined) heard.onSelect(shown.id.replace(/_label$/u, '')); });
  events.on('commandStack.changed', 500, () => { heard.onChange(); });
  return modeler;
}

/** Room at the left that the palette takes, and some air on the other sides, in pixels. */
const air = { palette: 130, side: 24 } as const;
/** Smaller than this nothing can be read: a longer process is shown from its beginning. */
const smallest = 0.4;

/** The whole process in its frame, clear of the palette; of a very long one its beginning. */
function beginning({ inner, outer, ...box }: Box): Box {
  if (inner === undefined || outer === undefined) return box;
  const fits = Math.min((outer.width - air.palette - air.side) / Math.max(inner.width, 1), (outer.height - 2 * air.side) / Math.max(inner.height, 1));
  const scale = Math.min(1, Math.max(smallest, fits));
  const [width, height] = [outer.width / scale, outer.height / scale];
  const middle = inner.y + inner.height / 2 - height / 2;
  return { x: inner.x - air.palette / scale, y: Math.min(middle, inner.y - air.side / scale), width, height };
}

/** Shows another file in the modeller, at the place one was looking at. */
async function show(modeler: Modeler<Services>, xml: string, isFirst: boolean): Promise<boolean> {
  const canvas = modeler.get('canvas');
  const box = isFirst ? null : canvas.viewbox();
  try { await modeler.importXML(xml); } catch { return false; }
  canvas.viewbox(box ?? beginning(canvas.viewbox()));
  return true;
}

/** The diagram face: the standard modeller over the same file, and the properties of what is chosen in it. */
export function Diagram({ xml, table, findings, selected, onSelect, onChange }: DiagramProps): ReactElement {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const open = useRef<{ readonly modeler: Modeler<Services>; shown: string } | null>(null);
  const told = useRef({ onSelect, onChange });
  const [isBroken, setBroken] = useState(false);
  useEffect(() => { told.current = { onSelect, onChange }; });

  const tell = async (modeler: Modeler<Services>): Promise<void> => {
    const { xml: next } = await modeler.saveXML({ format: true });
    const held = open.current;
    if (next === undefined || held === null || next === held.shown) return;
    held.shown = next;
    const read = await readTable(next);
    told.current.onChange({ xml: next, name: read.ok ? read.value.name : '' });
  };
  const telling = useRef(tell);

  useEffect(() => {
    if (box.current === null) return;
    const modeler = openModeler(box.current, (id) => t(id), { onSelect: (id) => { told.current.onSelect(id); }, onChange: () => { void telling.current(modeler); } });
    open.current = { modeler, shown: '' };
    return () => { open.current = null; modeler.destroy(); };
  }, [t]);

  useEffect(() => {
    const held = open.current;
    if (held === null || held.shown === xml) return;
    const isFirst = held.shown === '';
    held.shown = xml;
    void show(held.modeler, xml, isFirst).then((isShown) => { setBroken(!isShown); });
  }, [xml]);

  const edit = (wanted: TableEdit): void => {
    const modeler = open.current?.modeler;
    const drawing = modeler === undefined ? null : drawingOf(modeler.getDefinitions());
    if (modeler === undefined || drawing === null) return;
    if (wanted.kind === 'set-called') {
      // Another process comes into the file: the file is changed, then shown again.
      void editXml(xml, wanted).then((called) => { if (called.ok) told.current.onChange({ xml: called.value.xml, name: called.value.table.name }); });
      return;
    }
    const done = editDrawing(drawing, wanted);
    const shape = done.ok && done.value.focus !== null ? modeler.get('elementRegistry').get(done.value.focus) : undefined;
    if (shape !== undefined) modeler.get('eventBus').fire('elements.changed', { elements: [shape] });
    void telling.current(modeler);
  };
  const steps = table.rows.filter((row): row is StepRow => row.kind === 'step');
  const row = table.rows.find(({ id }) => id === selected);
  return (
    <div className="draw-table">
      <div>
        <p className="muted small">{t('diagram.what')}</p>
        {isBroken && <Message tone="warning">{t('diagram.no-picture')}</Message>}
        <div className="draw-canvas" ref={box} role="application" aria-label={t('diagram.label')} />
      </div>
      <section className="draw-panel" aria-labelledby="thuoc-tinh-ten">
        <h2 id="thuoc-tinh-ten">{row === undefined ? t('diagram.nothing') : row.kind === 'step' ? t('draw.properties', { no: row.no }) : t('draw.branch-properties')}</h2>
        {row === undefined && <p className="muted">{t('diagram.choose')}</p>}
        {row?.kind === 'step' && <StepPanel key={row.id} row={row} steps={steps} findings={findings} onEdit={edit} />}
        {row?.kind === 'branch' && <BranchPanel key={row.id} row={row} steps={steps} onEdit={edit} />}
      </section>
    </div>
  );
}
