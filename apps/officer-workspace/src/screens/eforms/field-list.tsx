// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { EformDraft } from '@motcua/eforms/contract';
import type { Finding } from '@motcua/proposals/contract';
import { Icon, fieldId, useWords } from '@motcua/ui';
import { type Chosen, type Line, type Place, dropField, pathOf } from './draft-acts.ts';
import { useFieldWords } from './field-words.ts';

type FieldListProps = {
  readonly draft: EformDraft; readonly lines: readonly Line[]; readonly chosen: Chosen; readonly findings: readonly Finding[]; readonly isReadOnly: boolean;
  readonly onChoose: (chosen: Chosen) => void; readonly onDrop: (next: { readonly draft: EformDraft; readonly place: Place }) => void;
};

/** The form as an ordered list: by keyboard one presses and moves, by mouse one drags. */
export function FieldList({ draft, lines, chosen, findings, isReadOnly, onChoose, onDrop }: FieldListProps): ReactElement {
  const [dragged, setDragged] = useState<Place | null>(null);
  const [over, setOver] = useState('');
  const drop = (onto: { readonly section: string; readonly before: Place | null }): void => {
    if (dragged !== null) onDrop(dropField(draft, dragged, onto));
    setDragged(null);
    setOver('');
  };
  const target = (name: string, onto: { readonly section: string; readonly before: Place | null }): object => isReadOnly ? {} : {
    'data-over': over === name ? '' : undefined,
    'onDragOver': (event: { preventDefault: () => void }) => { event.preventDefault(); setOver(name); },
    'onDrop': (event: { preventDefault: () => void }) => { event.preventDefault(); drop(onto); },
  };
  return (
    <ol className="eform-lines" role="list">
      {lines.map((line) => line.kind === 'section' ? (
        <li key={line.section.key} className="eform-section" {...target(line.section.key, { section: line.section.key, before: null })}>
          <button type="button" id={fieldId(line.section.key)} aria-current={chosen?.kind === 'section' && chosen.key === line.section.key} onClick={() => { onChoose({ kind: 'section', key: line.section.key }); }}>
            <SectionName title={line.section.title} />
          </button>
        </li>
      ) : (
        <li
          key={line.path} className={line.place.list === null ? '' : 'inner'} draggable={!isReadOnly} {...target(line.path, { section: line.place.section, before: line.place })}
          onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', line.path); setDragged(line.place); }} onDragEnd={() => { setDragged(null); setOver(''); }}
        >
          <Row line={line} isChosen={chosen?.kind === 'field' && pathOf(chosen.place) === line.path} trouble={findings.filter(({ path }) => path === line.path)} onChoose={() => { onChoose({ kind: 'field', place: line.place }); }} />
        </li>
      ))}
    </ol>
  );
}

function SectionName({ title }: { readonly title: string }): ReactElement {
  const t = useWords();
  return <>{title === '' ? t('eform-editor.no-title') : title}</>;
}

type RowProps = { readonly line: Extract<Line, { kind: 'field' }>; readonly isChosen: boolean; readonly trouble: readonly Finding[]; readonly onChoose: () => void };

function Row({ line, isChosen, trouble, onChoose }: RowProps): ReactElement {
  const t = useWords();
  const { about } = useFieldWords();
  const { field, number, path } = line;
  return (
    <button type="button" id={fieldId(path)} aria-current={isChosen} onClick={onChoose} onFocus={onChoose}>
      <span className="num">{number}</span>
      <span className="eform-line-label">{field.label === '' ? t('eform-editor.no-label') : field.label}<br /><span className="muted small">{about(field)}</span></span>
      {trouble.length > 0 && <span className={trouble.some(({ blocks }) => blocks) ? 'eform-trouble blocks' : 'eform-trouble'}><Icon name={trouble.some(({ blocks }) => blocks) ? 'circle-x' : 'triangle-alert'} size={16} /><span className="hidden-visually">{t('eform-editor.trouble', { count: trouble.length })}</span></span>}
    </button>
  );
}
